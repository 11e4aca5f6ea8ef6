import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import * as z from 'zod';
import * as arbitraries from '../../src/arbitraries/index.js';
import { runConformance } from '../../src/conformance/index.js';
import * as custom from '../../src/custom/index.js';
import { checkArguments } from '../../src/deploy/check-options.js';
import { readDeployment } from '../../src/deploy/formats.js';
import { type ReadTemplateOptions, readTemplate } from '../../src/deploy/index.js';
import * as http from '../../src/http/index.js';
import * as local from '../../src/local/index.js';
import * as schemas from '../../src/schemas/index.js';
import { matchers, matchersFor } from '../../src/testing/index.js';
import { brokenTemplate, template } from '../custom/drawn.js';
import * as inputs from './inputs.js';
import { type FuzzSubject, subject } from './subject.js';
import { KEYS, text, wild } from './values.js';
import { wire } from './wire.js';

// The other entries: HTTP, schemas, custom integrations, deployment files, matchers, the local API.

/** Arguments of curl. */
const curl = fc.array(
  fc.oneof(
    fc.constantFrom(
      ...[
        '-X',
        'POST',
        '-H',
        'A: b',
        '-d',
        '@file',
        '--data-raw',
        '-F',
        'a=b',
        '-u',
        'a:b',
        '-b',
        '-G',
        '-I',
        '-k',
        '--json',
        '{}',
        '-sSL',
      ],
    ),
    fc.constantFrom(
      'https://example.com/a?b=c',
      'example.com',
      'curl',
      '--url',
      '--data-urlencode',
      'a=b c',
      '--',
      '-Hx',
      '-XPUT',
      '--http2',
      '-A',
    ),
    text,
  ),
  { maxLength: 8 },
);

const CURL_ENDS = ['https://example.com/a?b=c', '--compressed'];
const plainCurl = fc
  .array(
    fc.oneof(
      fc.tuple(fc.constantFrom('-H', '--header', '-d', '--data-raw', '-b', '-u', '-A', '-e', '--json', '-F', '--url-query', '-X'), text),
      fc.constantFrom(['-I'], ['-G'], ['-sS'], ['-k'], ['--http1.1']),
    ),
    { maxLength: 3 },
  )
  .map((pairs) => pairs.flat());

const UNSAFE = ['UnsafeResponseError'];

const edges: readonly FuzzSubject[] = [
  subject(
    { fromCurl: http.fromCurl },
    fc.tuple(
      fc.oneof(
        curl,
        fc.tuple(plainCurl, fc.constant(CURL_ENDS)).map((parts) => parts.flat()),
      ),
    ),
    ['CurlOptionError'],
    { share: 4 },
  ),
  subject(
    { fromHttp1Bytes: http.fromHttp1Bytes },
    fc.tuple(wire.map((each) => Uint8Array.from(each, (letter) => letter.charCodeAt(0)))),
    ['MalformedRequestError'],
    { share: 4 },
  ),
  subject({ toHttp1Bytes: http.toHttp1Bytes }, fc.tuple(inputs.response), UNSAFE, { share: 2 }),
  subject({ toFetchResponse: http.toFetchResponse }, fc.tuple(inputs.response), [...UNSAFE, 'RangeError'], {
    call: async (response: never) => {
      const sent = http.toFetchResponse(response);
      return [sent.status, [...sent.headers], await sent.text()];
    },
  }),
  subject({ writeToServerResponse: http.writeToServerResponse }, fc.tuple(inputs.response), UNSAFE, {
    call: (response: never) => {
      const written: unknown[] = [];
      http.writeToServerResponse(response, { writeHead: (...head) => written.push(head), end: (body) => written.push(body) });
      return written;
    },
  }),
  subject({ fromFetchRequest: http.fromFetchRequest }, fc.tuple(inputs.request), ['TypeError'], {
    call: (request: unknown) => http.fromFetchRequest(fetchRequest(request)),
  }),
  subject({ fromFetchRequest: http.fromFetchRequest }, fc.tuple(wild), ['TypeError']),
  subject(
    { fromIncomingMessage: http.fromIncomingMessage },
    fc.tuple(incoming(), fc.record({ maxBody: fc.nat(20) })),
    ['BodyTooLargeError', 'RangeError'],
    {
      call: ({ chunks, ...message }: { chunks: never[] }, options: never) =>
        http.fromIncomingMessage(
          { ...(message as unknown as http.IncomingMessageLike), [Symbol.asyncIterator]: () => iterate(chunks) },
          options,
        ),
      isMutated: false,
    },
  ),
];

