import type { LocalExchange } from '../local/api/local-exchange.js';
import type { WebsocketExchange } from '../local/api/websocket-exchange.js';
import { traceOf } from '../local/function/thrown.js';
import { issueLines } from './issue-lines.js';
import { paint } from './paint.js';
import { printable } from './printable.js';

/** An exchange for the log: a line, and under it what the function threw and every issue. */
export function exchangeLines(exchange: LocalExchange | WebsocketExchange, isColoured: boolean): string[] {
  const { route, duration, error, response } = exchange;
  const { text, colour } = summaryOf(exchange);
  const matched = paint(route === undefined ? '(no route)' : `(${route})`, 'dim', isColoured);
  const line = `${whatOf(exchange)} ${paint(text, colour, isColoured)} ${duration.toFixed(1)} ms ${matched}`;
  return [line, ...thrownLines(error), ...issueLines(response.issues, isColoured)];
}

function whatOf(exchange: LocalExchange | WebsocketExchange): string {
  const { method, target } = exchange.request;
  return 'connectionId' in exchange ? exchange.connectionId : `${method} ${printable(target)}`;
}

function summaryOf({ response }: LocalExchange | WebsocketExchange): { text: string; colour: 'red' | 'yellow' | 'green' } {
  if (!('status' in response)) {
    const text = response.frame === undefined ? 'no message' : `message ${response.frame.length} B`;
    return { text, colour: response.ok ? 'green' : 'red' };
  }
  const { status, body } = response;
  return { text: `${status} ${body.length} B`, colour: status >= 500 ? 'red' : status >= 400 ? 'yellow' : 'green' };
}

/** What was thrown, a line each with what a terminal would obey shown. */
export function thrownLines(error: unknown): string[] {
  if (error === undefined) return [];
  return traceOf(error)
    .split(/\r?\n/)
    .map((line) => `  ${printable(line)}`);
}
