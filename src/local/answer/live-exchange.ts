import { findRequestIssues } from '../../events/check-request.js';
import type { Gateway } from '../../gateway/gateway.js';
import { toFetchResponse } from '../../http/fetch.js';
import type { HttpRequest } from '../../http/request.js';
import { failure } from '../../render/failure.js';
import type { Issue } from '../../render/issues/issue.js';
import { renderResult } from '../../render/render-result.js';
import type { RenderedStream } from '../../render/render-stream.js';
import type { RenderedResponse, RenderTarget } from '../../render/types.js';
import { exchangeIds, invocationId } from '../api/exchange-ids.js';
import type { LocalExchange } from '../api/local-exchange.js';
import { watchStream } from '../function/live-stream.js';
import { type AnsweringApi, handleRequest, type Outcome, renderOutcome } from './answer.js';
import { findMismatch } from './find-mismatch.js';
import { findHandlerIssues } from './handler-issues.js';

/** An exchange whose response may still be streaming. */
export interface LiveExchange<T extends RenderTarget = RenderTarget> {
  /** The response that the function asked for. */
  readonly response: RenderedResponse | RenderedStream;
  /** What the client receives. The same, unless its status is below 200. */
  readonly sent: RenderedResponse | RenderedStream;
  /** Resolves with the exchange when the body has ended. */
  readonly done: Promise<LocalExchange<T>>;
}

/** Starts to answer a request. */
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
  // A refusal is among the issues of the response.
  const { issues: known = [] } = outcome;
  const found =
    outcome.event === undefined
      ? known
      : [...known, ...findRequestIssues(request, outcome.gateway), ...findOwnIssues(outcome, api), ...findMismatch(outcome, response)];
  const sent = response.status < 200 ? renderMalformed(outcome, request) : response;
  const { route, authorization, event, custom, result, error } = outcome;
  const complete = (body: Uint8Array, broken?: unknown): LocalExchange<T> => {
    const duration = performance.now() - start;
    const why = error ?? broken;
    const issues = [...found, ...response.issues];
    return {
      index,
      startedAt: now,
      duration,
      request,
      route,
      authorization,
      event,
      ...(custom && { custom }),
      result,
      error: why,
      response: { ...response, body, issues },
    };
  };
  if (response.body instanceof Uint8Array) return { response, sent, done: Promise.resolve(complete(response.body)) };
  const { body, streamed } = watchStream(response.body);
  const live = { ...response, body };
  const done = streamed.then(({ bytes, error: broken }) => complete(bytes, broken));
  if (sent === response) return { response: live, sent: live, done };
  await body.cancel().catch(() => undefined); // nobody reads it
  return { response: live, sent, done };
}

function findOwnIssues<T extends RenderTarget>({ route = '', error, gateway }: Outcome<T>, { routes, runtime }: AnsweringApi<T>): Issue[] {
  const handler = routes.get(route)?.handler;
  return handler === undefined ? [] : findHandlerIssues(handler, runtime, error, gateway.target);
}

interface Answer<T extends RenderTarget> {
  readonly outcome: Outcome<T>;
  readonly response: RenderedResponse | RenderedStream;
}

async function answerOf<T extends RenderTarget>(request: HttpRequest, gateway: Gateway<T>, api: AnsweringApi<T>): Promise<Answer<T>> {
  let outcome: Outcome<T> | undefined;
  try {
    outcome = await handleRequest(request, gateway, api);
    return { outcome, response: await renderOutcome(outcome, request) };
  } catch (error) {
    // assumed: for settings that cannot be applied, the gateway answers itself. What the function threw matters more than that.
    const broken: Outcome<T> = {
      ...outcome,
      gateway: plainOf(gateway),
      result: failure('api-configuration'),
      error: outcome?.error ?? error,
    };
    return { outcome: broken, response: await renderOutcome(broken, request) };
  }
}

/** The settings without those that may not be applicable. */
function plainOf<T extends RenderTarget>({ target, now, stage }: Gateway<T>): Gateway<T> {
  return { target, ...(now && { now }), ...(stage !== undefined && { stage }) };
}

// assumed: no client accepts a status below 200 as final, so the gateway answers as it answers a malformed result.
function renderMalformed<T extends RenderTarget>({ gateway }: Outcome<T>, request: HttpRequest): RenderedResponse {
  return renderResult(failure('malformed-result'), gateway, request);
}

/** Returns the exchange, after reading a streamed body to its end. */
export async function finishExchange<T extends RenderTarget>({ sent, done }: LiveExchange<T>): Promise<LocalExchange<T>> {
  if (sent.body instanceof ReadableStream) {
    // If the stream breaks off, the exchange has what came before.
    await sent.body.pipeTo(new WritableStream()).catch(() => undefined);
  }
  return done;
}

/** Returns the response as a Fetch `Response`. */
export function fetchResponseOf({ sent }: LiveExchange): Response {
  const { body, ...head } = sent;
  if (body instanceof Uint8Array) return toFetchResponse({ ...head, body });
  const empty = toFetchResponse({ ...head, body: new Uint8Array(0) });
  if (empty.body !== null) return new Response(body, { status: empty.status, statusText: empty.statusText, headers: empty.headers });
  body.cancel().catch(() => undefined); // in Fetch, this status has no body that anyone could read
  return empty;
}
