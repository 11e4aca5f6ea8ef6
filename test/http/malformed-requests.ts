import type { MalformedRequestErrorCode } from 'apigw-proxy/http';

/** A request that breaks RFC 9112, or that two servers could read differently. */
export interface MalformedRequest {
  readonly name: string;
  /** The request. Each character stands for one byte. */
  readonly text: string;
  readonly code: MalformedRequestErrorCode;
  /** The section that forbids it: `RFC 9112, section 6.1`. */
  readonly section: string;
  /** What node:http does. `depends`: its versions differ. Where it accepts the request, `fromHttp1Bytes` is stricter. */
  readonly node: 'rejects' | 'accepts' | 'depends';
  /** Set if a server on node:http can't notice the mistake: the parser corrects it, or reads it as the end of one request. */
  readonly isHidden?: true;
}

/** A request that is unusual but valid. */
export interface UnusualRequest {
  readonly name: string;
  readonly text: string;
}

type Row = readonly [name: string, text: string, node?: MalformedRequest['node'], isHidden?: 'hidden'];

const CHUNKED = 'Transfer-Encoding: chunked\r\n';
const LAST = '0\r\n\r\n';

function requestLine(line: string): string {
  return `${line}\r\nHost: h\r\n\r\n`;
}

function target(text: string): string {
  return requestLine(`GET ${text} HTTP/1.1`);
}

/** A request with these headers only, so they include Host. */
function headers(lines: string): string {
  return `GET / HTTP/1.1\r\n${lines}\r\n`;
}

/** A POST request with these headers after Host. */
function post(lines: string, body: string): string {
  return `POST / HTTP/1.1\r\nHost: h\r\n${lines}\r\n${body}`;
}

function chunks(body: string): string {
  return post(CHUNKED, body);
}

/** Rows with the same code and section. By default, node:http rejects them, too. */
function rows(code: MalformedRequestErrorCode, section: string, list: readonly Row[]): MalformedRequest[] {
  return list.map(([name, text, node = 'rejects', isHidden]) => ({ name, text, code, section, node, ...(isHidden && { isHidden: true }) }));
}

