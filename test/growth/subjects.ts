import { gzipSync } from 'node:zlib';
import * as z from 'zod';
import { exchangeLines } from '../../src/cli/exchange-lines.js';
import * as edges from '../../src/http/index.js';
import * as root from '../../src/index.js';
import { awslambda, createConnectionsApi, createLocalApi, createLocalWebsocketApi, invoke } from '../../src/local/index.js';
import { viewOf } from '../../src/local/inspect/exchange-view.js';
import { curlText } from '../../src/local/inspect/page/copy/curl-text.js';
import { fetchText } from '../../src/local/inspect/page/copy/fetch-text.js';
import { testText } from '../../src/local/inspect/page/copy/test-text.js';
import { createFilter } from '../../src/local/inspect/page/filter.js';
import { findValue, indentJson, splitJson } from '../../src/local/inspect/page/json-text.js';
import { bubblesOf, rowsOf } from '../../src/local/inspect/page/rows.js';
import { createFrameMeter } from '../../src/local/server/frame-meter.js';
import { createMessageQueue } from '../../src/local/server/message-queue.js';
import * as schemas from '../../src/schemas/index.js';
import { requestView, summary } from '../local/inspect/page/summaries.js';

/** A function, and an input of any size for it. */
export interface Subject {
  /** The function, and the part of its input that grows. */
  readonly name: string;
  /** Prepares an input of size `n`, and returns the call whose cost is measured. */
  prepare(n: number): () => unknown;
}

type Target = root.Target;

const TARGETS = ['rest', 'http-1.0', 'http-2.0', 'websocket', 'function-url'] as const;
const HTTP_TARGETS = ['rest', 'http-1.0', 'http-2.0', 'function-url'] as const;
const encoder = new TextEncoder();
const CHUNKED = 'Transfer-Encoding: chunked\r\n';

function numbers(n: number): number[] {
  return Array.from({ length: n }, (_, index) => index);
}

function record<T>(n: number, value: (index: number) => T, prefix = 'x-'): Record<string, T> {
  return Object.fromEntries(numbers(n).map((index) => [`${prefix}${index}`, value(index)]));
}

/** The library keeps what it knows of names up to 256 characters. So longer ones cost the same, however many there are. */
const LONG_NAME = `x-${'long-'.repeat(52)}`;

function longHeaders<T>(n: number, value: (index: number) => T): Record<string, T> {
  return record(n, value, LONG_NAME);
}

function request(parts: Partial<root.HttpRequest> = {}): root.HttpRequest {
  return { method: 'POST', target: '/prod/users/1', headers: [['Host', 'example.com']], ...parts };
}

/** The library keeps lists of names with up to 1,000 characters. So even the smaller size is longer. */
function manyHeaders(n: number, prefix = 'X-Header-'): root.HttpField[] {
  return [['Host', 'example.com'], ...numbers(n).map((index) => [`${prefix}${index}`, 'a, b'] as const)];
}

function oneHeader(name: string, n: number): root.HttpField[] {
  return [['Host', 'example.com'], ...numbers(n).map((index) => [name, `v${index}`] as const)];
}

function wire(head: string, body = ''): Uint8Array {
  return encoder.encode(`POST / HTTP/1.1\r\nHost: example.com\r\n${head}\r\n${body}`);
}

function response(parts: Partial<root.HttpResponse> = {}): root.HttpResponse {
  return { status: 200, statusText: 'OK', headers: [], body: new Uint8Array(0), ...parts };
}

async function* chunks(n: number): AsyncGenerator<Uint8Array> {
  for (let index = 0; index < n; index += 1) yield new Uint8Array(10);
}

function streamOf(n: number): ReadableStream<Uint8Array> {
  let left = n;
  return new ReadableStream({
    pull(controller) {
      left -= 1;
      if (left < 0) controller.close();
      else controller.enqueue(new Uint8Array(10).fill(65));
    },
  });
}

async function drain(stream: ReadableStream<Uint8Array>): Promise<void> {
  for await (const _ of stream as unknown as AsyncIterable<Uint8Array>); // Node's streams can be iterated
}

function deep(n: number): string {
  return `${'['.repeat(n)}${']'.repeat(n)}`;
}

