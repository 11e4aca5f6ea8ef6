import { type BuiltEvent, buildEvents, buildEventTable, buildWebsocketSession, type HttpResponse, renderResult } from 'apigw-proxy';
import { buildRequestAuthorizerEvent, buildRequestAuthorizerEventV2, buildTokenAuthorizerEvent } from 'apigw-proxy/events';
import { awslambda, buildContext, invoke } from 'apigw-proxy/local';
import { type FetchApp, type FetchEnv, fetchHandler } from 'apigw-proxy/results';
import { H3 } from 'h3';
import { Hono } from 'hono';
import { Router as IttyRouter } from 'itty-router';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sourceOf } from '../render/streams.js';

/** What an app sees of the request. */
interface Seen {
  readonly method: string;
  readonly url: string;
  readonly header: string | null;
  readonly cookie: string | null;
  readonly body: number[];
}

const BYTES = Uint8Array.from([0, 128, 255, 10, 13, 61]);

async function answer(request: Request): Promise<Response> {
  const { method, url, headers } = request;
  const body = [...new Uint8Array(await request.arrayBuffer())];
  const seen: Seen = { method, url, header: headers.get('x-custom'), cookie: headers.get('cookie'), body };
  const fields = new Headers({ 'X-Seen': encodeURIComponent(JSON.stringify(seen)), 'Content-Type': 'image/png', Vary: 'Accept' });
  fields.append('Vary', 'Origin');
  fields.append('Set-Cookie', 'a=1; Expires=Wed, 21 Oct 2026 07:28:00 GMT');
  fields.append('Set-Cookie', 'b=2');
  return new Response(BYTES, { status: 201, headers: fields });
}

/** An app whose `fetch` needs `this`. */
class Router {
  readonly #routes = new Map([['*', answer]]);

