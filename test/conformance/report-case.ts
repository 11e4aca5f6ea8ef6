import { isDeepStrictEqual } from 'node:util';
import * as apigw from 'apigw-proxy';
import { type CustomIntegration, type CustomOutcome, renderCustomResult } from 'apigw-proxy/custom';
import {
  createConnectionsApi,
  createLocalApi,
  createLocalWebsocketApi,
  createModuleHandler,
  type LocalAuthorizer,
  type LocalRoute,
} from 'apigw-proxy/local';
import * as schemas from 'apigw-proxy/schemas';
import type { CaseExpectation, RenderCase } from '../../src/conformance/cases/render-case.js';
import type { RequestCase } from '../../src/conformance/cases/request-case.js';
import { differencesOf } from '../../src/conformance/compare/compare-response.js';
import { judgeRenderCase, gatewayOf as renderGatewayOf, requestOf as renderRequestOf } from './render-case.js';
import { streamHandlerOf, writeModule } from './report-handler.js';
import { judgeRequestCase, requestOf } from './request-case.js';
import { type AnyCase, reportUncovered, type Verdict, verdictOf } from './verdict.js';

// Public bug reports, each with a small input and what AWS does with it. `via`, or `kind` without it, names the function that runs the
// case.

/** A report. Its fields depend on the function that runs it. */
export interface ReportCase extends AnyCase {
  readonly kind: string;
  readonly via?: string;
  readonly event?: unknown;
  /** Route keys; one that ends in ` !` has no authorizer. */
  readonly routes?: readonly string[];
  readonly stage?: string;
  readonly request?: Partial<RequestCase['request']>;
  readonly settings?: Readonly<Record<string, unknown>>;
  /** A streaming handler in words: `s` is the response stream, `from` makes one with metadata. */
  readonly handler?: string;
  readonly authorizerResult?: Readonly<Record<string, unknown>> | null;
  readonly authorizerError?: string;
  readonly integration?: CustomIntegration;
  readonly outcome?: CustomOutcome;
  readonly fetch?: { readonly body: string; readonly type: string };
  readonly lambdaResult?: unknown;
  readonly expect: Readonly<Record<string, unknown>>;
}

type Judge = (given: ReportCase) => Verdict | Promise<Verdict>;

const JUDGES: Readonly<Record<string, Judge>> = {
  event: (given) => judgeRequestCase(given as unknown as RequestCase), // a report of this kind has the fields of a request case
  exchange: judgeExchange,
  fetch: judgeFetch,
  detect: judgeDetect,
  accessor: judgeAccessor,
  tokenEvent: judgeTokenEvent,
  localVerify: judgeVerify,
  builderClaims: judgeBuilderClaims,
  createLocalApi: judgeAuthorizer,
  createModuleHandler: judgeStream,
  'stream-handler': judgeStream,
  renderCustomResult: judgeCustomResult,
  fromFetchResponse: judgeFetchResponse,
  renderMessage: judgeResult,
  createLocalWebsocketApi: judgeWebsocket,
  connections: judgeConnections,
};

/** What a report is about, by the function that runs it. */
const KINDS: Readonly<Record<string, string>> = {
  event: 'request',
  exchange: 'exchange with routes and authorizers',
  fetch: 'way back to Fetch',
  detect: 'kind of an event',
  accessor: 'accessor',
  tokenEvent: 'authorizer event',
  localVerify: 'claims of a token',
  builderClaims: 'claims of a token',
  createLocalApi: 'exchange with routes and authorizers',
  createModuleHandler: 'streaming handler',
  'stream-handler': 'streaming handler',
  renderCustomResult: 'custom integration',
  fromFetchResponse: 'Fetch response',
  renderMessage: 'WebSocket API',
  createLocalWebsocketApi: 'WebSocket API',
  connections: 'WebSocket API',
};

/** Returns what a report is about, in words. */
export function kindOfReport({ kind, via = kind }: ReportCase): string {
  return `report: ${KINDS[via] ?? 'result'}`;
}

const RESPONSE_KEYS = [
  'status',
  'headers',
  'present',
  'rawNames',
  'bodyText',
  'bodyBase64',
  'bodyContains',
  'bodyTemplate',
  'compareBodyAs',
];
const RESULT_KEYS = [...RESPONSE_KEYS, 'matching', 'decodedBodyText', 'unordered', 'frame', 'alternatives', 'issue', 'cureMentions'];