const http: Subject[] = [
  {
    name: 'fromHttp1Bytes: header lines',
    prepare: (n) => {
      const bytes = wire(
        numbers(n)
          .map((index) => `X-${index}: a\r\n`)
          .join(''),
      );
      return () => edges.fromHttp1Bytes(bytes);
    },
  },
  {
    name: 'fromHttp1Bytes: body',
    prepare: (n) => {
      const bytes = wire(`Content-Length: ${n}\r\n`, 'a'.repeat(n));
      return () => edges.fromHttp1Bytes(bytes);
    },
  },
  {
    name: 'fromHttp1Bytes: chunks',
    prepare: (n) => {
      const bytes = wire(CHUNKED, `${'1\r\na\r\n'.repeat(n)}0\r\n\r\n`);
      return () => edges.fromHttp1Bytes(bytes);
    },
  },
  {
    name: 'fromHttp1Bytes: chunks with extensions',
    prepare: (n) => {
      const bytes = wire(CHUNKED, `${'1;a="b"\r\na\r\n'.repeat(n)}0\r\n\r\n`);
      return () => edges.fromHttp1Bytes(bytes);
    },
  },
  {
    name: 'fromHttp1Bytes: digits of a chunk size',
    prepare: (n) => {
      const bytes = wire(CHUNKED, `${'0'.repeat(n)}1\r\na\r\n0\r\n\r\n`);
      return () => edges.fromHttp1Bytes(bytes);
    },
  },
  {
    name: 'fromHttp1Bytes: trailers',
    prepare: (n) => {
      const bytes = wire(CHUNKED, `0\r\n${'X: a\r\n'.repeat(n)}\r\n`);
      return () => edges.fromHttp1Bytes(bytes);
    },
  },
  {
    name: 'fromHttp1Bytes: empty lines',
    prepare: (n) => {
      const bytes = encoder.encode(`${'\r\n'.repeat(n)}GET / HTTP/1.1\r\nHost: example.com\r\n\r\n`);
      return () => edges.fromHttp1Bytes(bytes);
    },
  },
  {
    name: 'fromHttp1Bytes: spaces in a value',
    prepare: (n) => {
      const bytes = wire(`X: a${' '.repeat(n)}b\r\n`);
      return () => edges.fromHttp1Bytes(bytes);
    },
  },
  {
    name: 'toHttp1Bytes: headers',
    prepare: (n) => {
      const sent = response({ headers: manyHeaders(n) });
      return () => root.toHttp1Bytes(sent);
    },
  },
  {
    name: 'toHttp1Bytes: body',
    prepare: (n) => {
      const sent = response({ body: new Uint8Array(n) });
      return () => root.toHttp1Bytes(sent);
    },
  },
  {
    name: 'fromCurl: headers',
    prepare: (n) => {
      const args = ['https://example.com', ...numbers(n).flatMap((index) => ['-H', `X-${index}: a`])];
      return () => edges.fromCurl(args);
    },
  },
  {
    name: 'fromCurl: data',
    prepare: (n) => {
      const args = ['https://example.com', ...numbers(n).flatMap((index) => ['-d', `a=${index}`])];
      return () => edges.fromCurl(args);
    },
  },
  {
    name: 'fromIncomingMessage: chunks',
    prepare: (n) => () =>
      edges.fromIncomingMessage({
        method: 'POST',
        url: '/',
        rawHeaders: [],
        httpVersionMajor: 1,
        [Symbol.asyncIterator]: () => chunks(n),
      }),
  },
  {
    name: 'fromIncomingMessage: headers',
    prepare: (n) => {
      const rawHeaders = manyHeaders(n).flat();
      return () =>
        edges.fromIncomingMessage({ method: 'GET', url: '/', rawHeaders, httpVersionMajor: 1, [Symbol.asyncIterator]: () => chunks(0) });
    },
  },
  {
    name: 'fromFetchRequest: headers',
    prepare: (n) => {
      const sent = new Request('https://example.com/', {
        headers: manyHeaders(n).map(([name, value]) => [name, value] as [string, string]),
      });
      return () => root.fromFetchRequest(sent);
    },
  },
  {
    name: 'writeToServerResponse: text outside ASCII',
    prepare: (n) => {
      const sent = response({ headers: [['X-A', 'é'.repeat(n)]] });
      return () => edges.writeToServerResponse(sent, { writeHead: () => undefined, end: () => undefined });
    },
  },
  {
    name: 'toFetchResponse: headers',
    prepare: (n) => {
      const sent = response({ headers: manyHeaders(n) });
      return () => root.toFetchResponse(sent);
    },
  },
];

/** Ways for a client to make its request large. */
const LARGE_REQUESTS: Readonly<Record<string, (n: number) => root.HttpRequest>> = {
  headers: (n) => request({ headers: manyHeaders(n) }),
  'one header repeated': (n) => request({ headers: oneHeader('X-Repeated', n) }),
  'one header in many spellings': (n) =>
    request({ headers: numbers(n).map((index) => [index % 2 === 0 ? 'X-Name' : 'x-name', `${index}`] as const) }),
  cookies: (n) => request({ headers: oneHeader('Cookie', n) }),
  'cookies in one line': (n) =>
    request({
      headers: [
        [
          'Cookie',
          numbers(n)
            .map((index) => `a${index}=1`)
            .join('; '),
        ],
      ],
    }),
  'X-Forwarded-For': (n) => request({ headers: oneHeader('X-Forwarded-For', n) }),
  'query parameters': (n) =>
    request({
      target: `/prod/users/1?${numbers(n)
        .map((index) => `a${index}=%20`)
        .join('&')}`,
    }),
  'one query parameter repeated': (n) => request({ target: `/prod/users/1?${'a=1&'.repeat(n)}` }),
  'separators in the query': (n) => request({ target: `/prod/users/1?${'&'.repeat(n)}` }),
  slashes: (n) => request({ target: `/prod${'/'.repeat(n)}users` }),
  'path segments': (n) => request({ target: `/prod${'/a'.repeat(n)}` }),
  'escapes in the path': (n) => request({ target: `/prod/${'%41%C3%BC'.repeat(n)}` }),
  body: (n) => request({ headers: [['Content-Type', 'application/json']], body: encoder.encode('a'.repeat(n)) }),
  'binary body': (n) => request({ headers: [['Content-Type', 'image/png']], body: new Uint8Array(n).fill(255) }),
};

