import type { CustomIssue } from '../../custom/integration/custom-issue.js';
import { fromEvent, type RecoverableEvent } from '../../events/recover/from-event.js';
import { encodeBase64 } from '../../http/base64.js';
import { lastValueOf } from '../../http/field-values.js';
import type { HttpField } from '../../http/request.js';
import { explainIssue } from '../../render/issues/explain-issue.js';
import type { ExplainedIssue } from '../../render/issues/issue.js';
import { readOutcome } from '../../render/outcome/outcome.js';
import type { Authorization, LocalExchange } from '../api/local-exchange.js';
import type { WebsocketExchange } from '../api/websocket-exchange.js';
import { isError, toText, traceOf } from '../function/thrown.js';
import type { AuthorizerView, BodyView, ExchangeSummary, ExchangeView, IssueView, MessageView } from './view.js';

/** How much of a body is shown, in bytes, and of any other text, in characters. */
const SHOWN = 64 * 1024;

/** How much of a WebSocket message the list and a conversation show, in characters. */
const EXCERPT = 400;

/** Returns what the list shows of an exchange. */
export function summaryOf(exchange: LocalExchange | WebsocketExchange): ExchangeSummary {
  const { index, startedAt, duration, request, route, response } = exchange;
  const severities = [...response.issues, ...('custom' in exchange ? (exchange.custom?.issues ?? []) : [])].map(({ severity }) => severity);
  const kind = kindOf(exchange);
  return {
    index,
    startedAt,
    duration,
    kind,
    method: request.method,
    target: request.target,
    ...(route !== undefined && { route }),
    ...('status' in response && { status: response.status }),
    isFailed: !response.ok || ('status' in response && response.status >= 500),
    errors: severities.filter((severity) => severity === 'error').length,
    warnings: severities.filter((severity) => severity === 'warning').length,
    ...('connectionId' in exchange && { connectionId: exchange.connectionId }),
    ...(kind === 'message' && { sent: new TextDecoder().decode(request.body?.subarray(0, EXCERPT)) }),
    ...('frame' in response && response.frame !== undefined && { received: response.frame.slice(0, EXCERPT) }),
  };
}

/** Only a message has a body. */
function kindOf(exchange: LocalExchange | WebsocketExchange): ExchangeSummary['kind'] {
  if (!('connectionId' in exchange)) return 'request';
  if ('status' in exchange.response) return 'connect';
  return exchange.request.body === undefined ? 'disconnect' : 'message';
}

/** Returns everything that the page shows of an exchange. */
export function viewOf(exchange: LocalExchange | WebsocketExchange): ExchangeView {
  const { request, authorization, event, result, error, response } = exchange;
  const custom = 'custom' in exchange ? exchange.custom : undefined;
  const received = custom === undefined ? event : custom.event;
  const returned = error === undefined && received !== undefined ? resultText(result) : undefined;
  return {
    ...summaryOf(exchange),
    issues: [...response.issues.map(explainIssue), ...(custom?.issues ?? [])].map(issueView),
    ...(error !== undefined && { error: shorten(isError(error) ? traceOf(error) : toText(error)) }),
    request: messageView(`${request.method} ${request.target}`, request.headers, request.body),
    ...('status' in response && { response: messageView(`${response.status} ${response.statusText}`, response.headers, response.body) }),
    ...('frame' in response && response.frame !== undefined && { frame: shorten(response.frame) }),
    ...(received !== undefined && { event: show(received) }),
    options: event === undefined ? {} : optionsOf(event),
    isCustom: custom !== undefined,
    ...(returned !== undefined && { result: returned }),
    ...(authorization && { authorizer: authorizerView(authorization) }),
  };
}

/** The options of a builder that the page cannot find in the request. */
const OPTIONS = ['stage', 'stageVariables', 'customDomain', 'authorizer', 'apiKey', 'clientCert', 'vpc'] as const;

function optionsOf(event: RecoverableEvent): ExchangeView['options'] {
  const init: { readonly [Name in (typeof OPTIONS)[number]]?: unknown } = fromEvent(event);
  return Object.fromEntries(OPTIONS.filter((name) => init[name] !== undefined).map((name) => [name, init[name]]));
}

function issueView({ severity, code, path, message, fix, ...rest }: ExplainedIssue | CustomIssue): IssueView {
  const inTemplate = 'line' in rest ? [`line ${rest.line}, column ${rest.column}`] : [];
  return { severity, code, path, place: [path.join('.'), ...inTemplate].join(', '), message, fix };
}

function authorizerView({ event, result, error }: Authorization): AuthorizerView {
  return { ...(event !== undefined && { event: show(event) }), answer: show(error ?? result), isFailed: error !== undefined };
}

function messageView(line: string, headers: readonly HttpField[], body: Uint8Array = new Uint8Array(0)): MessageView {
  const mediaType = mediaTypeOf(headers);
  const shown = body.subarray(0, SHOWN);
  const isCut = shown.length < body.length;
  const text = textOf(shown, isCut);
  const content: Partial<BodyView> = text === undefined ? { base64: encodeBase64(shown) } : { text };
  return { line, headers, body: { size: body.length, isCut, mediaType, ...content } };
}

/** Returns the media type in `Content-Type` without parameters, in lower case. Returns an empty string if there is none. */
export function mediaTypeOf(headers: readonly HttpField[]): string {
  return (lastValueOf(headers, 'content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
}

/** Returns the text of a body, or `undefined` if it is binary. A character at the cut may be missing. */
function textOf(bytes: Uint8Array, isCut: boolean): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes, { stream: isCut });
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}

function resultText(result: unknown): string {
  const outcome = readOutcome(result);
  if (outcome !== undefined && 'type' in outcome) return `(${outcome.type})`;
  return outcome !== undefined && 'text' in outcome ? shorten(outcome.text) : show(result);
}

function show(value: unknown): string {
  return shorten(isError(value) ? traceOf(value) : (toJson(value) ?? toText(value)));
}

function shorten(text: string): string {
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}\n… and ${text.length - SHOWN} more characters` : text;
}

/** Returns indented JSON, or `undefined` for a value that is not JSON. */
function toJson(value: unknown): string | undefined {
  try {
    return JSON.stringify(value, null, 2);
  } catch {
    return undefined;
  }
}
