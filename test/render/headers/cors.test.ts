import { configureCors, failure, preflight, renderResult } from 'apigw-proxy/render';
import { describe, expect, test } from 'vitest';
import { answersPreflight } from '../../../src/render/answers/configure-cors.js';
import { codesOf, namesOf, render, valuesOf } from '../responses.js';

const CORS = {
  allowOrigins: ['https://a.example', 'http://*'],
  allowMethods: ['GET', 'PUT'],
  allowHeaders: ['x-req'],
  exposeHeaders: ['x-exp', 'x-more'],
  allowCredentials: true,
  maxAge: 300,
};
const OWN = { statusCode: 200, headers: { 'Access-Control-Allow-Origin': '*', 'access-control-max-age': '1', 'x-a': '1' }, body: '' };
const TARGETS = ['http-1.0', 'http-2.0', 'function-url'] as const;

function corsLines(headers: readonly (readonly [string, string])[]): (readonly [string, string])[] {
  return headers.filter(([name]) => /^(access-control-|vary$)/i.test(name));
}

describe('configureCors', () => {
  test.each(TARGETS)('changes nothing in a response of %s', (target) => {
    const request = { method: 'GET', target: '/', headers: [['Origin', 'https://a.example']] } as const;
    expect(renderResult(OWN, { target, cors: configureCors(CORS) }, request)).toEqual(renderResult(OWN, { target, cors: CORS }, request));
  });

  test('keeps the configuration plain data, and leaves the given object as it is', () => {
    expect(JSON.parse(JSON.stringify(configureCors(Object.freeze(CORS))))).toEqual(CORS);
  });

  test.each([
    [{ allowOrigins: '*' }, ['cors', 'allowOrigins']],
    [{ allowMethods: ['GET\r\n'] }, ['cors', 'allowMethods', 0]],
    [{ allowHeaders: [1] }, ['cors', 'allowHeaders', 0]],
    [{ exposeHeaders: 'x-a' }, ['cors', 'exposeHeaders']],
    [{ maxAge: '1\n' }, ['cors', 'maxAge']],
    ['*', ['cors']],
  ])('rejects %j at once', (configuration, path) => {
    expect(() => configureCors(configuration as object)).toThrow(expect.objectContaining({ code: 'invalid-option', path }));
  });
});

describe('a CORS configuration', () => {
  test.each(TARGETS)("replaces the function's headers for an origin that it allows: %s", (target) => {
    const response = render(OWN, { target, cors: CORS }, { headers: { Origin: 'https://a.example' } });
    expect(corsLines(response.headers)).toEqual([
      ['Access-Control-Allow-Origin', 'https://a.example'],
      ['Vary', 'origin'],
      ['Access-Control-Allow-Credentials', 'true'],
      ['Access-Control-Expose-Headers', 'x-exp,x-more'],
    ]);
    expect(valuesOf(response, 'x-a')).toEqual(['1']);
    expect(codesOf(response)).toEqual(['cors-overridden', 'cors-overridden']);
  });

  test.each<[string, Record<string, string>]>([
    ['of another origin', { origin: 'https://b.example' }],
    ['without an origin', {}],
  ])('sends no CORS header in response to a request %s', (_, headers) => {
    for (const target of TARGETS) expect(corsLines(render(OWN, { target, cors: CORS }, { headers }).headers)).toEqual([]);
  });

  test.each([
    [['*'], 'https://b.example', '*', []],
    [['https://*'], 'https://b.example', 'https://b.example', ['origin']],
    [['http://*'], 'http://b.example', 'http://b.example', ['origin']],
  ])('with the origins %j sends, to %s, %s', (allowOrigins, origin, allowed, vary) => {
    const response = render({ statusCode: 200 }, { target: 'http-2.0', cors: { allowOrigins } }, { headers: { origin } });
    expect([valuesOf(response, 'access-control-allow-origin'), valuesOf(response, 'vary')]).toEqual([[allowed], vary]);
  });

  test.each(
    TARGETS.flatMap((target) =>
      [true, false, undefined].flatMap((allowCredentials) =>
        ['*', 'https://a.example', 'https://*'].map((allowed) => [target, allowCredentials, allowed] as const),
      ),
    ),
  )('of %s with allowCredentials %s and the origin %s allows credentials only if it says so', (target, allowCredentials, allowed) => {
    const cors = { allowOrigins: [allowed], ...(allowCredentials !== undefined && { allowCredentials }) };
    const headers = { origin: 'https://a.example' };
    const sent = allowCredentials === true ? ['true'] : [];
    expect(valuesOf(render({ statusCode: 200 }, { target, cors }, { headers }), 'access-control-allow-credentials')).toEqual(sent);
    const preflightHeaders = [...Object.entries(headers), ['Access-Control-Request-Method', 'PUT']] as const;
    const answer = preflight({ method: 'OPTIONS', target: '/', headers: preflightHeaders }, { target, cors });
    expect(answer?.headers.filter(([name]) => name === 'Access-Control-Allow-Credentials').map(([, value]) => value)).toEqual(sent);
  });

  test.each([
    ['https://a.example', 'http://a.example'],
    ['https://a.example', 'https://a.example.evil'],
    ['https://a.example', 'https://evil-https://a.example'],
    ['https://*', 'http://a.example'],
    ['https://*', 'httpsx//a.example'],
    ['http://*', 'https://a.example'],
    ['https://*.example', 'https://a.example'],
    ['null', 'https://a.example'],
    ['', 'https://a.example'],
  ])('with the origin %j allows nothing to %s', (allowed, origin) => {
    for (const target of TARGETS) {
      const response = render(
        { statusCode: 200 },
        { target, cors: { allowOrigins: [allowed], allowCredentials: true } },
        { headers: { origin } },
      );
      expect(corsLines(response.headers)).toEqual([]);
    }
  });

  test('never repeats an origin that could split the response', () => {
    const response = render(
      { statusCode: 200 },
      { target: 'http-2.0', cors: { allowOrigins: ['https://*'] } },
      { headers: { origin: 'https://a\r\nb: c' } },
    );
    expect(corsLines(response.headers)).toEqual([]);
  });

  test('also applies to responses of the gateway itself', () => {
    const response = render({}, { target: 'http-1.0', cors: CORS }, { headers: { origin: 'https://a.example' } });
    expect([response.status, valuesOf(response, 'access-control-allow-origin')]).toEqual([500, ['https://a.example']]);
  });

  test.each([
    ['on a REST API', { target: 'rest', cors: CORS }],
    ['if it is empty', { target: 'http-2.0', cors: {} }],
  ] as const)('keeps the headers of the function without a configuration: %s', (_, gateway) => {
    const response = render(OWN, gateway, { headers: { origin: 'https://b.example' } });
    expect(valuesOf(response, 'access-control-allow-origin')).toEqual(['*']);
    expect(codesOf(response)).toEqual([]);
  });
});