/** The expectations that each function checks. A report that expects something else would pass whatever happens. */
const READ_KEYS: Readonly<Record<string, readonly string[]>> = {
  exchange: ['status', 'invoked', 'route', 'issue', 'cureMentions'],
  fetch: ['method', 'url', 'host', 'pathname', 'search', 'headers', 'bodyText', 'throws'],
  detect: ['detect', 'guard'],
  accessor: ['accessor', 'value', 'guard'],
  tokenEvent: ['methodArn', 'authorizationToken'],
  localVerify: ['claims'],
  builderClaims: ['guard'],
  createLocalApi: [...RESPONSE_KEYS, 'issue', 'cureMentions', 'first', 'second'],
  createModuleHandler: ['status', 'headers', 'bodyText', 'invocationFails', 'bodyBreaksOff'],
  'stream-handler': ['status', 'headers', 'bodyText', 'invocationFails', 'bodyBreaksOff'],
  renderCustomResult: [...RESPONSE_KEYS, 'issue'],
  fromFetchResponse: [...RESPONSE_KEYS, 'issue', 'cureMentions'],
  renderMessage: [...RESULT_KEYS, 'settingsRefused'],
  createLocalWebsocketApi: ['status', 'received', 'issue', 'cureMentions'],
  connections: RESPONSE_KEYS,
  result: [...RESULT_KEYS, 'settingsRefused'],
};

/** `undefined`: any key, because the expectations are paths in the event. */
function readKeysOf({ kind, via = kind }: ReportCase): readonly string[] | undefined {
  return via === 'event' ? undefined : READ_KEYS[via in JUDGES ? via : 'result'];
}

/** Runs a report and compares the result with the expectation. */
export async function judgeReport(given: ReportCase): Promise<Verdict> {
  const judge = JUDGES[given.via ?? given.kind] ?? (given.lambdaResult === undefined ? undefined : judgeResult);
  if (judge === undefined) return reportUncovered(given, `nothing drives '${given.via ?? given.kind}'`);
  const unread = Object.keys(given.expect).filter((key) => !(readKeysOf(given)?.includes(key) ?? true));
  if (unread.length > 0) return reportUncovered(given, `nothing checks expect.${unread.join(', expect.')}`);
  try {
    return await judge(given);
  } catch (error) {
    return verdictOf(given, [`threw ${error}`]);
  }
}

/** Checks `expect.issue` (words in which a code may appear) and `expect.cureMentions` (words of its fix). */
function findingDifferences(found: readonly apigw.Issue[], { issue, cureMentions }: ReportCase['expect']): string[] {
  const issues = found.map(apigw.explainIssue);
  const seen = issues.map(({ code, fix }) => `${code}: ${fix}`).join(' | ');
  const named = apigw.ISSUE_CODES.find((code) => typeof issue === 'string' && issue.split(/[ ,]/).includes(code));
  const isFound = issue === undefined || (named === undefined ? issues.length > 0 : issues.some(({ code }) => code === named));
  const words = typeof cureMentions === 'string' ? wordsOf(cureMentions) : [];
  const isMended = words.every((word) => issues.some(({ fix, message }) => wordsOf(`${message} ${fix}`).includes(word)));
  return [
    ...(isFound ? [] : [`issue ${issue}: found ${seen}`]),
    ...(isMended ? [] : [`a fix that mentions ${cureMentions}: found ${seen}`]),
  ];
}

function wordsOf(text: string): string[] {
  return (text.toLowerCase().match(/[\w-]{3,}/g) ?? []).filter((word) => !['the', 'put', 'into', 'data'].includes(word));
}

function compare(what: string, actual: unknown, expected: unknown): string[] {
  return expected === undefined || isDeepStrictEqual(actual, expected)
    ? []
    : [`${what}: expected ${JSON.stringify(expected)}, is ${JSON.stringify(actual)}`];
}

function gatewayOf(target: string, settings: ReportCase['settings'] | null): apigw.Gateway {
  return { target, ...settings } as apigw.Gateway; // written as settings
}

