import type { HttpResponse, UnsafeResponseErrorCode } from 'apigw-proxy/http';

/** A response that must not be written. */
export interface UnsafeResponse {
  readonly name: string;
  /** The properties that make a good response unsafe. */
  readonly changes: Partial<HttpResponse>;
  readonly code: UnsafeResponseErrorCode;
  readonly path: readonly (string | number)[];
  /** Part of the message, with the value. */
  readonly message: string;
}

type Row = readonly [name: string, changes: unknown, code: UnsafeResponseErrorCode, path: readonly (string | number)[], message: string];

const ROWS: readonly Row[] = [
  [
    'a line break in a value',
    {
      headers: [
        ['A', '1'],
        ['B', '1\r\nC: 2'],
      ],
    },
    'unsafe-header-value',
    ['headers', 1],
    'The header B has an invalid value: "1\\r\\nC: 2".',
  ],
  ['a line feed in a value', { headers: [['A', '1\n2']] }, 'unsafe-header-value', ['headers', 0], '"1\\n2"'],
  ['a NUL in a value', { headers: [['A', '\0']] }, 'unsafe-header-value', ['headers', 0], '"\\u0000"'],
  ['a value that is not a string', { headers: [['A', 5]] }, 'unsafe-header-value', ['headers', 0], 'invalid value: 5.'],
  ['a value that is an array', { headers: [['A', ['1']]] }, 'unsafe-header-value', ['headers', 0], 'invalid value: an array.'],
  ['a line break in a name', { headers: [['A\r\nB', '1']] }, 'unsafe-header-name', ['headers', 0], '"A\\r\\nB"'],
  ['a colon in a name', { headers: [['A:', '1']] }, 'unsafe-header-name', ['headers', 0], '"A:"'],
  ['an empty name', { headers: [['', '1']] }, 'unsafe-header-name', ['headers', 0], '`headers[0]` has an invalid name: "".'],
  ['a line break in the reason phrase', { statusText: 'OK\r\nA: 1' }, 'unsafe-status', ['statusText'], 'got "OK\\r\\nA: 1".'],
  ['a status of four digits', { status: 1000 }, 'unsafe-status', ['status'], 'got 1000.'],
  ['a status that is NaN', { status: Number.NaN }, 'unsafe-status', ['status'], 'got NaN.'],
  ['a status that is a string', { status: '200' }, 'unsafe-status', ['status'], 'got "200".'],
  ['a body that is a string', { body: 'hi' }, 'not-a-response', ['body'], '`body` must be a Uint8Array; got "hi".'],
  ['headers as an object', { headers: { A: '1' } }, 'not-a-response', ['headers'], '`headers` must be an array; got an object.'],
  ['a header that is a string', { headers: ['A: 1'] }, 'not-a-response', ['headers', 0], 'got "A: 1".'],
];

export const UNSAFE_RESPONSES: readonly UnsafeResponse[] = ROWS.map(([name, changes, code, path, message]) => ({
  name,
  changes: changes as Partial<HttpResponse>, // some rows can only come from JavaScript
  code,
  path,
  message,
}));
