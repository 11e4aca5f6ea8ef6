// The limit of rendering: one string for the head, one buffer of the right size, header values checked against a table. It knows only what
// most handlers return, and only payload 2.0.

export interface PlainResult {
  readonly statusCode: 200;
  readonly headers: Readonly<Record<string, string>>;
  readonly cookies?: readonly string[];
  readonly body: string;
  readonly isBase64Encoded?: boolean;
}

const SAFE = new Uint8Array(128).fill(1, 32, 127);
const lines = new Map<string, string>();

/** Returns the same bytes as `toHttp1Bytes(renderResult(result, { target: 'http-2.0' }))`. */
export function renderByHand(result: PlainResult, date: string, requestId: string): Uint8Array {
  const { headers, body, cookies } = result;
  let fields = '';
  let type = '';
  for (const name in headers) {
    const value = headers[name] ?? '';
    if (!isSafe(value)) throw new Error(`${name} is not safe.`);
    if (name === 'content-type') type = lineOf(name) + value;
    else fields += lineOf(name) + value;
  }
  if (cookies !== undefined) {
    for (const cookie of cookies) {
      if (!isSafe(cookie)) throw new Error('A cookie is not safe.');
      fields += `\r\nSet-Cookie: ${cookie}`;
    }
  }
  const length = result.isBase64Encoded ? base64Length(body) : Buffer.byteLength(body);
  const head = `HTTP/1.1 200 OK\r\nDate: ${date}${type}\r\nContent-Length: ${length}\r\nConnection: keep-alive${fields}\r\nApigw-Requestid: ${requestId}\r\n\r\n`;
  const bytes = Buffer.allocUnsafe(head.length + length);
  bytes.write(head, 0, 'latin1');
  bytes.write(body, head.length, result.isBase64Encoded ? 'base64' : 'utf8');
  return bytes;
}

function lineOf(name: string): string {
  const known = lines.get(name);
  if (known !== undefined) return known;
  const line = `\r\n${name.replace(/(^|-)[a-z]/g, (letter) => letter.toUpperCase())}: `;
  if (lines.size < 512) lines.set(name, line);
  return line;
}

function isSafe(value: string): boolean {
  for (let index = 0; index < value.length; index += 1) if (SAFE[value.charCodeAt(index)] !== 1) return false;
  return true;
}

function base64Length(text: string): number {
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  return (text.length / 4) * 3 - padding;
}