export const MALFORMED_REQUESTS: readonly MalformedRequest[] = [
  ...rows('incomplete', 'RFC 9112, section 8', [
    ['no bytes', '', 'rejects', 'hidden'],
    ['only empty lines', '\r\n\r\n', 'rejects', 'hidden'],
    ['a request line without its end', 'GET / HTTP/1.1'],
    ['only a request line', 'GET / HTTP/1.1\r\n'],
    ['headers without the empty line', 'GET / HTTP/1.1\r\nHost: h\r\n'],
    ['a body that is too short', post('Content-Length: 9\r\n', 'abc')],
    ['a length of 2^53 - 1', post('Content-Length: 9007199254740991\r\n', 'abc')],
    ['no chunks', chunks('')],
    ['a chunk size without its end', chunks('3')],
    ['a chunk that is too short', chunks('5\r\nabc')],
    ['a chunk without its CRLF at the end', chunks('3\r\nabc')],
    ['a chunk with half a CRLF at the end', chunks('3\r\nabc\r')],
    ['no last chunk', chunks('3\r\nabc\r\n')],
    ['a last chunk without the final CRLF', chunks('3\r\nabc\r\n0\r\n')],
    ['trailers without the final CRLF', chunks('0\r\nX: 1\r\n')],
  ]),
  ...rows('bad-line-ending', 'RFC 9112, section 2.2', [
    ['only line feeds', 'GET / HTTP/1.1\nHost: h\n\n'],
    ['a line feed after the request line', 'GET / HTTP/1.1\nHost: h\r\n\r\n'],
    ['a line feed after a header', headers('Host: h\nA: b\r\n')],
    ['a line feed in a value', headers('Host: h\r\nA: b\nC: d\r\n')],
    ['a line feed instead of the empty line', 'GET / HTTP/1.1\r\nHost: h\r\n\n'],
    ['a line feed in the target', target('/a\nb')],
    ['only carriage returns', 'GET / HTTP/1.1\rHost: h\r\r'],
    ['a carriage return in a value', headers('Host: h\r\nA: b\rc\r\n')],
    ['a carriage return at the end of a value', headers('Host: h\r\nA: b\r\r\n')],
    ['a carriage return in the target', target('/a\rb')],
    ['a carriage return before the empty line', 'GET / HTTP/1.1\r\nHost: h\r\n\r\r\n'],
    ['a line feed before the request', `\n${target('/')}`, 'accepts', 'hidden'],
    ['a carriage return before the request', `\r${target('/')}`, 'accepts', 'hidden'],
    ['a line feed after a chunk size', chunks(`3\nabc\r\n${LAST}`)],
    ['a carriage return in a chunk size', chunks(`3\r\r\nabc\r\n${LAST}`)],
    ['a line feed after the last chunk', chunks('0\n\n')],
    ['a line feed instead of the line after the trailers', chunks('0\r\n\n')],
    ['a line feed in an extension', chunks(`3;x\ny\r\nabc\r\n${LAST}`)],
    ['a line feed after a trailer', chunks('0\r\nX: 1\n\r\n')],
  ]),
  ...rows('bad-request-line', 'RFC 9112, section 3', [
    ['only a method', requestLine('GET')],
    ['no version, like HTTP/0.9', requestLine('GET /'), 'accepts'],
    ['a space instead of the version', requestLine('GET / '), 'rejects'],
    ['a space in the target', target('/a b')],
    ['two spaces before the target', requestLine('GET  / HTTP/1.1'), 'accepts', 'hidden'],
    ['two spaces after the target', requestLine('GET /  HTTP/1.1'), 'accepts', 'hidden'],
    ['a space before the method', requestLine(' GET / HTTP/1.1')],
    ['a space after the version', requestLine('GET / HTTP/1.1 ')],
    ['tabs instead of spaces', requestLine('GET\t/\tHTTP/1.1')],
  ]),
  ...rows('bad-version', 'RFC 9112, section 2.3', [
    ['HTTP/0.9', requestLine('GET / HTTP/0.9'), 'accepts'],
    ['HTTP/1.2', requestLine('GET / HTTP/1.2')],
    ['HTTP/2.0', requestLine('GET / HTTP/2.0'), 'accepts'],
    ['HTTP/2', requestLine('GET / HTTP/2')],
    ['HTTP/1', requestLine('GET / HTTP/1')],
    ['HTTP/1.10', requestLine('GET / HTTP/1.10')],
    ['HTTP/01.1', requestLine('GET / HTTP/01.1')],
    ['http/1.1', requestLine('GET / http/1.1')],
    ['RTSP/1.0', requestLine('GET / RTSP/1.0'), 'accepts', 'hidden'],
    ['a response', 'HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n'],
    ['the preface of HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
  ]),
  ...rows('unknown-method', 'RFC 9112, section 3.1', [
    ['a byte order mark before the method', `\xef\xbb\xbf${target('/')}`],
    ['a method in lower case', requestLine('get / HTTP/1.1')],
    ['an unknown method', requestLine('FOO / HTTP/1.1')],
    ['CONNECT', requestLine('CONNECT h:80 HTTP/1.1')],
  ]),
  ...rows('bad-target', 'RFC 9112, section 3.2', [
    ['a tab in the target', target('/a\tb')],
    ['a NUL in the target', target('/a\0b')],
    ['an escape character in the target', target('/a\x1bb')],
    ['a form feed in the target', target('/a\fb')],
    ['a DEL in the target', target('/a\x7fb')],
    ['a control character in the query', target('/?a\x01b')],
    ['bytes outside ASCII in the path', target('/\xc3\xa9')],
    ['bytes outside ASCII in the query', target('/?\xc3\xa9')],
    ['a no-break space in the target', target('/\xa0')],
    ['a fragment', target('/a#b'), 'accepts'],
    ['a relative target', target('a')],
    ['only a query', target('?a')],
    ['a host with a port', target('h:80')],
    ['a star for GET', target('*'), 'accepts'],
    ['characters after the star', requestLine('OPTIONS *x HTTP/1.1'), 'accepts'],
    ['a URL without a host', target('http:///a'), 'accepts'],
    ['a URL with a port that is not a number', target('http://h:x/a'), 'accepts'],
    ['a URL with a user', target('http://u@h/a'), 'accepts'],
    ['a URL with one slash', target('http:/a')],
  ]),
  ...rows('bad-header-name', 'RFC 9112, section 5.1', [
    ['an empty name', headers('Host: h\r\n: x\r\n')],
    ['no colon', headers('Host: h\r\nx\r\n')],
    ['a space before the colon', headers('Host: h\r\nA : x\r\n')],
    ['a tab before the colon', headers('Host: h\r\nA\t: x\r\n')],
    ['a space in a name', headers('Host: h\r\nA b: x\r\n')],
    ['a NUL in a name', headers('Host: h\r\nA\0: x\r\n')],
    ['a parenthesis in a name', headers('Host: h\r\n(A): x\r\n')],
    ['bytes outside ASCII in a name', headers('Host: h\r\n\xc3\xa9: x\r\n')],
    ['Content-Length with a space before the colon', post('Content-Length : 3\r\n', 'abc')],
    ['Transfer-Encoding with a space before the colon', post('Transfer-Encoding : chunked\r\n', LAST)],
    ['a trailer without a name', chunks('0\r\n: 1\r\n\r\n')],
    ['a trailer without a colon', chunks('0\r\nx\r\n\r\n')],
    ['a trailer with a space before the colon', chunks('0\r\nX : 1\r\n\r\n')],
    ['data in the last chunk', chunks('0\r\nabc\r\n\r\n')],
  ]),
  ...rows('folded-header', 'RFC 9112, section 5.2', [
    ['a value on two lines', headers('Host: h\r\nA: x\r\n y\r\n')],
    ['a value on two lines, with a tab', headers('Host: h\r\nA: x\r\n\ty\r\n')],
    ['a line of spaces', headers('Host: h\r\nA: x\r\n  \r\n')],
    ['a space before the first header', headers(' Host: h\r\n')],
    ['Content-Length on two lines', post('Content-Length:\r\n 3\r\n', 'abc')],
    ['Transfer-Encoding on two lines', post('Transfer-Encoding:\r\n chunked\r\n', LAST)],
    ['a trailer on two lines', chunks('0\r\nX: 1\r\n 2\r\n\r\n')],
  ]),
  ...rows('bad-header-value', 'RFC 9110, section 5.5', [
    ['a NUL in a value', headers('Host: h\r\nA: b\0c\r\n')],
    ['a control character in a value', headers('Host: h\r\nA: b\x01c\r\n')],
    ['an escape character in a value', headers('Host: h\r\nA: b\x1bc\r\n')],
    ['a DEL in a value', headers('Host: h\r\nA: b\x7fc\r\n')],
    ['a vertical tab before chunked', post('Transfer-Encoding: \vchunked\r\n', LAST)],
    ['a NUL in a trailer', chunks('0\r\nX: \0\r\n\r\n')],
  ]),
  ...rows('missing-host', 'RFC 9112, section 3.2', [['no Host', headers('A: x\r\n')]]),
  ...rows('repeated-host', 'RFC 9112, section 3.2', [
    ['two Host lines', headers('Host: h\r\nHost: i\r\n'), 'accepts'],
    ['two equal Host lines', headers('Host: h\r\nhost: h\r\n'), 'accepts'],
    ['two Host lines in HTTP/1.0', 'GET / HTTP/1.0\r\nHost: h\r\nHost: i\r\n\r\n', 'accepts'],
  ]),
  ...rows('bad-host', 'RFC 9112, section 3.2', [
    ['a space in Host', headers('Host: a b\r\n'), 'accepts'],
    ['a path in Host', headers('Host: h/a\r\n'), 'accepts'],
    ['a user in Host', headers('Host: u@h\r\n'), 'accepts'],
    ['a URL in Host', headers('Host: http://h\r\n'), 'accepts'],
    ['two hosts in one Host', headers('Host: a, b\r\n'), 'accepts'],
    ['a port that is not a number in Host', headers('Host: h:x\r\n'), 'accepts'],
    ['an IPv6 address without brackets in Host', headers('Host: ::1\r\n'), 'accepts'],
    ['bytes outside ASCII in Host', headers('Host: h\xe9\r\n'), 'accepts'],
  ]),
  ...rows('bad-content-length', 'RFC 9112, section 6.3', [
    ['an empty length', post('Content-Length:\r\n', 'abc')],
    ['a negative length', post('Content-Length: -6\r\n', 'abc')],
    ['a length with a sign', post('Content-Length: +3\r\n', 'abc')],
    ['a hexadecimal length', post('Content-Length: 0x3\r\n', 'abc')],
    ['a length with an exponent', post('Content-Length: 1e0\r\n', 'a')],
    ['a length with a fraction', post('Content-Length: 3.0\r\n', 'abc')],
    ['a length with a separator', post('Content-Length: 1_0\r\n', 'abc')],
    ['a length in quotes', post('Content-Length: "3"\r\n', 'abc')],
    ['a length with letters after it', post('Content-Length: 3abc\r\n', 'abc')],
    ['a length in superscript', post('Content-Length: \xb3\r\n', 'abc')],
    ['two equal lengths in one line', post('Content-Length: 3, 3\r\n', 'abc')],
    ['two lengths in one line', post('Content-Length: 3, 4\r\n', 'abcd')],
    ['a length above 2^64', post('Content-Length: 18446744073709551619\r\n', 'abc')],
    ['a length above 2^53', post('Content-Length: 9007199254740993\r\n', 'abc')],
    ['a tab after the length', post('Content-Length: 3\t\r\n', 'abc'), 'depends', 'hidden'],
  ]),
  ...rows('repeated-content-length', 'RFC 9112, section 6.3', [
    ['two lengths', post('Content-Length: 3\r\nContent-Length: 4\r\n', 'abcd')],
    ['two lengths, one in lower case', post('Content-Length: 3\r\ncontent-length: 4\r\n', 'abcd')],
    ['two equal lengths', post('Content-Length: 3\r\nContent-Length: 3\r\n', 'abc')],
    ['a length and an empty one', post('Content-Length: 3\r\nContent-Length:\r\n', 'abc')],
  ]),
  ...rows('length-and-chunks', 'RFC 9112, section 6.3', [
    ['a length before chunks', post(`Content-Length: 3\r\n${CHUNKED}`, `3\r\nabc\r\n${LAST}`)],
    ['a length after chunks', post(`${CHUNKED}Content-Length: 3\r\n`, `3\r\nabc\r\n${LAST}`)],
    ['a length of 0 before chunks', post(`Content-Length: 0\r\n${CHUNKED}`, LAST)],
  ]),
  ...rows('bad-transfer-encoding', 'RFC 9112, section 6.1', [
    ['xchunked', post('Transfer-Encoding: xchunked\r\n', LAST)],
    ['chunkedx', post('Transfer-Encoding: chunkedx\r\n', LAST)],
    ['gzip', post('Transfer-Encoding: gzip\r\n', 'abc')],
    ['gzip, chunked', post('Transfer-Encoding: gzip, chunked\r\n', LAST), 'accepts'],
    ['chunked, gzip', post('Transfer-Encoding: chunked, gzip\r\n', LAST)],
    ['chunked, chunked', post('Transfer-Encoding: chunked, chunked\r\n', LAST)],
    ['identity', post('Transfer-Encoding: identity\r\n', 'abc')],
    ['chunked, identity', post('Transfer-Encoding: chunked, identity\r\n', LAST)],
    ['an empty coding', post('Transfer-Encoding:\r\n', ''), 'depends'],
    ['chunked in quotes', post('Transfer-Encoding: "chunked"\r\n', LAST)],
    ['chunked with a parameter', post('Transfer-Encoding: chunked;q=1\r\n', LAST)],
    ['a comma before chunked', post('Transfer-Encoding: ,chunked\r\n', LAST), 'accepts'],
    ['a comma after chunked', post('Transfer-Encoding: chunked,\r\n', LAST)],
    ['a tab after chunked', post('Transfer-Encoding: chunked\t\r\n', LAST)],
  ]),
  ...rows('repeated-transfer-encoding', 'RFC 9112, section 6.1', [
    ['chunked twice', post(CHUNKED + CHUNKED, LAST)],
    ['gzip and chunked', post(`Transfer-Encoding: gzip\r\n${CHUNKED}`, LAST), 'accepts'],
    ['chunked and identity', post(`${CHUNKED}Transfer-Encoding: identity\r\n`, LAST)],
  ]),
  ...rows('old-transfer-encoding', 'RFC 9112, section 6.1', [
    ['chunks in HTTP/1.0', `POST / HTTP/1.0\r\n${CHUNKED}\r\n${LAST}`, 'accepts'],
  ]),
  ...rows('bad-chunk-size', 'RFC 9112, section 7.1', [
    ['no chunk size', chunks(`\r\nabc\r\n${LAST}`)],
    ['a negative chunk size', chunks(`-6\r\nabc\r\n${LAST}`)],
    ['a chunk size with a sign', chunks(`+3\r\nabc\r\n${LAST}`)],
    ['a chunk size with a prefix', chunks(`0x3\r\nabc\r\n${LAST}`)],
    ['a chunk size with letters after it', chunks(`3zz\r\nabc\r\n${LAST}`)],
    ['a chunk size with a fraction', chunks(`3.0\r\nabc\r\n${LAST}`)],
    ['a chunk size with a separator', chunks(`1_0\r\nabc\r\n${LAST}`)],
    ['a space before a chunk size', chunks(` 3\r\nabc\r\n${LAST}`)],
    ['a space after a chunk size', chunks(`3 \r\nabc\r\n${LAST}`)],
    ['a tab after a chunk size', chunks(`3\t\r\nabc\r\n${LAST}`)],
    ['a chunk size above 2^64', chunks(`10000000000000003\r\nabc\r\n${LAST}`)],
    ['a chunk size above 2^53', chunks(`20000000000001\r\nabc\r\n${LAST}`)],
    ['a chunk size with a value', chunks(`3=x\r\nabc\r\n${LAST}`)],
    ['a space before an extension', chunks(`3 ;x\r\nabc\r\n${LAST}`)],
  ]),
  ...rows('bad-chunk-extension', 'RFC 9112, section 7.1.1', [
    ['an extension without a name', chunks(`3;\r\nabc\r\n${LAST}`)],
    ['an extension without a name before another', chunks(`3;;x\r\nabc\r\n${LAST}`), 'accepts', 'hidden'],
    ['an extension without a value after =', chunks(`3;x=\r\nabc\r\n${LAST}`), 'accepts', 'hidden'],
    ['a space before the name of an extension', chunks(`3; x\r\nabc\r\n${LAST}`)],
    ['a space before =', chunks(`3;x =y\r\nabc\r\n${LAST}`)],
    ['a space after =', chunks(`3;x= y\r\nabc\r\n${LAST}`)],
    ['a slash in the name of an extension', chunks(`3;a/b\r\nabc\r\n${LAST}`)],
    ['a NUL in an extension', chunks(`3;x\0\r\nabc\r\n${LAST}`)],
    ['a quoted value without its end', chunks(`3;x="y\r\nabc\r\n${LAST}`)],
    ['a quoted value across lines', chunks(`3;x="\r\n"\r\nabc\r\n${LAST}`)],
    ['a control character in a quoted value', chunks(`3;x="\x01"\r\nabc\r\n${LAST}`)],
    ['an escaped control character in a quoted value', chunks(`3;x="\\\x01"\r\nabc\r\n${LAST}`)],
    ['a token after a quoted value', chunks(`3;x="a"b\r\nabc\r\n${LAST}`)],
    ['a quoted value after a token', chunks(`3;x=a"b"\r\nabc\r\n${LAST}`), 'accepts', 'hidden'],
    ['bytes outside ASCII in the name of an extension', chunks(`3;\xe9\r\nabc\r\n${LAST}`)],
    ['an extension of more than 16 kB', chunks(`3;${'x'.repeat(16_385)}\r\nabc\r\n${LAST}`)],
  ]),
  ...rows('bad-chunk-data', 'RFC 9112, section 7.1', [
    ['chunk data without CRLF', chunks(`3\r\nabc${LAST}`)],
    ['two other bytes instead of CRLF after a chunk', chunks(`3\r\nabcXX${LAST}`)],
    ['a line feed instead of CRLF after a chunk', chunks(`3\r\nabc\n${LAST}`)],
    ['a chunk that is longer than its size', chunks(`3\r\nabcd\r\n${LAST}`)],
    ['a chunk that is shorter than its size', chunks(`5\r\nabc\r\n${LAST}`)],
  ]),
  ...rows('bad-trailer', 'RFC 9112, section 7.1.2', [
    ['Content-Length as a trailer', chunks('0\r\nContent-Length: 5\r\n\r\n')],
    ['Transfer-Encoding as a trailer', chunks('0\r\nTransfer-Encoding: chunked\r\n\r\n')],
  ]),
  ...rows('trailing-bytes', 'RFC 9112, section 6.3', [
    ['a body that is longer than its length', post('Content-Length: 2\r\n', 'abc'), 'rejects', 'hidden'],
    ['a body without a length', post('', 'abc'), 'rejects', 'hidden'],
    ['bytes after the last chunk', chunks(`${LAST}abc`), 'rejects', 'hidden'],
    ['a second request', target('/') + target('/2'), 'accepts', 'hidden'],
  ]),
];

export const UNUSUAL_REQUESTS: readonly UnusualRequest[] = [
  ['HTTP/1.0 without Host', 'GET / HTTP/1.0\r\n\r\n'],
  ['an empty line before the request', `\r\n${target('/')}`],
  ['two empty lines before the request', `\r\n\r\n${target('/')}`],
  ['an empty line after the body', post('Content-Length: 3\r\n', 'abc\r\n')],
  ['an empty line after the chunks', chunks(`${LAST}\r\n`)],
  ['a method with a hyphen', requestLine('M-SEARCH / HTTP/1.1')],
  ['a star for OPTIONS', requestLine('OPTIONS * HTTP/1.1')],
  ['a URL as the target', target('http://h/a?b')],
  ['a URL without a path', target('http://h')],
  ['a URL with a query and no path', target('http://h?x')],
  ['a URL with a port', target('HTTP://h:80/a')],
  ['a URL with an IPv6 address', target('http://[::1]:80/a')],
  ['a target with two slashes', target('//a')],
  ['a target that the URL standard would escape', target('/"<>\\^`{|}')],
  ['a target with a stray percent sign', target('/%zz%')],
  ['a target with two question marks', target('/a?b?c')],
  ['an empty Host', headers('Host:\r\n')],
  ['an underscore in Host', headers('Host: a_b\r\n')],
  ['an IPv6 address in Host', headers('Host: [::1]:80\r\n')],
  ['a Host with an empty port', headers('Host: h:\r\n')],
  ['every character that a name can have', headers("Host: h\r\n!#$%&'*+-.^_`|~09AZaz: x\r\n")],
  ['names that every object inherits', headers('Host: h\r\n__proto__: x\r\nconstructor: y\r\n')],
  ['a repeated header', headers('Host: h\r\nA: 1\r\na: 2\r\nA: 1\r\n')],
  ['spaces and tabs around a value', headers('Host: h\r\nA: \t x y \t \r\n')],
  ['a tab in a value', headers('Host: h\r\nA: b\tc\r\n')],
  ['a colon in a value', headers('Host: h\r\nA: b:c\r\n')],
  ['an empty value', headers('Host: h\r\nA:\r\nB: \r\n')],
  [
    'every byte outside ASCII in a value',
    headers(`Host: h\r\nA: ${String.fromCharCode(...Array.from({ length: 128 }, (_, n) => n + 128))}\r\n`),
  ],
  ['GET with a body', 'GET / HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\n\r\nabc'],
  ['a body of line ends', post('Content-Length: 8\r\n', '\r\n\n\r\r\n\r\n')],
  ['a length of 0', post('Content-Length: 0\r\n', '')],
  ['a length with leading zeros', post('Content-Length: 0003\r\n', 'abc')],
  ['a space after the length', post('Content-Length: 3 \r\n', 'abc')],
  ['chunked in mixed case', post('Transfer-Encoding: ChunKed\r\n', `3\r\nabc\r\n${LAST}`)],
  ['a space after chunked', post('Transfer-Encoding: chunked \r\n', `3\r\nabc\r\n${LAST}`)],
  ['Transfer_Encoding, a different header', post('Transfer_Encoding: chunked\r\nContent-Length: 3\r\n', 'abc')],
  ['two chunks', chunks(`3\r\nabc\r\n2\r\nde\r\n${LAST}`)],
  ['only the last chunk', chunks(LAST)],
  ['a chunk size in upper case', chunks(`A\r\n0123456789\r\n${LAST}`)],
  ['chunk sizes with leading zeros', chunks('003\r\nabc\r\n000\r\n\r\n')],
  ['a chunk of line ends', chunks(`4\r\n\r\n\r\n\r\n${LAST}`)],
  ['an extension', chunks(`3;x\r\nabc\r\n${LAST}`)],
  ['an extension with a value', chunks(`3;x=y\r\nabc\r\n${LAST}`)],
  ['an extension with a quoted value', chunks(`3;x="y;\\" z\t\xe9"\r\nabc\r\n${LAST}`)],
  ['several extensions', chunks('3;x;y=z;w="v"\r\nabc\r\n0;last\r\n\r\n')],
  ['an extension of 16 kB', chunks(`3;${'x'.repeat(16_383)}\r\nabc\r\n${LAST}`)],
  ['trailers', chunks('3\r\nabc\r\n0\r\nX-T: 1\r\nHost: i\r\n\r\n')],
].map(([name = '', text = '']) => ({ name, text }));
