import { isDeepStrictEqual } from 'node:util';
import {
  type CustomEvent,
  type CustomIntegration,
  type CustomOutcome,
  type CustomResponse,
  type Gateway,
  renderCustomResult,
  toCustomEvent,
} from 'apigw-proxy/custom';
import type { HttpRequest } from 'apigw-proxy/http';
import { type AnyCase, reportUncovered, type Verdict, verdictOf } from './verdict.js';

/** A request to a custom integration, perhaps what the function puts out, and what AWS makes of both. */
export interface TemplateCase extends AnyCase {
  readonly integration: Omit<CustomIntegration, 'integration' | 'responses'> & { readonly responses?: readonly ResponseOfCase[] };
  readonly request: RequestOfCase;
  /** What the function returns, as a JSON value. */
  readonly functionReturned?: unknown;
  /** The report of the function's error, as a JSON value. */
  readonly functionThrew?: unknown;
  /** What the function puts out, as text. */
  readonly functionPayload?: string;
  readonly expect: ExpectationOfCase;
  /** Sources disagree, so the case is no yardstick. */
  readonly contested?: boolean;
}

interface RequestOfCase {
  readonly method: string;
  readonly path: string;
  readonly query?: string;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly bodyText?: string;
  readonly pathParameters?: Readonly<Record<string, string>>;
  readonly context?: ContextOfCase;
  readonly stageVariables?: Readonly<Record<string, string>>;
}

interface ContextOfCase {
  readonly stage?: string;
  readonly requestId?: string;
  readonly apiId?: string;
  readonly identity?: { readonly sourceIp?: string; readonly userAgent?: string; readonly apiKey?: string };
  readonly authorizer?: Readonly<Record<string, string>>;
}

type ResponseOfCase = Omit<CustomIntegration['responses'][number], 'statusCode'> & { readonly statusCode: string | number };

interface ExpectationOfCase {
  readonly event?: unknown;
  readonly status?: number;
  readonly bodyText?: string;
  readonly compareBodyAs?: 'text' | 'json';
  readonly headers?: Readonly<Record<string, string | null>>;
  readonly integrationRequest?: {
    readonly bodyText?: string;
    readonly headers?: Readonly<Record<string, string>>;
    readonly query?: Readonly<Record<string, unknown>>;
  };
}

/** Sends the request of a case through its integration, and compares the event and the response with what the case expects. */
export function judgeTemplateCase(given: TemplateCase): Verdict {
  if (given.contested === true) return reportUncovered(given, 'sources disagree');
  const integration = integrationOf(given);
  const request = requestOf(given.request);
  const gateway = gatewayOf(given.request);
  try {
    const sent = toCustomEvent(request, integration, gateway);
    const outcome = outcomeOf(given);
    const answered = sent.response ?? (outcome && renderCustomResult(outcome, integration, gateway, request, sent.overrides));
    const { expect } = given;
    return verdictOf(given, [
      ...eventDifferences(sent, expect),
      ...(expect.status === undefined && expect.bodyText === undefined ? [] : responseDifferences(answered, expect)),
    ]);
  } catch (error) {
    return verdictOf(given, [`threw ${error}`]);
  }
}

function integrationOf({ integration }: TemplateCase): CustomIntegration {
  const responses = integration.responses ?? [{ statusCode: 200 }];
  return {
    ...integration,
    integration: 'custom',
    responses: responses.map((response) => ({ ...response, statusCode: Number(response.statusCode) })),
    ...(integration.method && { method: { ...integration.method, isValid: hasRequired } }),
  };
}

/** As much of a JSON Schema validator as the cases need. */
function hasRequired(body: unknown, model: unknown): boolean {
  const { required = [] } = model as { required?: readonly string[] }; // a model of a case is an object
  return typeof body === 'object' && body !== null && required.every((name) => Object.hasOwn(body, name));
}

function requestOf({ method, path, pathParameters, query, headers, bodyText, context }: RequestOfCase): HttpRequest {
  const { sourceIp, userAgent } = context?.identity ?? {};
  return {
    method,
    target: `/${stageOf(context)}${pathAndRoute(path, pathParameters)[0]}${query === undefined ? '' : `?${query}`}`,
    headers: [
      ...Object.entries(headers).flatMap(([name, values]) => [values].flat().map((value) => [name, value] as const)),
      ...(userAgent === undefined ? [] : [['User-Agent', userAgent] as const]),
    ],
    ...(bodyText !== undefined && { body: new TextEncoder().encode(bodyText) }),
    ...(sourceIp !== undefined && { sourceIp }),
  };
}

