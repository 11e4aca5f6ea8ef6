import type { HttpRequest } from 'apigw-proxy/http';
import { describe, expect, test } from 'vitest';
import { editRequest } from '../../../src/local/inspect/edit-request.js';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const ORIGINAL: HttpRequest = {
  method: 'PUT',
  target: '/a',
  headers: [
    ['Content-Length', '3'],
    ['X', '1'],
  ],
  sourceIp: '127.0.0.1',
  body: encode('old'),
};
const edit = (change: object): unknown => editRequest(ORIGINAL, encode(JSON.stringify(change)));

describe('editRequest', () => {
  test('returns the original without a change', () => {
    expect(editRequest(ORIGINAL)).toBe(ORIGINAL);
    expect(editRequest(ORIGINAL, new Uint8Array())).toBe(ORIGINAL);
  });

  const LENGTH = 'Content-Length';
  test.each<[change: object, headers: readonly unknown[], body: string | undefined]>([
    [{}, [[LENGTH, '3']], 'old'],
    [{ body: 'é!' }, [[LENGTH, '3']], 'é!'],
    [{ body: '' }, [], undefined],
    [{ headers: [['content-LENGTH', '9']] }, [[LENGTH, '3']], 'old'],
    [{ headers: [['content-LENGTH', '9']], body: '' }, [], undefined],
    [
      {
        headers: [
          ['A', '1'],
          ['A', '2'],
        ],
        body: 'b',
      },
      [
        ['A', '1'],
        ['A', '2'],
        [LENGTH, '1'],
      ],
      'b',
    ],
  ])('sends %j with the length of its body', (change, headers, body) => {
    const edited = edit({ method: 'POST', target: '/b?c=~!', headers: [], ...change });
    const { body: _, ...connection } = ORIGINAL;
    expect(edited).toEqual({
      ...connection,
      method: 'POST',
      target: '/b?c=~!',
      headers,
      ...(body !== undefined && { body: encode(body) }),
    });
  });

  const METHOD = 'The method must be a word such as GET.';
  const TARGET = 'The path must start with / and can have only ASCII characters without spaces. Percent-encode the others.';
  const HEADERS = 'Each header must have a name, a colon and a value.';
  test.each<[change: object, problem: string]>([
    [{ method: 5 }, METHOD],
    [{ method: '' }, METHOD],
    [{ method: 'A B' }, METHOD],
    [{ target: 5 }, TARGET],
    [{ target: 'a/b' }, TARGET],
    [{ target: '/a b' }, TARGET],
    [{ target: '/é' }, TARGET],
    [{ target: '/a\n' }, TARGET],
    [{ headers: undefined }, HEADERS],
    [{ headers: ['AB'] }, HEADERS],
    [{ headers: [['A']] }, HEADERS],
    [{ headers: [['A', 1]] }, HEADERS],
    [{ headers: [[1, 'A']] }, HEADERS],
    [{ headers: [['', 'A']] }, HEADERS],
    [{ headers: [['A', 'b\nc']] }, HEADERS],
    [
      {
        headers: [
          ['A', 'b'],
          ['A b', 'c'],
        ],
      },
      HEADERS,
    ],
    [{ body: 5 }, 'The body must be a string.'],
    [{ body: null }, 'The body must be a string.'],
  ])('rejects %j', (change, problem) => {
    expect(edit({ method: 'GET', target: '/', headers: [], ...change })).toEqual({ problem });
  });

  test.each(['5', 'null', '"a"', '{', 'x'])('rejects %s, which is not an object as JSON', (text) => {
    expect(editRequest(ORIGINAL, encode(text))).toEqual({ problem: 'The request must be an object as JSON.' });
  });
});
