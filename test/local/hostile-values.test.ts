import { awslambda, createLocalApi, createLocalWebsocketApi, type LocalApiInit, type LocalWebsocketApiInit } from 'apigw-proxy/local';
import { describe, expect, test } from 'vitest';
import { exchangeLines } from '../../src/cli/exchange-lines.js';
import { summaryOf, viewOf } from '../../src/local/inspect/exchange-view.js';
import { HOSTILE_VALUES } from './hostile-values.js';

const ok = () => ({ statusCode: 200 });
const reject = async (value: unknown) => {
  throw value;
};

describe.each(HOSTILE_VALUES)('%s', (_, value) => {
  /** Handlers that fail, by the way they fail. */
  const failing: Readonly<Record<string, (...args: never) => unknown>> = {
    throws() {
      throw value;
    },
    rejects: () => reject(value),
    callsBack: (_event: unknown, _context: unknown, done: (error: unknown) => void) => done(value ?? 'x'),
    fails: (_event: unknown, { fail }: { fail: (error: unknown) => void }) => fail(value),
  };

  test.each(Object.keys(failing))('becomes the error of a handler that %s', async (how) => {
    const handler = failing[how] ?? ok;
    const api = createLocalApi({ target: 'http-2.0', routes: { $default: handler } });
    expect((await api.fetch('/')).status).toBe(500);
    expectShown(api.last);
  });

  test('is accepted as a result', async () => {
    for (const target of ['rest', 'http-1.0', 'http-2.0', 'function-url'] as const) {
      const api = createLocalApi({ target, routes: { [target === 'rest' ? 'GET /' : '$default']: () => value } });
      const { status } = await api.fetch(target === 'rest' ? '/prod/' : '/');
      expect([200, 500, 502]).toContain(status);
      expectShown(api.last);
    }
  });

  test('breaks the stream off if a streaming handler throws it', async () => {
    const handler = awslambda.streamifyResponse(async (_event: never, stream) => {
      stream.write('x');
      await new Promise(setImmediate);
      throw value;
    });
    const api = createLocalApi({ target: 'function-url', invokeMode: 'RESPONSE_STREAM', routes: { $default: handler } });
    await expect(api.fetch('/').then((response) => response.text())).rejects.toThrow();
    await expect.poll(() => api.last?.error).toBeInstanceOf(Error);
    expectShown(api.last);
  });

  /** Authorizers that answer or fail with the value. */
  const authorizers: NonNullable<LocalApiInit<'rest' | 'http-2.0'>['authorizers']> = {
    request: { request: () => value },
    requestFails: { request: () => reject(value) },
    verify: { verify: () => [value] as never },
    verifyFails: { verify: () => reject(value) as never },
  };

  test.each(Object.keys(authorizers))('lets nobody pass if an authorizer returns or throws it: %s', async (authorizer) => {
    for (const target of ['rest', 'http-2.0'] as const) {
      const api = createLocalApi({ target, routes: { 'GET /': ok }, authorizers, authorizer });
      const path = target === 'rest' ? '/prod/' : '/';
      const { status } = await api.fetch(path, { headers: { Authorization: 'Bearer a' } });
      expect([401, 403, 500]).toContain(status);
      expectShown(api.last);
    }
  });

  test('fails the connection or the message of a WebSocket API', async () => {
    const routes: LocalWebsocketApiInit['routes'] = { throws: () => reject(value), returns: () => value };
    const refusing = await createLocalWebsocketApi({ routes: { $connect: () => reject(value) } }).connect();
    expect(refusing.isOpen).toBe(false);
    const api = createLocalWebsocketApi({ routes });
    const client = await api.connect();
    for (const action of Object.keys(routes)) {
      await client.send(JSON.stringify({ action }));
      expectShown(api.last);
    }
    expect(client.isOpen).toBe(true);
  });
});

/** The log and the inspection page can show any exchange. */
function expectShown(exchange: Parameters<typeof exchangeLines>[0] | undefined): void {
  if (exchange === undefined) throw new Error('There is no exchange.');
  expect(exchangeLines(exchange, false).join('\n')).not.toContain('\u001b');
  expect(JSON.parse(JSON.stringify(viewOf(exchange)))).toMatchObject(summaryOf(exchange));
}
