import fc from 'fast-check';
import * as z from 'zod';
import * as root from '../../src/index.js';
import { checkedWebsocket } from '../../src/render/index.js';
import * as inputs from './inputs.js';
import { type FuzzSubject, subject } from './subject.js';
import { text, wild } from './values.js';

// The root entry: guards, accessors, ARNs, events, results, renderers.

const ONE_EVENT = fc.tuple(inputs.event);
const GUARDS = Object.fromEntries(Object.entries(root).filter(([name]) => /^is[A-Z]/.test(name))) as Record<
  string,
  (value: unknown) => boolean
>; // by their names

const guards: readonly FuzzSubject[] = [
  subject(GUARDS, fc.tuple(fc.oneof(inputs.event, inputs.result)), [], {
    call: (value: unknown) => Object.values(GUARDS).map((guard) => guard(value)),
    share: 4,
  }),
  subject({ detectEvent: root.detectEvent }, ONE_EVENT, []),
];

/** What `query`, `cookies` and the like validate with. */
const SCHEMA = z.record(z.string(), z.unknown()).optional();

function read(ask: (event: never, schema: typeof SCHEMA) => unknown): (event: never) => unknown {
  return (event) => ask(event, SCHEMA);
}

const accessors: readonly FuzzSubject[] = [
  subject({ bodyBytes: root.bodyBytes }, ONE_EVENT, ['BodyError', 'TypeError']),
  subject({ bodyText: root.bodyText }, ONE_EVENT, ['BodyError', 'TypeError']),
  subject({ bodyJson: root.bodyJson }, ONE_EVENT, ['BodyError', 'TypeError']),
  subject({ bodyJson: root.bodyJson }, ONE_EVENT, ['BodyError', 'SchemaError', 'TypeError'], { call: read(root.bodyJson) }),
  subject({ claims: root.claims }, ONE_EVENT, ['TypeError']),
  subject({ claims: root.claims }, ONE_EVENT, ['SchemaError', 'TypeError'], { call: read(root.claims) }),
  subject({ clientIp: root.clientIp }, ONE_EVENT, ['TypeError']),
  subject({ cookies: root.cookies }, ONE_EVENT, ['TypeError'], { call: (event: never) => [...root.cookies(event)] }),
  subject({ cookies: root.cookies }, ONE_EVENT, ['SchemaError', 'TypeError'], { call: read(root.cookies) }),
  subject({ header: root.header }, fc.tuple(inputs.event, text), ['TypeError']),
  subject({ headerList: root.headerList }, fc.tuple(inputs.event, text), ['TypeError']),
  subject({ method: root.method }, ONE_EVENT, ['TypeError']),
  subject({ path: root.path }, fc.tuple(inputs.event, text), ['TypeError']),
  subject({ pathParameters: root.pathParameters }, ONE_EVENT, ['TypeError']),
  subject({ pathParameters: root.pathParameters }, ONE_EVENT, ['SchemaError', 'TypeError'], { call: read(root.pathParameters) }),
  subject({ query: root.query }, ONE_EVENT, ['TypeError'], { call: (event: never) => root.query(event).toString() }),
  subject({ query: root.query }, ONE_EVENT, ['SchemaError', 'TypeError'], { call: read(root.query) }),
  subject({ bodyJson: root.bodyJson }, fc.tuple(inputs.event, wild), ['BodyError', 'SchemaError', 'TypeError']),
  subject({ toFetchRequest: root.toFetchRequest }, ONE_EVENT, ['BodyError', 'TypeError'], {
    call: (event: never) => readFetch(root.toFetchRequest(event)),
  }),
];

async function readFetch(message: Request | Response): Promise<unknown> {
  return [Reflect.get(message, 'url'), Reflect.get(message, 'status'), [...message.headers], new Uint8Array(await message.arrayBuffer())];
}

const invocation = fc.record(
  { functionArn: inputs.arn, sourceArn: inputs.arn, sourceAccount: text, service: text, context: fc.dictionary(text, text) },
  { requiredKeys: ['functionArn', 'sourceArn'] },
);
const permission = fc.record(
  {
    functionArn: inputs.arn,
    sourceArn: inputs.arn,
    statementId: text,
    authType: fc.constantFrom('NONE', 'AWS_IAM'),
    principal: inputs.arn,
  },
  { requiredKeys: ['functionArn', 'sourceArn'] },
);
const policyInit = fc.record(
  { resources: fc.array(inputs.arn, { maxLength: 2 }), context: fc.dictionary(text, wild), usageIdentifierKey: text },
  { requiredKeys: [] },
);
const call = fc.record({ functionArn: inputs.arn, authType: fc.constantFrom('NONE', 'AWS_IAM'), principal: inputs.arn });