describe('preflight', () => {
  const asked = { method: 'OPTIONS', headers: { Origin: 'https://a.example', 'Access-Control-Request-Method': 'PUT' } };
  const request = { method: 'OPTIONS', target: '/', headers: Object.entries(asked.headers) };

  test.each(TARGETS)('returns the response of the gateway: %s', (target) => {
    const answer = preflight(request, { target, cors: CORS });
    expect([answer?.status, answer?.body.length]).toEqual([204, 0]);
    expect(corsLines(answer?.headers ?? [])).toEqual([
      ['Access-Control-Allow-Origin', 'https://a.example'],
      ['Vary', 'origin'],
      ['Access-Control-Allow-Credentials', 'true'],
      ['Access-Control-Allow-Methods', 'GET,PUT'],
      ['Access-Control-Allow-Headers', 'x-req'],
      ['Access-Control-Max-Age', '300'],
    ]);
  });

  test('returns the response of renderResult', () => {
    const response = render({ statusCode: 200, body: 'x' }, { target: 'http-2.0', cors: CORS }, asked);
    expect([response.status, response.ok, codesOf(response)]).toEqual([204, true, ['preflight-answered']]);
    expect(response).toMatchObject(preflight(request, { target: 'http-2.0', cors: CORS }) ?? {});
  });

  test('returns no CORS headers to another origin', () => {
    const headers = { ...asked.headers, Origin: 'https://b.example' };
    const answer = preflight({ ...request, headers: Object.entries(headers) }, { target: 'http-2.0', cors: CORS });
    expect([answer?.status, corsLines(answer?.headers ?? [])]).toEqual([204, []]);
  });

  test.each([
    ['another method', { ...request, method: 'GET' }, { target: 'http-2.0', cors: CORS }],
    ['no origin', { ...request, headers: request.headers.slice(1) }, { target: 'http-2.0', cors: CORS }],
    ['no Access-Control-Request-Method', { ...request, headers: request.headers.slice(0, 1) }, { target: 'http-2.0', cors: CORS }],
    ['no configuration', request, { target: 'http-2.0' }],
    ['a REST API', request, { target: 'rest', cors: CORS }],
  ] as const)('returns undefined for a request that goes to the function: %s', (_, given, gateway) => {
    expect(preflight(given, gateway)).toBeUndefined();
  });

  test('keeps the order of the headers of the gateway', () => {
    const answer = render(null, { target: 'http-2.0', cors: CORS }, asked);
    expect(namesOf(answer).slice(0, 2)).toEqual(['Date', 'Connection']);
    expect(namesOf(answer).at(-1)).toBe('Apigw-Requestid');
  });
});

