import type { Server } from 'node:http';
import type { Seen } from '../seen.js';
import { answerAll, importPackage } from './answer-all.js';

// Puts an application behind the adapter that the command line names. The application answers with what it sees of the request.

type Handler = (event: unknown, context: unknown, callback: (error: unknown, result: unknown) => void) => unknown;

/** The adapters, as their documentation sets them up. */
const ADAPTERS: Readonly<Record<string, () => Promise<Handler>>> = {
  srvx: async () => {
    const { toLambdaHandler } = await importPackage<{ toLambdaHandler: (options: object) => Handler }>('srvx/aws-lambda');
    return toLambdaHandler({ fetch: answerFetch });
  },
  hono: async () => {
    const { Hono } = await importPackage<{ Hono: new () => HonoApp }>('hono');
    const { handle } = await importPackage<{ handle: (app: HonoApp) => Handler }>('hono/aws-lambda');
    const app = new Hono();
    app.all('*', ({ req }) => answerFetch(req.raw));
    return handle(app);
  },
  '@hattip/adapter-aws-lambda': async () => {
    const { default: adapt } = await importPackage<{ default: (answer: HattipAnswer) => Handler }>('@hattip/adapter-aws-lambda');
    return adapt(({ request }) => answerFetch(request));
  },
  '@aws-lambda-powertools/event-handler': async () => {
    const { Router } = await importPackage<{ Router: new () => PowertoolsRouter }>('@aws-lambda-powertools/event-handler/http');
    const app = new Router();
    app.route(({ req }) => answerFetch(req), { path: /^.*$/, method: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] });
    return (event, context) => app.resolve(event, context);
  },
  'serverless-http': async () => {
    const { default: adapt } = await importPackage<{ default: (app: unknown) => Handler }>('serverless-http');
    return adapt(await expressApp());
  },
  '@codegenie/serverless-express': async () => {
    const found = await importPackage<{ default: { configure: Configure } }>('@codegenie/serverless-express');
    return found.default.configure({ app: await expressApp() });
  },
  '@vendia/serverless-express': async () => {
    const found = await importPackage<{ default: { configure: Configure } }>('@vendia/serverless-express');
    return found.default.configure({ app: await expressApp() });
  },
  '@h4ad/serverless-adapter': h4adHandler,
  '@fastify/aws-lambda': async () => {
    const { default: adapt } = await importPackage<{ default: (app: unknown) => Handler }>('@fastify/aws-lambda');
    return adapt(await fastifyApp());
  },
};

interface HonoApp {
  all(path: string, answer: (context: { readonly req: { readonly raw: Request } }) => Promise<Response>): void;
}

interface PowertoolsRouter {
  route(answer: (context: { readonly req: Request }) => Promise<Response>, options: { path: RegExp; method: readonly string[] }): void;
  resolve(event: unknown, context: unknown): Promise<unknown>;
}

type HattipAnswer = (context: { readonly request: Request }) => Promise<Response>;

type Configure = (options: { readonly app: unknown }) => Handler;

/** Parts of `@h4ad/serverless-adapter`, which are put together one by one. */
interface AdapterBuilder {
  setHandler(part: object): AdapterBuilder;
  setResolver(part: object): AdapterBuilder;
  setFramework(part: object): AdapterBuilder;
  addAdapter(part: object): AdapterBuilder;
  build(): Handler;
}

