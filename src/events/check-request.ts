import type { Evidence } from '../aws/evidence.js';
import { isHttpApi } from '../aws/target.js';
import { checkGateway } from '../gateway/check-gateway.js';
import { GatewayError, type RefusalCode } from '../gateway/error.js';
import type { Gateway } from '../gateway/gateway.js';
import { refusalCodeOf } from '../gateway/refusal.js';
import { type ExplainedRequestIssue, REQUEST_RULES, type RequestFinding, type RequestIssue } from '../gateway/request-issue.js';
import { explainRequestIssue } from '../gateway/request-sentences.js';
import { ignoredHostIn } from '../gateway/settings.js';
import { shorten } from '../http/describe-value.js';
import { isBytes } from '../http/is-object.js';
import type { HttpRequest } from '../http/request.js';
import { isBinary, isUtf8 } from './request/body.js';
import { checkRequestShape } from './request/check-request-shape.js';
import { lastField } from './request/fields.js';
import { codingOf, inflateBody } from './request/inflate-body.js';
import { mediaTypeOf } from './request/request-fields.js';
import { type LimitUse, limitUses } from './request/request-size.js';
import { readRequest, type SentRequest } from './request/sent-request.js';
import { BRACE_OR_BAR, refusalOf } from './routing/refusals.js';

/**
 * Checks a request: returns what the gateway refuses, what it changes before the function gets it, and which limit is close. Every issue
 * explains the cause and the fix.
 *
 * @param request the request of the client.
 * @param gateway the settings of the gateway. `binaryMediaTypes` decide which bytes a REST API keeps.
 * @throws GatewayError if an argument has the wrong type, as `toEvent` does.
 * @example
 * ```ts
 * import { checkRequest } from 'apigw-proxy';
 *
 * const image = { method: 'POST', target: '/prod/logo', headers: [['Content-Type', 'image/png']], body: new Uint8Array([137, 80]) } as const;
 * const [issue] = checkRequest(image, { target: 'rest' });
 * console.log(issue?.code); // => request-bytes-lost
 * console.log(issue?.fix); // => Add `image/png` to `binaryMediaTypes`, so that the body arrives as base64.
 * ```
 */
export function checkRequest(request: HttpRequest, gateway: Gateway): readonly ExplainedRequestIssue[] {
  checkGateway(gateway);
  checkRequestShape(request);
  const sent = readRequest(request);
  return [...findRefusals(request, sent, gateway), ...findSentIssues(request, sent, gateway)].map(explainRequestIssue);
}

/** Returns what the gateway changes in a request that it accepts, and which limit is close. It doesn't check the arguments. */
export function findRequestIssues(request: HttpRequest, gateway: Gateway): RequestIssue[] {
  return findSentIssues(request, readRequest(request), gateway);
}

/** Does what {@link findRequestIssues} does for a request that was read already. */
export function findSentIssues(request: HttpRequest, sent: SentRequest, gateway: Gateway): RequestIssue[] {
  return [
    ...findIgnoredHost(sent, gateway),
    ...findLostBytes(sent, gateway),
    ...findSplits(sent, gateway),
    ...findCloseLimit(request, gateway),
  ];
}

/** Returns the body as the function gets it, or the error with which a REST API refuses it. */
function readBody(request: SentRequest, gateway: Gateway): SentRequest['body'] | GatewayError {
  if (gateway.target !== 'rest') return request.body;
  try {
    return inflateBody(request, gateway);
  } catch (error) {
    if (refusalCodeOf(error) === undefined) throw error;
    return error as GatewayError; // only a GatewayError has such a code
  }
}

/** How well each refusal is known. reported [rest-query-braces-refused, rest-malformed-percent-query-400] */
const REFUSAL_EVIDENCE: Readonly<Record<RefusalCode, Evidence>> = {
  'malformed-url': 'reported',
  'unsupported-content-encoding': 'documented',
  'request-too-large': 'documented',
  'body-not-allowed': 'assumed',
  'url-too-long': 'documented',
};

function findBadBody(request: SentRequest, gateway: Gateway): GatewayError | undefined {
  const body = readBody(request, gateway);
  return body instanceof GatewayError ? body : undefined;
}

