import { buildEvents, buildHttpEvent, buildRestEvent } from 'apigw-proxy';
import { describe, expect, test } from 'vitest';
import { cli } from './terminal.js';

const rest = buildRestEvent();
const http = buildHttpEvent();

describe('check --kind', () => {
  test.each(Object.entries(buildEvents()))('accepts an event of the kind %s, named or as any event', async (kind, event) => {
    for (const asked of [kind, 'event']) {
      expect((await cli(['check', '--kind', asked], JSON.stringify(event))).code).toBe(0);
    }
  });

  test.each([
    ['event', {}, 'invalid: This is not an event. An example: apigw-proxy event rest'],
    ['event', [], 'invalid: This is not an event.'],
    ['event', { statusCode: 200 }, 'invalid: This is not an event.'],
    ['event', { ...rest, requestContext: undefined }, 'invalid event of a REST API (rest)\n  requestContext: '],
    ['rest', http, 'invalid event of a REST API (rest): this is another event: event of an HTTP API, payload 2.0 (http-2.0).'],
    ['http-2.0', rest, 'invalid event of an HTTP API, payload 2.0 (http-2.0): this is another event: event of a REST API (rest).'],
    ['http-2.0', { version: '2.0' }, 'invalid event of an HTTP API, payload 2.0 (http-2.0)\n  '],
    ['policy', { principalId: 'me' }, 'invalid policy of a Lambda authorizer\n  policyDocument: '],
    ['result', rest, 'invalid result: this is an event: event of a REST API (rest).'],
  ])('says why this is not of the kind %s: %#', async (kind, value, text) => {
    const { code, out } = await cli(['check', '--kind', kind], JSON.stringify(value));
    expect([code, out.slice(0, text.length)]).toEqual([1, text]);
  });

  test.each([{}, [], 'text', 1, null, { hello: 'world' }])(
    'rejects JSON that is neither an event nor a result, unless its kind is named: %j',
    async (value) => {
      const { code, out } = await cli(['check'], JSON.stringify(value));
      expect([code, out]).toEqual([1, expect.stringMatching(/^invalid: This is neither an event nor a result/)]);
      expect((await cli(['check', '--kind', 'result'], JSON.stringify(value))).code).toBe(0);
    },
  );

  test.each([
    [['--kind', 'events'], "Unknown kind 'events'. Write one of: event, result, rest,"],
    [['--kind', 'rest', '--target', 'rest'], '--target is for results. Remove --target, or write --kind result.'],
  ])('refuses %j', async (args, message) => {
    const { code, err } = await cli(['check', ...args], '{}');
    expect([code, err]).toEqual([2, expect.stringContaining(message)]);
  });
});

describe('check --json', () => {
  test.each([
    ['an event', rest, 0, { valid: true, kind: 'rest', problems: [] }],
    [
      'an invalid event',
      { ...rest, path: 1 },
      1,
      { valid: false, kind: 'rest', problems: [{ path: ['path'], message: expect.any(String) }] },
    ],
    ['anything else', {}, 1, { valid: false, kind: 'unknown', reason: expect.any(String) }],
  ])('prints what is wrong with %s', async (_, value, code, expected) => {
    const printed = await cli(['check', '--json'], JSON.stringify(value));
    expect([printed.code, JSON.parse(printed.out)]).toMatchObject([code, expected]);
  });

  test('prints the issues of a result, with their sentences, for each target', async () => {
    const { code, out } = await cli(['check', '--json'], '{"statusCode":200,"cookies":["a=1"],"body":"x"}');
    const { valid, kind, results } = JSON.parse(out);
    expect([code, valid, kind, results.map(({ target }: { target: string }) => target)]).toEqual([
      0,
      true,
      'result',
      ['rest', 'http-1.0', 'http-2.0', 'function-url', 'websocket'],
    ]);
    expect(results[0]).toMatchObject({
      valid: false,
      status: 502,
      issues: [{ code: 'unknown-key', severity: 'error', path: ['cookies'], message: expect.any(String), fix: expect.any(String) }],
    });
  });
});