const events: Subject[] = TARGETS.flatMap((target) =>
  Object.entries(LARGE_REQUESTS).map(([what, make]) => ({
    name: `toEvent ${target}: ${what}`,
    prepare: (n) => {
      const sent = make(n);
      const gateway = target === 'rest' || target === 'http-1.0' ? ({ target, stage: 'prod', route: '/{proxy+}' } as const) : { target };
      const settings = { ...gateway, ...(target !== 'rest' && { stage: '$default' }) } as root.Gateway; // plain settings
      return () => eventOrRefusal(sent, settings);
    },
  })),
);

/** A REST API refuses long paths. That has to cost no more than an event. */
function eventOrRefusal(sent: root.HttpRequest, gateway: root.Gateway): unknown {
  try {
    return root.toEvent(sent, gateway);
  } catch (error) {
    if (error instanceof root.GatewayError && error.status !== undefined) return error;
    throw error;
  }
}

const requestChecks: Subject[] = TARGETS.flatMap((target) =>
  Object.entries({ ...LARGE_REQUESTS, 'inflated body': gzipRequest }).map(([what, make]) => ({
    name: `checkRequest ${target}: ${what}`,
    prepare: (n) => {
      const sent = make(n);
      return () => root.checkRequest(sent, { target });
    },
  })),
);

function gzipRequest(n: number): root.HttpRequest {
  return request({ headers: [['Content-Encoding', 'gzip']], body: new Uint8Array(gzipSync(new Uint8Array(n).fill(97))) });
}

const builders: Subject[] = [
  ...HTTP_TARGETS.flatMap((target): Subject[] => [
    {
      name: `buildEvents ${target}: headers`,
      prepare: (n) => {
        const headers = record(n, (index) => [`${index}`, 'b']);
        return () => build(target, { headers });
      },
    },
    {
      name: `buildEvents ${target}: query`,
      prepare: (n) => {
        const query = record(n, (index) => [`${index}`, 'b']);
        return () => build(target, { query });
      },
    },
    {
      name: `buildEvents ${target}: cookies`,
      prepare: (n) => {
        const cookies = record(n, (index) => `${index}`);
        return () => build(target, { cookies });
      },
    },
    {
      name: `buildEvents ${target}: json`,
      prepare: (n) => {
        const json = record(n, (index) => index);
        return () => build(target, { json });
      },
    },
  ]),
  {
    name: 'buildHttpEvent: parameters of a route',
    prepare: (n) => {
      const route = `GET ${numbers(n)
        .map((index) => `/{p${index}}`)
        .join('')}`;
      const pathParameters = Object.fromEntries(numbers(n).map((index) => [`p${index}`, 'a']));
      return () => root.buildHttpEvent({ route, pathParameters });
    },
  },
  {
    name: 'buildWebsocketSession: message',
    prepare: (n) => {
      const session = root.buildWebsocketSession();
      const text = JSON.stringify({ action: 'a', text: 'a'.repeat(n) });
      return () => session.message(text);
    },
  },
  {
    name: 'findRoute: segments of a path',
    prepare: (n) => {
      const sent = request({ target: `/${'a/'.repeat(n)}` });
      return () => root.findRoute(sent, ['GET /{proxy+}', '$default'], { target: 'http-2.0' });
    },
  },
  {
    name: 'findRoute: routes',
    prepare: (n) => {
      const routes = numbers(n).map((index) => `GET /r${index}/{id}`);
      return () => root.findRoute(request({ method: 'GET', target: '/r1/a' }), routes, { target: 'http-2.0' });
    },
  },
  {
    name: 'invokeUrl, parseInvokeUrl: slashes of a base path',
    prepare: (n) => {
      const gateway = { target: 'rest', customDomain: { domainName: 'api.example.com', basePath: `a${'/'.repeat(n)}b` } } as const;
      return () => root.parseInvokeUrl(root.invokeUrl(gateway, '/users'), gateway);
    },
  },
  {
    name: 'parseInvokeUrl: slashes of a URL',
    prepare: (n) => {
      const url = `/prod${'/'.repeat(n)}`;
      return () => root.parseInvokeUrl(url, { target: 'rest' });
    },
  },
];

/** The event of a target for a large request. */
function eventOf(target: (typeof HTTP_TARGETS)[number], make: (n: number) => root.HttpRequest, n: number): root.RequestEvent {
  return root.toEvent(make(n), { target }) as root.RequestEvent; // the events of these targets are all of this kind
}

function build(target: (typeof HTTP_TARGETS)[number], init: root.EventInit): unknown {
  return root.buildEvents(init)[target];
}