function incoming(): fc.Arbitrary<{ chunks: readonly Uint8Array[] }> {
  return fc.record({
    method: fc.option(text, { nil: undefined }),
    url: fc.option(text, { nil: undefined }),
    rawHeaders: inputs.fields.map((fields) => fields.flat()),
    httpVersionMajor: fc.constantFrom(1, 2),
    chunks: fc.array(inputs.bytes, { maxLength: 3 }),
  });
}

async function* iterate(chunks: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* chunks;
}

/** Creates a request from what was drawn, or an empty one if Fetch rejects it. */
function fetchRequest(drawn: unknown): Request {
  try {
    const { method, target, headers, body } = drawn as { method: string; target: string; headers: [string, string][]; body: Uint8Array }; // or Fetch throws
    return new Request(new URL(target, 'https://example.com'), { method, headers, body: method === 'GET' ? null : new Uint8Array(body) });
  } catch {
    return new Request('https://example.com');
  }
}

const SCHEMAS = Object.entries(schemas).filter(([name]) => name.endsWith('Schema')) as [string, z.ZodType][]; // by their names
const BODIES = [schemas.jsonBody(z.unknown()), schemas.formBody(z.unknown()), schemas.textBody(), schemas.bytesBody()];

const parsers: readonly FuzzSubject[] = [
  subject(
    { jsonBody: schemas.jsonBody, formBody: schemas.formBody, textBody: schemas.textBody, bytesBody: schemas.bytesBody },
    fc.tuple(inputs.event),
    [],
    {
      call: (event: unknown) => BODIES.map((body) => body.safeParse(event).success),
    },
  ),
  subject(
    { jsonBody: schemas.jsonBody, formBody: schemas.formBody, textBody: schemas.textBody, bytesBody: schemas.bytesBody },
    fc.tuple(wild, wild),
    ['TypeError'],
    {
      call: (schema: never, options: never) => {
        schemas.bytesBody(schema);
        schemas.textBody(schema, options);
        schemas.formBody(schema, options);
        schemas.jsonBody(schema, options);
      },
    },
  ),
  subject({ refineEvent: schemas.refineEvent }, fc.tuple(inputs.event), [], {
    call: (event: unknown) => REFINED.map((schema) => schema.safeParse(event).success),
  }),
  subject({ refineEvent: schemas.refineEvent }, fc.tuple(wild, wild), ['TypeError'], {
    call: (...args: never[]) => void Reflect.apply(schemas.refineEvent, undefined, args),
  }),
];

const REFINED: readonly z.ZodType[] = [schemas.APIGatewayProxyEventSchema, schemas.APIGatewayProxyEventV2Schema].map(
  (schema) =>
    schemas.refineEvent(
      schema as never,
      {
        body: schemas.jsonBody(z.unknown()),
        queryStringParameters: z.looseObject({}),
        pathParameters: z.looseObject({ id: z.string() }),
      } as never,
    ), // both have these fields
);

const mapping = fc.oneof(template, brokenTemplate, text);
const source = fc.oneof(
  fc.constantFrom(
    "'a'",
    'method.request.header.X-A',
    'method.request.querystring.a',
    'integration.response.body.a.b[0]',
    'context.requestId',
    'stageVariables.a',
  ),
  text,
);
const templates = fc.dictionary(fc.constantFrom('application/json', '$default', 'text/plain'), mapping, { maxKeys: 2 });
const integrationOf = (kind: string): fc.Arbitrary<unknown> =>
  fc.record(
    {
      integration: fc.constant(kind),
      requestTemplates: templates,
      passthroughBehavior: fc.constantFrom('WHEN_NO_MATCH', 'WHEN_NO_TEMPLATES', 'NEVER'),
      requestParameters: fc.dictionary(fc.constantFrom('integration.request.header.a', 'integration.request.querystring.b', 'x'), source, {
        maxKeys: 2,
      }),
      contentHandling: fc.constantFrom('CONVERT_TO_TEXT', 'CONVERT_TO_BINARY'),
      method: fc.constantFrom({ requestParameters: { 'method.request.querystring.page': true }, validateRequestParameters: true }),
      responses: fc.array(
        fc.record(
          {
            statusCode: fc.constantFrom(200, 400, 999),
            selectionPattern: fc.oneof(fc.constantFrom('.*x.*', '(a+)+$', '[', ''), text),
            responseTemplates: templates,
            responseParameters: fc.dictionary(fc.constantFrom('method.response.header.a', 'method.response.header.Content-Type'), source, {
              maxKeys: 2,
            }),
          },
          { requiredKeys: ['statusCode'] },
        ),
        { maxLength: 2 },
      ),
    },
    { requiredKeys: ['integration', 'responses'] },
  );