function judgeResult(given: ReportCase): Verdict {
  const { issue, cureMentions, settingsRefused, ...expected } = given.expect;
  if (settingsRefused === true)
    return verdictOf(
      given,
      refusalDifferences(() => createApi(given, gatewayOf(given.api, given.settings)), cureMentions),
    );
  const lambdaResult = revive(given.lambdaResult);
  const renderCase = { ...given, lambdaResult, expect: expected } as unknown as RenderCase; // a report without `kind` has its fields
  const verdict = judgeRenderCase(renderCase);
  if (lambdaResult === undefined || verdict.outcome !== 'passed') return verdict;
  const { $error, $stream, $streamBytes } = (lambdaResult ?? {}) as Readonly<Record<string, unknown>>;
  if ($error !== undefined || $stream !== undefined || $streamBytes !== undefined) return verdict;
  const issues = apigw.checkResult(lambdaResult, renderGatewayOf(renderCase), renderRequestOf(renderCase));
  const differences = findingDifferences(issues, given.expect);
  return differences.length === 0 ? verdict : verdictOf(given, differences);
}

/** Makes a `Headers` object of `{ $headers: {…} }`, which JSON can't write. */
function revive(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  if ('$headers' in value) return new Headers(value.$headers as Record<string, string>); // written as headers
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, revive(item)]));
}

function refusalDifferences(act: () => unknown, mentions: unknown): string[] {
  try {
    act();
  } catch (error) {
    const text = wordsOf(String(error));
    const missing = wordsOf(String(mentions ?? '')).filter((word) => !text.includes(word));
    return missing.length === 0 ? [] : [`the error does not mention ${missing}: ${error}`];
  }
  return ['nothing was refused'];
}

/** An API in which every route returns the authorizer's data as JSON. */
function createApi(given: ReportCase, settings: apigw.Gateway, authorizers: Readonly<Record<string, LocalAuthorizer>> = {}) {
  const [name] = Object.keys(authorizers);
  const keys = given.routes ?? [settings.target === 'rest' ? 'ANY /{proxy+}' : '$default'];
  const invoked: string[] = [];
  const routes = keys.map((key): [string, LocalRoute<never>] => {
    const isOpen = key.endsWith(' !');
    const routeKey = key.replace(/ !$/, '');
    const handler = (event: { requestContext: { authorizer?: unknown } }): unknown => {
      invoked.push(routeKey);
      return { statusCode: 200, body: JSON.stringify(event.requestContext.authorizer ?? {}) };
    };
    return [routeKey, { handler, ...(isOpen && { authorizer: false as const }) } as LocalRoute<never>];
  });
  const init = { ...settings, routes: Object.fromEntries(routes), authorizers, ...(name !== undefined && { authorizer: name }) };
  // The case's settings are those of an API of its target.
  return { api: createLocalApi(init as unknown as Parameters<typeof createLocalApi>[0]), invoked };
}

async function judgeExchange(given: ReportCase): Promise<Verdict> {
  const { authorizer, ...settings } = given.settings ?? {};
  if (authorizer !== undefined && authorizer !== 'jwt') return reportUncovered(given, `nothing makes an authorizer '${authorizer}'`);
  const verify = (token: string): Record<string, string> => {
    if (token !== 'good') throw new Error('invalid');
    return { sub: 'ada' };
  };
  const gateway = gatewayOf(given.api, { stage: given.stage, ...settings });
  const { api, invoked } = createApi(given, gateway, authorizer === 'jwt' ? { jwt: { verify } } : {});
  const exchange = await api.exchange(requestOf(given as unknown as RequestCase));
  const { status, invoked: wasInvoked, route, issue } = given.expect;
  return verdictOf(given, [
    ...compare('status', exchange.response.status, status),
    ...compare('invoked', invoked.length > 0, wasInvoked),
    ...compare('route', invoked[0], route),
    ...(issue === undefined ? [] : findingDifferences(exchange.response.issues, given.expect)),
  ]);
}