/** What a handler reads from an event. */
const ACCESSORS: Readonly<Record<string, (event: root.RequestEvent) => unknown>> = {
  header: (event) => root.header(event, 'X-Name'),
  headerList: (event) => root.headerList(event, 'X-A'),
  cookies: (event) => root.cookies(event),
  query: (event) => root.query(event),
  'query and cookies for a schema': (event) => [root.query(event, z.unknown()), root.cookies(event, z.unknown())],
  path: (event) => root.path(event),
  pathParameters: (event) => root.pathParameters(event),
  'method, clientIp, claims': (event) => [root.method(event), root.clientIp(event), root.claims(event)],
  detectEvent: (event) => root.detectEvent(event),
  toFetchRequest: (event) => root.toFetchRequest(event as root.HttpEvent), // made by toEvent
  fetchHandler: (event) => FETCH(event as root.APIGatewayProxyEvent), // it finds out the target itself
  checked: (event) => CHECKED(event),
  fromEvent: (event) => root.fromEvent(event as root.APIGatewayProxyEvent), // it finds out the kind itself
  anonymize: (event) => root.anonymize(event),
};

const FETCH = root.fetchHandler(() => new Response('a'));
const CHECKED = root.checked((_event: root.RequestEvent) => ({ statusCode: 200, body: '' }), 'http-2.0', {
  ignore: ['content-type-default'],
});

const accessors: Subject[] = HTTP_TARGETS.flatMap((target) =>
  [
    'headers',
    'one header repeated',
    'one header in many spellings',
    'cookies',
    'cookies in one line',
    'query parameters',
    'one query parameter repeated',
    'path segments',
  ]
    .filter((what) => target !== 'rest' || what !== 'path segments') // a REST API refuses a long path
    .map(
      (what): Subject => ({
        name: `accessors ${target}: ${what}`,
        prepare: (n) => {
          const make = LARGE_REQUESTS[what];
          if (make === undefined) throw new Error(what);
          const event = eventOf(target, (size) => ({ ...make(size), method: 'POST' }), n);
          return () => Object.values(ACCESSORS).map((ask) => ask(event));
        },
      }),
    ),
);

/** Bodies that are expensive for a careless parser. */
const BODIES: Readonly<Record<string, readonly [type: string, text: (n: number) => string]>> = {
  'a form with one name repeated': ['application/x-www-form-urlencoded', (n) => 'a=b&'.repeat(n)],
  'a form of many names': [
    'application/x-www-form-urlencoded',
    (n) =>
      numbers(n)
        .map((index) => `a${index}=b`)
        .join('&'),
  ],
  'JSON of many keys': ['application/json', (n) => JSON.stringify(record(n, (index) => index))],
  'JSON with escapes': ['application/json', (n) => `{"a":"${'\\u0041'.repeat(n)}"}`],
  'JSON with escaped keys': [
    'application/json',
    (n) =>
      `{${numbers(n)
        .map((index) => `"\\u0061${index}":1`)
        .join(',')}}`,
  ],
  'JSON with a long array': ['application/json', (n) => `["\\u005f",${'1,'.repeat(n)}1]`],
  'JSON with parts of __proto__': ['application/json', (n) => JSON.stringify(numbers(n).map(() => '__proto'))],
  'deep JSON': ['application/json', (n) => deep(n)],
  'deep JSON without its end': ['application/json', (n) => '[{"a":'.repeat(n)],
  'JSON with a fault after many lines': ['application/json', (n) => `[${'"a\\n",\n'.repeat(n)}x]`],
  'deep JSON with a key __proto__': ['application/json', (n) => `${'['.repeat(n)}{"__proto__":1}${']'.repeat(n)}`],
  'a form with a key __proto__': ['application/x-www-form-urlencoded', (n) => `${'a=b&'.repeat(n)}__proto__=1`],
};

const bodies: Subject[] = Object.entries(BODIES).map(([what, [type, text]]) => ({
  name: `body readers: ${what}`,
  prepare: (n) => {
    const event = root.toEvent(request({ headers: [['Content-Type', type]], body: encoder.encode(text(n)) }), { target: 'http-2.0' });
    const readers = [schemas.jsonBody(z.unknown()), schemas.formBody(z.unknown()), schemas.textBody(), schemas.bytesBody()];
    return () => [
      ...readers.map((reader) => reader.safeParse(event).success),
      attempt(() => root.bodyJson(event)),
      root.bodyText(event),
      root.bodyBytes(event),
    ];
  },
}));

function attempt(act: () => unknown): unknown {
  try {
    return act();
  } catch (error) {
    return error;
  }
}

const shapes: Subject[] = HTTP_TARGETS.map((target) => ({
  name: `guards and schemas ${target}: headers`,
  prepare: (n) => {
    const event: unknown = root.toEvent(request({ headers: manyHeaders(n) }), { target });
    return () => [
      root.isAPIGatewayProxyEvent(event),
      root.isAPIGatewayProxyEventV2(event),
      schemas.APIGatewayProxyEventSchema.safeParse(event).success,
      schemas.APIGatewayProxyEventV2Schema.safeParse(event).success,
    ];
  },
}));

const FUNCTION = 'arn:aws:lambda:us-east-1:123456789012:function:f';
const ARN = 'arn:aws:execute-api:us-east-1:123456789012:a1b2c3d4e5/prod/GET/';