const outcome = fc.oneof(
  inputs.result.map((returned) => ({ returned })),
  fc.record({ message: text, name: text, stack: text }).map((threw) => ({ threw })),
  fc.record({ payload: text, isError: fc.boolean() }),
);
const REST = fc.constantFrom({ target: 'rest' }, { target: 'rest', stageVariables: { a: 'b' }, route: 'ANY /{proxy+}' });
const SETTINGS = ['GatewayError', 'GatewayResponseError'];

const integrations: readonly FuzzSubject[] = [
  subject({ toCustomEvent: custom.toCustomEvent }, fc.tuple(inputs.request, integrationOf('custom'), REST), SETTINGS, { share: 2 }),
  subject({ renderCustomResult: custom.renderCustomResult }, fc.tuple(outcome, integrationOf('custom'), REST, inputs.request), SETTINGS, {
    share: 2,
  }),
  subject({ renderMock: custom.renderMock }, fc.tuple(inputs.request, integrationOf('mock'), REST), SETTINGS, { share: 2 }),
];

const FOLDER = 'test/deploy/fixtures';
const FILES: readonly string[] = readdirSync(FOLDER).flatMap((fixture) =>
  readdirSync(`${FOLDER}/${fixture}`)
    .filter((name) => /^(?:template|openapi|serverless|swagger)\./.test(name))
    .map((name) => readFileSync(`${FOLDER}/${fixture}/${name}`, 'utf8')),
);

const WORDS = [
  ...[
    '<<: *a',
    '&a',
    '*a',
    '!Sub',
    '!Ref',
    '!GetAtt',
    '!!binary',
    '${',
    '}',
    `$\{AWS::Region}`,
    '${self:',
    '{"Ref": "X"}',
    'Fn::Sub: ',
    'Ref: X',
  ],
  ...[
    '- ',
    ': ',
    '\n',
    '\t',
    '  ',
    '{',
    '[',
    '|',
    '>',
    '"',
    "'",
    '#',
    '---\n',
    '...',
    '? ',
    '%YAML 1.2\n',
    '\r',
    '\0',
    '\u2028',
    'null',
    '~',
    '0o7',
    '1e9',
  ],
  ...[
    '__proto__: ',
    'constructor: ',
    'Resources:',
    'Type: ',
    'AWS::Serverless::Function',
    'Properties: ',
    'Events: ',
    'functions:',
    'provider:',
    'DependsOn: ',
  ],
];

/** Deployment files with damage. */
const document: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .tuple(
        fc.constantFrom(...FILES),
        fc.array(fc.tuple(fc.nat(3000), fc.nat(9), fc.oneof(fc.constantFrom(...WORDS, ...KEYS), text)), { maxLength: 4 }),
      )
      .map(damage),
  },
  { weight: 1, arbitrary: fc.array(fc.constantFrom(...WORDS, ...KEYS), { maxLength: 30 }).map((words) => words.join('')) },
  { weight: 1, arbitrary: fc.jsonValue().map((value) => JSON.stringify({ Resources: value })) },
);

function damage([file, edits]: readonly [string, readonly (readonly [number, number, string])[]]): string {
  return edits.reduce((all, [place, removed, added]) => {
    const at = place % (all.length + 1);
    return `${all.slice(0, at)}${added}${all.slice(at + removed)}`;
  }, file);
}

