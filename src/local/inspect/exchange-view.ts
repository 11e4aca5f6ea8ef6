import type { HttpField, HttpRequest } from '../../http/request.js';
import { explainIssue } from '../../render/issues/explain-issue.js';
import { readOutcome } from '../../render/outcome/outcome.js';
import type { LocalExchange } from '../api/local-exchange.js';
import type { WebsocketExchange } from '../api/websocket-exchange.js';
import { isError, toText, traceOf } from '../function/thrown.js';

/** An exchange as the inspection page shows it. */
export interface ExchangeView {
  readonly index: number;
  readonly title: string;
  readonly isError: boolean;
  /** Whether the page can send the request again. */
  readonly canReplay: boolean;
  /** The text below each heading. */
  readonly parts: Readonly<Record<string, string>>;
}

/** Returns the view of an exchange. */
export function viewOf(exchange: LocalExchange | WebsocketExchange): ExchangeView {
  const { index, duration, request, route, authorization, event, result, error, response } = exchange;
  const { ok } = response;
  const custom = 'custom' in exchange ? exchange.custom : undefined;
  const sent = custom === undefined ? event : custom.event;
  const isHttp = !('connectionId' in exchange);
  const answer = 'status' in response ? `${response.status}` : ok ? 'message' : 'error';
  const what = isHttp ? `${request.method} ${request.target}` : `${exchange.connectionId} ${route ?? '(no route)'}`;
  return {
    index,
    title: `${what} ${answer} ${duration.toFixed(1)} ms`,
    isError: !ok || ('status' in response && response.status >= 500),
    canReplay: isHttp,
    parts: {
      Request: requestText(request),
      ...(authorization && { Authorizer: `${show(authorization.event)}\n\n${show(authorization.error ?? authorization.result)}` }),
      Event: sent === undefined ? 'The function was not called.' : show(sent),
      Result: error === undefined ? resultText(result) : show(error),
      Response:
        'status' in response
          ? messageText(`${response.status} ${response.statusText}`, response)
          : shorten(response.frame ?? 'The client receives nothing.'),
      Issues:
        [...response.issues.map(explainIssue), ...(custom?.issues ?? [])]
          .map(({ severity, code, path, message, fix }) => `${severity} ${code} ${path.join('.')}\n${message}\n${fix}`)
          .join('\n\n') || 'None.',
    },
  };
}

function requestText(request: HttpRequest): string {
  return messageText(`${request.method} ${request.target}`, request);
}

function messageText(line: string, { headers, body }: { readonly headers: readonly HttpField[]; readonly body?: Uint8Array }): string {
  return [line, ...headers.map(([name, value]) => `${name}: ${value}`), '', bodyText(body)].join('\n');
}

/** How much of a body is shown, in bytes, and of any other text, in characters. */
const SHOWN = 64 * 1024;

function bodyText(body: Uint8Array = new Uint8Array(0)): string {
  const rest = body.length > SHOWN ? `\n… and ${body.length - SHOWN} more bytes` : '';
  return new TextDecoder().decode(body.subarray(0, SHOWN)) + rest;
}

function resultText(result: unknown): string {
  const outcome = readOutcome(result);
  if (outcome !== undefined && 'type' in outcome) return `(${outcome.type})`;
  return outcome !== undefined && 'text' in outcome ? shorten(outcome.text) : show(result);
}

function show(value: unknown): string {
  return shorten(isError(value) ? traceOf(value) : (toJson(value) ?? toText(value)));
}

/** Shortens a string, because the page loads all exchanges every second. */
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
