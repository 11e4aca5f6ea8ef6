import type { InvokeFailure } from '../../arn/findings.js';
import type { CustomIssue } from '../../custom/integration/custom-issue.js';
import type { TargetEvent } from '../../events/to-event.js';
import type { HttpRequest } from '../../http/request.js';
import type { RenderedResponse, RenderTarget } from '../../render/types.js';

/** A request and everything that happened. */
export interface LocalExchange<T extends RenderTarget = RenderTarget> {
  /** Number of the exchange, counted from 1. */
  readonly index: number;
  /** When the request was complete, in milliseconds since the Unix epoch. */
  readonly startedAt: number;
  /** How long the answer took, in milliseconds. */
  readonly duration: number;
  readonly request: HttpRequest;
  /** Key of the route that matched. `undefined` if none did, or if the gateway did not look for one. */
  readonly route: string | undefined;
  /** The call of the Lambda authorizer, or what a `verify` function threw. `undefined` without an authorizer. */
  readonly authorization: Authorization | undefined;
  /** The event that the function received. `undefined` if the gateway did not invoke it, and for a custom integration. */
  readonly event: TargetEvent[T] | undefined;
  /** What a custom integration did. Absent for other routes. */
  readonly custom?: CustomExchange;
  /** What the function returned, or a failure in its place. */
  readonly result: unknown;
  /** What the function threw, even after its stream had begun. `undefined` if it threw nothing. */
  readonly error: unknown;
  /** What the client receives, and the issues. A streamed body is complete when the stream has ended. */
  readonly response: RenderedResponse;
}

/** What a custom integration did with a request and its output. */
export interface CustomExchange {
  /** The event that the request template made. `undefined` if the function was not invoked. */
  readonly event: unknown;
  /** Findings about the request, the templates and the output. */
  readonly issues: readonly CustomIssue[];
}

/** A call of a Lambda authorizer, or of a `verify` function that rejected the token. */
export interface Authorization {
  /** The event that the authorizer received. `undefined` if its answer came from the cache, or for a `verify` function. */
  readonly event: unknown;
  /** What it returned. `undefined` if it threw. */
  readonly result: unknown;
  /** What it threw. `undefined` if it threw nothing. */
  readonly error: unknown;
  /** Conditions in its policy that are not evaluated here, so a Deny counts and an Allow does not. Absent if the policy allows the call. */
  readonly warnings?: readonly InvokeFailure[];
}