const deployOptions = fc.record(
  {
    stage: text,
    target: inputs.target,
    parameters: fc.dictionary(text, text),
    functions: fc.dictionary(text, text),
    format: fc.constantFrom('sam', 'openapi', 'serverless', 'cloudformation'),
  },
  { requiredKeys: [] },
);
const NO_FILES = { readFile: () => undefined, listFiles: () => [] };

/** Reads the text of a deployment file. `readTemplate` never reads anything else, so any other argument stands for an empty file. */
function readDocument(file: unknown, options?: unknown): unknown {
  const given = options === undefined ? {} : (options as ReadTemplateOptions); // checked next, as `readTemplate` does
  checkArguments('f', given);
  return readDeployment(typeof file === 'string' ? file : '', 'f', given, NO_FILES);
}

const deployments: readonly FuzzSubject[] = [
  subject({ readTemplate }, fc.tuple(document), ['TemplateError'], {
    call: readDocument,
    isMutated: false,
    share: 3,
  }),
  subject({ readTemplate }, fc.tuple(fc.constantFrom(...FILES), deployOptions), ['TemplateError'], {
    call: readDocument,
  }),
  subject({ readTemplate }, fc.tuple(fc.oneof(fc.constantFrom('test', '.', 'package.json', '/dev/null', ''), text), deployOptions), [
    'TemplateError',
  ]),
];

const tested: readonly FuzzSubject[] = [
  subject(
    { matchersFor },
    fc.tuple(
      fc.oneof(inputs.target, inputs.gateway),
      fc.oneof(inputs.result, inputs.event),
      fc.record({ status: fc.nat(600), headers: fc.dictionary(text, text), body: wild }, { requiredKeys: [] }),
    ),
    SETTINGS,
    {
      call: (gateway: never, received: unknown, expected: never) => callMatchers(gateway, received, expected),
      share: 2,
    },
  ),
];

function callMatchers(gateway: never, received: unknown, expected: never): unknown {
  const bound = matchersFor(gateway);
  const outcomes = [
    () => bound.toBeProxyResult(received),
    () => bound.toRenderAs(received, expected),
    () => bound.toHaveIssue(received, expected),
    () => bound.toHaveNoIssues(received, expected),
    () => matchers.toBeEvent(received, expected),
    () => matchers.toRenderAs(received, expected, gateway),
  ];
  const errors: unknown[] = [];
  const seen = outcomes.map((call) => {
    try {
      const { pass, message } = call();
      return [pass, message()];
    } catch (error) {
      errors.push(error);
      return String(error);
    }
  });
  for (const error of errors) if (!(error instanceof Error && SETTINGS.includes(error.name))) throw error;
  return seen;
}

const HANDLER: unknown = Object.freeze(() => ({ statusCode: 200, body: 'a' }));
const ROUTES: Readonly<Record<string, unknown>> = {
  'GET /users/{id}': HANDLER,
  'ANY /{proxy+}': { handler: () => 'x' },
  $default: HANDLER,
  'POST /': { integration: 'mock', responses: [{ statusCode: 200 }] },
};
const apiSettings = {
  target: fc.constantFrom(...inputs.HTTP_TARGETS),
  routes: fc.oneof(
    fc.constantFrom({ $default: HANDLER }, { 'ANY /{proxy+}': HANDLER }),
    fc.subarray(Object.entries(ROUTES)).map(Object.fromEntries),
  ),
  stage: fc.constantFrom('prod', '$default', 'a b'),
  keep: fc.nat(3),
  context: fc.constantFrom({}, { functionName: 'f' }),
  limits: fc.constantFrom({ maxBody: 10 }, { timeout: 50 }),
  runtime: fc.constantFrom('nodejs22.x', 'nodejs24.x'),
};
const apiInit = fc.record(apiSettings, { requiredKeys: ['target', 'routes'] });
const websocketInit = fc.record(
  {
    stage: fc.constantFrom('prod', 'a b'),
    keep: fc.nat(3),
    routes: fc.constantFrom({ $default: HANDLER }, { say: { handler: HANDLER, routeResponse: true }, $connect: HANDLER }),
  },
  { requiredKeys: ['routes'] },
);

