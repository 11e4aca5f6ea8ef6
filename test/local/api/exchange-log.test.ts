import type { CustomIntegration } from 'apigw-proxy/custom';
import { createLocalApi } from 'apigw-proxy/local';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createExchangeLog, sizeOfExchange } from '../../../src/local/api/exchange-log.js';

const MEGABYTE = 1024 * 1024;

describe('createExchangeLog', () => {
  test('keeps the newest exchanges, within the limits of number and memory', async () => {
    const exchange = await createLocalApi({ target: 'http-2.0', routes: { $default: () => 'ok' } }).exchange({
      method: 'GET',
      target: '/',
      headers: [],
    });
    const body = new Uint8Array(40 * MEGABYTE);
    const withBody = (length: number) => ({ ...exchange, response: { ...exchange.response, body: body.subarray(0, length) } });
    const bytesOf = (kept: readonly (typeof exchange)[]) => kept.reduce((sum, { response }) => sum + 2 * response.body.length, 0);
    fc.assert(
      fc.property(fc.array(fc.nat(40 * MEGABYTE), { maxLength: 20 }), fc.integer({ min: 1, max: 10 }), (lengths, keep) => {
        const { readAll, add } = createExchangeLog<typeof exchange>(keep);
        const exchanges = readAll();
        const added = lengths.map(withBody);
        for (const one of added) {
          add({ size: sizeOfExchange(one.request, one.event, one.response.body.length), read: () => one });
          expect(exchanges.at(-1)).toBe(one);
          expect(exchanges.length).toBeLessThanOrEqual(keep);
          expect(exchanges.length === 1 || bytesOf(exchanges) <= 64 * MEGABYTE).toBe(true);
        }
        expect(exchanges).toEqual(added.slice(added.length - exchanges.length));
        const next = added.slice(0, -exchanges.length).at(-1);
        if (next !== undefined && exchanges.length < keep) expect(bytesOf([next, ...exchanges])).toBeGreaterThan(64 * MEGABYTE);
      }),
    );
  });

  test.each([
    [undefined, undefined, 5, 10],
    [10, 'a'.repeat(10), 5, 30],
    [10, 'a'.repeat(100), 5, 120],
    [10, 'a'.repeat(3), 0, 20],
    [10, null, 0, 20],
  ])('counts a body of %s bytes twice, an event that is larger, and the response twice', (given, body, sent, size) => {
    const request = { method: 'GET', target: '/', headers: [], ...(given !== undefined && { body: new Uint8Array(given) }) };
    expect(sizeOfExchange(request, body === undefined ? undefined : { body }, sent)).toBe(size);
  });

  test('puts an exchange together when somebody reads it, and never one that was dropped', () => {
    const made: number[] = [];
    const log = createExchangeLog<number>(2);
    function add(number: number): void {
      log.add({ size: 0, read: () => made.push(number) && number });
    }
    for (const number of [1, 2, 3]) add(number);
    expect(made).toEqual([]);
    expect([log.readLast(), made]).toEqual([3, [2, 3]]);
    for (const number of [4, 5, 6]) add(number);
    expect([log.readLast(), made]).toEqual([6, [2, 3, 5, 6]]);
  });

  test('adds to the array that somebody has read', () => {
    const log = createExchangeLog<number>(2);
    log.add({ size: 0, read: () => 1 });
    const read = log.readAll();
    for (const number of [2, 3]) log.add({ size: 0, read: () => number });
    expect(read).toEqual([2, 3]);
    expect(log.readAll()).toBe(read);
  });

  test.each(['event', 'result'] as const)('counts the %s of a custom integration', async (large) => {
    const text = 'a'.repeat(5_000_000);
    const handler = (): unknown => ({ text: large === 'result' ? text : 'ok' });
    const loop = '#foreach($i in [1..1000])"$i": "$input.body",#end';
    const event = large === 'event' ? `{${loop} "end": 1}` : '{}';
    const integration: CustomIntegration = {
      integration: 'custom',
      requestTemplates: { 'text/plain': event },
      responses: [{ statusCode: 200, responseTemplates: { 'application/json': 'short' } }],
    };
    const api = createLocalApi({ target: 'rest', routes: { 'POST /': { handler, integration } }, keep: 1000 });
    const request = {
      method: 'POST',
      target: '/prod/',
      headers: [['Content-Type', 'text/plain']] as const,
      body: new TextEncoder().encode('a'.repeat(5000)),
    };
    for (let index = 0; index < 20; index += 1) await api.exchange(request);
    expect(api.last?.response.status).toBe(200);
    expect(api.exchanges.length).toBeGreaterThan(1);
    expect(api.exchanges.length).toBeLessThan(20);
  });
});
