import type { RenderTarget } from 'apigw-proxy';
import { httpRequest } from 'apigw-proxy/arbitraries';
import { createLocalApi } from 'apigw-proxy/local';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const ROUTES: Readonly<Record<RenderTarget, readonly string[]>> = {
  rest: ['ANY /', 'ANY /{proxy+}'],
  'http-1.0': ['$default'],
  'http-2.0': ['$default'],
  'function-url': ['$default'],
};
const CERTIFICATE = {
  clientCertPem: 'pem',
  subjectDN: 'CN=a',
  issuerDN: 'CN=b',
  serialNumber: '1',
  validity: { notBefore: 'a', notAfter: 'b' },
};

describe('the event of an exchange', () => {
  test.each(Object.keys(ROUTES) as RenderTarget[])(
    'is the one that the function received, even if the function has changed its own: %s',
    async (target) => {
      const prefix = target === 'rest' ? '/prod' : '';
      await fc.assert(
        fc.asyncProperty(requests(prefix), fc.boolean(), async (request, isKnown) => {
          const seen: string[] = [];
          const authorizer = isKnown ? { authorizers: { iam: { iam: { userId: 'ada' } } }, authorizer: 'iam' } : {};
          const api = createLocalApi({
            target,
            stageVariables: target === 'function-url' ? undefined : { color: 'red' },
            ...authorizer,
            routes: Object.fromEntries(ROUTES[target].map((key) => [key, change])),
          } as never);
          function change(event: object): object {
            seen.push(JSON.stringify(event));
            destroy(event);
            return { statusCode: 200 };
          }
          const exchange = await api.exchange(request);
          expect(seen).toEqual(exchange.event === undefined ? [] : [JSON.stringify(exchange.event)]);
        }),
      );
    },
  );

  test('is made once, and no other exchange shares a part of it', async () => {
    const api = createLocalApi({ target: 'http-2.0', stageVariables: { color: 'red' }, routes: { $default: () => ({ statusCode: 200 }) } });
    const request = { method: 'GET', target: '/a?b=c', headers: [['Cookie', 'd=e']], clientCert: CERTIFICATE } as const;
    const [one, other] = [await api.exchange(request), await api.exchange(request)];
    expect(api.exchanges).toEqual([one, other]);
    expect(api.exchanges[0]?.event).toBe(one.event);
    for (const part of partsOf(one.event)) expect(partsOf([other.event, CERTIFICATE])).not.toContain(part);
  });
});

/** Requests with and without a body, a query, cookies and a certificate. */
function requests(prefix: string): fc.Arbitrary<Parameters<ReturnType<typeof createLocalApi>['exchange']>[0]> {
  return fc.tuple(httpRequest(), fc.boolean(), fc.boolean()).map(([request, hasBody, hasCertificate]) => ({
    method: request.method,
    target: `${prefix}${request.target}`,
    headers: request.headers,
    ...(hasBody && request.body && { body: request.body }),
    ...(hasCertificate && { clientCert: CERTIFICATE }),
  }));
}

/** Removes everything from a value, at any depth. */
function destroy(value: object): void {
  for (const [key, part] of Object.entries(value)) {
    if (typeof part === 'object' && part !== null) destroy(part);
    Reflect.deleteProperty(value, key);
  }
}

/** The objects and arrays in a value, at any depth. */
function partsOf(value: unknown): object[] {
  if (typeof value !== 'object' || value === null) return [];
  return [value, ...Object.values(value).flatMap(partsOf)];
}