const permissions: Subject[] = [
  {
    name: 'matchesArn: path of a client',
    prepare: (n) => {
      const arn = ARN + 'a'.repeat(n);
      return () => root.matchesArn(`${ARN}*a*a*b`, arn);
    },
  },
  {
    name: 'parseExecuteApiArn: path of a client',
    prepare: (n) => {
      const arn = ARN + 'a/:'.repeat(n);
      return () => root.parseExecuteApiArn(arn);
    },
  },
  {
    name: 'checkInvoke: statements',
    prepare: (n) => {
      const statements = numbers(n).map((index) =>
        root.invokeStatement({ functionArn: FUNCTION, sourceArn: `${ARN}${index}*`, statementId: `${index}` }),
      );
      const policy = root.functionPolicy(...statements);
      return () => root.checkInvoke(policy, { functionArn: FUNCTION, sourceArn: `${ARN}users` });
    },
  },
  {
    name: 'checkInvoke: path of a client',
    prepare: (n) => {
      const policy = root.functionPolicy(root.invokeStatement({ functionArn: FUNCTION, sourceArn: `${ARN}*a?a*b` }));
      const sourceArn = ARN + 'a'.repeat(n);
      return () => root.checkInvoke(policy, { functionArn: FUNCTION, sourceArn });
    },
  },
  {
    name: 'checkInvoke: values of a condition',
    prepare: (n) => {
      const statement = root.invokeStatement({ functionArn: FUNCTION, sourceArn: '*' });
      const Condition = { 'ForAnyValue:StringNotLike': { k: numbers(n).map((index) => `${index}*`) } };
      const policy = root.functionPolicy({ ...statement, Condition });
      return () => root.checkInvoke(policy, { functionArn: FUNCTION, sourceArn: `${ARN}users`, context: { k: 'a' } });
    },
  },
  {
    name: 'checkInvoke: values of a key',
    prepare: (n) => {
      const policy = root.functionPolicy({
        ...root.invokeStatement({ functionArn: FUNCTION, sourceArn: '*' }),
        Condition: { 'ForAllValues:StringEquals': { k: 'a' } },
      });
      const context = { k: numbers(n).map(() => 'a') };
      return () => root.checkInvoke(policy, { functionArn: FUNCTION, sourceArn: `${ARN}users`, context });
    },
  },
  {
    name: 'checkFunctionUrl: statements',
    prepare: (n) => {
      const principals = numbers(n).map((index) => `arn:aws:iam::123456789012:role/${index}`);
      const Statement = principals.flatMap((principal) =>
        root.functionUrlStatements({ functionArn: FUNCTION, authType: 'AWS_IAM', principal }),
      );
      const policy = { Version: '2012-10-17', Statement };
      return () => root.checkFunctionUrl(policy, { functionArn: FUNCTION, authType: 'AWS_IAM', principal: 'arn:aws:iam::1:role/a' });
    },
  },
  {
    name: 'toFetchRequest: dots in a path',
    prepare: (n) => {
      const event = { ...root.buildFunctionUrlEvent(), rawPath: '/..'.repeat(n), rawQueryString: '#'.repeat(n) };
      return () => root.toFetchRequest(event);
    },
  },
  {
    name: 'sourceArnOf: parameters of a route',
    prepare: (n) => {
      const names = numbers(n).map((index) => `p${index}`);
      const event = root.buildRestEvent();
      const resource = names.map((name) => `/{${name}}`).join('');
      const pathParameters = Object.fromEntries(names.map((name) => [name, 'a']));
      return () => root.sourceArnOf({ ...event, resource, pathParameters }, FUNCTION);
    },
  },
  {
    name: 'allowPolicy: resources',
    prepare: (n) => {
      const resources = numbers(n).map((index) => `${ARN}${index}`);
      return () => root.allowPolicy({ methodArn: `${ARN}users` }, 'user', { resources });
    },
  },
];