async function judgeFetch(given: ReportCase): Promise<Verdict> {
  const convert = (): Request => apigw.toFetchRequest(given.event as apigw.HttpEvent); // a recorded event
  if (given.expect['throws'] === true) return verdictOf(given, refusalDifferences(convert, undefined));
  const request = convert();
  const { host, pathname, search } = new URL(request.url);
  const expected = given.expect as { headers?: Record<string, string> } & Record<string, unknown>;
  return verdictOf(given, [
    ...compare('method', request.method, expected['method']),
    ...compare('url', request.url, expected['url']),
    ...compare('host', host, expected['host']),
    ...compare('pathname', pathname, expected['pathname']),
    ...compare('search', search, expected['search']),
    ...compare('bodyText', await request.text(), expected['bodyText']),
    ...Object.entries(expected.headers ?? {}).flatMap(([name, value]) => compare(name, request.headers.get(name), value)),
  ]);
}

const GUARDS: Readonly<Record<string, (value: unknown) => boolean>> = {
  rest: apigw.isAPIGatewayProxyEvent,
  'http-2.0': (value) => apigw.isAPIGatewayProxyEventV2(value) && schemas.APIGatewayProxyEventV2Schema.safeParse(value).success,
  'function-url': apigw.isLambdaFunctionURLEvent,
  'websocket-connect': (value) =>
    apigw.isAPIGatewayProxyWebsocketEvent(value) && schemas.APIGatewayProxyWebsocketEventSchema.safeParse(value).success,
};

function guardDifferences({ event, expect }: ReportCase): string[] {
  return expect['guard'] === undefined ? [] : compare('guard', GUARDS[apigw.detectEvent(event)]?.(event) ?? false, expect['guard']);
}

function judgeDetect(given: ReportCase): Verdict {
  return verdictOf(given, [...compare('detect', apigw.detectEvent(given.event), given.expect['detect']), ...guardDifferences(given)]);
}

function judgeAccessor(given: ReportCase): Verdict {
  const name = String(given.expect['accessor']);
  const read = ACCESSORS[name];
  if (read === undefined) return reportUncovered(given, `no accessor '${name}'`);
  const actual = read(given.event as apigw.RequestEvent); // a recorded event
  return verdictOf(given, [...compare('value', actual, given.expect['value']), ...guardDifferences(given)]);
}

/** What each accessor returns, as a report writes it. */
const ACCESSORS: Readonly<Record<string, (event: apigw.RequestEvent) => unknown>> = {
  query: (event) => [...apigw.query(event)],
  clientIp: apigw.clientIp,
  method: apigw.method,
  path: (event) => apigw.path(event),
  pathParameters: (event) => ({ ...apigw.pathParameters(event) }),
  cookies: (event) => [...apigw.cookies(event)],
  claims: (event) => apigw.claims(event),
  bodyText: apigw.bodyText,
  bodyJson: (event) => apigw.bodyJson(event),
};

function judgeTokenEvent(given: ReportCase): Verdict {
  const { route, ...request } = given.event as apigw.HttpRequest & { route: string };
  const event = apigw.toTokenAuthorizerEvent(request, { target: 'rest', route });
  return verdictOf(given, [
    ...compare('methodArn', event.methodArn, given.expect['methodArn']),
    ...compare('authorizationToken', event.authorizationToken, given.expect['authorizationToken']),
  ]);
}

async function judgeVerify(given: ReportCase): Promise<Verdict> {
  const { target, claims } = given.event as { target: apigw.Target; claims: Record<string, unknown> };
  const { api } = createApi({ ...given, routes: ['ANY /{proxy+}'] }, { target } as apigw.Gateway, { verify: { verify: () => claims } });
  const path = target === 'rest' ? '/prod/x' : '/x';
  const { response } = await api.exchange({ method: 'GET', target: path, headers: [['Authorization', 'Bearer x']] });
  const left = JSON.parse(new TextDecoder().decode(response.body)) as { claims?: unknown; jwt?: { claims: unknown } };
  return verdictOf(given, compare('claims', left.jwt?.claims ?? left.claims, given.expect['claims']));
}

function judgeBuilderClaims(given: ReportCase): Verdict {
  const { claims } = given.event as { claims: Record<string, string> };
  try {
    const event: unknown = apigw.buildHttpEvent({ authorizer: { jwt: { claims } } });
    return verdictOf(given, compare('guard', apigw.isAPIGatewayProxyEventV2(event), given.expect['guard']));
  } catch (error) {
    // A builder that refuses the claims doesn't build an event that the guard rejects.
    if (error instanceof apigw.GatewayError) return verdictOf(given, [], `the builder refuses it: ${error.code}`);
    throw error;
  }
}

