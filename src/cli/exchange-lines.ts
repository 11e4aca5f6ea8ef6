import type { LocalExchange } from '../local/api/local-exchange.js';
import type { WebsocketExchange } from '../local/api/websocket-exchange.js';
import { traceOf } from '../local/function/thrown.js';
import { explainIssue } from '../render/issues/explain-issue.js';
import type { Issue } from '../render/issues/issue.js';
import { findingLines, issueLines } from './issue-lines.js';
import { paint } from './paint.js';
import { printable } from './printable.js';

/** Returns the log of an exchange: one line, and below it what the function threw, and the issues. */
export function exchangeLines(exchange: LocalExchange | WebsocketExchange, isColoured: boolean): string[] {
  const { error, response } = exchange;
  const miss = response.issues.find(({ code }) => MISSES.includes(code));
  const below = miss === undefined ? issueLines(response.issues, isColoured) : [`  ${printable(sentencesOf(miss))}`];
  const ofIntegration = 'custom' in exchange ? findingLines(exchange.custom?.issues ?? [], isColoured) : [];
  return [firstLine(exchange, isColoured), ...thrownLines(error), ...below, ...ofIntegration];
}

/** Returns lines for what was thrown, or none if it is `undefined`. */
export function thrownLines(error: unknown): string[] {
  if (error === undefined) return [];
  return traceOf(error)
    .split(/\r?\n/)
    .map((line) => `  ${printable(line)}`);
}

/** `GET /users/42  200  3 ms  (GET /users/{id})`; for a WebSocket API `Xc0000000000001=  $default  message  3 ms`. */
function firstLine(exchange: LocalExchange | WebsocketExchange, isColoured: boolean): string {
  const { route, duration, request } = exchange;
  const { text, colour } = summaryOf(exchange);
  const summary = `${paint(text, colour, isColoured)}  ${formatDuration(duration)}`;
  if ('connectionId' in exchange) return `${exchange.connectionId}  ${route ?? '(no route)'}  ${summary}`;
  const matched = route === undefined ? '' : `  ${paint(`(${route})`, 'dim', isColoured)}`;
  return `${request.method} ${printable(request.target)}  ${summary}${matched}`;
}

function summaryOf({ response }: LocalExchange | WebsocketExchange): { text: string; colour: 'red' | 'yellow' | 'green' } {
  if (!('status' in response)) {
    return { text: response.frame === undefined ? 'no message' : 'message', colour: response.ok ? 'green' : 'red' };
  }
  const { status } = response;
  return { text: `${status}`, colour: status >= 500 ? 'red' : status >= 400 ? 'yellow' : 'green' };
}

function formatDuration(milliseconds: number): string {
  return milliseconds < 1 ? '<1 ms' : `${Math.round(milliseconds)} ms`;
}

/** Codes of issues that say what is wrong with a URL, and what to write instead. Nothing else about the request matters then. */
const MISSES: readonly string[] = ['request-prefix-missing', 'request-method-unknown', 'request-route-close', 'route-closed'];

function sentencesOf(issue: Issue): string {
  const { message, fix } = explainIssue(issue);
  return `${message} ${fix}`;
}
