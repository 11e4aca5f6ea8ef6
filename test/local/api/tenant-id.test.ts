import type { RenderTarget } from 'apigw-proxy';
import { createLocalApi, type TenantIdSource } from 'apigw-proxy/local';
import { describe, expect, test } from 'vitest';
import { tenantIdOf } from '../../../src/local/api/tenant-id.js';

function apiOf(tenantId: TenantIdSource) {
  return createLocalApi({
    target: 'rest',
    tenantId,
    authorizers: { own: { lambda: { principalId: 'ada', context: { tenant: 'from the authorizer' } } } },
    authorizer: 'own',
    routes: { 'GET /{tenant}': async (_event, context) => ({ statusCode: 200, body: context.tenantId ?? 'none' }) },
  });
}

describe('tenantId', () => {
  test.each<[TenantIdSource, string]>([
    ['method.request.header.X-Tenant', 'from the header'],
    ['method.request.querystring.tenant', 'from the query'],
    ['method.request.path.tenant', 'from-the-path'],
    ['context.authorizer.tenant', 'from the authorizer'],
  ])('is the value of %s', async (source, tenant) => {
    const response = await apiOf(source).fetch('/prod/from-the-path?tenant=from%20the%20query', {
      headers: { 'x-tenant': 'from the header' },
    });
    expect([response.status, await response.text()]).toEqual([200, tenant]);
  });

  test.each([5, true])('is a string if the context of the authorizer has %j', (tenant) => {
    const event = { requestContext: { authorizer: { tenant } } };
    expect(tenantIdOf('context.authorizer.tenant', { method: 'GET', target: '/', headers: [] }, event)).toBe(`${tenant}`);
  });

  test.each<TenantIdSource>([
    'method.request.header.X-Tenant',
    'method.request.querystring.tenant',
    'method.request.path.constructor',
    'context.authorizer.constructor',
  ])('is missing without %s, so Lambda rejects the call', async (source) => {
    const api = apiOf(source);
    expect((await api.fetch('/prod/a?tenant=', { headers: { 'X-Tenant': '' } })).status).toBe(500);
    expect(api.last?.error).toMatchObject({ message: expect.stringContaining(source) });
    expect(api.last?.response.issues.map(({ code }) => code)).toContain('integration-failure');
  });

  test.each<RenderTarget>(['http-1.0', 'http-2.0', 'function-url'])('is rejected for %s', (target) => {
    const init = { target, routes: {}, tenantId: 'method.request.header.X-Tenant' } as const;
    expect(() => createLocalApi(init)).toThrow(expect.objectContaining({ code: 'unsupported-option', path: ['tenantId'] }));
  });

  test.each(['X-Tenant', 'a.method.request.header.b', 'method.request.body.tenant', 'method.request.header.', 'context.authorizer.a.b'])(
    'rejects %s',
    (tenantId) => {
      const init = { target: 'rest', routes: {}, tenantId: tenantId as TenantIdSource } as const; // JavaScript may pass anything
      expect(() => createLocalApi(init)).toThrow(expect.objectContaining({ code: 'invalid-option', path: ['tenantId'] }));
    },
  );
});
