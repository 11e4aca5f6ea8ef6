import {
  awslambda,
  buildContext,
  createConnectionsApi,
  createLocalApi,
  createLocalWebsocketApi,
  createModuleHandler,
  invoke,
  type LocalServer,
  serve,
} from 'apigw-proxy/local';
import { describe, expect, test } from 'vitest';
import { HOSTILE_VALUES } from './hostile-values.js';

const ok = () => ({ statusCode: 200 });
const values: readonly (readonly [name: string, value: unknown])[] = [
  // An error of the caller's own getter is passed on.
  ...HOSTILE_VALUES.filter(([name]) => !name.includes('throws')),
  ['an empty string', ''],
  ['a lone surrogate', '\ud800'],
  ['an array', [undefined]],
  ['an object', { a: 1 }],
  ['true', true],
];

/** Closes a server that was started after all. */
async function close(starting: Promise<LocalServer>): Promise<void> {
  await (await starting).close();
}

/** Functions, each called with a value that JavaScript may pass. */
const CALLS: Readonly<Record<string, (value: never) => unknown>> = {
  createLocalApi,
  'createLocalApi, routes': (routes) => createLocalApi({ target: 'http-2.0', routes }),
  'createLocalApi, context': (context) => createLocalApi({ target: 'http-2.0', routes: {}, context }),
  'createLocalApi, ids': (ids) => createLocalApi({ target: 'http-2.0', routes: {}, ids }),
  'createLocalApi, customDomain': (customDomain) => createLocalApi({ target: 'http-2.0', routes: {}, customDomain }),
  createLocalWebsocketApi,
  'createLocalWebsocketApi, connectionIds': async (connectionIds) => createLocalWebsocketApi({ routes: {}, connectionIds }).connect(),
  'createLocalWebsocketApi, what connectionIds returns': async (id) =>
    createLocalWebsocketApi({ routes: {}, connectionIds: () => id }).connect(),
  'connect, headers': (headers) => createLocalWebsocketApi({ routes: {} }).connect({ headers }),
  'connect, query': (query) => createLocalWebsocketApi({ routes: {} }).connect({ query }),
  'send of a connection': async (message) => (await createLocalWebsocketApi({ routes: {} }).connect()).send(message),
  'close of a connection, code': async (code) => (await createLocalWebsocketApi({ routes: { $disconnect: ok } }).connect()).close(code),
  'close of a connection, reason': async (reason) =>
    (await createLocalWebsocketApi({ routes: { $disconnect: ok } }).connect()).close(1000, reason),
  'exchange of a local API': (request) => createLocalApi({ target: 'http-2.0', routes: { $default: ok } }).exchange(request),
  'exchange of a local API, headers': (headers) =>
    createLocalApi({ target: 'rest', routes: { 'GET /': ok } }).exchange({ method: 'GET', target: '/prod/', headers }),
  createConnectionsApi,
  'connect of a management API': (id) => createConnectionsApi().connect(id),
  'connect of a management API, details': (details) => createConnectionsApi().connect('a', details),
  'handle of a management API': (request) => createConnectionsApi().handle(request),
  'handle of a management API, target': (target) => createConnectionsApi().handle({ method: 'GET', target, headers: [] }),
  buildContext,
  'buildContext, timeout': (timeout) => buildContext({ timeout }),
  createModuleHandler,
  'createModuleHandler, name': (name) => createModuleHandler('handler.mjs', name),
  'serve, port': (port) => close(serve(() => ({ status: 200, statusText: 'OK', headers: [], body: new Uint8Array(0) }), port)),
  'serve, options': (options) => close(serve(() => ({ status: 200, statusText: 'OK', headers: [], body: new Uint8Array(0) }), 0, options)),
  'listen, options': (options) => close(createLocalApi({ target: 'http-2.0', routes: {} }).listen(0, options)),
  'listen of a WebSocket API, options': (options) => close(createLocalWebsocketApi({ routes: {} }).listen(0, options)),
};

describe.each(Object.entries(CALLS))('%s', (_, call) => {
  test.each(values)('accepts %s, or throws a GatewayError', async (_name, value) => {
    try {
      await call(value as never); // JavaScript can pass anything
    } catch (error) {
      expect(error).toMatchObject({ name: 'GatewayError', fix: expect.stringMatching(/[.?]$/) });
    }
  });
});

describe('invoke', () => {
  test.each(values.filter(([, value]) => typeof value !== 'function'))('never throws: %s', async (_, value) => {
    const given = value as never; // JavaScript can pass anything
    for (const invocation of [invoke(given, {}), invoke(ok, {}, value === undefined ? (null as never) : given)]) {
      expect(await invocation).toMatchObject({ ok: false });
    }
  });
});

describe('awslambda', () => {
  test.each(values.filter(([, value]) => typeof value !== 'function'))(
    'throws a GatewayError for %s as a streaming handler',
    (_, value) => {
      const handler = value as never; // JavaScript can pass anything
      expect(() => awslambda.streamifyResponse(handler)).toThrow(expect.objectContaining({ name: 'GatewayError' }));
    },
  );
});