async function h4adHandler(): Promise<Handler> {
  type Part = new (options?: object) => object;
  const { ServerlessAdapter } = await importPackage<{ ServerlessAdapter: { new: (app: unknown) => AdapterBuilder } }>(
    '@h4ad/serverless-adapter',
  );
  const aws = await importPackage<Readonly<Record<string, Part>>>('@h4ad/serverless-adapter/adapters/aws');
  const { ExpressFramework } = await importPackage<{ ExpressFramework: Part }>('@h4ad/serverless-adapter/frameworks/express');
  const { DefaultHandler } = await importPackage<{ DefaultHandler: Part }>('@h4ad/serverless-adapter/handlers/default');
  const { PromiseResolver } = await importPackage<{ PromiseResolver: Part }>('@h4ad/serverless-adapter/resolvers/promise');
  const { ApiGatewayV1Adapter: V1, ApiGatewayV2Adapter: V2 } = aws;
  if (V1 === undefined || V2 === undefined) throw new Error('@h4ad/serverless-adapter has other adapters.');
  return ServerlessAdapter.new(await expressApp())
    .setFramework(new ExpressFramework())
    .setHandler(new DefaultHandler())
    .setResolver(new PromiseResolver())
    .addAdapter(new V1({ lowercaseRequestHeaders: true })) // without it, Express finds no header
    .addAdapter(new V2())
    .build();
}

async function answerFetch(request: Request): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  return Response.json({
    method: request.method,
    target: pathname + search,
    headers: Object.fromEntries(request.headers),
    bodyBase64: Buffer.from(await request.arrayBuffer()).toString('base64'),
  } satisfies Seen);
}

/** Express without a parser of bodies, as a function of Node.js's request and response. */
async function expressApp(): Promise<unknown> {
  const { default: express } = await importPackage<{ default: Express }>('express');
  const app = express();
  app.use(express.raw({ type: () => true, limit: '10mb' }));
  app.use((request, response) => {
    const { method, originalUrl, headers, body } = request;
    response.json({ method, target: originalUrl, headers: headers as Seen['headers'], bodyBase64: base64Of(body) } satisfies Seen);
  });
  return app;
}

interface Express {
  (): { use(middleware: (request: ExpressRequest, response: { json(value: unknown): void }) => void): void };
  raw(options: object): (request: ExpressRequest, response: unknown) => void;
}

interface ExpressRequest {
  readonly method: string;
  readonly originalUrl: string;
  readonly headers: object;
  readonly body: unknown;
}

async function fastifyApp(): Promise<unknown> {
  const { default: fastify } = await importPackage<{ default: () => FastifyApp }>('fastify');
  const app = fastify();
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  app.all('*', async ({ raw, headers, body }) => {
    return { method: raw.method, target: raw.url, headers: headers as Seen['headers'], bodyBase64: base64Of(body) } satisfies Seen;
  });
  return app;
}

interface FastifyApp {
  readonly server: Server;
  removeAllContentTypeParsers(): void;
  addContentTypeParser(
    type: string,
    options: object,
    parse: (request: unknown, body: unknown, done: (error: null, body: unknown) => void) => void,
  ): void;
  all(path: string, answer: (request: FastifyRequest) => Promise<Seen>): void;
}

interface FastifyRequest {
  readonly raw: { readonly method: string; readonly url: string };
  readonly headers: object;
  readonly body: unknown;
}

/** An application without a body gets `undefined`, `null` or an empty object. */
function base64Of(body: unknown): string {
  return Buffer.isBuffer(body) ? body.toString('base64') : '';
}

/** What an adapter may read of the context. */
const CONTEXT = {
  functionName: 'f',
  functionVersion: '$LATEST',
  invokedFunctionArn: 'arn:aws:lambda:us-east-1:123456789012:function:f',
  memoryLimitInMB: '128',
  awsRequestId: '00000000-0000-4000-8000-000000000000',
  callbackWaitsForEmptyEventLoop: true,
  getRemainingTimeInMillis: () => 3000,
};

/** A handler with three parameters answers by its callback, unless it returns a promise. */
function invoke(handler: Handler, event: unknown): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const returned = handler(event, CONTEXT, (error, result) => (error == null ? resolve(result) : reject(error)));
    if (returned instanceof Promise) returned.then(resolve, reject);
    else if (returned !== undefined) resolve(returned);
  });
}

await answerAll<unknown>(async (peer) => {
  const handler = await ADAPTERS[peer]?.();
  if (handler === undefined) throw new Error(`There is no adapter '${peer}'.`);
  return (event) => invoke(handler, event);
});