async function judgeAuthorizer(given: ReportCase): Promise<Verdict> {
  const { enableSimpleResponses, ...settings } = given.settings ?? {};
  const gateway = gatewayOf(given.api, settings);
  const request = fullRequest(given);
  if (given.authorizerResult === undefined && given.authorizerError === undefined && given.request?.method !== 'OPTIONS') {
    const { api } = createApi({ ...given, routes: given.routes ?? ['GET /known'] }, gateway);
    return verdictOf(given, exchangeDifferences((await api.exchange(request)).response, given.expect));
  }
  const answer = (event: { methodArn?: string; routeArn?: string }): unknown => {
    if (given.authorizerError !== undefined)
      throw given.authorizerError === 'Unauthorized' ? 'Unauthorized' : new Error(given.authorizerError);
    if (given.authorizerResult === null) return null;
    const { effect, context, ...rest } = given.authorizerResult ?? {};
    if (effect === undefined) return { ...rest, ...(context !== undefined && { context }) };
    const init = { ...(context !== undefined && { context: context as apigw.APIGatewayAuthorizerResultContext }) };
    const asked = { methodArn: event.methodArn ?? event.routeArn ?? '' };
    return effect === 'Allow' ? apigw.allowPolicy(asked, 'user', init) : apigw.denyPolicy(asked, 'user', init);
  };
  const identitySource = given.api === 'rest' ? 'method.request.header.Authorization' : '$request.header.Authorization';
  const authorizer = {
    request: answer,
    identitySource: [identitySource],
    ...(typeof enableSimpleResponses === 'boolean' && { enableSimpleResponses }),
  } as LocalAuthorizer;
  const { api } = createApi(given, gateway, { own: authorizer });
  const { first, second, ...expected } = given.expect;
  if (first === undefined) return verdictOf(given, exchangeDifferences((await api.exchange(request)).response, expected));
  const statuses = [(await api.exchange(request)).response.status, (await api.exchange(request)).response.status];
  return verdictOf(given, compare('statuses', statuses, [first, second]));
}

function fullRequest({ api, request }: ReportCase): apigw.HttpRequest {
  const { method = 'GET', path = api === 'rest' ? '/prod/x' : '/x', headers } = request ?? {};
  const usual = method === 'OPTIONS' ? [] : ([['Authorization', 'token']] as const);
  return { method, target: path, headers: headers ?? usual };
}

/** Compares a response, and the issues that come with it. */
function exchangeDifferences(
  response: apigw.HttpResponse & { readonly issues: readonly apigw.Issue[] },
  expected: ReportCase['expect'],
): string[] {
  return [...responseDifferences(response, expected), ...findingDifferences(response.issues, expected)];
}

function responseDifferences(response: apigw.HttpResponse, expected: ReportCase['expect']): string[] {
  const { bodyContains, bodyTemplate, issue, cureMentions, ...rest } = expected;
  const text = new TextDecoder().decode(response.body);
  const [start = '', end = ''] = String(bodyTemplate ?? '').split('{base64}');
  const fits =
    bodyTemplate === undefined ||
    (text.startsWith(start) && text.endsWith(end) && /^[\w+/]{43}=$/.test(text.slice(start.length, -end.length)));
  const isThere = typeof bodyContains !== 'string' || text.includes(bodyContains);
  return [
    ...differencesOf({ ...response, frame: null }, rest as CaseExpectation),
    ...(fits ? [] : [`body: expected ${bodyTemplate}, is ${text}`]),
    ...(isThere ? [] : [`body: expected to contain ${bodyContains}, is ${text}`]),
  ];
}

