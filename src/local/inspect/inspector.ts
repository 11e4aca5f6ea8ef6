import { MAX_MESSAGE } from '../../aws/limits.js';
import type { Target } from '../../aws/target.js';
import { pathOf } from '../../events/request/path-of.js';
import { lastValueOf } from '../../http/field-values.js';
import type { HttpRequest } from '../../http/request.js';
import type { HttpResponse } from '../../http/response.js';
import { statusTextOf } from '../../http/status-text.js';
import { encodeText } from '../../http/text.js';
import type { LocalExchange } from '../api/local-exchange.js';
import type { WebsocketExchange } from '../api/websocket-exchange.js';
import { editRequest } from './edit-request.js';
import { mediaTypeOf, summaryOf, viewOf } from './exchange-view.js';
import { INSPECT_ASSETS } from './inspect-assets.js';
import { isFromThisMachine } from './local-caller.js';
import type { ExchangeView, InspectedApi, PostedMessage, SentAgain } from './view.js';

/** An API that the page shows. */
export interface Inspected {
  /** Differs for each start of the server. */
  readonly run: string;
  readonly target: Target;
  /** The part of the URL path before the path of a route. */
  readonly prefix: string;
  readonly exchanges: readonly (LocalExchange | WebsocketExchange)[];
  /** Answers a request as if a client had sent it, and returns the number of the exchange if it is known. Absent for a WebSocket API. */
  readonly send?: (request: HttpRequest) => Promise<number | undefined>;
  /** What a WebSocket API has besides. */
  readonly conversations?: Conversations;
}

/** The connections of a WebSocket API. */
export interface Conversations {
  readonly posts: readonly PostedMessage[];
  /** Returns the ids of the open connections. */
  open(): string[];
  /**
   * Sends a message on the connection of an exchange, as if its client had sent it. If the connection is closed, this opens one like it for
   * the message, and returns the number of the exchange.
   */
  send(exchange: WebsocketExchange, message: string): Promise<number | undefined>;
}

/** The path of the page. */
const RESERVED = /^\/@inspect(?:\/|$)/;
const EXCHANGE = /^\/@inspect\/(exchanges|send|message|preview)\/(\d+)$/;
// The page loads nothing from other sites, and no other site may frame it.
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; frame-src 'self'; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
// A response of a handler can be anything. Shown on the page, it runs no script, sends no form and loads nothing; only its own styles count.
const PREVIEW_POLICY = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; form-action 'none'";
/** Media types of bodies that the page shows as a picture or as a page. */
const PREVIEWED = /^(?:image\/[\w.+-]+|text\/html|application\/xhtml\+xml)$/;

/** Answers a request for the inspection page. Returns `undefined` for any other request. */
export async function inspect(request: HttpRequest, inspected: Inspected): Promise<HttpResponse | undefined> {
  const path = pathOf(request.target).replace(/\/$/, '');
  if (!RESERVED.test(path)) return undefined;
  if (!isFromThisMachine(request)) return answer(403, 'text/plain', 'Open this page on the same computer, at 127.0.0.1 or localhost.\n');
  const [, action = '', index] = EXCHANGE.exec(path) ?? [];
  const exchange = inspected.exchanges.find((one) => `${one.index}` === index);
  if (request.method === 'GET' || request.method === 'HEAD') {
    return (exchange === undefined ? readPage(path, inspected) : readExchange(action, exchange)) ?? NOT_FOUND;
  }
  // Only a script of this page can set the header. For other pages, the browser sends a preflight request first, which fails.
  const isOurs = request.method === 'POST' && lastValueOf(request.headers, 'x-inspect') === 'send';
  return (isOurs && exchange !== undefined && (await sendAgain(action, exchange, request, inspected))) || NOT_FOUND;
}

function readPage(path: string, inspected: Inspected): HttpResponse | undefined {
  const asset = Object.hasOwn(INSPECT_ASSETS, path) ? INSPECT_ASSETS[path] : undefined;
  if (asset !== undefined) return answer(200, asset.type, asset.text);
  return path === '/@inspect/exchanges' ? answerJson(listOf(inspected)) : undefined;
}

function listOf({ run, target, prefix, exchanges, conversations }: Inspected): InspectedApi {
  const { posts = [] } = conversations ?? {};
  return { run, target, prefix, exchanges: exchanges.map(summaryOf), posts, open: conversations?.open() ?? [] };
}

function readExchange(action: string, exchange: LocalExchange | WebsocketExchange): HttpResponse | undefined {
  if (action === 'exchanges') return answerJson(viewOf(exchange));
  const { response } = exchange;
  if (action !== 'preview' || !('status' in response)) return undefined;
  const type = mediaTypeOf(response.headers);
  // Without a charset, a browser would guess.
  const shown = type.startsWith('image/') ? type : `${type}; charset=utf-8`;
  return PREVIEWED.test(type) ? answer(200, shown, response.body, PREVIEW_POLICY) : undefined;
}

async function sendAgain(
  action: string,
  exchange: LocalExchange | WebsocketExchange,
  { body = new Uint8Array(0) }: HttpRequest,
  { send, conversations }: Inspected,
): Promise<HttpResponse | undefined> {
  if (action === 'message' && conversations !== undefined && 'connectionId' in exchange) {
    if (body.length > MAX_MESSAGE) return answer(400, 'text/plain', `A message can have ${MAX_MESSAGE} bytes at most.`);
    return answerSent(await conversations.send(exchange, new TextDecoder().decode(body)));
  }
  if (action !== 'send' || send === undefined) return undefined;
  const edited = editRequest(exchange.request, body);
  if ('problem' in edited) return answer(400, 'text/plain', edited.problem);
  return answerSent(await send(edited));
}

function answerSent(index: number | undefined): HttpResponse {
  return answerJson({ ...(index !== undefined && { index }) });
}

function answerJson(value: InspectedApi | ExchangeView | SentAgain): HttpResponse {
  return answer(200, 'application/json', JSON.stringify(value));
}

function answer(status: number, type: string, content: string | Uint8Array, policy: string = POLICY): HttpResponse {
  const body = typeof content === 'string' ? encodeText(content) : content;
  return {
    status,
    statusText: statusTextOf(status),
    headers: [
      ['Content-Type', type],
      ['Content-Length', `${body.length}`],
      ['Cache-Control', 'no-store'],
      ['Content-Security-Policy', policy],
      ['X-Content-Type-Options', 'nosniff'],
      ['Referrer-Policy', 'no-referrer'],
      ['Connection', 'keep-alive'],
    ],
    body,
  };
}

const NOT_FOUND: HttpResponse = answer(404, 'text/plain', 'Not found.\n');
