import { awslambda, createLocalApi, type LocalLimits } from 'apigw-proxy/local';
import { describe, expect, expectTypeOf, test } from 'vitest';
import { routedGateway, routedLimits } from '../../../src/local/api/route-settings.js';

describe('a route with its own settings', () => {
  const one = { handler: () => ({ statusCode: 201, multiValueHeaders: { 'x-format': ['1.0'] } }), payload: '1.0' } as const;
  const two = { handler: () => ({ statusCode: 202, cookies: ['a=1'] }), payload: '2.0' } as const;

  test.each(['http-1.0', 'http-2.0'] as const)('has the payload format that it names, in an API with %s', async (target) => {
    const api = createLocalApi({ target, routes: { 'GET /one': one, 'GET /two': two, 'GET /own': () => ({ statusCode: 200 }) } });
    const responses = [await api.fetch('/one'), await api.fetch('/two'), await api.fetch('/own')];
    expect(responses.map(({ status }) => status)).toEqual([201, 202, 200]);
    expect([responses[0]?.headers.get('x-format'), responses[1]?.headers.getSetCookie()]).toEqual(['1.0', ['a=1']]);
    expect(api.exchanges.map(({ event }) => event?.version)).toEqual(['1.0', '2.0', target.slice(5)]);
  });

  test('has the event of its payload format in its types', () => {
    const api = createLocalApi({
      target: 'http-2.0',
      routes: {
        'GET /one/{id}': {
          payload: '1.0',
          handler: async (event) => ({ statusCode: 200, body: event.httpMethod + event.pathParameters.id }),
        },
        'GET /two/{id}': async (event) => event.rawPath + event.pathParameters.id,
      },
    });
    expectTypeOf<NonNullable<NonNullable<typeof api.last>['event']>['version']>().toEqualTypeOf<'1.0' | '2.0' | undefined>();
  });

  test('gets its own authorizer event: the payload format of the API decides', async () => {
    const request = (event: { version: string }) => ({ isAuthorized: event.version === '2.0' });
    const api = createLocalApi({ target: 'http-2.0', authorizers: { all: { request } }, authorizer: 'all', routes: { 'GET /one': one } });
    expect((await api.fetch('/one')).status).toBe(201);
  });

  test('streams, or does not, whatever its REST API does', async () => {
    const handler = awslambda.streamifyResponse(async (_, stream) => {
      const body = awslambda.HttpResponseStream.from(stream, { statusCode: 202 });
      body.write('streamed');
      body.end();
    });
    const buffered = () => ({ statusCode: 200, body: 'buffered' });
    for (const [own, api] of [
      ['STREAM', 'BUFFERED'],
      ['BUFFERED', 'STREAM'],
    ] as const) {
      const given = own === 'STREAM' ? { handler, responseTransferMode: own } : { handler: buffered, responseTransferMode: own };
      const local = createLocalApi({ target: 'rest', responseTransferMode: api, routes: { 'GET /own': given } });
      expect(await (await local.fetch('/prod/own')).text()).toBe(own === 'STREAM' ? 'streamed' : 'buffered');
    }
  });

  test.each<[settings: object, streams: boolean, limits: Partial<LocalLimits> | undefined, timeout: number, idle: number]>([
    [{}, false, undefined, 29_000, Number.POSITIVE_INFINITY],
    [{}, false, { timeout: 5 }, 5, Number.POSITIVE_INFINITY],
    [{ integrationTimeout: 7 }, false, { timeout: 5 }, 7, Number.POSITIVE_INFINITY],
    [{ responseTransferMode: 'STREAM' }, true, undefined, 900_000, 300_000],
    [{ responseTransferMode: 'STREAM', integrationTimeout: 7 }, true, { idle: 5 }, 7, 5],
  ])('%j has its own limits', (settings, streams, limits, timeout, idle) => {
    const gateway = routedGateway({ target: 'rest', responseTransferMode: 'BUFFERED' }, 'GET /own', settings);
    expect([gateway.route, gateway.responseTransferMode === 'STREAM']).toEqual(['GET /own', streams]);
    expect(routedLimits(settings, gateway, limits)).toMatchObject({ timeout, idle });
  });

  test('waits for its function as long as it says', async () => {
    const never = () => new Promise(() => undefined);
    const api = createLocalApi({
      target: 'http-2.0',
      limits: { timeout: 60_000 },
      routes: { 'GET /slow': { handler: never, integrationTimeout: 1 } },
    });
    expect([(await api.fetch('/slow')).status, api.last?.response.issues[0]?.code]).toEqual([503, 'timeout']);
  });

  test.each([
    ['rest', { payload: '1.0' }, 'payload', 'Only HTTP APIs have a choice of payload formats.'],
    ['function-url', { payload: '1.0' }, 'payload', 'Only HTTP APIs have a choice of payload formats.'],
    ['http-2.0', { responseTransferMode: 'STREAM' }, 'responseTransferMode', 'Only a REST API has this setting.'],
    ['http-2.0', { payload: '3.0' }, 'payload', 'must be'],
  ] as const)('is refused on %s with %j', (target, settings, name, reason) => {
    const key = target === 'function-url' ? '$default' : '/';
    const init = { target, routes: { [key]: { handler: () => '', ...settings } } };
    expect(() => createLocalApi(init as never)).toThrow(expect.objectContaining({ path: ['routes', key, name] }));
    expect(() => createLocalApi(init as never)).toThrow(reason);
  });
});
