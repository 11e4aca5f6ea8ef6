import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fetchText } from '../../../../../src/local/inspect/page/copy/fetch-text.js';
import { requestView } from '../summaries.js';
import { anyOriginal, ORIGIN, ORIGINALS, type Original, viewOfOriginal } from './copied-requests.js';

/** Runs the copied code with a function in place of `fetch`, and returns the Fetch request that it would send. */
async function requestOf(code: string): Promise<Request> {
  let request: Request | undefined;
  const run = new Function('fetch', `return (async () => { ${code} })()`);
  await run((url: string, init?: RequestInit) => {
    request = new Request(url, init);
  });
  return request ?? expect.fail('The code did not call fetch.');
}

async function expectSameRequest(original: Original): Promise<void> {
  const hasNoBody = original.method === 'GET' || original.method === 'HEAD';
  const request = await requestOf(fetchText(viewOfOriginal(original), ORIGIN));
  const expected = new Headers(original.headers.map(([name, value]): [string, string] => [name, value]));
  const own = original.body.length > 0 && !hasNoBody && !expected.has('content-type') ? ['content-type'] : [];
  expect([request.method, request.url]).toEqual([original.method, new URL(ORIGIN + original.target).href]);
  expect([...request.headers].filter(([name]) => !own.includes(name))).toEqual([...expected]);
  expect(new Uint8Array(await request.arrayBuffer())).toEqual(hasNoBody ? new Uint8Array(0) : original.body);
}

describe('fetchText', () => {
  // Fetch accepts any method, but not with a quote.
  test.each(ORIGINALS.filter(([name]) => name !== 'a method of its own'))('sends the same request: %s', async (_, original) => {
    await expectSameRequest(original);
  });

  test('sends the same request, whatever it is', async () => {
    await fc.assert(fc.asyncProperty(anyOriginal, expectSameRequest));
  });

  test('is as short as one would write it', () => {
    expect(fetchText(requestView({ target: '/users/42' }), ORIGIN)).toBe(
      "const response = await fetch('http://127.0.0.1:3000/users/42');\n",
    );
  });

  test('says that fetch cannot send the body of a GET request', () => {
    expect(fetchText(requestView({ body: 'a' }), ORIGIN)).toMatch(/^\/\/ fetch can't send the body of a GET request\.\n/);
  });
});
