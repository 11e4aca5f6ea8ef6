import { request as sendRequest } from 'node:http';
import { gzipSync } from 'node:zlib';
import {
  failure,
  findRoute,
  type Gateway,
  GatewayError,
  type HttpField,
  type HttpRequest,
  noRoute,
  type RefusalCode,
  type RenderTarget,
  renderResult,
  toEvent,
} from 'apigw-proxy';
import { httpRequest } from 'apigw-proxy/arbitraries';
import { createLocalApi } from 'apigw-proxy/local';
import * as fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';

interface Answer {
  readonly status: number;
  readonly body: string;
}

const IDS = { requestId: 'Xr1A2b3C4d5E6fG=', extendedRequestId: 'Xr1A2b3C4d5E6fG=', traceId: 'Root=1-695735a5-000000000000000000000001' };
const CORS = { allowOrigins: ['https://a.example'], allowMethods: ['GET'] };
const ASKS: readonly HttpField[] = [
  ['Origin', 'https://a.example'],
  ['Access-Control-Request-Method', 'GET'],
];

/** Requests that a gateway accepts, changes or refuses: odd URLs, compressed bodies, preflight requests. */
function requests(prefix: string): fc.Arbitrary<HttpRequest> {
  const ending = fc.constantFrom(
    '',
    '?q={a}',
    '?q=a|b',
    '?q=a;b',
    '?q=%',
    '/%2F',
    '/%3Fx',
    '/%zz',
    `/${'a'.repeat(1600)}`,
    `?${'q'.repeat(11_000)}`,
  );
  const coding = fc.constantFrom(undefined, 'identity', 'gzip', 'deflate', 'br');
  return fc
    .record({ drawn: httpRequest({ pathPrefix: prefix }), ending, coding, isCompressed: fc.boolean(), asks: fc.boolean() })
    .map(({ drawn, ending: end, coding: name, isCompressed, asks }) => ({
      ...drawn,
      sourceIp: '127.0.0.1',
      httpVersion: '1.1',
      target: `${drawn.target.split('?', 1)[0]}${end}`,
      headers: [...drawn.headers, ...(name === undefined ? [] : [['Content-Encoding', name] as const]), ...(asks ? ASKS : [])],
      ...(drawn.body && { body: isCompressed ? new Uint8Array(gzipSync(drawn.body)) : drawn.body }),
    }));
}

function handle(event: {
  body?: string | null;
  isBase64Encoded: boolean;
  queryStringParameters?: unknown;
  pathParameters?: unknown;
}): object {
  const { body, isBase64Encoded, queryStringParameters, pathParameters } = event;
  const text = JSON.stringify([body, isBase64Encoded, queryStringParameters, pathParameters]);
  return { statusCode: 200, headers: { 'Content-Type': 'application/json' }, body: text };
}

function readAnswer({ status, body }: { status: number; body: Uint8Array }): Answer {
  return { status, body: new TextDecoder().decode(body) };
}

/** What someone gets who puts the two translations together by hand. */
function answerByHand(request: HttpRequest, routes: readonly string[], gateway: Gateway<RenderTarget>): Answer {
  try {
    const route = findRoute(request, routes, gateway);
    const event = toEvent(request, { ...gateway, route: route ?? '$default' });
    if (route === undefined) return readAnswer(renderResult(noRoute(), gateway, request)); // or its answer to a preflight request
    return readAnswer(renderResult(handle(event), { ...gateway, route }, request));
  } catch (error) {
    if (!(error instanceof GatewayError) || error.status === undefined) throw error;
    return readAnswer(renderResult(failure(error.code as RefusalCode), gateway, request)); // only a refusal has a status
  }
}

function sendTo(url: string, { method, target, headers, body }: HttpRequest): Promise<Answer> {
  const { port } = new URL(url);
  const own = headers.filter(([name]) => !/^(connection|content-length)$/i.test(name));
  const fields = [...own, ['Connection', 'close'], ...(body === undefined ? [] : [['Content-Length', `${body.length}`]])];
  const hasHost = own.some(([name]) => name.toLowerCase() === 'host');
  return new Promise((resolve, reject) => {
    const list = [...fields, ...(hasHost ? [] : [['Host', 'api.example.com']])].flat() as string[]; // names and values in turn
    const sent = sendRequest({ host: '127.0.0.1', port, method, path: target, headers: list as never, agent: false }, (response) => {
      const chunks: Uint8Array[] = [];
      response.on('data', (chunk: Uint8Array) => chunks.push(chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body: new TextDecoder().decode(Buffer.concat(chunks)) }));
      response.on('error', reject);
    });
    sent.on('error', reject).end(body);
  });
}

describe.each<[RenderTarget, string, readonly string[], Partial<Gateway>]>([
  ['rest', '/prod', ['ANY /{proxy+}', 'ANY /'], {}],
  ['rest', '/prod', ['ANY /{proxy+}', 'ANY /'], { endpointType: 'EDGE', binaryMediaTypes: ['image/*'] }],
  ['http-1.0', '', ['$default', 'ANY /a/{rest+}'], { cors: CORS }],
  ['http-2.0', '', ['$default', 'ANY /{one}'], {}],
  ['http-2.0', '', ['GET /{one}', 'POST /{one}/{rest+}'], { cors: CORS }],
  ['function-url', '', ['$default'], { cors: CORS }],
])('a local API with the target %s', (target, prefix, routes, settings) => {
  const gateway = { target, ids: IDS, now: () => 0, ...settings } as Gateway<RenderTarget>; // settings of this target
  const init = { ...gateway, routes: Object.fromEntries(routes.map((key) => [key, handle])) };
  const api = createLocalApi(init as unknown as Parameters<typeof createLocalApi>[0]);
  const server = api.listen();
  afterAll(async () => (await server).close());

  test('answers a request in the same way without a server, over a socket, and as the two translations do by hand', async () => {
    const { url } = await server;
    await fc.assert(
      fc.asyncProperty(requests(prefix), async (request) => {
        const inProcess = readAnswer((await api.exchange(request)).response);
        // The limits of sizes are settings of the local API alone.
        if (!request.target.includes('q'.repeat(11_000))) expect(answerByHand(request, routes, gateway)).toEqual(inProcess);
        const body = request.method === 'HEAD' ? '' : inProcess.body;
        expect(await sendTo(url, request)).toEqual({ status: inProcess.status, body });
      }),
      { numRuns: 100 },
    );
  });
});
