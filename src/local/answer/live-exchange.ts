import type { Gateway } from '../../gateway/gateway.js';
import { toFetchResponse } from '../../http/fetch.js';
import type { HttpRequest } from '../../http/request.js';
import { failure } from '../../render/failure.js';
import { renderResult } from '../../render/render-result.js';
import type { RenderedStream } from '../../render/render-stream.js';
import type { RenderedResponse, RenderTarget } from '../../render/types.js';
import { exchangeIds, invocationId } from '../api/exchange-ids.js';
import type { LocalExchange } from '../api/local-exchange.js';
import { watched } from '../function/live-stream.js';
import { type AnsweringApi, type Outcome, outcomeOf, rendered } from './answer.js';

/** An answer under way: its body may still come. */
export interface LiveExchange<T extends RenderTarget = RenderTarget> {
  /** What the function's answer stands for. */
  readonly response: RenderedResponse | RenderedStream;
  /** What the client receives: the same, unless its status is one that ends no exchange. */
  readonly sent: RenderedResponse | RenderedStream;
  /** The whole exchange, when its body has ended. */
  readonly done: Promise<LocalExchange<T>>;
}

/** Answers a request. */
export async function startExchange<T extends RenderTarget>(
  request: HttpRequest,
  index: number,
  api: AnsweringApi<T>,
): Promise<LiveExchange<T>> {
  const start = performance.now();
  const now = api.settings.now?.() ?? Date.now();
  const gateway: Gateway<T> = { ...api.settings, ids: { ...exchangeIds(index, api.settings.target), ...api.settings.ids }, now: () => now };
  const context = { awsRequestId: invocationId(index), ...api.context };
  const { outcome, response } = await answerOf(request, gateway, { ...api, context });
  const sent = response.status < 200 ? inPlaceOf(outcome, request) : response;
  const { route, authorization, event, result, error } = outcome;
  const complete = (body: Uint8Array, broken?: unknown): LocalExchange<T> => {
    const duration = performance.now() - start;
    const why = error ?? broken;
    return { index, startedAt: now, duration, request, route, authorization, event, result, error: why, response: { ...response, body } };
  };
  if (response.body instanceof Uint8Array) return { response, sent, done: Promise.resolve(complete(response.body)) };
  const { body, held } = watched(response.body);
  const live = { ...response, body };
  const done = held.then(({ bytes, error: broken }) => complete(bytes, broken));
  if (sent === response) return { response: live, sent: live, done };
  await body.cancel().catch(() => undefined); // nobody reads it, broken or not
  return { response: live, sent, done };
}

interface Answer<T extends RenderTarget> {
  readonly outcome: Outcome<T>;
  readonly response: RenderedResponse | RenderedStream;
}

async function answerOf<T extends RenderTarget>(request: HttpRequest, gateway: Gateway<T>, api: AnsweringApi<T>): Promise<Answer<T>> {
  try {
    const outcome = await outcomeOf(request, gateway, api);
    return { outcome, response: await rendered(outcome, request) };
  } catch (error) {
    // Settings that nobody can carry out, as a gateway response with an unknown variable: assumed, the gateway says so for itself.
    const { gatewayResponses: _, ...plain } = gateway;
    const outcome: Outcome<T> = { gateway: { ...plain, target: gateway.target }, result: failure('api-configuration'), error };
    return { outcome, response: await rendered(outcome, request) };
  }
}

// assumed: a status below 200 ends no exchange, and no client can take it for an answer. The gateway answers as to a malformed result.
function inPlaceOf<T extends RenderTarget>({ gateway }: Outcome<T>, request: HttpRequest): RenderedResponse {
  return renderResult(failure('malformed-result'), gateway, request);
}

/** The whole exchange; a body that streams is read to its end. */
export async function settled<T extends RenderTarget>({ sent, done }: LiveExchange<T>): Promise<LocalExchange<T>> {
  if (sent.body instanceof ReadableStream) {
    // How far a broken stream came is in the exchange.
    await sent.body.pipeTo(new WritableStream()).catch(() => undefined);
  }
  return done;
}

/** The answer as a Fetch `Response`. */
export function fetchResponseOf({ sent }: LiveExchange): Response {
  const { body, ...head } = sent;
  if (body instanceof Uint8Array) return toFetchResponse({ ...head, body });
  const empty = toFetchResponse({ ...head, body: new Uint8Array(0) });
  if (empty.body !== null) return new Response(body, { status: empty.status, statusText: empty.statusText, headers: empty.headers });
  body.cancel().catch(() => undefined); // Fetch gives this status no body, so that nobody can read it
  return empty;
}