function gatewayOf({ method, path, pathParameters, context = {}, stageVariables }: RequestOfCase): Gateway<'rest'> {
  const { requestId, apiId, identity, authorizer } = context;
  const { principalId, ...ofAuthorizer } = authorizer ?? {};
  return {
    target: 'rest',
    stage: stageOf(context),
    route: `${method} ${pathAndRoute(path, pathParameters)[1]}`,
    ...(stageVariables && { stageVariables }),
    ...(requestId !== undefined && { ids: { requestId } }),
    ...(apiId !== undefined && { apiId }),
    ...(identity?.apiKey !== undefined && { apiKey: { id: 'key', value: identity.apiKey } }),
    ...(authorizer && { authorizer: { lambda: { ...(principalId !== undefined && { principalId }), context: ofAuthorizer } } }),
  };
}

function stageOf(context: ContextOfCase | undefined): string {
  return context?.stage ?? 'test';
}

/** A path and a route that lead to the path parameters: each segment that is the value of one has its name; other parameters are added. */
function pathAndRoute(path: string, parameters: Readonly<Record<string, string>> = {}): [path: string, route: string] {
  const given = path.split('/');
  const added = Object.values(parameters).filter((value) => !given.includes(value));
  const names = new Map(Object.entries(parameters).map(([name, value]) => [value, `{${name}}`]));
  const segments = [...given, ...added];
  return [segments.join('/'), segments.map((segment) => names.get(segment) ?? segment).join('/')];
}

function outcomeOf({ functionReturned, functionThrew, functionPayload }: TemplateCase): CustomOutcome | undefined {
  if (functionPayload !== undefined) return { payload: functionPayload };
  if (functionThrew !== undefined) return { payload: serialise(functionThrew), isError: true };
  return functionReturned === undefined ? undefined : { payload: serialise(functionReturned) };
}

function eventDifferences(sent: CustomEvent, { event, integrationRequest = {} }: ExpectationOfCase): string[] {
  const { bodyText, headers = {}, query = {} } = integrationRequest;
  return [
    ...(event === undefined ? [] : compare('event', sent.event, plain(event))),
    ...(bodyText === undefined ? [] : compare('text sent', sent.payload, bodyText)),
    ...Object.entries(headers).flatMap(([name, value]) => compare(`header ${name}`, sent.integrationRequest.headers[name], value)),
    ...Object.entries(query).flatMap(([name, value]) => compare(`query ${name}`, sent.integrationRequest.query[name], value)),
    ...(event === undefined ? [] : sent.issues.filter(({ severity }) => severity === 'error').map(({ message }) => message)),
  ];
}

function responseDifferences(
  answered: CustomResponse | undefined,
  { status, bodyText, compareBodyAs, headers = {} }: ExpectationOfCase,
): string[] {
  if (answered === undefined) return ['there is no response'];
  const body = new TextDecoder().decode(answered.body);
  const read = compareBodyAs === 'json' ? parse : (text: string): unknown => text;
  return [
    ...(status === undefined ? [] : compare('status', answered.status, status)),
    ...(bodyText === undefined ? [] : compare('body', read(body), read(bodyText))),
    ...Object.entries(headers).flatMap(([name, value]) => {
      const found = answered.headers.find(([known]) => known.toLowerCase() === name.toLowerCase());
      return compare(`header ${name}`, found?.[1] ?? null, value);
    }),
  ];
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return `not JSON: ${text}`;
  }
}

function compare(what: string, actual: unknown, expected: unknown): string[] {
  return isDeepStrictEqual(actual, expected) ? [] : [`${what}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}`];
}

const NUMBER = 'number written as ';

/** Whether a case is one of this kind. */
export function isTemplateCase(one: unknown): boolean {
  return typeof one === 'object' && one !== null && 'integration' in one && !('kind' in one);
}

/**
 * Reads cases from JSON. A number that JavaScript would write in another way (`1.0`, `12345678901234567890`) is kept as it is written, until
 * {@link serialise} writes it again.
 */
export function readTemplateCases(text: string): readonly TemplateCase[] {
  const kept = text.replace(/"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/g, (token) => {
    return token.startsWith('"') || String(Number(token)) === token ? token : JSON.stringify(NUMBER + token);
  });
  return listOf(JSON.parse(kept)).map((one) => ({ ...(one as TemplateCase), api: 'rest' })); // a case of another kind is not in such a file
}

/** Returns the cases of a file, which is an array of cases, or an object with one or several. */
export function listOf(read: unknown): readonly unknown[] {
  const lists: unknown[] = Array.isArray(read) ? [read] : Object.values(read ?? {}).filter(Array.isArray);
  if (lists.length === 0) throw new TypeError('The file does not contain an array of cases.');
  return lists.flat();
}

function serialise(value: unknown): string {
  return JSON.stringify(value).replace(new RegExp(`"${NUMBER}([^"]+)"`, 'g'), '$1');
}

function plain(value: unknown): unknown {
  return JSON.parse(serialise(value));
}
