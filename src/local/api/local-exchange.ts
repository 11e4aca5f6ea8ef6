import type { TargetEvent } from '../../events/to-event.js';
import type { HttpRequest } from '../../http/request.js';
import type { RenderedResponse, RenderTarget } from '../../render/types.js';

/** One request and everything that became of it. */
export interface LocalExchange<T extends RenderTarget = RenderTarget> {
  /** Number of the exchange, from 1. */
  readonly index: number;
  /** When the request was complete, in milliseconds since the Unix epoch. */
  readonly startedAt: number;
  /** How long the answer took, in milliseconds. */
  readonly duration: number;
  readonly request: HttpRequest;
  /** Key of the route that matched; `undefined`: none did, or the gateway did not look for one. */
  readonly route: string | undefined;
  /** What the Lambda authorizer was asked and what it answered; `undefined`: there is none. */
  readonly authorization: Authorization | undefined;
  /** What the function got; `undefined`: the gateway did not invoke it. */
  readonly event: TargetEvent[T] | undefined;
  /** What the function returned, or a failure in its place. */
  readonly result: unknown;
  /** What the function threw, also after its stream had begun; `undefined`: it did not. */
  readonly error: unknown;
  /** What the client receives, and what is to be said about the result. A streamed body is in it when the stream has ended. */
  readonly response: RenderedResponse;
}

/** One question to a Lambda authorizer, or to the verifier of a token that refused it. */
export interface Authorization {
  /** What the authorizer got; `undefined`: its answer came from the cache, or it is a verifier. */
  readonly event: unknown;
  /** What it answered; `undefined`: it threw. */
  readonly result: unknown;
  /** What it threw. */
  readonly error: unknown;
}
