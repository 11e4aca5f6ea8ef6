import { closestName } from '../gateway/did-you-mean.js';
import type { LocalExchange } from '../local/api/local-exchange.js';
import type { WebsocketExchange } from '../local/api/websocket-exchange.js';
import { traceOf } from '../local/function/thrown.js';
import { findingLines, issueLines } from './issue-lines.js';
import { paint } from './paint.js';
import { printable } from './printable.js';

/** What an API has, for a hint after a wrong URL. */
export interface ServedRoutes {
  /** The part of the URL path before the path of a route, such as `/prod`, or an empty string. */
  readonly prefix: string;
  readonly routes: readonly string[];
}

/** Returns the log of an exchange: one line, and below it what the function threw, the issues, and a hint after a wrong URL. */
export function exchangeLines(exchange: LocalExchange | WebsocketExchange, isColoured: boolean, served?: ServedRoutes): string[] {
  const { error, response } = exchange;
  const hint = served && 'status' in response ? findHint(exchange, served) : undefined;
  const below = hint === undefined ? issueLines(response.issues, isColoured) : [`  ${printable(hint)}`];
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

/** Returns what is wrong with the URL, if the gateway found no route for it. */
function findHint({ request, response }: LocalExchange | WebsocketExchange, { prefix, routes }: ServedRoutes): string | undefined {
  const { method, target } = request;
  const [path = ''] = target.split('?', 1);
  const codes = response.issues.map(({ code }) => code);
  if (codes.includes('unknown-url')) return `The URL must start with ${prefix}. Request ${prefix}${path}.`;
  if (!codes.includes('no-route')) return undefined;
  const inner = path.slice(prefix.length) || '/';
  const closest = inner === '/' ? undefined : closestName(`${method} ${inner}`, routes);
  return `No route matches ${method} ${inner}.${closest === undefined ? '' : ` Closest: ${closest}.`}`;
}