/** Ways for a function to make its result large. */
const LARGE_RESULTS: Readonly<Record<string, (n: number) => unknown>> = {
  headers: (n) => ({ statusCode: 200, headers: longHeaders(n, () => 'a'), body: '' }),
  'lists of headers': (n) => ({ statusCode: 200, multiValueHeaders: longHeaders(n, () => ['a', 'b']), body: '' }),
  'the same names in both': (n) => ({
    statusCode: 200,
    headers: longHeaders(n, () => 'a'),
    multiValueHeaders: longHeaders(n, () => ['b']),
    body: '',
  }),
  'one long list': (n) => ({ statusCode: 200, multiValueHeaders: { 'X-A': numbers(n).map(String) }, body: '' }),
  cookies: (n) => ({ statusCode: 200, cookies: numbers(n).map((index) => `a=${index}`), body: '' }),
  'a long header': (n) => ({ statusCode: 200, headers: { 'X-A': ` ${'a '.repeat(n)}\t` }, body: '' }),
  'a long body': (n) => ({ statusCode: 200, body: 'é'.repeat(n) }),
  'a base64 body': (n) => ({ statusCode: 200, isBase64Encoded: true, body: 'AAAA'.repeat(n) }),
  'unknown keys': (n) => ({ ...record(n, () => 1), statusCode: 200, body: '' }),
  'an array': (n) => numbers(n),
  'serialised text': (n) => root.payload(JSON.stringify({ statusCode: 200, headers: longHeaders(n, () => 'a"\\'), body: '"'.repeat(n) })),
  'headers of null': (n) => ({ statusCode: 200, headers: longHeaders(n, () => null), body: '' }),
  'headers with line breaks': (n) => ({ statusCode: 200, headers: longHeaders(n, () => 'a\nb'), body: '' }),
  'a header of spaces': (n) => ({ statusCode: 200, headers: { 'X-A': `a${' '.repeat(n)}\n` }, body: '' }),
  'spellings of one name': (n) => ({ statusCode: 200, headers: spellings(n), body: '' }),
  'a body of spaces': (n) => ({ statusCode: 200, body: ' '.repeat(n) }),
  'lone surrogates': (n) => ({ statusCode: 200, body: '\ud800'.repeat(n) }),
  'a key twice': (n) => root.payload(`{${'"a":1,'.repeat(n)}"b":1}`),
  'many keys in text': (n) => root.payload(JSON.stringify(record(n, () => 1))),
  'escapes in text': (n) => root.payload(`{"statusCode":200,"body":"${'\\u0041\\"'.repeat(n)}"}`),
  'deep text': (n) => root.payload(deep(n)),
  'a challenge': (n) => root.unauthorized(`${' '.repeat(n)}a${'\n'.repeat(n)}b`),
  'metadata that never ends': (n) => root.streamedBytes('\0\0\0\0\0\0\0a'.repeat(n)),
  'a streamed result': (n) => root.streamedResult({ statusCode: 200, headers: longHeaders(n, () => 'a') }, 'a'.repeat(n)),
};

/** Returns a number of different spellings of a name with 17 letters. */
function spellings(n: number): Record<string, string> {
  const spell = (index: number): string =>
    [...'abcdefghijklmnopq'].map((letter, bit) => ((index >> bit) & 1 ? letter.toUpperCase() : letter)).join('');
  return Object.fromEntries(numbers(n).map((index) => [`${LONG_NAME}${spell(index)}`, 'a']));
}

const render: Subject[] = HTTP_TARGETS.flatMap((target) =>
  Object.entries(LARGE_RESULTS).map(([what, make]) => ({
    name: `renderResult, checkResult ${target}: ${what}`,
    prepare: (n) => {
      const result = make(n);
      return () => [root.renderResult(result, { target }), root.checkResult(result, { target })];
    },
  })),
);

/** A REST API that answers every failure with this gateway response. */
function customizeFailures(response: root.GatewayResponse, settings: Partial<root.Gateway<'rest'>> = {}): root.Gateway<'rest'> {
  return { ...settings, target: 'rest', gatewayResponses: root.customizeResponses({ DEFAULT_5XX: response }) };
}