const arns: readonly FuzzSubject[] = [
  subject({ allowPolicy: root.allowPolicy }, fc.tuple(inputs.event, text, policyInit), ['TypeError']),
  subject({ denyPolicy: root.denyPolicy }, fc.tuple(inputs.event, text, policyInit), ['TypeError']),
  subject({ simpleResult: root.simpleResult }, fc.tuple(fc.boolean(), fc.dictionary(text, wild)), ['TypeError']),
  subject({ checkFunctionUrl: root.checkFunctionUrl }, fc.tuple(inputs.policy, call), ['TypeError'], { share: 2 }),
  subject({ checkInvoke: root.checkInvoke }, fc.tuple(inputs.policy, invocation), ['TypeError'], { share: 2 }),
  subject({ parseExecuteApiArn: root.parseExecuteApiArn }, fc.tuple(inputs.arn), []),
  subject({ formatExecuteApiArn: root.formatExecuteApiArn }, fc.tuple(inputs.arn.map(root.parseExecuteApiArn)), ['TypeError']),
  subject({ addPermissionArguments: root.addPermissionArguments }, fc.tuple(permission), ['TypeError']),
  subject({ functionPolicy: root.functionPolicy }, fc.tuple(inputs.policy), []),
  subject({ invokeStatement: root.invokeStatement }, fc.tuple(permission), ['TypeError']),
  subject({ functionUrlStatements: root.functionUrlStatements }, fc.tuple(permission), ['TypeError']),
  subject({ matchesArn: root.matchesArn }, fc.tuple(inputs.arn, inputs.arn), ['TypeError']),
  subject({ sourceArnOf: root.sourceArnOf }, fc.tuple(inputs.event, inputs.arn), ['TypeError']),
];

const routes = fc.array(fc.oneof(fc.constantFrom('GET /users/{id}', 'ANY /{proxy+}', '$default', 'GET /a', 'say'), text), { maxLength: 4 });
const GATEWAY = ['GatewayError'];

const BUILDERS = {
  buildEvents: root.buildEvents,
  buildEventTable: root.buildEventTable,
  buildFunctionUrlEvent: root.buildFunctionUrlEvent,
  buildHttpEvent: root.buildHttpEvent,
  buildHttpEventV1: root.buildHttpEventV1,
  buildRequestAuthorizerEvent: root.buildRequestAuthorizerEvent,
  buildRequestAuthorizerEventV1: root.buildRequestAuthorizerEventV1,
  buildRequestAuthorizerEventV2: root.buildRequestAuthorizerEventV2,
  buildRestEvent: root.buildRestEvent,
  buildWebsocketEvent: root.buildWebsocketEvent,
  buildWebsocketRequestAuthorizerEvent: root.buildWebsocketRequestAuthorizerEvent,
};

function withToken(init: unknown): object {
  return { ...(init as object), headers: { Authorization: 'Bearer abc' } }; // options of a builder
}

const handshake = fc.record(
  {
    query: fc.dictionary(text, text),
    headers: fc.dictionary(fc.constantFrom('Origin', 'Cookie'), text),
    routes: fc.constant(['say']),
    stage: fc.constant('dev'),
  },
  { requiredKeys: [] },
);

