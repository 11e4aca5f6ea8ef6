import type { HttpField, HttpRequest } from './request.js';
import type { HttpResponse } from './response.js';
import { withWireText } from './wire-text.js';

/** What is needed of a Node `IncomingMessage`. */
export interface IncomingMessageLike extends AsyncIterable<Uint8Array> {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  /** Names and values in turn, as received. */
  readonly rawHeaders: readonly string[];
  readonly httpVersionMajor: number;
  readonly socket?: { readonly remoteAddress?: string | undefined };
}

/** What is needed of a Node `ServerResponse`. */
export interface ServerResponseLike {
  writeHead(status: number, statusText: string, rawHeaders: string[]): unknown;
  end(body: Uint8Array): unknown;
}

/** Reads a Node `IncomingMessage` to its end: request line and headers exactly as received, and the address it came from. */
export async function fromIncomingMessage(message: IncomingMessageLike): Promise<HttpRequest> {
  const { method = 'GET', url = '/', rawHeaders, httpVersionMajor, socket } = message;
  const sourceIp = socket?.remoteAddress;
  const body = await bytesOf(message);
  return {
    method,
    target: url,
    headers: pairFields(rawHeaders),
    ...(body.length > 0 && { body }),
    ...(sourceIp !== undefined && { sourceIp }),
    httpVersion: httpVersionMajor >= 2 ? '2' : '1.1',
  };
}

/**
 * Returns the name and value pairs of a flat list, such as `rawHeaders`.
 *
 * HTTP/2 sends the host as `:authority`, which becomes `host`, and the request line as other pseudo-headers, which are left out.
 */
export function pairFields(rawHeaders: readonly string[]): HttpField[] {
  const fields: HttpField[] = [];
  for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
    const [name = '', value = ''] = rawHeaders.slice(index, index + 2);
    if (!name.startsWith(':')) fields.push([name, value]);
    else if (name === ':authority') fields.push(['host', value]);
  }
  return fields;
}

/** Writes a response to a Node `ServerResponse`: every field a line of its own, names as spelled, in order. */
export function writeToServerResponse(response: HttpResponse, serverResponse: ServerResponseLike): void {
  const { status, statusText, headers, body } = withWireText(response);
  serverResponse.writeHead(status, statusText, headers.flat());
  serverResponse.end(body);
}

async function bytesOf(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks) parts.push(chunk);
  const bytes = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    bytes.set(part, offset);
    offset += part.length;
  }
  return bytes;
}