describe('a preflight request to an HTTP API', () => {
  const headers = [
    ['Origin', 'https://a.example'],
    ['Access-Control-Request-Method', 'PUT'],
  ] as const;
  const request = { method: 'OPTIONS', target: '/users', headers };
  const HTTP = ['http-1.0', 'http-2.0'] as const;
  const gatewaysOf = (route: string) => HTTP.map((target) => ({ target, route, cors: CORS }) as const);

  test.each(['$default', 'ANY /users', 'OPTIONS /users', '/users'])('goes to the function if the route is %s', (route) => {
    for (const gateway of gatewaysOf(route)) {
      expect(preflight(request, gateway)).toBeUndefined();
      const response = renderResult({ ...OWN, statusCode: 202 }, gateway, request);
      expect([response.status, valuesOf(response, 'x-a')]).toEqual([202, ['1']]);
      expect(response.issues.find(({ code }) => code === 'preflight-invoked')).toMatchObject({ severity: 'info', evidence: 'reported' });
    }
  });

  test.each(['GET /users', 'POST /{proxy+}'])('is answered by the gateway if the route is %s', (route) => {
    for (const gateway of gatewaysOf(route)) expect(renderResult(OWN, gateway, request)).toMatchObject({ status: 204, ok: true });
  });

  test('gets the configured headers instead of those that the function sets', () => {
    for (const gateway of gatewaysOf('ANY /users')) {
      expect(corsLines(renderResult(OWN, gateway, request).headers)).toEqual(
        corsLines(preflight(request, { ...gateway, route: 'GET /x' })?.headers ?? []),
      );
    }
  });

  test('warns if the function answers with a status that browsers reject', () => {
    const { issues } = renderResult({ statusCode: 404, body: 'no' }, { target: 'http-2.0', route: '$default', cors: CORS }, request);
    expect(issues.find(({ code }) => code === 'preflight-invoked')).toMatchObject({ severity: 'warning', found: '404' });
  });

  test('goes to the function, without an issue, if the API has no CORS configuration', () => {
    const response = renderResult({ statusCode: 204 }, { target: 'http-2.0', route: '$default' }, request);
    expect(codesOf(response)).toEqual([]);
  });
});

describe('a preflight request to a function URL', () => {
  test('is answered by the function URL, whatever the route', () => {
    const request = {
      method: 'OPTIONS',
      target: '/',
      headers: [
        ['Origin', 'https://a.example'],
        ['Access-Control-Request-Method', 'PUT'],
      ],
    } as const;
    expect(preflight(request, { target: 'function-url', route: '$default', cors: CORS })?.status).toBe(204);
  });
});

describe('preflight-refused', () => {
  const asks = { method: 'OPTIONS', headers: { Origin: 'https://a.example', 'Access-Control-Request-Method': 'PUT' } };

  test.each([
    ['unauthorized', 'rest', undefined, 'authorizer', 'reported'],
    ['access-denied', 'rest', undefined, 'authorizer', 'reported'],
    ['invalid-api-key', 'rest', undefined, 'api-key', 'reported'],
    ['no-route', 'rest', undefined, 'no-route', 'reported'],
    ['unauthorized', 'http-2.0', '$default', 'authorizer', 'documented'],
    ['unauthorized', 'http-2.0', 'ANY /users', 'authorizer', 'reported'],
    ['no-route', 'http-1.0', undefined, 'no-route', 'reported'],
  ] as const)('explains the failure %s of a preflight request: %s', (type, target, route, found, evidence) => {
    const { issues } = render(failure(type), { target, ...(route !== undefined && { route }) }, asks);
    expect(issues.find(({ code }) => code === 'preflight-refused')).toMatchObject({ severity: 'warning', found, evidence });
  });

  test.each([
    ['another request', { method: 'GET' }, 'unauthorized'],
    ['OPTIONS from a program', { method: 'OPTIONS' }, 'unauthorized'],
    ['a failure that credentials would not fix', asks, 'function-error'],
  ] as const)('is not reported for %s', (_, request, type) => {
    expect(codesOf(render(failure(type), { target: 'rest' }, request))).not.toContain('preflight-refused');
  });
});

describe('answersPreflight', () => {
  test.each<[gateway: Parameters<typeof answersPreflight>[1], answers: boolean]>([
    [{ target: 'http-2.0', cors: { allowOrigins: ['*'] } }, true],
    [{ target: 'function-url', cors: { allowOrigins: ['*'] } }, true],
    [{ target: 'rest', cors: { allowOrigins: ['*'] } } as never, false],
    [{ target: 'http-2.0', cors: {} }, false],
    [{ target: 'http-2.0' }, false],
    [{ target: 'http-2.0', cors: null } as never, false],
  ])('with the settings %j: %s', (gateway, answers) => {
    const headers = [['origin', 'https://a.example'] as const, ['access-control-request-method', 'PUT'] as const];
    expect(answersPreflight({ method: 'OPTIONS', target: '/', headers }, gateway)).toBe(answers);
  });
});