const rendering: Subject[] = [
  {
    name: 'renderResult: parameters of a gateway response, headers and query of a client',
    prepare: (n) => {
      const responseParameters = Object.fromEntries(
        numbers(n).map((index) => [
          `gatewayresponse.header.x-${index}`,
          index % 2 === 0 ? 'method.request.header.x-header-1' : 'method.request.querystring.a',
        ]),
      );
      const sent = request({ headers: manyHeaders(n), target: `/?${'b=1&'.repeat(n)}a=1` });
      return () => root.renderResult(root.functionError(), customizeFailures({ responseParameters }), sent);
    },
  },
  {
    name: 'renderResult: variables in a template',
    prepare: (n) => {
      const template = '$stageVariables.x1 $method.request.header.x-header-1 $context.domainName $context.identity.userAgent '.repeat(n);
      const gateway = customizeFailures({ responseTemplates: { 'text/plain': template } }, { stageVariables: record(n, () => 'a') });
      const sent = request({ headers: manyHeaders(n) });
      return () => root.renderResult(root.functionError(), gateway, sent);
    },
  },
  {
    name: 'renderResult: text in a template',
    prepare: (n) => {
      const gateway = customizeFailures({ responseTemplates: { 'text/plain': '$ # a.a '.repeat(n) + '$'.repeat(n) } });
      return () => root.renderResult(root.functionError(), gateway);
    },
  },
  {
    name: 'renderResult: binaryMediaTypes and Accept',
    prepare: (n) => {
      const gateway = { target: 'rest', binaryMediaTypes: numbers(n).map((index) => `a/b${index}`) } as const;
      const sent = request({ headers: [['Accept', ' ,;'.repeat(n)]] });
      return () => root.renderResult({ statusCode: 200, body: 'AAAA', isBase64Encoded: true }, gateway, sent);
    },
  },
  {
    name: 'renderResult: answer to a handshake',
    prepare: (n) => {
      const result = { statusCode: 200, headers: longHeaders(n, () => 'a'), multiValueHeaders: longHeaders(n, () => ['b']) };
      return () => root.renderResult(result, { target: 'websocket', route: '$connect' });
    },
  },
  {
    name: 'assertNoIssues: issues',
    prepare: (n) => {
      const result = { statusCode: 200, headers: longHeaders(n, () => null), body: '' };
      return () => {
        try {
          root.assertNoIssues(result, { target: 'rest' });
        } catch (error) {
          return error;
        }
        throw new Error('The result should have issues.');
      };
    },
  },
  {
    name: 'renderResult: Accept-Encoding of a client',
    prepare: (n) => {
      const sent = request({ headers: [['Accept-Encoding', 'br;q=0,'.repeat(n)]] });
      return () => root.renderResult({ statusCode: 200, body: 'abc' }, { target: 'rest', minimumCompressionSize: 0 }, sent);
    },
  },
  {
    name: 'renderResult: headers of a client',
    prepare: (n) => {
      const sent = request({ headers: manyHeaders(n, LONG_NAME) });
      const gateway = { target: 'http-2.0', cors: { allowOrigins: ['*'] } } as const;
      return () => root.renderResult({ statusCode: 200, body: 'abc' }, gateway, sent);
    },
  },
  {
    name: 'preflight: origins',
    prepare: (n) => {
      const cors = { allowOrigins: numbers(n).map((index) => `https://${index}.example.com`), allowMethods: ['GET'] };
      const headers: root.HttpField[] = [
        ['Origin', 'https://1.example.com'],
        ['Access-Control-Request-Method', 'GET'],
      ];
      return () => root.preflight(request({ method: 'OPTIONS', headers }), { target: 'http-2.0', cors });
    },
  },
  {
    name: 'renderMessage: body',
    prepare: (n) => {
      const result = { statusCode: 200, body: 'a'.repeat(n) };
      return () => root.renderMessage(result, { target: 'websocket', route: '$default', routeResponse: true });
    },
  },
  {
    name: 'renderStream: chunks',
    prepare: (n) => async () => {
      const { body } = await root.renderStream(streamOf(n), { target: 'function-url', invokeMode: 'RESPONSE_STREAM' });
      await drain(body);
    },
  },
  {
    name: 'renderStream: metadata',
    prepare: (n) => async () => {
      const prelude = root.encodePrelude({ statusCode: 200, headers: record(Math.min(n, 1000), () => 'a') });
      const stream = new ReadableStream<Uint8Array>({
        start(controller) {
          for (let index = 0; index < prelude.length; index += 16) controller.enqueue(prelude.subarray(index, index + 16));
          controller.close();
        },
      });
      const { body } = await root.renderStream(stream, { target: 'rest', responseTransferMode: 'STREAM' });
      await drain(body);
    },
  },
  {
    name: 'gateway responses: parameters in a template',
    prepare: (n) => {
      const gatewayResponses = root.customizeResponses({
        DEFAULT_5XX: { responseTemplates: { 'application/json': '{"m":$context.error.messageString}'.repeat(n) } },
      });
      return () => root.renderResult(root.functionError(), { target: 'rest', gatewayResponses });
    },
  },
];

const results: Subject[] = TARGETS.filter((target): target is Exclude<Target, 'websocket'> => target !== 'websocket').flatMap(
  (target): Subject[] => [
    {
      name: `resultsFor ${target}: headers and cookies`,
      prepare: (n) => {
        const headers = record(n, () => ['a', 'b']);
        const cookies = numbers(n).map((index) => `a${index}=1`);
        return () => root.resultsFor(target).json({}, target === 'http-1.0' || target === 'rest' ? { headers } : { headers, cookies });
      },
    },
    {
      name: `fromFetchResponse ${target}: headers`,
      prepare: (n) => () => {
        const headers = new Headers(Object.entries(record(n, () => 'a')));
        return root.fromFetchResponse(new Response('a', { headers }), target);
      },
    },
  ],
);

