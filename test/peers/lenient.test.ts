import { renderResult } from 'apigw-proxy';
import { readRenderCases, readRequestCases } from 'apigw-proxy/conformance';
import { describe, expect, test } from 'vitest';
import type { ReceivedResponse } from '../../src/conformance/compare/compare-response.js';
import { gatewayOf, requestOf, resultOf } from '../conformance/render-case.js';
import { eventOfCase } from '../conformance/request-case.js';
import { lenientEvent, lenientResponse } from './lenient.js';

const EXPECT = {
  status: 200,
  headers: { 'content-type': ['text/plain; charset=utf-8'], 'content-length': ['2'], 'x-list': ['a', 'b'], 'set-cookie': ['a=1', 'b=2'] },
  present: ['x-amzn-requestid'],
  rawNames: ['X-List'],
  bodyText: 'ok',
};

const HEADERS: ReceivedResponse['headers'] = [
  ['content-type', 'Text/Plain'],
  ['x-list', 'a,b'],
  ['set-cookie', 'a=1'],
  ['set-cookie', 'b=2'],
];

const RECEIVED: ReceivedResponse = { status: 200, headers: HEADERS, body: new TextEncoder().encode('ok') };

describe('lenientResponse', () => {
  test('forgives spelling, parameters of the Content-Type, lists, framing and headers of AWS', () => {
    expect(lenientResponse(RECEIVED, { expect: EXPECT })).toEqual([]);
  });

  test.each([
    ['the status', { status: 201 }, 'status: expected 200, got 201'],
    ['the body', { body: new TextEncoder().encode('no') }, 'body: expected "ok", got "no"'],
    ['the order of a list', { headers: HEADERS.with(1, ['x-list', 'b,a']) }, 'header x-list: expected ["a","b"], got ["b","a"]'],
    [
      'a joined cookie',
      { headers: HEADERS.toSpliced(2, 2, ['set-cookie', 'a=1, b=2']) },
      'header set-cookie: expected ["a=1","b=2"], got ["a=1, b=2"]',
    ],
    [
      'the media type',
      { headers: HEADERS.with(0, ['content-type', 'text/html']) },
      'header content-type: expected ["text/plain"], got ["text/html"]',
    ],
  ])('notices %s', (_, change, sentence) => {
    expect(lenientResponse({ ...RECEIVED, ...change }, { expect: EXPECT })).toEqual([sentence]);
  });

  test('accepts the other side of a conflict', () => {
    const conflicting = { ...EXPECT, status: 500, alternatives: [{ status: 200, rawNames: ['X-List'] }] };
    expect(lenientResponse(RECEIVED, { expect: conflicting })).toEqual([]);
  });

  test('holds whatever holds strictly', () => {
    for (const given of readRenderCases().filter(({ api }) => api !== 'websocket')) {
      expect(lenientResponse(renderResult(resultOf(given.lambdaResult), gatewayOf(given), requestOf(given)), given), given.id).toEqual([]);
    }
  });
});

describe('lenientEvent', () => {
  const event = { headers: { 'x-a': '1', connection: 'close' }, body: '', cookies: [], path: '/a', stageVariables: {} };

  test('forgives spelling, empty values and framing', () => {
    const expected = { 'headers.X-A': '1', 'headers.Content-Length': '2', stageVariables: null, body: null, 'multiValueHeaders.X-B': null };
    expect(lenientEvent(event, { expect: expected, absent: ['cookies', 'headers.Connection'] })).toEqual([]);
  });

  test.each([
    [{ 'headers.X-A': '2' }, [], 'headers.X-A: expected "2", got "1"'],
    [{ isBase64Encoded: false }, [], 'isBase64Encoded: expected false, got undefined'],
    [{ headers: { 'X-A': '1' } }, [], 'headers: expected {"x-a":"1"}, got {"x-a":"1","connection":"close"}'],
    [{}, ['headers.X-A'], 'headers.X-A: expected to be absent, got "1"'],
    [{ 'headers.X-A': '2' }, ['headers.x-a'], 'headers.X-A: expected "2", got "1"'],
  ])('notices %j and %j', (expected, absent, sentence) => {
    expect(lenientEvent(event, { expect: expected, absent })).toEqual([sentence]);
  });

  test('skips what a request can not decide', () => {
    expect(lenientEvent(event, { expect: { path: '/b' } }, (path) => path === 'path')).toEqual([]);
  });

  test('holds whatever holds strictly', () => {
    for (const given of readRequestCases()) expect(lenientEvent(eventOfCase(given), given), given.id).toEqual([]);
  });
});
