import { readRenderCases, readRequestCases } from 'apigw-proxy/conformance';
import { describe, expect, test } from 'vitest';
import { type CaseScore, scoreEvent, scoreFailure, scoreResponse, splitSentence, summarize, topFailures } from './score.js';

const [RESULT] = readRenderCases();
const [REQUEST] = readRequestCases();
if (RESULT === undefined || REQUEST === undefined) throw new Error('There are no cases.');

const EMPTY = { status: 418, headers: [], body: new Uint8Array() };

describe('a score', () => {
  test('has the differences of a response', () => {
    const { kind, strict, lenient } = scoreResponse(RESULT, EMPTY);
    expect(kind).toBe('result');
    expect(strict).toContain('status: expected 200, got 418');
    expect(lenient).toContain('status: expected 200, got 418');
    expect(lenient.length).toBeLessThan(strict.length);
  });

  test('has the differences of an event, and how many fields were compared', () => {
    const given = { ...REQUEST, expect: { path: '/a', 'requestContext.requestId': 'x' }, absent: ['version'] };
    expect(scoreEvent(given, { path: '/a' })).toEqual({ id: REQUEST.id, kind: 'request', strict: [], lenient: [], fields: 2 });
    expect(scoreEvent(REQUEST, {}).lenient.length).toBeGreaterThan(0);
    expect(scoreEvent(REQUEST, {}, () => true)).toMatchObject({ strict: [], fields: 0 });
  });

  test.each([
    ['result', RESULT],
    ['request', REQUEST],
  ])('of a %s without an answer fails for everyone', (kind, given) => {
    expect(scoreFailure(given, 'it ended')).toEqual({ id: given.id, kind, strict: ['it ended'], lenient: ['it ended'] });
  });
});

const SCORES: readonly CaseScore[] = [
  { id: 'a', kind: 'request', strict: [], lenient: [], fields: 3 },
  { id: 'b', kind: 'request', strict: ['body: expected "x", got "y"'], lenient: [], fields: 4 },
  { id: 'c', kind: 'request', strict: ['body: expected 1, got 2'], lenient: ['body: expected 1, got 2'], fields: 5 },
  { id: 'd', kind: 'request', strict: ['it ended'], lenient: ['it ended'] },
  {
    id: 'e',
    kind: 'request',
    strict: ['x'],
    lenient: ['path: expected 1, got 2', 'body: expected 3, got 4', 'body: expected 5, got 6'],
    fields: 1,
  },
];

describe('summarize', () => {
  test('counts cases and fields', () => {
    expect(summarize(SCORES)).toEqual({ played: 5, strict: 1, lenient: 2, fields: 13, rightFields: 11 });
    expect(summarize([])).toEqual({ played: 0, strict: 0, lenient: 0, fields: 0, rightFields: 0 });
  });
});

describe('topFailures', () => {
  test('counts each case once, and starts with what differs most', () => {
    expect(topFailures(SCORES, 2)).toEqual([
      { what: 'body', count: 2, id: 'c', example: 'expected 1, got 2' },
      { what: 'no answer', count: 1, id: 'd', example: 'it ended' },
    ]);
  });
});

test.each([
  ['header a: expected "b: expected c", got null', ['header a', 'expected "b: expected c", got null']],
  ['TypeError: x is not a function', ['no answer', 'TypeError: x is not a function']],
])('splitSentence of %s', (sentence, parts) => {
  expect(splitSentence(sentence)).toEqual(parts);
});
