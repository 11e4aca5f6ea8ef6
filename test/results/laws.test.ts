import { renderMessage, renderResult } from 'apigw-proxy';
import { type ResultInit, resultsFor } from 'apigw-proxy/results';
import { serialize } from 'cookie';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { character } from '../characters.js';
import { frozen } from '../frozen.js';
import { TARGETS, valuesOf } from '../render/responses.js';

const NAME = fc.stringMatching(/^X-[A-Za-z0-9]{1,6}$/);
const VALUE = fc.stringMatching(/^[!-~](?:[ -~]{0,12}[!-~])?$/);
const HEADERS = fc.dictionary(NAME, fc.oneof(VALUE, fc.array(VALUE, { minLength: 1, maxLength: 3 })), { maxKeys: 4 });
const COOKIE = fc
  .tuple(
    fc.stringMatching(/^[A-Za-z][\w-]{0,6}$/),
    fc.string({ unit: character, maxLength: 10 }),
    fc.record(
      { maxAge: fc.integer({ min: -1, max: 1e9 }), path: fc.constantFrom('/', '/a b'), httpOnly: fc.boolean() },
      { requiredKeys: [] },
    ),
  )
  .map(([name, value, attributes]) => serialize(name, value, attributes));
const STATUS = fc.oneof(fc.constantFrom(200, 201, 204, 205, 304, 404), fc.integer({ min: 200, max: 599 }));
const INIT = fc.record({ status: STATUS, headers: HEADERS, cookies: fc.array(COOKIE, { maxLength: 3 }) }, { requiredKeys: [] });
const TEXT = fc.string({ unit: character });

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

describe.each(TARGETS)('a result for %s', (target) => {
  const { json, text, html, bytes, redirect, empty, problem } = resultsFor(target);
  const CONTENT = fc.oneof(
    TEXT.map((value) => ({ make: (init: ResultInit) => text(value, init), expected: utf8(value) })),
    TEXT.map((value) => ({ make: (init: ResultInit) => html(value, init), expected: utf8(value) })),
    fc.jsonValue().map((value) => ({ make: (init: ResultInit) => json(value, init), expected: utf8(JSON.stringify(value)) })),
    fc.uint8Array().map((value) => ({ make: (init: ResultInit) => bytes(value, init), expected: value })),
    fc
      .array(character, { maxLength: 4 })
      .map((parts) => `https://a.example/${parts.map(encodeURIComponent).join('/')}`)
      .map((value) => ({ make: (init: ResultInit) => redirect(value, init), expected: utf8('') })),
    fc.constant({ make: (init: ResultInit) => empty(init), expected: utf8('') }),
  );
  const gateway = { target, ...(target === 'rest' && { binaryMediaTypes: ['*/*'] }) };

  test('renders without issues and keeps every header, every cookie and the bytes', () => {
    fc.assert(
      fc.property(CONTENT, INIT, fc.constantFrom('GET', 'HEAD'), ({ make, expected }, init, method) => {
        const response = renderResult(make(frozen({ ...init, method })), gateway, { method, target: '/', headers: [] });
        // Every 304 and every response to HEAD has these issues, whatever the result, because nobody knows what the gateway does.
        expect(response.issues.filter(({ code, path }) => code !== 'behaviour-assumed' || path.length > 0)).toEqual([]);
        expect(valuesOf(response, 'set-cookie')).toEqual(init.cookies ?? []);
        for (const [name, values] of byName(init.headers ?? {})) expect(valuesOf(response, name).join(', ')).toBe(values.join(', '));
        const hasBody = method === 'GET' && ![204, 205, 304].includes(response.status);
        expect(response.body).toEqual(hasBody ? expected : utf8(''));
      }),
    );
  });

  test('keeps the values of a repeated header apart if the payload format can', () => {
    const response = renderResult(json(1, { headers: { 'X-A': ['1', '2'] } }), gateway);
    expect(valuesOf(response, 'x-a')).toEqual(target === 'rest' || target === 'http-1.0' ? ['1', '2'] : ['1, 2']);
  });

  test('renders a problem document', () => {
    const response = renderResult(problem({ status: 422, title: 'No', balance: 3 }), gateway);
    expect(response.status).toBe(422);
    expect(valuesOf(response, 'content-type')).toEqual(['application/problem+json']);
    expect(JSON.parse(new TextDecoder().decode(response.body))).toEqual({ status: 422, title: 'No', balance: 3 });
  });
});

describe('a result for websocket', () => {
  const { json, text, empty } = resultsFor('websocket');

  test('renders as a frame, without issues', () => {
    const gateway = { target: 'websocket', route: '$default', routeResponse: true } as const;
    fc.assert(
      fc.property(fc.jsonValue(), fc.string({ unit: character, minLength: 1 }), (data, words) => {
        expect(renderMessage(json(data), gateway)).toEqual({ frame: JSON.stringify(data), ok: true, issues: [] });
        expect(renderMessage(text(words), gateway)).toEqual({ frame: words, ok: true, issues: [] });
      }),
    );
  });

  test('opens the connection with the subprotocol, without issues', () => {
    const init = { status: 200, headers: { 'Sec-WebSocket-Protocol': 'v1' } };
    const response = renderResult(empty(init), { target: 'websocket', route: '$connect' });
    expect([response.status, valuesOf(response, 'sec-websocket-protocol'), response.issues]).toEqual([101, ['v1'], []]);
  });
});

/** Values by name, ignoring case, in order. */
function byName(headers: Record<string, string | string[]>): [string, string[]][] {
  const names = new Map<string, string[]>();
  for (const [name, values] of Object.entries(headers)) {
    names.set(name.toLowerCase(), [...(names.get(name.toLowerCase()) ?? []), ...[values].flat()]);
  }
  return [...names];
}
