import { isDeepStrictEqual } from 'node:util';
import { gunzipSync, inflateSync } from 'node:zlib';
import {
  type FailureType,
  failure,
  type Gateway,
  type HttpField,
  type HttpRequest,
  type HttpResponseStreamMetadata,
  renderMessage,
  renderResult,
  streamedBytes,
  streamedResult,
} from 'apigw-proxy';
import { type AnyCase, reportUncovered, type Verdict, verdictOf } from './verdict.js';

/** A recorded or documented result, and the response that the client must get. */
export interface RenderCase extends AnyCase {
  readonly settings?: {
    readonly binaryMediaTypes?: readonly string[] | null;
    readonly minimumCompressionSize?: number | null;
    readonly cors?: NonNullable<Gateway['cors']> | null;
    readonly responseTransferMode?: 'BUFFERED' | 'STREAM' | null;
    readonly invokeMode?: 'BUFFERED' | 'RESPONSE_STREAM' | null;
    readonly endpointType?: 'EDGE' | 'REGIONAL' | 'PRIVATE' | null;
    readonly routeKey?: string | null;
    readonly routeResponse?: boolean | null;
  } | null;
  readonly request?: {
    readonly method?: string;
    readonly accept?: string | null;
    readonly acceptEncoding?: string | null;
    readonly headers?: Readonly<Record<string, string | readonly string[]>> | readonly HttpField[] | null;
  } | null;
  /** What the function returned. `$error`: why it returned nothing. `$stream`: what it streamed. */
  readonly lambdaResult?: unknown;
  readonly expect: Expectation & { readonly alternatives?: readonly (Partial<Expectation> & { readonly evidence?: string })[] };
}

export interface Expectation {
  /** Absent: any. `null`: there is no response. */
  readonly status?: number | null;
  /** Values by lowercase name, in order. `null`: the header must be absent. */
  readonly headers?: Readonly<Record<string, readonly string[] | null>>;
  readonly present?: readonly string[];
  /** Header names as spelled on HTTP/1.1. */
  readonly rawNames?: readonly string[];
  /** Sources of regular expressions by lowercase name, for values that differ in every response. */
  readonly matching?: Readonly<Record<string, string>>;
  readonly bodyText?: string;
  readonly bodyBase64?: string;
  readonly compareBodyAs?: 'json';
  readonly decodedBodyText?: string;
  readonly unordered?: boolean;
  /** WebSocket: the message. `null`: there is none. */
  readonly frame?: string | null;
  /** A body with `{placeholders}`. `true`: `bodyText` is one. */
  readonly bodyTemplate?: boolean | string;
}

/** What the client gets. */
interface Received {
  /** `null` for a WebSocket message, or if there is none. */
  readonly status: number | null;
  readonly headers: readonly HttpField[];
  readonly body: Uint8Array;
  /** `null`: nothing was sent. */
  readonly frame: string | null;
}

const TARGETS: readonly string[] = ['rest', 'http-1.0', 'http-2.0', 'function-url', 'websocket'] satisfies Gateway['target'][];

/** Renders the result of a case and compares what the client gets with what the case expects. */
export function judgeRenderCase(given: RenderCase): Verdict {
  if (!TARGETS.includes(given.api)) return reportUncovered(given, `unknown target ${given.api}`);
  try {
    return compare(receive(given), given);
  } catch (error) {
    return verdictOf(given, [`threw ${error}`]);
  }
}

function compare(received: Received, given: RenderCase): Verdict {
  const differences = differencesOf(received, given.expect);
  const other = given.expect.alternatives?.find(
    (alternative) => differencesOf(received, otherSide(given.expect, alternative)).length === 0,
  );
  return differences.length > 0 && other !== undefined
    ? verdictOf(given, [], `agrees with the other side of a conflict: ${other.evidence}`)
    : verdictOf(given, differences);
}

function receive(given: RenderCase): Received {
  const result = resultOf(given.lambdaResult);
  const gateway = gatewayOf(given);
  if (gateway.target !== 'websocket' || gateway.route === '$connect')
    return { ...renderResult(result, gateway, requestOf(given)), frame: null };
  const { frame = null } = renderMessage(result, { ...gateway, target: 'websocket' });
  return { status: null, headers: [], body: Buffer.from(frame ?? ''), frame };
}

interface StreamBytes {
  readonly text: string;
  readonly contentType: string;
}

interface StreamMark {
  readonly prelude?: HttpResponseStreamMetadata;
  readonly body?: string;
  readonly bodyBase64?: string;
}

function resultOf(given: unknown): unknown {
  const { $error, $stream, $streamBytes } = (given ?? {}) as {
    $error?: { type: FailureType };
    $stream?: StreamMark;
    $streamBytes?: StreamBytes;
  };
  if ($error !== undefined) return failure($error.type);
  if ($streamBytes !== undefined) return streamedBytes($streamBytes.text, $streamBytes.contentType);
  if ($stream === undefined) return given;
  const body = $stream.bodyBase64 === undefined ? ($stream.body ?? '') : Buffer.from($stream.bodyBase64, 'base64');
  return $stream.prelude === undefined ? streamedBytes(body) : streamedResult($stream.prelude, body);
}

