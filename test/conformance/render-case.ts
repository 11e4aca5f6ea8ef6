import { isDeepStrictEqual } from 'node:util';
import { deflateSync, gunzipSync, gzipSync, inflateSync } from 'node:zlib';
import {
  type FailureType,
  failure,
  type Gateway,
  type HttpField,
  type HttpRequest,
  type RenderedResponse,
  type RenderTarget,
  renderResult,
} from 'apigw-proxy';
import { type AnyCase, notCovered, type Verdict, verdictOf } from './verdict.js';

/** A recorded or documented result and what the client must then receive. */
export interface RenderCase extends AnyCase {
  readonly settings?: {
    readonly binaryMediaTypes?: readonly string[];
    readonly minimumCompressionSize?: number | null;
    readonly cors?: NonNullable<Gateway['cors']>;
    readonly responseTransferMode?: string;
    readonly invokeMode?: string;
    readonly routeKey?: string;
    readonly routeResponse?: boolean;
  };
  readonly request?: {
    readonly method?: string;
    readonly accept?: string | null;
    readonly acceptEncoding?: string | null;
    readonly headers?: Readonly<Record<string, string>>;
  };
  readonly lambdaResult?: unknown;
  readonly expect: Expectation & { readonly alternatives?: readonly (Partial<Expectation> & { readonly evidence?: string })[] };
}

interface Expectation {
  readonly status: number | null;
  /** Lower-case name to values in order; `null`: must be absent. */
  readonly headers: Readonly<Record<string, readonly string[] | null>>;
  readonly present?: readonly string[];
  /** Names as spelled on HTTP/1.1. */
  readonly rawNames?: readonly string[];
  readonly bodyText?: string;
  readonly bodyBase64?: string;
  readonly compareBodyAs?: 'json';
  readonly decodedBodyText?: string;
  readonly unordered?: boolean;
}

const TARGETS: readonly string[] = ['rest', 'http-1.0', 'http-2.0', 'function-url'] satisfies RenderTarget[];

/** Renders the case's result and compares the response with what the case expects. */
export function judgeRenderCase(given: RenderCase): Verdict {
  const marks = given.lambdaResult as { $error?: { type: FailureType }; $stream?: unknown } | null | undefined;
  if (!TARGETS.includes(given.api)) return notCovered(given, 'no rendering of WebSocket results');
  if (marks?.$stream !== undefined || given.settings?.invokeMode === 'RESPONSE_STREAM') return notCovered(given, 'no response streaming');
  const result = marks?.$error === undefined ? given.lambdaResult : failure(marks.$error.type);
  let response: RenderedResponse;
  try {
    response = renderResult(result, gatewayOf(given), requestOf(given), {
      compress: (coding, bytes) => (coding === 'gzip' ? gzipSync : deflateSync)(bytes),
    });
  } catch (error) {
    return verdictOf(given, [`threw ${error}`]);
  }
  const differences = differencesOf(response, given.expect);
  const other = given.expect.alternatives?.find(
    (alternative) => differencesOf(response, otherSide(given.expect, alternative)).length === 0,
  );
  return differences.length > 0 && other !== undefined
    ? verdictOf(given, [], `takes the other side of the conflict: ${other.evidence}`)
    : verdictOf(given, differences);
}

/** The expectation with the other side of a conflict in place of its own. */
function otherSide(expected: Expectation, other: Partial<Expectation>): Expectation {
  const { bodyText, bodyBase64, ...rest } = expected;
  const saysBody = other.bodyText !== undefined || other.bodyBase64 !== undefined;
  return { ...(saysBody ? rest : expected), ...other };
}

function gatewayOf({ api, settings = {} }: RenderCase): Gateway<RenderTarget> {
  const { binaryMediaTypes, minimumCompressionSize, cors } = settings;
  return {
    // TARGETS holds render targets only, and the case's api is one of them.
    target: api as RenderTarget,
    ...(binaryMediaTypes && { binaryMediaTypes }),
    ...(minimumCompressionSize !== undefined && { minimumCompressionSize }),
    ...(cors && { cors }),
  };
}

function requestOf({ request = {} }: RenderCase): HttpRequest {
  const fields: HttpField[] = Object.entries(request.headers ?? {});
  if (request.accept != null) fields.push(['accept', request.accept]);
  if (request.acceptEncoding != null) fields.push(['accept-encoding', request.acceptEncoding]);
  return { method: request.method ?? 'GET', target: '/', headers: fields };
}

function differencesOf(response: RenderedResponse, expected: Expectation): string[] {
  const lists = group(response.headers);
  const spelled = response.headers.map(([name]) => name);
  return [
    ...difference('status', response.status, expected.status),
    ...Object.entries(expected.headers).flatMap(([name, values]) => {
      const actual = lists.get(name) ?? null;
      const sorted = expected.unordered && actual && values ? [[...actual].sort(), [...values].sort()] : [actual, values];
      return difference(`header ${name}`, sorted[0], sorted[1]);
    }),
    ...(expected.present ?? []).flatMap((name) => (lists.has(name) ? [] : [`header ${name}: expected to be there`])),
    ...(expected.rawNames ?? []).flatMap((name) =>
      spelled.includes(name) ? [] : [`header ${name}: expected with this spelling among ${spelled}`],
    ),
    ...bodyDifference(response, expected, lists.get('content-encoding')?.[0]),
  ];
}

function bodyDifference({ body }: RenderedResponse, expected: Expectation, coding: string | undefined): string[] {
  const text = Buffer.from(body).toString('utf8');
  if (expected.decodedBodyText !== undefined) {
    const decoded = coding === 'gzip' ? gunzipSync(body) : coding === 'deflate' ? inflateSync(body) : Buffer.from(body);
    return difference('decoded body', decoded.toString('utf8'), expected.decodedBodyText);
  }
  if (expected.bodyBase64 !== undefined) return difference('body (base64)', Buffer.from(body).toString('base64'), expected.bodyBase64);
  if (expected.bodyText === undefined) return [];
  if (expected.compareBodyAs === 'json' && text !== '') return difference('body', JSON.parse(text), JSON.parse(expected.bodyText));
  return difference('body', text, expected.bodyText);
}

function difference(what: string, actual: unknown, expected: unknown): string[] {
  return isDeepStrictEqual(actual, expected) ? [] : [`${what}: expected ${JSON.stringify(expected)}, is ${JSON.stringify(actual)}`];
}

function group(fields: readonly HttpField[]): Map<string, string[]> {
  const lists = new Map<string, string[]>();
  for (const [name, value] of fields) {
    const key = name.toLowerCase();
    lists.set(key, [...(lists.get(key) ?? []), value]);
  }
  return lists;
}
