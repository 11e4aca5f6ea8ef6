import { Router } from '@aws-lambda-powertools/event-handler/http';
import { configure } from '@codegenie/serverless-express';
import fastifyAdapter from '@fastify/aws-lambda';
import { buildEvents, type EventInit, renderResult } from 'apigw-proxy';
import { buildContext, invoke } from 'apigw-proxy/local';
import express from 'express';
import fastify from 'fastify';
import { Hono } from 'hono';
import { handle } from 'hono/aws-lambda';
import serverlessHttp from 'serverless-http';
import { describe, expect, test } from 'vitest';

// Runs real adapters. Their applications must see what the client sent, for every kind of event.

/** What an application sees of the request. */
interface Seen {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly header: string | undefined;
  readonly cookie: string | undefined;
  readonly body: number[];
}

type Target = 'rest' | 'http-1.0' | 'http-2.0' | 'function-url';
type AnyHandler = (event: unknown, context: unknown, callback: unknown) => unknown;

const BYTES = Uint8Array.from([0, 128, 255, 10, 13, 61]);
const INIT: EventInit = {
  method: 'POST',
  path: '/users/Ada%20Lovelace',
  query: 'tag=a&tag=b&q=a%26b',
  headers: { 'X-Custom': 'one, two', 'Content-Type': 'application/octet-stream' },
  cookies: ['session=abc', 'theme=dark'],
  body: BYTES,
  binaryMediaTypes: ['application/octet-stream'],
};

const EXPECTED: Seen = {
  method: 'POST',
  path: '/users/Ada Lovelace',
  query: '?tag=a&tag=b&q=a%26b',
  header: 'one, two',
  cookie: 'session=abc; theme=dark',
  body: [...BYTES],
};

const ADAPTERS: Readonly<Record<string, AnyHandler>> = {
  'hono/aws-lambda': honoHandler(),
  '@codegenie/serverless-express': expressHandler(),
  'serverless-http': serverlessHttp(expressApp()) as AnyHandler,
  '@fastify/aws-lambda': fastifyHandler(),
  '@aws-lambda-powertools/event-handler': powertoolsHandler(),
};

/** Adapters whose handlers declare a callback, so Node.js 24 rejects them. */
const WITH_CALLBACK: readonly string[] = ['@codegenie/serverless-express'];

/** The bytes after being read as UTF-8 text. */
const GARBLED = { body: [...new TextEncoder().encode(new TextDecoder().decode(BYTES))] };

/** Where an adapter shows the application something that the client didn't send. */
const WRONG: Readonly<Record<string, Partial<Record<Target, Partial<Seen>>>>> = {
  // Joins the cookies of payload 2.0 with ';', but clients send '; '.
  '@fastify/aws-lambda': { 'http-2.0': { cookie: 'session=abc;theme=dark' }, 'function-url': { cookie: 'session=abc;theme=dark' } },
  // Decodes base64 into text, which loses bytes that are not UTF-8.
  '@aws-lambda-powertools/event-handler': { rest: GARBLED, 'http-1.0': GARBLED, 'http-2.0': GARBLED, 'function-url': GARBLED },
};

/** Where an adapter loses one of the two cookies that the application sets. */
const LOST_COOKIES: Readonly<Record<string, readonly string[]>> = { '@aws-lambda-powertools/event-handler': ['b=2'] };

describe.each(Object.entries(ADAPTERS))('%s', (name, handler) => {
  test.each(Object.entries(buildEvents(INIT)))('sees what the client sent, for a %s event', async (target, event) => {
    const invocation = await invoke(handler, event, buildContext(), { runtime: 'nodejs22.x' });
    if (!invocation.ok) throw invocation.error;
    const response = renderResult(invocation.result, { target: target as Target, binaryMediaTypes: ['*/*'] });
    const seen = JSON.parse(new TextDecoder().decode(response.body)) as Seen;
    expect({ ...seen, path: decodeURIComponent(seen.path), query: sortQuery(seen.query) }).toEqual({
      ...EXPECTED,
      query: sortQuery(EXPECTED.query),
      ...WRONG[name]?.[target as Target],
    });
    expect([response.status, response.ok]).toEqual([200, true]);
    expect(response.headers.filter(([field]) => field.toLowerCase() === 'set-cookie').map(([, value]) => value)).toEqual(
      LOST_COOKIES[name] ?? ['a=1', 'b=2'],
    );
  });
});

test.each(Object.entries(ADAPTERS))('the handler of %s has a callback or not', (name, handler) => {
  expect(handler.length >= 3).toBe(WITH_CALLBACK.includes(name));
});

function honoHandler(): AnyHandler {
  const app = new Hono();
  app.all('*', async (context) => {
    const { pathname, search } = new URL(context.req.url);
    context.header('Set-Cookie', 'a=1', { append: true });
    context.header('Set-Cookie', 'b=2', { append: true });
    return context.json({
      method: context.req.method,
      path: pathname,
      query: search,
      header: context.req.header('x-custom'),
      cookie: context.req.header('cookie'),
      body: [...new Uint8Array(await context.req.arrayBuffer())],
    } satisfies Seen);
  });
  return handle(app) as AnyHandler;
}

function expressApp(): express.Express {
  const app = express();
  app.use(express.raw({ type: '*/*' }));
  app.use((request, response) => {
    const [path = '', query = ''] = request.originalUrl.split('?');
    response.setHeader('Set-Cookie', ['a=1', 'b=2']);
    response.json({
      method: request.method,
      path,
      query: `?${query}`,
      header: request.get('x-custom'),
      cookie: request.get('cookie'),
      body: [...(request.body as Uint8Array)],
    } satisfies Seen);
  });
  return app;
}

function expressHandler(): AnyHandler {
  return configure({ app: expressApp(), resolutionMode: 'PROMISE' }) as AnyHandler;
}

function fastifyHandler(): AnyHandler {
  const app = fastify();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  app.all('*', async (request, reply) => {
    const [path = '', query = ''] = request.url.split('?');
    reply.header('Set-Cookie', ['a=1', 'b=2']);
    return {
      method: request.method,
      path,
      query: `?${query}`,
      header: request.headers['x-custom'] as string | undefined,
      cookie: request.headers.cookie,
      body: [...(request.body as Uint8Array)],
    } satisfies Seen;
  });
  return fastifyAdapter(app) as AnyHandler;
}

function powertoolsHandler(): AnyHandler {
  const app = new Router();
  app.post('/users/:name', async ({ req }) => {
    const { pathname, search } = new URL(req.url);
    const seen: Seen = {
      method: req.method,
      path: pathname,
      query: search,
      header: req.headers.get('x-custom') ?? undefined,
      cookie: req.headers.get('cookie') ?? undefined,
      body: [...new Uint8Array(await req.arrayBuffer())],
    };
    const headers = new Headers({ 'Content-Type': 'application/json' });
    headers.append('Set-Cookie', 'a=1');
    headers.append('Set-Cookie', 'b=2');
    return new Response(JSON.stringify(seen), { headers });
  });
  return (event, context) => app.resolve(event, context as Parameters<typeof app.resolve>[1]);
}

function sortQuery(query: string): string[] {
  return [...new URLSearchParams(query)].map(([name, value]) => `${name}=${value}`).sort();
}
