import * as fc from 'fast-check';
import type { Target } from '../aws/target.js';
import { checkTarget } from '../gateway/check-gateway.js';
import type { APIGatewayProxyResult } from '../types/proxy-result.js';
import type { APIGatewayProxyStructuredResultV2 } from '../types/proxy-result-v2.js';

/** The result of each target that responds to requests. */
export interface TargetResult {
  rest: APIGatewayProxyResult;
  'http-1.0': APIGatewayProxyResult;
  'http-2.0': APIGatewayProxyStructuredResultV2;
  'function-url': APIGatewayProxyStructuredResultV2;
}

const STATUS = fc.oneof(fc.constantFrom(200, 201, 204, 302, 304, 400, 404, 500, 502), fc.integer({ min: 200, max: 599 }));
const NAME = fc.oneof(
  fc.constantFrom('Content-Type', 'content-type', 'Location', 'X-Id', 'ETag'),
  fc.stringMatching(/^[A-Za-z][A-Za-z0-9-]{0,12}$/),
);
const VALUE = fc.stringMatching(/^[!-~](?:[ -~]{0,20}[!-~])?$/);
const COOKIES = fc.array(fc.stringMatching(/^[a-z]{1,5}=[a-z0-9]{0,5}(?:; HttpOnly)?$/), { maxLength: 3 });
const HEADERS = fc.dictionary(NAME, VALUE, { maxKeys: 5 });
const LISTS = fc.dictionary(NAME, fc.array(VALUE, { minLength: 1, maxLength: 3 }), { maxKeys: 3 });

const BODY = fc.oneof(
  fc.record({ body: fc.oneof(fc.string(), fc.json()) }),
  fc.base64String().map((body) => ({ body, isBase64Encoded: true })),
  fc.constant({}),
);

/**
 * Generates a result that the target's gateway accepts.
 *
 * @param target the kind of gateway.
 * @throws GatewayError `unknown-target`.
 * @example
 * ```ts
 * import { renderResult } from 'apigw-proxy';
 * import { result } from 'apigw-proxy/arbitraries';
 * import * as fc from 'fast-check';
 *
 * fc.assert(fc.property(result('rest'), (drawn) => renderResult(drawn, { target: 'rest' }).ok));
 * ```
 */
export function result<T extends keyof TargetResult>(target: T): fc.Arbitrary<TargetResult[T]> {
  checkTarget(target);
  // The table has the right results for every target.
  return RESULTS[target] as fc.Arbitrary<TargetResult[T]>;
}

const RESULTS: { readonly [T in keyof TargetResult]: fc.Arbitrary<TargetResult[T]> } = {
  rest: payload1(),
  'http-1.0': payload1(),
  'http-2.0': payload2(),
  'function-url': payload2(),
};

/**
 * Generates a value that the target's gateway rejects with 502 or 500.
 *
 * @param target the kind of gateway.
 * @throws GatewayError `unknown-target`.
 * @example
 * ```ts
 * import { renderResult } from 'apigw-proxy';
 * import { refusedResult } from 'apigw-proxy/arbitraries';
 * import * as fc from 'fast-check';
 *
 * fc.assert(fc.property(refusedResult('rest'), (drawn) => !renderResult(drawn, { target: 'rest' }).ok));
 * ```
 */
export function refusedResult(target: Exclude<Target, 'websocket'>): fc.Arbitrary<unknown> {
  checkTarget(target);
  const isPayload1 = target === 'rest' || target === 'http-1.0';
  return fc.oneof(
    fc.constantFrom(0, 99, 600, 1000, -1).map((statusCode) => ({ statusCode, body: '' })),
    fc.record({ statusCode: STATUS, headers: fc.oneof(fc.constant('x'), fc.constant(['x']), fc.constant(1)) }),
    fc.record({ statusCode: STATUS, headers: fc.dictionary(NAME, fc.array(VALUE), { minKeys: 1 }) }),
    ...(target === 'function-url' ? [] : [fc.record({ statusCode: STATUS, body: fc.dictionary(fc.string(), fc.string()) })]),
    ...(isPayload1 ? [fc.string(), fc.array(fc.integer()), fc.constant(null)] : []),
    ...(target === 'rest' ? [fc.record({ statusCode: STATUS, cookies: COOKIES })] : []),
  );
}

function payload1(): fc.Arbitrary<APIGatewayProxyResult> {
  return whole(fc.record({ headers: HEADERS, multiValueHeaders: LISTS }, { requiredKeys: [] }));
}

function payload2(): fc.Arbitrary<APIGatewayProxyStructuredResultV2> {
  return whole(fc.record({ headers: HEADERS, cookies: COOKIES }, { requiredKeys: [] }));
}

function whole<T extends object>(
  head: fc.Arbitrary<T>,
): fc.Arbitrary<T & { statusCode: number; body?: string; isBase64Encoded?: boolean }> {
  return fc.tuple(STATUS, head, BODY).map(([statusCode, fields, body]) => ({ statusCode, ...fields, ...body }));
}