const served: readonly FuzzSubject[] = [
  subject({ createLocalApi: local.createLocalApi }, fc.tuple(apiInit, inputs.request), SETTINGS, {
    call: async (init: never, request: never) => {
      const { response, event } = await local.createLocalApi(init).exchange(request);
      return [response.status, response.issues, typeof event];
    },
    share: 2,
  }),
  subject({ createLocalWebsocketApi: local.createLocalWebsocketApi }, fc.tuple(websocketInit, text), ['GatewayError'], {
    call: async (init: never, message: string) => {
      const client = await local.createLocalWebsocketApi(init).connect();
      await client.send(message);
      return client.received;
    },
  }),
  subject(
    { createConnectionsApi: local.createConnectionsApi },
    fc.tuple(fc.constant({ stage: 'prod', now: () => 0 }), text, inputs.request),
    ['GatewayError'],
    {
      call: (init: never, id: never, request: never) => {
        const api = local.createConnectionsApi(init);
        api.connect(id, { connectedAt: 0 });
        return api.handle(request);
      },
    },
  ),
  subject(
    { buildContext: local.buildContext },
    fc.tuple(fc.record({ functionName: text, awsRequestId: text, now: fc.constant(() => 0) }, { requiredKeys: ['now'] })),
    ['GatewayError'],
    {
      call: (init: never) => Object.keys(local.buildContext(init)),
    },
  ),
  subject({ invoke: local.invoke }, fc.tuple(wild, inputs.event), ['GatewayError'], {
    call: async (returned: unknown, event: never) => {
      const { ok } = await local.invoke(() => returned, event);
      return ok;
    },
  }),
  subject(
    { createModuleHandler: local.createModuleHandler },
    fc.tuple(text, text, fc.record({ env: fc.dictionary(text, text), runtime: fc.constant('nodejs22.x') }, { requiredKeys: [] })),
    ['GatewayError'],
    {
      call: (...args: never[]) => void Reflect.apply(local.createModuleHandler, undefined, args),
    },
  ),
  subject(
    { serve: local.serve },
    fc.tuple(fc.constant(HANDLER), fc.constant(0), fc.record({ maxBody: fc.nat() }, { requiredKeys: [] })),
    ['GatewayError'],
    {
      call: async (...args: never[]) => (await (Reflect.apply(local.serve, undefined, args) as ReturnType<typeof local.serve>)).close(),
    },
  ),
];

const ofTarget = fc.tuple(fc.oneof(inputs.target, text));
const draw = (make: (target: never) => fc.Arbitrary<unknown>) => (target: never) => void make(target);
const drawn: readonly FuzzSubject[] = [
  subject({ authorizerEvent: arbitraries.authorizerEvent }, ofTarget, ['GatewayError'], { call: draw(arbitraries.authorizerEvent) }),
  subject({ event: arbitraries.event }, ofTarget, ['GatewayError'], { call: draw(arbitraries.event) }),
  subject({ exchange: arbitraries.exchange }, ofTarget, ['GatewayError'], { call: draw(arbitraries.exchange) }),
  subject({ gateway: arbitraries.gateway }, ofTarget, ['GatewayError'], { call: draw(arbitraries.gateway) }),
  subject({ result: arbitraries.result }, ofTarget, ['GatewayError'], { call: draw(arbitraries.result) }),
  subject({ refusedResult: arbitraries.refusedResult }, ofTarget, ['GatewayError'], { call: draw(arbitraries.refusedResult) }),
];

const judged: readonly FuzzSubject[] = [
  subject({ runConformance }, fc.tuple(inputs.response), [], {
    call: async (response: never) => {
      const { held, failed, skipped } = await runConformance(
        { render: () => response, translate: () => response },
        { targets: ['websocket'] },
      );
      return [held, failed, skipped];
    },
    share: 0.1,
  }),
];

const validators: readonly FuzzSubject[] = [
  subject(
    Object.fromEntries(SCHEMAS.map(([name, schema]) => [name, (value: unknown) => schema.safeParse(value)])),
    fc.tuple(fc.oneof(inputs.event, inputs.result)),
    [],
    {
      call: (value: unknown) => SCHEMAS.map(([, schema]) => schema.safeParse(value).success),
    },
  ),
];

export const edgeSubjects: readonly FuzzSubject[] = [
  ...edges,
  ...parsers,
  ...validators,
  ...integrations,
  ...deployments,
  ...tested,
  ...served,
  ...drawn,
  ...judged,
];
