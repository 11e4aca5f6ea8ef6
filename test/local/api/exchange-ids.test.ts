import type { RenderTarget } from 'apigw-proxy';
import { describe, expect, test } from 'vitest';
import { exchangeIds, gatewayId, invocationId, randomGatewayId } from '../../../src/local/api/exchange-ids.js';

const UUID = '1a2b3c4d-5e6f-4a7b-8c9d-000000000042';
const OWN = 'Xr0000000000042=';
const traceId = 'Root=1-695735a5-000000000000000000000042';

describe('exchangeIds', () => {
  test.each<[RenderTarget, object]>([
    ['rest', { requestId: UUID, extendedRequestId: OWN, traceId }],
    ['http-1.0', { requestId: OWN, traceId }],
    ['http-2.0', { requestId: OWN, traceId }],
    ['function-url', { requestId: UUID, traceId }],
  ])('has the form of AWS for %s', (target, expected) => {
    expect(exchangeIds(42, target)).toEqual(expected);
    expect(exchangeIds(42, target, { requestId: 'given' })).toEqual({ ...expected, requestId: 'given' });
  });

  test('are different from the id of the invocation', () => {
    expect(invocationId(42)).toBe('6f5e4d3c-2b1a-4f0e-9d8c-000000000042');
    expect(gatewayId('Xr', 42)).toBe(OWN);
    expect(randomGatewayId()).toMatch(/^[\w-]{15}=$/);
  });
});
