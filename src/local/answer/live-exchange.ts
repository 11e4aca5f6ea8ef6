import { findSentIssues } from '../../events/check-request.js';
import { readRequest } from '../../events/request/sent-request.js';
import type { Gateway } from '../../gateway/gateway.js';
import type { GatewayIds } from '../../gateway/ids.js';
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
import type { LambdaRuntime } from '../function/runtime/lambda-runtime.js';
import { type AnsweringApi, type Arrival, handleRequest, type Outcome, renderOutcome } from './answer.js';
import { findMismatch } from './find-mismatch.js';
import { findHandlerIssues } from './handler-issues.js';

/** The parts of an API that are needed to complete exchanges. */
export interface ExchangingApi<T extends RenderTarget> extends AnsweringApi<T> {
  /** The ids that the settings name. `undefined` for none. */
  readonly ids: GatewayIds | undefined;
  /** The id of every invocation. `undefined` if each has another one. */
  readonly awsRequestId: string | undefined;
  readonly runtime: LambdaRuntime;
  /** Called after every exchange. Resolves with it, or rejects if a listener does. */
  readonly record: (exchange: LocalExchange<T>) => Promise<LocalExchange<T>>;
}

/** An exchange whose response may still be streaming. */
export interface LiveExchange<T extends RenderTarget = RenderTarget> {
  /** The response that the function asked for. */
  readonly response: RenderedResponse | RenderedStream;
  /** What the client receives. The same, unless its status is below 200. */
  readonly sent: RenderedResponse | RenderedStream;
  /** Resolves with the exchange when the body has ended. */
  readonly done: Promise<LocalExchange<T>>;
}

/** What an exchange has of its request. */
interface Beginning {
  readonly index: number;
  readonly startedAt: number;
  /** When it began, on the clock that measures durations. */
  readonly start: number;
  readonly request: HttpRequest;
}

/**
 * Starts to answer a request.
 *
 * @param index the number of the exchange, counted from 1.
 */
export async function startExchange<T extends RenderTarget>(
  request: HttpRequest,
  index: number,
  api: ExchangingApi<T>,
): Promise<LiveExchange<T>> {
  const start = performance.now();
  const startedAt = api.settings.now();
  const ids = exchangeIds(index, api.settings.target, api.ids);
  // The settings have both keys, so that this only replaces values, which is many times faster than adding keys to a copy.
  const gateway = { ...api.settings, ids, now: () => startedAt };
  const arrival: Arrival<T> = { request, sent: readRequest(request), gateway, awsRequestId: api.awsRequestId ?? invocationId(index) };
  const { outcome, response } = await answerOf(arrival, api);
  const found = findOwnIssues(outcome, response, arrival, api);
  const sent = response.status < 200 ? renderMalformed(outcome, request) : response;
  const begun: Beginning = { index, startedAt, start, request };
  if (response.body instanceof Uint8Array) {
    return { response, sent, done: api.record(completeExchange(begun, outcome, { ...response, body: response.body }, found)) };
  }
  const { body, streamed } = watchStream(response.body);
  const live = { ...response, body };
  const done = streamed.then(({ bytes, error }) =>
    api.record(completeExchange(begun, { ...outcome, error: outcome.error ?? error }, { ...response, body: bytes }, found)),
  );
  if (sent === response) return { response: live, sent: live, done };
  await body.cancel().catch(() => undefined); // nobody reads it
  return { response: live, sent, done };
}

/** Returns everything that happened, once the whole response is known. */
function completeExchange<T extends RenderTarget>(
  { index, startedAt, start, request }: Beginning,
  { route, authorization, event, custom, result, error }: Outcome<T>,
  response: RenderedResponse,
  found: readonly Issue[],
): LocalExchange<T> {
  const exchange: LocalExchange<T> = {
    index,
    startedAt,
    duration: performance.now() - start,
    request,
    route,
    authorization,
    event,
    result,
    error,
    response: found.length === 0 ? response : { ...response, issues: [...found, ...response.issues] },
  };
  return custom === undefined ? exchange : { ...exchange, custom };
}

/** Returns what was found besides the issues of the response. A refusal is among those. */
function findOwnIssues<T extends RenderTarget>(
  outcome: Outcome<T>,
  response: RenderedResponse | RenderedStream,
  { request, sent }: Arrival<T>,
  { routes, runtime }: ExchangingApi<T>,
): readonly Issue[] {
  const { issues: known = [], event, gateway, error } = outcome;
  if (event === undefined) return known;
  const handler = routes.get(outcome.route ?? '')?.called?.handler;
  return [
    ...known,
    ...findSentIssues(request, sent, gateway),
    ...(handler === undefined ? [] : findHandlerIssues(handler, runtime, error, gateway.target)),
    ...findMismatch(outcome, response),
  ];
}

interface Answer<T extends RenderTarget> {
  readonly outcome: Outcome<T>;
  readonly response: RenderedResponse | RenderedStream;
}

async function answerOf<T extends RenderTarget>(arrival: Arrival<T>, api: AnsweringApi<T>): Promise<Answer<T>> {
  const { request } = arrival;
  let outcome: Outcome<T> | undefined;
  try {
    outcome = await handleRequest(arrival, api);
    const rendered = renderOutcome(outcome, request);
    return { outcome, response: rendered instanceof Promise ? await rendered : rendered };
  } catch (error) {
    // assumed: for settings that cannot be applied, the gateway answers itself. What the function threw matters more than that.
    const broken: Outcome<T> = {
      ...outcome,
      gateway: plainOf(arrival.gateway),
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
