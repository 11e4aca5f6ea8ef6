import { createLocalApi } from 'apigw-proxy/local';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createExchangeLog } from '../../../src/local/api/exchange-log.js';

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
        const { exchanges, add } = createExchangeLog<typeof exchange>(keep);
        const added = lengths.map(withBody);
        for (const one of added) {
          add(one);
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
});
