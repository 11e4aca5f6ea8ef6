import { instanceCheck, markError } from './error-mark.js';

/** One kind of mistake. */
interface Mistake {
  /** The rule that the request breaks. */
  readonly rule: string;
  /** Where the rule comes from. */
  readonly source?: string;
  /** What to do about it. */
  readonly fix: string;
}

const MISTAKES = {
  'not-bytes': { rule: 'The request must be a Uint8Array', fix: 'Encode a string with `new TextEncoder().encode(text)`.' },
  incomplete: {
    rule: 'The request must be complete',
    source: 'RFC 9112, section 8',
    fix: 'Pass all of its bytes, up to the end of the body.',
  },
  'trailing-bytes': {
    rule: 'The bytes must end with the request',
    source: 'RFC 9112, section 6.3',
    fix: 'Pass one request at a time. If the rest is its body, add a Content-Length.',
  },
  'bad-line-ending': {
    rule: 'Lines must end with CRLF and must not have other CRs or LFs',
    source: 'RFC 9112, section 2.2',
    fix: 'Use \\r\\n as the line end.',
  },
  'bad-request-line': {
    rule: 'The request line must have a method, a target and a version, separated by single spaces',
    source: 'RFC 9112, section 3',
    fix: 'Write it like `GET /users?page=2 HTTP/1.1`.',
  },
  'bad-version': { rule: 'The version must be HTTP/1.1 or HTTP/1.0', source: 'RFC 9112, section 2.3', fix: 'Write HTTP/1.1.' },
  'unknown-method': {
    rule: 'The method must be a known HTTP method',
    source: 'RFC 9112, section 3.1',
    fix: 'Use a method such as GET or POST, in upper case.',
  },
  'bad-target': {
    rule: 'The target must be a path starting with `/`, an absolute URL, or `*` for OPTIONS',
    source: 'RFC 9112, section 3.2',
    fix: 'Percent-encode spaces, control characters, `#` and characters outside ASCII.',
  },
  'bad-header-name': {
    rule: 'A header must have a valid name, followed directly by a colon',
    source: 'RFC 9112, section 5.1',
    fix: "Use only letters, digits and !#$%&'*+-.^_`|~ in the name.",
  },
  'folded-header': {
    rule: 'A header must be on a single line',
    source: 'RFC 9112, section 5.2',
    fix: 'Remove the line break and the spaces after it.',
  },
  'bad-header-value': {
    rule: 'A header value must not have control characters',
    source: 'RFC 9110, section 5.5',
    fix: 'Remove them or encode the value.',
  },
  'missing-host': { rule: 'An HTTP/1.1 request must have a Host header', source: 'RFC 9112, section 3.2', fix: 'Add a Host header.' },
  'repeated-host': { rule: 'A request must have only one Host header', source: 'RFC 9112, section 3.2', fix: 'Remove the other one.' },
  'bad-host': {
    rule: 'Host must be a host name or an IP address, optionally with a port',
    source: 'RFC 9112, section 3.2',
    fix: 'Write it like `Host: example.com:8080`.',
  },
  'bad-content-length': {
    rule: 'Content-Length must be a decimal number',
    source: 'RFC 9112, section 6.3',
    fix: 'Write the number of bytes in the body, using digits only.',
  },
  'repeated-content-length': {
    rule: 'A request must have only one Content-Length header',
    source: 'RFC 9112, section 6.3',
    fix: 'Remove the other one.',
  },
  'bad-transfer-encoding': {
    rule: 'Transfer-Encoding must be exactly `chunked`',
    source: 'RFC 9112, section 6.1',
    fix: 'Send the body as chunks or with a Content-Length. Declare compression in Content-Encoding.',
  },
  'repeated-transfer-encoding': {
    rule: 'A request must have only one Transfer-Encoding header',
    source: 'RFC 9112, section 6.1',
    fix: 'Remove the other one.',
  },
  'old-transfer-encoding': {
    rule: 'An HTTP/1.0 request must not have a Transfer-Encoding header',
    source: 'RFC 9112, section 6.1',
    fix: 'Use HTTP/1.1, or send the body with a Content-Length.',
  },
  'length-and-chunks': {
    rule: 'A request must not have both Content-Length and Transfer-Encoding',
    source: 'RFC 9112, section 6.3',
    fix: 'Remove one of them.',
  },
  'bad-chunk-size': {
    rule: 'A chunk must start with its size in hexadecimal',
    source: 'RFC 9112, section 7.1',
    fix: 'Write the number of bytes in the chunk, using only 0 to 9 and a to f.',
  },
  'bad-chunk-extension': {
    rule: 'A chunk extension must be `;name`, `;name=value` or `;name="value"`, and at most 16 kB long',
    source: 'RFC 9112, section 7.1.1',
    fix: 'Correct the extension or remove it.',
  },
  'bad-chunk-data': {
    rule: 'The data of a chunk must be as long as its size, and end with CRLF',
    source: 'RFC 9112, section 7.1',
    fix: 'Correct the size or add the CRLF.',
  },
  'bad-trailer': {
    rule: 'A trailer must not be Content-Length or Transfer-Encoding',
    source: 'RFC 9112, section 7.1.2',
    fix: 'Move it to the headers.',
  },
} as const satisfies Record<string, Mistake>;

/** Stable codes of {@link MalformedRequestError}, one for each kind of mistake. */
export type MalformedRequestErrorCode = keyof typeof MISTAKES;

/**
 * Thrown when bytes are not an HTTP/1.1 request, or when two servers could read them differently.
 *
 * The message names the rule, its section in the RFC, and the value that breaks it.
 *
 * @example
 * ```ts
 * import { fromHttp1Bytes, MalformedRequestError } from 'apigw-proxy/http';
 *
 * try {
 *   fromHttp1Bytes(new TextEncoder().encode('GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n'));
 * } catch (error) {
 *   console.log(error instanceof MalformedRequestError); // => true
 * }
 * ```
 */
export class MalformedRequestError extends Error {
  static override readonly [Symbol.hasInstance] = /* @__PURE__ */ instanceCheck('MalformedRequestError');
  override readonly name = 'MalformedRequestError';
  /** What is wrong, as a stable code. */
  readonly code: MalformedRequestErrorCode;
  /** What to do about it. */
  readonly fix: string;

  /** @param found What the message shows after "got". */
  constructor(code: MalformedRequestErrorCode, found: string) {
    const { rule, source, fix }: Mistake = MISTAKES[code];
    super(`${rule}${source === undefined ? '' : ` (${source})`}; got ${found}. ${fix}`);
    markError(this, 'MalformedRequestError');
    this.code = code;
    this.fix = fix;
  }
}
