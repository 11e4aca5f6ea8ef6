import { pathOf } from '../../events/routing/inner-path.js';
import { lastValueOf } from '../../http/field-values.js';
import type { HttpRequest } from '../../http/request.js';
import type { HttpResponse } from '../../http/response.js';
import { statusTextOf } from '../../http/status-text.js';
import { encodeText } from '../../http/text.js';
import type { LocalExchange } from '../api/local-exchange.js';
import type { WebsocketExchange } from '../api/websocket-exchange.js';
import { viewOf } from './exchange-view.js';
import { INSPECT_ASSETS } from './inspect-assets.js';
import { isFromThisMachine } from './local-caller.js';

/** What the page shows. */
export interface Inspected {
  readonly exchanges: readonly (LocalExchange | WebsocketExchange)[];
  /** Sends a request again. Absent if that is not possible. */
  readonly replay?: (request: HttpRequest) => Promise<unknown>;
}

/** The path of the page. */
const RESERVED = /^\/@inspect(?:\/|$)/;
const REPLAY = /^\/@inspect\/replay\/(\d+)$/;
// The page loads nothing from other sites, and no other site may frame it.
const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'";

/** Answers a request for the inspection page. Returns `undefined` for any other request. */
export async function inspect(request: HttpRequest, { exchanges, replay }: Inspected): Promise<HttpResponse | undefined> {
  const path = pathOf(request.target).replace(/\/$/, '');
  if (!RESERVED.test(path)) return undefined;
  if (!isFromThisMachine(request)) return answer(403, 'text/plain', 'Open this page on the same computer, at 127.0.0.1 or localhost.\n');
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  const asset = Object.hasOwn(INSPECT_ASSETS, path) ? INSPECT_ASSETS[path] : undefined;
  if (isRead && asset !== undefined) return answer(200, asset.type, asset.text);
  if (isRead && path === '/@inspect/exchanges') return answer(200, 'application/json', JSON.stringify(exchanges.map(viewOf)));
  const chosen = exchanges.find(({ index }) => `${index}` === REPLAY.exec(path)?.[1]);
  // Only a script of this page can set the header. For other pages, the browser sends a preflight request first, which fails.
  const isOurs = request.method === 'POST' && lastValueOf(request.headers, 'x-inspect') === 'replay';
  if (chosen === undefined || replay === undefined || !isOurs) return answer(404, 'text/plain', 'Not found.\n');
  await replay(chosen.request);
  return answer(204, 'text/plain', '');
}

function answer(status: number, type: string, text: string): HttpResponse {
  const body = encodeText(text);
  return {
    status,
    statusText: statusTextOf(status),
    headers: [
      ['Content-Type', type],
      ...(status === 204 ? [] : [['Content-Length', `${body.length}`] as const]),
      ['Cache-Control', 'no-store'],
      ['Content-Security-Policy', POLICY],
      ['X-Content-Type-Options', 'nosniff'],
      ['Connection', 'keep-alive'],
    ],
    body,
  };
}
