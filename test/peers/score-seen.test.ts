import { type RequestCase, readRequestCases } from 'apigw-proxy/conformance';
import { describe, expect, test } from 'vitest';
import { eventOfCase } from '../conformance/request-case.js';
import { playOwnAdapter } from './adapters.js';
import { type AdaptedEvent, keepsPath, scoreSeen } from './score-seen.js';
import type { Seen } from './seen.js';

const GIVEN = caseOf('rest-duplicate-header-query-cookie');
const EVENT = eventOfCase(GIVEN) as AdaptedEvent;

/** What the client of the case sent. */
const SEEN: Seen = {
  method: 'POST',
  target: `/capture/space%20value?${GIVEN.request.rawQuery}`,
  headers: headersOf(GIVEN),
  bodyBase64: Buffer.from(GIVEN.request.bodyText ?? '').toString('base64'),
};

function caseOf(id: string): RequestCase {
  const found = readRequestCases().find((given) => given.id === id);
  if (found === undefined) throw new Error(`There is no case ${id}.`);
  return found;
}

function headersOf({ request }: RequestCase): Seen['headers'] {
  const headers: Record<string, string> = {};
  for (const [name, value] of request.headers ?? []) {
    const key = name.toLowerCase();
    headers[key] = headers[key] === undefined ? value : `${headers[key]}, ${value}`;
  }
  return headers;
}

describe('scoreSeen', () => {
  test.each<[string, Partial<Seen>]>([
    ['what the client sent', {}],
    ['the path with the stage', { target: `/live/capture/space%20value?${GIVEN.request.rawQuery}` }],
    ['lists of headers', { headers: { ...SEEN.headers, 'x-voker-probe': ['first', 'second'] } }],
  ])('holds for %s', (_, change) => {
    expect(scoreSeen(GIVEN, EVENT, { ...SEEN, ...change })).toEqual({ id: GIVEN.id, kind: 'request', strict: [], lenient: [] });
  });

  test.each<[string, Partial<Seen>]>([
    ['a decoded path', { target: `/capture/space value?${GIVEN.request.rawQuery}` }],
    [
      'another order of names',
      {
        target: `/capture/space%20value?${GIVEN.request.rawQuery?.split('&').reverse().join('&').replace('two&repeat=one', 'one&repeat=two')}`,
      },
    ],
    ['cookies without a space', { headers: { ...SEEN.headers, cookie: String(SEEN.headers['cookie']).replaceAll('; ', ';') } }],
  ])('forgives %s', (_, change) => {
    const { strict, lenient } = scoreSeen(GIVEN, EVENT, { ...SEEN, ...change });
    expect([strict.length, lenient]).toEqual([1, []]);
  });

  test.each<[string, Partial<Seen>, string]>([
    ['another method', { method: 'GET' }, 'method: expected "POST", got "GET"'],
    ['another path', { target: `/capture?${GIVEN.request.rawQuery}` }, 'path: expected "/live/capture/space%20value", got "/capture"'],
    ['a lost body', { bodyBase64: '' }, `body: expected "${SEEN.bodyBase64}", got ""`],
    [
      'a lost value',
      { headers: { ...SEEN.headers, 'x-voker-probe': 'first' } },
      'header x-voker-probe: expected "first,second", got "first"',
    ],
  ])('notices %s', (_, change, sentence) => {
    expect(scoreSeen(GIVEN, EVENT, { ...SEEN, ...change }).lenient).toEqual([sentence]);
  });

  test('asks for no header that the event has lost', () => {
    const event = { ...EVENT, headers: {}, multiValueHeaders: {} };
    expect(scoreSeen(GIVEN, event, { ...SEEN, headers: {} }).lenient).toEqual([]);
  });
});

test.each([
  ['rest-greedy-plain', true],
  ['http2-path-decoded', true],
  ['http2-question-mark-cuts-path', false],
])('keepsPath of %s is %s', (id, isKept) => {
  expect(keepsPath(caseOf(id), eventOfCase(caseOf(id)) as AdaptedEvent)).toBe(isKept);
});

test('playOwnAdapter shows the application what the client sent, in every case', async () => {
  const scores = await playOwnAdapter(readRequestCases().filter(({ event }) => event === 'proxy'));
  expect(scores.length).toBeGreaterThan(60);
  expect(scores.filter(({ lenient }) => lenient.length > 0)).toEqual([]);
});
