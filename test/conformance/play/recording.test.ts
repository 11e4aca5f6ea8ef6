import { buildHttpEvent } from 'apigw-proxy';
import { describe, expect, test } from 'vitest';
import type { RenderCase } from '../../../src/conformance/cases/render-case.js';
import type { RequestCase } from '../../../src/conformance/cases/request-case.js';
import { recordEvent, recordResponse } from '../../../src/conformance/play/recording.js';

const CHANGING = [
  ...['date', 'apigw-requestid', 'x-amzn-requestid', 'x-amz-apigw-id', 'x-amzn-trace-id', 'via', 'x-amz-cf-id', 'x-amz-cf-pop'],
  ...['x-cache', 'keep-alive', 'connection'],
];

describe('recordResponse', () => {
  const given: RenderCase = {
    id: 'x',
    api: 'rest',
    evidence: 'INFERENCE',
    confidence: 'low',
    source: 'nobody',
    lambdaResult: {},
    expect: { status: 500 },
  };
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

  test('is the case with what was seen', () => {
    const headers = [
      ['Date', 'today'],
      ['Set-Cookie', 'a=1'],
      ['set-cookie', 'b=2'],
      ['Set-Cookie', 'c=3'],
    ] as const;
    expect(recordResponse(given, { status: 200, headers, body: bytes('é') })).toEqual({
      id: 'x',
      api: 'rest',
      evidence: 'RECORDED',
      confidence: 'high',
      source: 'apigw-proxy conformance',
      lambdaResult: {},
      expect: {
        status: 200,
        headers: { 'set-cookie': ['a=1', 'b=2', 'c=3'] },
        present: ['date'],
        rawNames: ['Date', 'Set-Cookie', 'set-cookie'],
        bodyText: 'é',
      },
    });
  });

  test('leaves out the values that differ in every response', () => {
    const headers = CHANGING.map((name) => [name.toUpperCase(), 'x'] as const);
    const others = CHANGING.flatMap((name) => [[`a-${name}`, 'x'] as const, [`${name}-b`, 'x'] as const]);
    const { expect: seen } = recordResponse(given, { status: 200, headers: [...headers, ...others], body: bytes('') }) as RenderCase;
    expect(seen.present).toEqual(CHANGING);
    expect(seen.headers).toEqual(Object.fromEntries(others.map(([name, value]) => [name, [value]])));
  });

  test('keeps bytes that are no text', () => {
    const { expect: seen } = recordResponse(given, { status: 200, headers: [], body: new Uint8Array([255, 0]) }) as RenderCase;
    expect(seen).toEqual({ status: 200, headers: {}, present: [], rawNames: [], bodyBase64: '/wA=' });
  });
});

describe('recordEvent', () => {
  const given: RequestCase = {
    ...{ id: 'x', api: 'http-2.0', evidence: 'DOCUMENTED', source: 'a page', event: 'proxy', stage: '$default', route: 'GET /a' },
    request: { method: 'GET' },
    settings: { stageVariables: { a: 'b' }, httpVersion: '2' },
    expect: { rawPath: '/b', 'requestContext.accountId': '1', 'headers.accept': 'x', body: 'x' },
    absent: ['cookies', 'rawQueryString', 'requestContext.apiId'],
  };

  test('says what the event has of what the case asks about, without what AWS generates', () => {
    const event = buildHttpEvent({ path: '/a', headers: { accept: 'text/html', authorization: 'Bearer secret' } });
    const recorded = recordEvent(given, event) as RequestCase & { readonly recordedEvent: unknown };
    const { recordedEvent, ...rest } = recorded;
    expect(rest).toEqual({
      ...given,
      evidence: 'RECORDED',
      confidence: 'high',
      source: 'apigw-proxy conformance',
      settings: { stageVariables: { a: 'b' }, httpVersion: '1.1' },
      expect: { rawPath: '/a', 'headers.accept': 'text/html', rawQueryString: '' },
      absent: ['body', 'cookies'],
    });
    expect(recordedEvent).toMatchObject({ version: '2.0', requestContext: { stage: '$default' } });
    expect(JSON.stringify(recordedEvent)).not.toContain('secret');
  });

  test('keeps what is no event', () => {
    const { absent, ...rest } = given;
    expect(absent).toHaveLength(3);
    for (const event of [undefined, 'text', null]) {
      expect(recordEvent(rest, event)).toMatchObject({ recordedEvent: event, expect: {}, absent: ['rawPath', 'headers.accept', 'body'] });
    }
  });
});