  fetch(request: Request): Promise<Response> {
    return (this.#routes.get('*') ?? answer)(request);
  }
}

/** Apps that answer as {@link answer} does. */
const APPS: Readonly<Record<string, FetchApp>> = {
  'a function': answer,
  'an object with `fetch`': new Router(),
  Hono: new Hono().all('*', ({ req }) => answer(req.raw)),
  h3: new H3().all('/**', ({ req }) => answer(req)),
  'itty-router': IttyRouter().all('*', (request: Request) => answer(request)),
};

const EVENTS = buildEvents({
  method: 'POST',
  path: '/users/Ada%20Lovelace',
  query: 'tag=a&tag=b&q=a%26b',
  headers: { 'X-Custom': 'one, two', 'Content-Type': 'application/octet-stream' },
  cookies: ['session=abc', 'theme=dark'],
  body: BYTES,
  binaryMediaTypes: ['*/*'],
});

const TARGETS = ['rest', 'http-1.0', 'http-2.0', 'function-url'] as const;
const STREAMING_TARGETS = [
  ['rest', { responseTransferMode: 'STREAM' }],
  ['function-url', { invokeMode: 'RESPONSE_STREAM' }],
] as const;

const valuesOf = ({ headers }: HttpResponse, wanted: string): string[] =>
  headers.filter(([name]) => name.toLowerCase() === wanted).map(([, value]) => value);

function seenIn(response: HttpResponse): Seen {
  return JSON.parse(decodeURIComponent(valuesOf(response, 'x-seen')[0] ?? '')) as Seen;
}

describe.each(TARGETS)('fetchHandler behind %s', (target) => {
  const gateway = { target, binaryMediaTypes: ['*/*'] };

  test.each(Object.entries(APPS))('shows the request to %s and sends its response', async (_, app) => {
    const response = renderResult(await call(fetchHandler(app), EVENTS[target]), gateway);
    expect(seenIn(response)).toEqual({
      method: 'POST',
      url: expect.stringMatching(/\/users\/Ada%20Lovelace\?tag=a&tag=b&q=a%26b$/),
      header: 'one, two',
      cookie: 'session=abc; theme=dark',
      body: [...BYTES],
    });
    expect([response.status, ...response.body]).toEqual([201, ...BYTES]);
    expect(valuesOf(response, 'set-cookie')).toEqual(['a=1; Expires=Wed, 21 Oct 2026 07:28:00 GMT', 'b=2']);
    expect(valuesOf(response, 'vary').join()).toBe('Accept, Origin');
    expect(response.issues).toEqual([]);
  });

  test('accepts an app that is not async', async () => {
    const response = renderResult(
      await call(
        fetchHandler(() => new Response('hello')),
        EVENTS[target],
      ),
      gateway,
    );
    expect([response.status, new TextDecoder().decode(response.body)]).toEqual([200, 'hello']);
  });

  test('gives the app the event and the context of the invocation', async () => {
    const context = buildContext();
    let env: FetchEnv | undefined;
    const app = (_: Request, given: FetchEnv): Response => {
      env = given;
      return new Response();
    };
    await invoke(fetchHandler(app) as (event: unknown) => unknown, EVENTS[target], context, { runtime: 'nodejs24.x' });
    expect(env?.event).toBe(EVENTS[target]);
    expect(env?.requestContext).toBe(EVENTS[target].requestContext);
    expect(env?.lambdaContext?.awsRequestId).toBe(context.awsRequestId);
  });

  test.each(['TRACE', 'CONNECT', 'TRACK', 'trace'])('answers %s, which Fetch forbids, with 501', async (method) => {
    const event = buildEvents({ method })[target];
    expect(await call(fetchHandler(answer), event)).toMatchObject({ statusCode: 501, body: '' });
  });

  test.each(['XTRACE', 'TRACED'])('passes %s to the app', async (method) => {
    expect(await call(fetchHandler(answer), buildEvents({ method })[target])).not.toMatchObject({ statusCode: 501 });
  });

  test.each([undefined, null, {}, 'text'])('rejects if the app returns %j instead of a Response', async (value) => {
    const handler = fetchHandler((() => value) as unknown as FetchApp);
    const error = expect.objectContaining({ name: 'TypeError', path: ['response'], fix: expect.stringContaining('404') });
    await expect(call(handler, EVENTS[target])).rejects.toThrow(error);
  });

  test('rejects if the app returns a Response whose body it has read', async () => {
    const app = async (): Promise<Response> => {
      const response = new Response('a');
      await response.text();
      return response;
    };
    await expect(call(fetchHandler(app), EVENTS[target])).rejects.toThrow(/has not been read/);
  });

  test('rejects with the error of the app', async () => {
    const error = new Error('no database');
    const app = (): Response => {
      throw error;
    };
    await expect(call(fetchHandler(app), EVENTS[target])).rejects.toBe(error);
  });
});

describe('fetchHandler', () => {
  const app = (request: Request): Response => new Response(new URL(request.url).pathname);

  test.each(buildEventTable({ path: '/caf%C3%A9/a%20b', stage: 'dev' }))(
    'shows the path without the stage, so routes match: %s',
    async (_, event) => {
      expect(await call(fetchHandler(app), event)).toMatchObject({ body: '/caf%C3%A9/a%20b' });
    },
  );

  const mapped = buildEvents({ path: '/users', customDomain: { domainName: 'api.example.com', basePath: 'v1' } });
  test.each<[keyof BuiltEvent, string]>([
    ['rest', '/v1/users'],
    ['http-1.0', '/v1/users'],
    ['http-2.0', '/users'],
  ])('shows the base path of a custom domain where the event has it: %s', async (target, body) => {
    expect(await call(fetchHandler(app), mapped[target])).toMatchObject({ body });
  });

  const session = buildWebsocketSession();
  const authorized = { headers: { Authorization: 'Bearer x' } };
  test.each<[string, unknown]>([
    ['of a WebSocket API', session.connect()],
    ['of a message', session.message('{}')],
    ['of a token authorizer', buildTokenAuthorizerEvent(authorized)],
    ['of an authorizer', buildRequestAuthorizerEvent(authorized)],
    ['of an authorizer with payload 2.0', buildRequestAuthorizerEventV2(authorized)],
    ['of a load balancer', { ...EVENTS.rest, requestContext: { elb: { targetGroupArn: 'arn' } } }],
    ['of VPC Lattice', { version: '2.0', path: '/', method: 'GET', headers: {}, requestContext: { serviceArn: 'arn' } }],
    ['of a queue', { Records: [] }],
    ['that is missing', undefined],
    ['that is a string', 'event'],
  ])('rejects an event %s', async (_, event) => {
    const error = expect.objectContaining({ name: 'TypeError', code: 'invalid-argument', path: ['event'] });
    await expect(call(fetchHandler(answer), event)).rejects.toThrow(error);
  });

  test.each([undefined, null, {}, { fetch: 1 }, 'app'])('throws a TypeError for the app %j', (app) => {
    const error = expect.objectContaining({ name: 'TypeError', path: ['app'], message: expect.stringContaining('`fetch` method') });
    expect(() => fetchHandler(app as unknown as FetchApp)).toThrow(error);
  });

  test.each<[options: unknown, path: readonly string[]]>([
    [null, ['options']],
    ['stream', ['options']],
    [{ streaming: true }, ['options']],
    [{ stream: 'yes' }, ['options']],
  ])('throws a TypeError for the options %j', (options, path) => {
    const error = expect.objectContaining({ name: 'TypeError', code: 'invalid-argument', path });
    expect(() => fetchHandler(answer, options as never)).toThrow(error);
  });
});

describe('fetchHandler with `stream`', () => {
  const GLOBALS = globalThis as { awslambda?: unknown };
  beforeAll(() => {
    GLOBALS.awslambda = awslambda;
  });
  afterAll(() => {
    delete GLOBALS.awslambda;
  });

  test.each(STREAMING_TARGETS)('streams status, headers, cookies and body: %s', async (target, mode) => {
    for (const app of Object.values(APPS)) {
      const response = renderResult(await stream(app, EVENTS[target]), { target, ...mode });
      expect(seenIn(response).body).toEqual([...BYTES]);
      expect([response.status, ...response.body]).toEqual([201, ...BYTES]);
      expect(valuesOf(response, 'set-cookie')).toEqual(['a=1; Expires=Wed, 21 Oct 2026 07:28:00 GMT', 'b=2']);
      expect(valuesOf(response, 'vary')).toEqual(['Accept, Origin']);
      expect(valuesOf(response, 'content-type')).toEqual(['image/png']);
    }
  });

  test.each(STREAMING_TARGETS)('streams a response without a body: %s', async (target, mode) => {
    const app = (): Response => new Response(null, { status: 302, headers: { Location: '/there' } });
    const response = renderResult(await stream(app, EVENTS[target]), { target, ...mode });
    expect([response.status, valuesOf(response, 'location'), response.body.length]).toEqual([302, ['/there'], 0]);
  });

  test.each(['http-1.0', 'http-2.0'] as const)('sends a buffered result where the target cannot stream: %s', async (target) => {
    const response = renderResult(await stream(answer, EVENTS[target]), { target });
    expect([response.status, ...response.body]).toEqual([201, ...BYTES]);
    expect(valuesOf(response, 'set-cookie')).toHaveLength(2);
  });

  test('writes no faster than the stream takes it', async () => {
    const source = sourceOf(Array.from({ length: 5 }, () => new Uint8Array(1000)));
    const handler = fetchHandler(() => new Response(source.stream), { stream: true });
    const { sink, written, drain } = slowStream();
    const done = handler(EVENTS['function-url'], sink);
    for (let chunks = 1; chunks <= 5; chunks += 1) {
      await expect.poll(() => written.length).toBe(chunks);
      expect(source.pulled()).toBe(chunks);
      drain();
    }
    await done;
    expect(sink.ended()).toBe(true);
  });

  test('cancels the body when the stream is closed', async () => {
    const source = sourceOf(Array.from({ length: 5 }, () => new Uint8Array(1000)));
    const { sink, written, destroy } = slowStream();
    const done = fetchHandler(() => new Response(source.stream), { stream: true })(EVENTS['function-url'], sink);
    await expect.poll(() => written.length).toBe(1);
    destroy();
    await done;
    expect([source.isCancelled(), written.length, sink.ended()]).toEqual([true, 1, false]);
  });

  test.each(STREAMING_TARGETS)('rejects if the body fails in the middle: %s', async (target) => {
    const error = new Error('the database is gone');
    const { sink, drain } = slowStream();
    const done = fetchHandler(() => new Response(sourceOf(['first', error]).stream), { stream: true })(EVENTS[target], sink);
    drain();
    await expect(Promise.race([done, keepDraining(drain)])).rejects.toBe(error);
    expect(sink.ended()).toBe(false);
  });

  test.each(STREAMING_TARGETS)('rejects Response.error() before it writes anything: %s', async (target) => {
    const { sink, written } = slowStream();
    await expect(fetchHandler(() => Response.error(), { stream: true })(EVENTS[target], sink)).rejects.toThrow(RangeError);
    expect(written).toEqual([]);
  });
});

test('fetchHandler throws without the global `awslambda` only if it streams', () => {
  const error = expect.objectContaining({ name: 'TypeError', fix: expect.stringContaining('apigw-proxy/local') });
  expect(() => fetchHandler(answer, { stream: true })).toThrow(error);
  expect(() => fetchHandler(answer, { stream: false })).not.toThrow();
});

test.each(buildEventTable())('a handler of fetchHandler is an ordinary handler for the runtime: %s', async (_, event) => {
  for (const runtime of ['nodejs20.x', 'nodejs22.x', 'nodejs24.x'] as const) {
    expect(await invoke(fetchHandler(answer) as (event: unknown) => unknown, event, undefined, { runtime })).toMatchObject({ ok: true });
  }
});

/** Calls a handler with any event, as Lambda does. */
function call(handler: unknown, event: unknown): Promise<unknown> {
  return (handler as (event: unknown) => Promise<unknown>)(event);
}

async function stream(app: FetchApp, event: BuiltEvent[keyof BuiltEvent]): Promise<unknown> {
  const invocation = await invoke(fetchHandler(app, { stream: true }), event);
  if (!invocation.ok) throw invocation.error;
  return invocation.result;
}

/** A stream that is full after each chunk. Metadata and empty writes are not listed. */
function slowStream() {
  const written: Uint8Array[] = [];
  const listeners = new Set<() => void>();
  let isEnded = false;
  const sink = {
    destroyed: false,
    write(chunk: string | Uint8Array): boolean {
      if (typeof chunk !== 'string') written.push(chunk);
      return typeof chunk === 'string';
    },
    end() {
      isEnded = true;
    },
    once: (_: string, listener: () => void) => listeners.add(listener),
    off: (_: string, listener: () => void) => listeners.delete(listener),
    setContentType: () => undefined,
    ended: () => isEnded,
  };
  const drain = (): void => {
    for (const listener of [...listeners]) listener();
  };
  const destroy = (): void => {
    sink.destroyed = true;
    drain();
  };
  return { sink, written, drain, destroy };
}

async function keepDraining(drain: () => void): Promise<never> {
  for (;;) {
    await new Promise((resolve) => setImmediate(resolve));
    drain();
  }
}