const local: Subject[] = [
  {
    name: 'createLocalApi: routes',
    prepare: (n) => {
      const routes = Object.fromEntries(numbers(n).map((index) => [`GET /r${index}`, () => ({ ok: true })]));
      return () => createLocalApi({ target: 'http-2.0', routes });
    },
  },
  ...Object.entries(LARGE_REQUESTS).map(([what, make]) => ({
    name: `exchange of a local API: ${what}`,
    prepare: (n: number) => {
      const api = createLocalApi({ target: 'http-2.0', routes: { $default: () => ({ ok: true }) } });
      const sent = make(n);
      return () => api.exchange(sent);
    },
  })),
  {
    name: 'exchange of a local API with a policy: statements',
    prepare: (n) => {
      const statement = numbers(n).map((index) => ({ Effect: 'Allow', Action: 'execute-api:Invoke', Resource: `${ARN}${index}` }));
      const policy = { principalId: 'user', policyDocument: { Version: '2012-10-17', Statement: statement } };
      const api = createLocalApi({
        target: 'rest',
        authorizers: { own: { request: () => policy } },
        authorizer: 'own',
        routes: { 'POST /users/{id}': () => ({ statusCode: 200, body: '' }) },
      });
      return () => api.exchange(request());
    },
  },
  {
    name: 'createLocalApi: API keys',
    prepare: (n) => {
      const apiKeys = numbers(n).map((index) => ({ id: `k${index}`, value: `v${index}` }));
      return () => createLocalApi({ target: 'rest', routes: {}, apiKeys });
    },
  },
  {
    name: 'exchange of a local API with a policy: stars of a resource',
    prepare: (n) => {
      const Resource = `arn:aws:execute-api:*:*:*/${'*a'.repeat(n)}`;
      const policy = {
        principalId: 'user',
        policyDocument: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource }] },
      };
      const api = createLocalApi({
        target: 'rest',
        authorizers: { own: { request: () => policy } },
        authorizer: 'own',
        routes: { 'ANY /{proxy+}': () => ({ statusCode: 200, body: '' }) },
      });
      return () => api.exchange(request({ target: `/prod/${'a'.repeat(n)}b` }));
    },
  },
  {
    name: 'exchange of a local API with a verifier: claims and scopes',
    prepare: (n) => {
      const claims = { ...record(n, (index) => `v${index}`), scope: 'a '.repeat(n) };
      const api = createLocalApi({
        target: 'http-2.0',
        authorizers: { own: { verify: () => claims } },
        authorizer: 'own',
        routes: { $default: { handler: () => ({ ok: true }), scopes: ['b'] } },
      });
      return () => api.exchange(request({ headers: [['Authorization', `Bearer ${' '.repeat(n)}x`]] }));
    },
  },
  {
    name: 'exchange of a local API: pieces of a stream',
    prepare: (n) => {
      const handler = awslambda.streamifyResponse(async (_: never, stream) => {
        for (const index of numbers(n)) stream.write(`${index}`);
        stream.end();
      });
      const api = createLocalApi({ target: 'function-url', invokeMode: 'RESPONSE_STREAM', routes: { $default: handler } });
      return () => api.exchange(request());
    },
  },
  {
    name: 'send of a local WebSocket API: message',
    prepare: (n) => async () => {
      const say = { handler: ({ body = '' }: { body?: string }) => ({ statusCode: 200, body }), routeResponse: true };
      const client = await createLocalWebsocketApi({ routes: { say } }).connect();
      await client.send(JSON.stringify({ action: 'say', text: 'a'.repeat(n) }));
    },
  },
  {
    name: 'createFrameMeter: pieces',
    prepare: (n) => {
      const meter = createFrameMeter(125, () => undefined);
      return () => numbers(n).map(() => meter(new Uint8Array([0x81, 0x01, 0x61])));
    },
  },
  {
    name: 'createMessageQueue: messages',
    prepare: (n) => {
      const flow = { handle: async () => undefined, isFull: () => false, pause: () => undefined, resume: () => undefined };
      const queue = createMessageQueue(flow);
      return () => numbers(n).map(() => queue.add('a'));
    },
  },
  {
    name: 'exchangeLines, viewOf: lines of an error, issues',
    prepare: (n) => async () => {
      const handler = (): never => {
        throw new Error('a\n'.repeat(n));
      };
      const api = createLocalApi({ target: 'rest', routes: { 'POST /users/{id}': handler } });
      const exchange = await api.exchange(request());
      return [exchangeLines(exchange, false), viewOf(exchange)];
    },
  },
  {
    name: 'splitJson, findValue, indentJson: nesting, strings, a string without its end',
    prepare: (n) => {
      const texts = [`${'['.repeat(n / 100)}1${']'.repeat(n / 100)}`, JSON.stringify(numbers(n).map(String)), `"${'\\"'.repeat(n)}`];
      return () => texts.map((text) => [findValue(splitJson(text), [n - 1]), indentJson(text)]);
    },
  },
  {
    name: 'rowsOf, bubblesOf, createFilter: exchanges, posts, words',
    prepare: (n) => {
      const exchanges = numbers(n).map((index) => ({ ...summary({ index }), connectionId: `c${index % 2}`, sent: 'a' }));
      const posts = numbers(n).map((postedAt) => ({ connectionId: 'c1', postedAt, after: postedAt, text: 'b' }));
      const filter = 'a '.repeat(n);
      return () => [rowsOf(exchanges).map((row) => bubblesOf(row, posts)), exchanges.slice(0, 1).filter(createFilter(filter))];
    },
  },
  {
    name: 'curlText, fetchText, testText: headers, bytes of the body',
    prepare: (n) => {
      const headers = numbers(n).map((index) => [`X-${index}`, "it's"] as const);
      const request = { line: '', headers, body: { size: n, isCut: false, mediaType: '', text: "'".repeat(n) } };
      const view = requestView({ request });
      return () => [curlText(view, ''), fetchText(view, ''), testText(view, { target: 'rest', prefix: '' })];
    },
  },
  {
    name: 'createConnectionsApi: messages',
    prepare: (n) => {
      const api = createConnectionsApi();
      api.connect('a');
      return () =>
        numbers(n).map(() => api.handle({ method: 'POST', target: '/prod/@connections/a', headers: [], body: encoder.encode('a') }));
    },
  },
  {
    name: 'invoke: event',
    prepare: (n) => {
      const event = root.toEvent(request({ body: encoder.encode('a'.repeat(n)) }), { target: 'rest' });
      return () => invoke(() => ({ statusCode: 200, body: 'a'.repeat(n) }), event);
    },
  },
];

export const subjects: readonly Subject[] = [
  ...http,
  ...events,
  ...requestChecks,
  ...builders,
  ...accessors,
  ...bodies,
  ...shapes,
  ...permissions,
  ...render,
  ...rendering,
  ...results,
  ...local,
];