const events: readonly FuzzSubject[] = [
  ...Object.entries(BUILDERS).map(([name, build]) => subject({ [name]: build }, fc.tuple(inputs.init), GATEWAY, { share: 2 })),
  subject({ buildTokenAuthorizerEvent: root.buildTokenAuthorizerEvent }, fc.tuple(inputs.init.map(withToken)), GATEWAY),
  subject({ buildHttpEvent: root.buildHttpEvent }, fc.tuple(inputs.init, inputs.init), GATEWAY, {
    call: (defaults: never, init: never) => root.buildHttpEvent.with(defaults)(init),
  }),
  subject(
    { buildWebsocketSession: root.buildWebsocketSession },
    fc.tuple(handshake, text, fc.constantFrom({ route: 'say' }, { code: 1000 })),
    GATEWAY,
    {
      call: (init: never, body: unknown, options: never) => {
        const session = root.buildWebsocketSession(init);
        return [session.connect(), Reflect.has(Object(options), 'code') ? session.disconnect(options) : session.message(body, options)];
      },
    },
  ),
  subject({ toEvent: root.toEvent }, inputs.exchange, GATEWAY, { share: 4 }),
  subject({ toAuthorizerEvent: root.toAuthorizerEvent }, inputs.exchange, GATEWAY, { share: 2 }),
  subject({ toTokenAuthorizerEvent: root.toTokenAuthorizerEvent }, inputs.exchange, GATEWAY),
  subject({ checkRequest: root.checkRequest }, inputs.exchange, GATEWAY, { share: 2 }),
  subject({ findRoute: root.findRoute }, fc.tuple(inputs.request, routes, inputs.gateway), GATEWAY, { share: 2 }),
  subject({ selectRoute: root.selectRoute }, fc.tuple(text, fc.oneof(fc.constant('$request.body.action'), text), routes), GATEWAY),
  subject({ fromEvent: root.fromEvent }, ONE_EVENT, ['TypeError'], {
    call: (event: never) => {
      const { now, ...init } = root.fromEvent(event) as root.EventInit;
      return [now?.(), init];
    },
  }),
  subject({ repairEvent: root.repairEvent }, fc.tuple(inputs.event, inputs.target), ['GatewayError', 'TypeError']),
  subject({ anonymize: root.anonymize }, fc.tuple(inputs.event, fc.constant({})), ['TypeError']),
  subject({ apiPath: root.apiPath }, fc.tuple(inputs.gateway, text), GATEWAY),
  subject({ connectionsUrl: root.connectionsUrl }, fc.tuple(inputs.gateway, text), GATEWAY),
  subject({ invokeUrl: root.invokeUrl }, fc.tuple(inputs.gateway, text), GATEWAY),
  subject({ parseInvokeUrl: root.parseInvokeUrl }, fc.tuple(text, inputs.gateway), GATEWAY),
];

const rendered = fc.tuple(inputs.result, inputs.gateway, inputs.request);
const SETTINGS = ['GatewayError', 'GatewayResponseError'];
const asserted = fc.tuple(
  inputs.result,
  inputs.gateway,
  inputs.request,
  fc.constantFrom({}, { severity: 'info' }, { ignore: ['not-json'] }),
);

/** An issue that a renderer has found. */
const issue = inputs.result.map(
  (each) => root.renderResult(each, { target: 'rest' }).issues[0] ?? root.renderResult(1, { target: 'rest' }).issues[0],
);

const render: readonly FuzzSubject[] = [
  subject({ renderResult: root.renderResult }, rendered, SETTINGS, { share: 4 }),
  subject({ checkResult: root.checkResult }, rendered, SETTINGS, { share: 2 }),
  subject({ assertNoIssues: root.assertNoIssues }, asserted, [...SETTINGS, 'ResultIssuesError']),
  subject({ renderStream: root.renderStream }, rendered, SETTINGS, {
    call: async (...args: never[]) => {
      const { body, ...head } = await (root.renderStream as (...all: never[]) => Promise<root.RenderedStream>)(...args);
      return [head, await readAll(body)];
    },
  }),
  subject({ renderHandshake: root.renderHandshake }, fc.tuple(inputs.result, inputs.gateway), GATEWAY),
  subject({ renderMessage: root.renderMessage }, fc.tuple(inputs.result, inputs.gateway), GATEWAY),
  subject({ preflight: root.preflight }, inputs.exchange, SETTINGS, { share: 2 }),
  subject(
    { configureCors: root.configureCors },
    fc.tuple(fc.constant({ allowOrigins: ['*'], allowMethods: ['GET'], maxAge: 1 })),
    GATEWAY,
    {
      call: (configuration: never) => void root.configureCors(configuration),
    },
  ),
  subject({ customizeResponses: root.customizeResponses }, fc.tuple(gatewayResponses()), SETTINGS, {
    call: (responses: never) => void root.customizeResponses(responses),
  }),
  subject({ encodePrelude: root.encodePrelude }, fc.tuple(inputs.result), ['TypeError']),
  subject({ decodePrelude: root.decodePrelude }, fc.tuple(inputs.bytes), ['TypeError']),
  subject({ decodePrelude: root.decodePrelude }, fc.tuple(text), ['TypeError'], {
    call: (json: string) => root.decodePrelude(new TextEncoder().encode(`${json}\0\0\0\0\0\0\0\0rest`)),
    isMutated: false,
  }),
  subject({ streamedResult: root.streamedResult }, fc.tuple(inputs.result, text), ['TypeError']),
  subject({ streamedBytes: root.streamedBytes }, fc.tuple(text, text), ['TypeError']),
  subject({ payload: root.payload }, fc.tuple(text), ['TypeError']),
  subject({ failure: root.failure }, fc.tuple(text), []),
  subject({ unauthorized: root.unauthorized }, fc.tuple(text), ['TypeError']),
  subject({ explainIssue: root.explainIssue }, fc.tuple(issue), GATEWAY),
  subject({ checked: root.checked }, fc.tuple(inputs.result, inputs.gateway, inputs.event), SETTINGS, { call: callChecked(root.checked) }),
  subject({ checkedWebsocket }, fc.tuple(inputs.result, fc.constant({ target: 'websocket' }), inputs.event), SETTINGS, {
    call: callChecked(checkedWebsocket),
  }),
];