async function judgeStream(given: ReportCase): Promise<Verdict> {
  const isRest = given.api === 'rest';
  const mode = isRest ? { responseTransferMode: 'STREAM' } : { invokeMode: 'RESPONSE_STREAM' };
  const module = given.via === 'createModuleHandler' ? await writeModule(given.handler ?? '') : undefined;
  const loaded = module === undefined ? undefined : createModuleHandler(module);
  await loaded?.load(); // the time to start a thread is not the function's
  const handler = loaded?.handler ?? streamHandlerOf(given.handler ?? '');
  // Only a stream that is never ended needs the end of the function's time.
  const timeout = given.expect['bodyBreaksOff'] === true ? 200 : 30_000;
  const routes = { [isRest ? 'ANY /' : '$default']: handler };
  const init = { ...gatewayOf(given.api, { ...mode, ...given.settings }), routes, context: { timeout } };
  // The case's settings are those of an API of its target.
  const api = createLocalApi(init as unknown as Parameters<typeof createLocalApi>[0]);
  const response = await api.fetch(isRest ? '/prod/' : '/');
  const body = await response.text().catch(() => undefined);
  const { headers, invocationFails, bodyBreaksOff, status, bodyText } = given.expect as {
    headers?: Readonly<Record<string, readonly string[] | null>>;
  } & Record<string, unknown>;
  return verdictOf(given, [
    ...compare('status', response.status, invocationFails === true ? 502 : status),
    ...compare('body', body, bodyText),
    ...(bodyBreaksOff === true ? compare('body breaks off', body, undefined) : []),
    ...Object.entries(headers ?? {}).flatMap(([name, values]) => compare(name, response.headers.get(name), values?.[0] ?? null)),
  ]);
}

function judgeCustomResult(given: ReportCase): Verdict {
  const integration = { integration: 'custom', ...given.integration } as CustomIntegration;
  const rendered = renderCustomResult(given.outcome ?? { returned: null }, integration);
  const isFound = given.expect['issue'] === undefined || rendered.issues.length > 0;
  return verdictOf(given, [
    ...responseDifferences(rendered, given.expect),
    ...(isFound ? [] : [`issue ${given.expect['issue']}: none was found`]),
  ]);
}

async function judgeFetchResponse(given: ReportCase): Promise<Verdict> {
  const { body, type } = given.fetch ?? { body: '', type: '' };
  const gateway = renderGatewayOf(given as unknown as RenderCase) as apigw.Gateway<'rest'>; // a target with Fetch responses
  const result = await apigw.fromFetchResponse(new Response(body, { headers: { 'Content-Type': type } }), gateway.target);
  const rendered = apigw.renderResult(result, gateway, renderRequestOf(given as unknown as RenderCase));
  return verdictOf(given, exchangeDifferences(rendered, given.expect));
}

async function judgeWebsocket(given: ReportCase): Promise<Verdict> {
  if (given.id.includes('post-in-connect')) return judgePostInConnect(given);
  if (given.id.includes('authorizer')) {
    const own = { request: () => ({ statusCode: 401 }) };
    const api = createLocalWebsocketApi({ routes: { $connect: () => ({ statusCode: 200 }) }, authorizers: { own }, authorizer: 'own' });
    return verdictOf(given, compare('status', (await api.connect()).response.status, given.expect['status']));
  }
  const handler = (): never => (given.lambdaResult ?? { statusCode: 200, body: 'pong' }) as never; // whatever the case returns
  const api = createLocalWebsocketApi({ routes: { $default: { handler, routeResponse: given.settings?.['routeResponse'] === true } } });
  const client = await api.connect();
  const exchange = await client.send('ping');
  return verdictOf(given, [
    ...compare('received', [...client.received], given.expect['received']),
    ...findingDifferences(exchange.response.issues, given.expect),
  ]);
}

async function judgePostInConnect(given: ReportCase): Promise<Verdict> {
  let status = 0;
  const api = createLocalWebsocketApi({
    routes: {
      $connect: ({ requestContext }) => {
        const target = `/prod/@connections/${encodeURIComponent(requestContext.connectionId)}`;
        status = api.connections.handle({ method: 'POST', target, headers: [], body: new Uint8Array([65]) }).status;
        return { statusCode: 200 };
      },
    },
  });
  await api.connect();
  return verdictOf(given, compare('status', status, given.expect['status']));
}

function judgeConnections(given: ReportCase): Verdict {
  const connections = createConnectionsApi({ stage: 'prod' });
  connections.connect('known');
  const target = given.id.includes('without-stage') ? '/@connections/known' : '/prod/@connections/gone';
  return verdictOf(given, responseDifferences(connections.handle({ method: 'POST', target, headers: [] }), given.expect));
}