function findRefusals(request: HttpRequest, sent: SentRequest, gateway: Gateway): RequestIssue[] {
  const error = refusalOf(sent, gateway) ?? findBadBody(sent, gateway);
  const over = limitUses(request, gateway).some(({ size, most }) => size > most);
  const code = refusalCodeOf(error) ?? (over ? 'request-too-large' : undefined);
  if (code === undefined) return [];
  const evidence = isGuess(code, error, sent) ? 'assumed' : REFUSAL_EVIDENCE[code];
  return [{ code, severity: 'error', path: error?.path ?? [], evidence, target: gateway.target }];
}

/** Whether a refusal is assumed: for a brace or bar that is only in the path, and for a body that is too large after it is inflated. */
function isGuess(code: RefusalCode, error: GatewayError | undefined, { path, query }: SentRequest): boolean {
  if (code === 'request-too-large') return error !== undefined;
  return BRACE_OR_BAR.test(path) && !BRACE_OR_BAR.test(query);
}

function findIgnoredHost({ fields }: SentRequest, gateway: Gateway): RequestIssue[] {
  const host = ignoredHostIn(lastField(fields, 'host'), gateway);
  return host === undefined ? [] : [report('request-host-ignored', ['headers'], gateway, host)];
}

function findLostBytes(request: SentRequest, gateway: Gateway): RequestIssue[] {
  const bytes = readBody(request, gateway);
  if (!isBytes(bytes) || isBinary(request, bytes, gateway) || isTextAsSent(bytes, request)) return [];
  const type = mediaTypeOf(request) || 'untyped';
  const found = gateway.target !== 'rest' && codingOf(request) !== undefined ? `compressed ${type}` : type;
  return [report('request-bytes-lost', ['body'], gateway, found)];
}

/** Whether text that is read as UTF-8 is the one that the client wrote. */
function isTextAsSent(bytes: Uint8Array, { fields }: SentRequest): boolean {
  if (!isUtf8(bytes)) return false;
  const charset = /;\s*charset="?([^\s";]+)/i.exec(lastField(fields, 'content-type') ?? '')?.[1];
  const decoder = charset === undefined ? undefined : createDecoder(charset);
  return decoder === undefined || decoder.encoding === 'utf-8' || decoder.decode(bytes) === new TextDecoder().decode(bytes);
}

function createDecoder(charset: string): TextDecoder | undefined {
  try {
    return new TextDecoder(charset);
  } catch {
    return undefined; // nobody knows this charset
  }
}

function findSplits({ path, query }: SentRequest, gateway: Gateway): RequestIssue[] {
  if (gateway.target === 'rest') {
    const part = query.split('&').find((text) => text.includes(';'));
    return part === undefined ? [] : [report('request-query-split', ['target'], gateway, shorten(part))];
  }
  if (!isHttpApi(gateway.target)) return [];
  return [
    ...(/%3f/i.test(path) ? [report('request-path-cut', ['target'], gateway)] : []),
    ...(/%2f/i.test(path) ? [report('request-slash-decoded', ['target'], gateway)] : []),
  ];
}

/** The share of a limit that counts as close. */
const CLOSE = 0.9;

function findCloseLimit(request: HttpRequest, gateway: Gateway): RequestIssue[] {
  return limitUses(request, gateway)
    .filter(({ size, most }) => size > CLOSE * most && size <= most)
    .map(({ limit, size, most }) =>
      report('request-near-limit', LIMIT_PATHS[limit], gateway, `${size} of ${most} bytes for ${LIMIT_NAMES[limit]}`),
    );
}

const LIMIT_NAMES: Readonly<Record<LimitUse['limit'], string>> = {
  url: 'the URL',
  headers: 'the headers',
  head: 'the request line and the headers',
  body: 'the body',
};
const LIMIT_PATHS: Readonly<Record<LimitUse['limit'], RequestIssue['path']>> = {
  url: ['target'],
  headers: ['headers'],
  head: ['headers'],
  body: ['body'],
};

function report(code: RequestFinding, path: RequestIssue['path'], { target }: Gateway, found?: string): RequestIssue {
  const [severity, evidence] = REQUEST_RULES[code];
  return { code, severity, path, ...(found !== undefined && { found }), evidence, target };
}