/** Replaces parts of an expectation by those of the other side of a conflict. */
function otherSide(expected: Expectation, other: Partial<Expectation>): Expectation {
  const { bodyText, bodyBase64, ...rest } = expected;
  const saysBody = other.bodyText !== undefined || other.bodyBase64 !== undefined;
  return { ...(saysBody ? rest : expected), ...other };
}

export function gatewayOf({ api, settings }: Pick<RenderCase, 'api' | 'settings'>): Gateway {
  const { binaryMediaTypes, responseTransferMode, invokeMode, endpointType, routeKey, routeResponse, ...rest } = settings ?? {};
  return {
    target: api as Gateway['target'], // one of TARGETS
    ...rest,
    ...(binaryMediaTypes && { binaryMediaTypes }),
    ...(responseTransferMode && { responseTransferMode }),
    ...(invokeMode && { invokeMode }),
    ...(endpointType && { endpointType }),
    ...(routeKey && { route: routeKey }),
    ...(routeResponse && { routeResponse }),
  };
}

export function requestOf({ request }: Pick<RenderCase, 'request'>): HttpRequest {
  const { method = 'GET', accept, acceptEncoding, headers } = request ?? {};
  const fields: HttpField[] = isPairs(headers)
    ? [...headers]
    : Object.entries(headers ?? {}).flatMap(([name, values]) => [values].flat().map((value) => [name, value] as const));
  if (accept != null) fields.push(['accept', accept]);
  if (acceptEncoding != null) fields.push(['accept-encoding', acceptEncoding]);
  return { method, target: '/', headers: fields };
}

function isPairs(headers: NonNullable<RenderCase['request']>['headers']): headers is readonly HttpField[] {
  return Array.isArray(headers);
}

export function differencesOf(response: Received, expected: Expectation): string[] {
  const lists = group(response.headers);
  const spelled = response.headers.map(([name]) => name);
  return [
    ...(expected.status === undefined ? [] : difference('status', response.status, expected.status)),
    ...Object.entries(expected.headers ?? {}).flatMap(([name, values]) => {
      const actual = lists.get(name) ?? null;
      const sorted = expected.unordered && actual && values ? [[...actual].sort(), [...values].sort()] : [actual, values];
      return difference(`header ${name}`, sorted[0], sorted[1]);
    }),
    ...(expected.present ?? []).flatMap((name) => (lists.has(name) ? [] : [`header ${name}: expected, but missing`])),
    ...(expected.rawNames ?? []).flatMap((name) =>
      spelled.includes(name) ? [] : [`header ${name}: expected this spelling, got ${spelled}`],
    ),
    ...Object.entries(expected.matching ?? {}).flatMap(([name, pattern]) =>
      lists.get(name)?.every((value) => new RegExp(pattern).test(value))
        ? []
        : [`header ${name}: expected ${pattern}, got ${lists.get(name)}`],
    ),
    ...(expected.frame === undefined ? [] : difference('frame', response.frame, expected.frame)),
    ...bodyDifference(response, expected, lists.get('content-encoding')?.[0]),
  ];
}

function bodyDifference({ body }: Received, expected: Expectation, coding: string | undefined): string[] {
  const text = Buffer.from(body).toString('utf8');
  if (expected.decodedBodyText !== undefined) {
    const decoded = coding === 'gzip' ? gunzipSync(body) : coding === 'deflate' ? inflateSync(body) : Buffer.from(body);
    return difference('decoded body', decoded.toString('utf8'), expected.decodedBodyText);
  }
  if (expected.bodyBase64 !== undefined) return difference('body (base64)', Buffer.from(body).toString('base64'), expected.bodyBase64);
  const template = typeof expected.bodyTemplate === 'string' ? expected.bodyTemplate : expected.bodyTemplate && expected.bodyText;
  if (template) return new RegExp(`^${patternOf(template)}$`).test(text) ? [] : difference('body', text, template);
  if (expected.bodyText === undefined) return [];
  if (expected.compareBodyAs === 'json') return difference('body', jsonOrText(text), jsonOrText(expected.bodyText));
  return difference('body', text, expected.bodyText);
}

/** Parses a string as JSON. Returns the string itself if it isn't JSON. */
function jsonOrText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Turns a string with `{placeholders}` into the source of a regular expression. Each placeholder matches any text without quotes. */
function patternOf(template: string): string {
  return template.replace(/\{\w+\}|[$()*+.?[\\\]^{|}]/g, (part) => (part.length > 1 ? '[^"]+' : `\\${part}`));
}

function difference(what: string, actual: unknown, expected: unknown): string[] {
  return isDeepStrictEqual(actual, expected) ? [] : [`${what}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}`];
}

function group(fields: readonly HttpField[]): Map<string, string[]> {
  const lists = new Map<string, string[]>();
  for (const [name, value] of fields) {
    const key = name.toLowerCase();
    lists.set(key, [...(lists.get(key) ?? []), value]);
  }
  return lists;
}