function callChecked(check: typeof root.checked | typeof checkedWebsocket): (value: unknown, settings: never, event: never) => unknown {
  return (value, settings, event) => {
    const found: unknown[] = [];
    const handler = check((_: unknown) => value, settings, { onIssue: (each: unknown) => found.push(each) });
    return [handler(event), found];
  };
}

async function readAll(stream: ReadableStream<Uint8Array>): Promise<unknown> {
  try {
    return new Uint8Array(await new Response(stream).arrayBuffer());
  } catch (error) {
    return String(error); // a stream that breaks off fails
  }
}

function gatewayResponses(): fc.Arbitrary<unknown> {
  const response = fc.record(
    {
      statusCode: fc.constantFrom<unknown>(200, 418, '400', 99),
      responseParameters: fc.dictionary(
        fc.oneof(fc.constantFrom('gatewayresponse.header.x-a', 'gatewayresponse.header.'), text),
        fc.oneof(fc.constantFrom("'a'", 'method.request.header.x', 'context.requestId', 'stageVariables.a'), text),
      ),
      responseTemplates: fc.dictionary(fc.constantFrom('application/json', 'text/plain'), text),
    },
    { requiredKeys: [] },
  );
  return fc.dictionary(fc.constantFrom('DEFAULT_4XX', 'DEFAULT_5XX', 'UNAUTHORIZED', 'MISSING_AUTHENTICATION_TOKEN', 'X'), response, {
    maxKeys: 3,
  });
}

const TYPE = ['TypeError'];
const resultInit = fc.record(
  { status: fc.integer({ min: 100, max: 700 }), headers: fc.dictionary(text, text), cookies: fc.array(text), method: text },
  { requiredKeys: [] },
);
const responseInit = fc.record({ status: fc.integer({ min: 200, max: 599 }), headers: fc.dictionary(text, text), body: fc.option(text) });

const results: readonly FuzzSubject[] = [
  subject({ resultsFor: root.resultsFor }, fc.tuple(inputs.target, fc.nat(8), wild, resultInit), ['TypeError', 'RangeError'], {
    call: (each: root.Target, index: number, content: unknown, init: unknown) => {
      const builders: [string, unknown][] = Object.entries(root.resultsFor(each));
      const [, build] = builders.at(typeof index === 'number' ? index % builders.length : 0) ?? [];
      return typeof build === 'function' ? build(content, init) : undefined;
    },
    share: 3,
  }),
  subject({ expectStructured: root.expectStructured }, fc.tuple(inputs.result), TYPE),
  subject({ fromFetchResponse: root.fromFetchResponse }, fc.tuple(responseInit, inputs.target), ['TypeError', 'RangeError'], {
    call: (init: unknown, each: never) => root.fromFetchResponse(fetchResponse(init), each),
  }),
  subject({ fetchHandler: root.fetchHandler }, fc.tuple(inputs.event, responseInit), ['TypeError', 'RangeError', 'BodyError'], {
    call: (event: never, init: unknown) => root.fetchHandler(() => fetchResponse(init))(event),
    share: 2,
  }),
  subject({ fetchHandler: root.fetchHandler }, fc.tuple(wild, wild), TYPE, {
    call: (...args: never[]) => void Reflect.apply(root.fetchHandler, undefined, args),
  }),
];

/** Creates a response from what was drawn, or an empty one if Fetch rejects it. */
function fetchResponse(init: unknown): Response {
  try {
    const { status, headers, body } = init as { status: number; headers: Record<string, string>; body: string }; // or Fetch throws
    return new Response(body, { status, headers });
  } catch {
    return new Response(null);
  }
}

export const coreSubjects: readonly FuzzSubject[] = [...guards, ...accessors, ...arns, ...events, ...render, ...results];
