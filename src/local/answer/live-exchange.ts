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
import { type FinishedExchange, sizeOfExchange } from '../api/exchange-log.js';
import { lazily } from '../api/lazily.js';
import type { LocalExchange } from '../api/local-exchange.js';
import { watchStream } from '../function/live-stream.js';
import type { LambdaRuntime } from '../function/runtime/lambda-runtime.js';
import { type AnsweringApi, type Arrival, handleRequest, type Outcome, renderOutcome } from './answer.js';
import { findMismatch } from './find-mismatch.js';
import { findHandlerIssues } from './handler-issues.js';

/** The parts of an API that are needed to complete exchanges. */
export interface ExchangingApi<T extends RenderTarget> extends AnsweringApi<T> {
  /** The ids from the settings. `undefined` if they have none. */
  readonly ids: GatewayIds | undefined;
  /** The id of every invocation. `undefined` if each has another one. */
  readonly awsRequestId: string | undefined;
  readonly runtime: LambdaRuntime;
  /** Called after every exchange. Resolves with it, or rejects if a listener does. */
  readonly record: (exchange: FinishedExchange<LocalExchange<T>>) => Promise<FinishedExchange<LocalExchange<T>>>;
}

/** An exchange whose response may still be streaming. */
export interface LiveExchange<T extends RenderTarget = RenderTarget> {
  /** What the client receives. This is the response that the function asked for, unless its status is below 200. */
  readonly sent: RenderedResponse | RenderedStream;
  /** Resolves with the exchange when the body has ended. */
  readonly done: Promise<FinishedExchange<LocalExchange<T>>>;
}

/** What is known when an exchange begins. */
interface Beginning<T extends RenderTarget> extends Arrival<T> {
  readonly index: number;
  readonly startedAt: number;
  /** When it began, on the clock that measures durations. */
  readonly start: number;
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
  const begun = beginExchange(request, index, api);
  const { outcome, response } = await answerOf(begun, api);
  const sent = response.status < 200 ? renderMalformed(outcome, request) : response;
  if (response.body instanceof Uint8Array) {
    return { sent, done: api.record(endExchange(begun, outcome, { ...response, body: response.body }, api)) };
  }
  const { body, streamed } = watchStream(response.body);
  const done = streamed.then(({ bytes, error }) => api.record(endExchange(begun, outcome, { ...response, body: bytes }, api, error)));
  if (sent === response) return { sent: { ...response, body }, done };
  await body.cancel().catch(() => undefined); // nobody reads it
  return { sent, done };
}

function beginExchange<T extends RenderTarget>(request: HttpRequest, index: number, api: ExchangingApi<T>): Beginning<T> {
  const start = performance.now();
  const startedAt = api.settings.now();
  const ids = exchangeIds(index, api.settings.target, api.ids);
  // The settings have both keys, so that this only replaces values, which is many times faster than adding keys to a copy.
  const gateway = { ...api.settings, ids, now: () => startedAt };
  const awsRequestId = api.awsRequestId ?? invocationId(index);
  return { index, startedAt, start, request, sent: readRequest(request), gateway, awsRequestId };
}

/**
 * Ends an exchange whose whole response is known.
 *
 * @param broken why the stream broke off. `undefined` if it did not.
 */
function endExchange<T extends RenderTarget>(
  begun: Beginning<T>,
  outcome: Outcome<T>,
  response: RenderedResponse,
  api: ExchangingApi<T>,
  broken?: unknown,
): FinishedExchange<LocalExchange<T>> {
  const { request } = begun;
  const duration = performance.now() - begun.start;
  // The function can still change its result.
  const mismatch = outcome.event === undefined ? [] : findMismatch(outcome, response);
  const event = request.body === undefined ? undefined : outcome.event?.();
  return {
    size: sizeOfExchange(request, event, response.body.length, outcome.custom),
    read: lazily(() => {
      const issues = [...findIssues(outcome, begun, api), ...mismatch, ...response.issues];
      return toExchange(begun, duration, { ...outcome, error: outcome.error ?? broken }, { ...response, issues });
    }),
  };
}

function toExchange<T extends RenderTarget>(
  { index, startedAt, request }: Beginning<T>,
  duration: number,
  { route, authorization, event, custom, result, error }: Outcome<T>,
  response: RenderedResponse,
): LocalExchange<T> {
  const whole = { index, startedAt, duration, request, route, authorization, event: event?.(), result, error, response };
  return custom === undefined ? whole : { ...whole, custom };
}

/** Returns what is wrong with a request, its route or its function. A refusal is among the issues of the response. */
function findIssues<T extends RenderTarget>(
  { issues: known = [], event, route, error, gateway }: Outcome<T>,
  { request, sent }: Arrival<T>,
  { routes, runtime }: ExchangingApi<T>,
): readonly Issue[] {
  if (event === undefined) return known;
  const handler = routes.get(route ?? '')?.called?.handler;
  const ofHandler = handler === undefined ? [] : findHandlerIssues(handler, runtime, error, gateway.target);
  return [...known, ...findSentIssues(request, sent, gateway), ...ofHandler];
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
function plainOf<T extends RenderTarget>({ target, now }: Arrival<T>['gateway']): Gateway<T> {
  return { target, now };
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
  return (await done).read();
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
