import { instanceCheck, markError } from './error-mark.js';

/** A kind of mistake: the rule that the request breaks, where RFC 9112 has it, and what to do. */
interface Mistake {
  readonly rule: string;
  readonly section?: string;
  readonly fix: string;
}

const MISTAKES = {
  'not-bytes': { rule: 'The request must be a Uint8Array', fix: 'Encode a string with `new TextEncoder().encode(text)`.' },
  incomplete: { rule: 'The request must be complete', section: '8', fix: 'Pass all of its bytes, up to the end of the body.' },
  'trailing-bytes': {
    rule: 'No bytes may follow the request',
    section: '6.3',
    fix: 'Pass one request at a time. If the bytes are its body, add a Content-Length.',
  },
  'bad-line-ending': {
    rule: 'Each line must end with CRLF and have no other CR or LF',
    section: '2.2',
    fix: 'Write \\r\\n at the end of each line.',
  },
  'bad-request-line': {
    rule: 'The request line must be a method, a target and a version, with one space between them',
    section: '3',
    fix: 'Write it like `GET /users?page=2 HTTP/1.1`.',
  },
  'bad-version': { rule: 'The version must be HTTP/1.1 or HTTP/1.0', section: '2.3', fix: 'Write HTTP/1.1.' },
  'unknown-method': {
    rule: 'The method must be one that HTTP servers know',
    section: '3.1',
    fix: 'Use a registered method, in capital letters.',
  },
  'bad-target': {
    rule: 'The target must be a path that starts with `/`, an absolute URL, or `*` for OPTIONS',
    section: '3.2',
    fix: 'Percent-encode spaces, control characters, `#` and everything outside ASCII.',
  },
  'bad-header-name': {
    rule: 'A header must start with a name and a colon, without a space between them',
    section: '5.1',
    fix: "Use only letters, digits and !#$%&'*+-.^_`|~ in the name.",
  },
  'folded-header': { rule: 'A header must be on one line', section: '5.2', fix: 'Remove the line break and the space after it.' },
  'bad-header-value': {
    rule: 'A header value must not have control characters',
    section: '5.5',
    fix: 'Remove the characters, or encode the value.',
  },
  'missing-host': { rule: 'An HTTP/1.1 request must have a Host header', section: '3.2', fix: 'Add a Host header.' },
  'repeated-host': { rule: 'A request must not have two Host headers', section: '3.2', fix: 'Keep one of them.' },
  'bad-host': {
    rule: 'Host must be a host name or an IP address, with or without a port',
    section: '3.2',
    fix: 'Write it like `Host: example.com:8080`.',
  },
  'bad-content-length': {
    rule: 'Content-Length must be a decimal number',
    section: '6.3',
    fix: 'Write the number of bytes in the body, in digits only.',
  },
  'repeated-content-length': { rule: 'A request must not have two Content-Length headers', section: '6.3', fix: 'Keep one of them.' },
  'bad-transfer-encoding': {
    rule: 'Transfer-Encoding must be `chunked`',
    section: '6.1',
    fix: 'Send the body in chunks or with a Content-Length. If it is compressed, say so in Content-Encoding.',
  },
  'repeated-transfer-encoding': { rule: 'A request must not have two Transfer-Encoding headers', section: '6.1', fix: 'Keep one of them.' },
  'old-transfer-encoding': {
    rule: 'An HTTP/1.0 request must not have a Transfer-Encoding',
    section: '6.1',
    fix: 'Write HTTP/1.1 in the request line, or send the body with a Content-Length.',
  },
  'length-and-chunks': {
    rule: 'A request must not have both Content-Length and Transfer-Encoding',
    section: '6.3',
    fix: 'Keep one of them.',
  },
  'bad-chunk-size': {
    rule: 'A chunk must start with its size in hexadecimal',
    section: '7.1',
    fix: 'Write the number of bytes in the chunk with the digits 0 to 9 and a to f only.',
  },
  'bad-chunk-extension': {
    rule: 'A chunk extension must be `;name`, `;name=value` or `;name="value"`, without spaces and at most 16 kB long',
    section: '7.1.1',
    fix: 'Correct the extension or leave it out.',
  },
  'bad-chunk-data': {
    rule: 'CRLF must follow the data of a chunk, after as many bytes as its size says',
    section: '7.1',
    fix: 'Correct the size or add the CRLF.',
  },
  'bad-trailer': {
    rule: 'A trailer must not be Content-Length or Transfer-Encoding',
    section: '7.1.2',
    fix: 'Send the field in the header section.',
  },
} as const satisfies Record<string, Mistake>;

/** Stable codes of {@link MalformedRequestError}, one for each kind of mistake. */
export type MalformedRequestErrorCode = keyof typeof MISTAKES;

/**
 * The bytes are not an HTTP/1.1 request, or two servers could read them differently.
 *
 * The message has the rule, the section of RFC 9112 that it comes from, and what was found instead.
 */
export class MalformedRequestError extends Error {
  static override readonly [Symbol.hasInstance] = /* @__PURE__ */ instanceCheck('MalformedRequestError');
  override readonly name = 'MalformedRequestError';
  /** What is wrong, as a stable code. */
  readonly code: MalformedRequestErrorCode;
  /** What to do about it, in a sentence. */
  readonly fix: string;

  /** @param found What the request has instead, as the message shows it. */
  constructor(code: MalformedRequestErrorCode, found: string) {
    const { rule, section, fix }: Mistake = MISTAKES[code];
    super(`${rule}${section === undefined ? '' : ` (RFC 9112, section ${section})`}; got ${found}. ${fix}`);
    markError(this, 'MalformedRequestError');
    this.code = code;
    this.fix = fix;
  }
}
