import type { Target } from '../../aws/target.js';
import type { Gateway } from '../../gateway/gateway.js';
import type { HttpRequest } from '../../http/request.js';
import type { AssertOptions } from '../../render/assert-no-issues.js';
import type { IssueCode } from '../../render/issues/issue.js';
import type { EventKind } from '../../types/event-kind.js';

/** What `expect.stringContaining(…)`, `expect.any(…)` and the like return. */
export interface AsymmetricMatch {
  /** Returns whether a value matches. */
  asymmetricMatch(received: unknown): boolean;
}

/** What `toRenderAs` compares with the response. At least one part must be there; the others can be anything. */
export interface ExpectedResponse {
  /** The status code. Absent: any. */
  readonly status?: number | AsymmetricMatch | undefined;
  /** Headers by name, in any case. Other headers are ignored. Absent: any. */
  readonly headers?: Readonly<Record<string, ExpectedHeader | undefined>> | undefined;
  /**
   * The body. A string is compared with the text, a `Uint8Array` with the bytes, and any other value with the parsed JSON. An asymmetric matcher
   * may match the text or the parsed JSON. Absent: any.
   */
  readonly body?: unknown;
}

/**
 * The value of a header. If the response repeats the header, a string is compared with all values, joined with `, `; an array with each value.
 * `null`: the header must be missing.
 */
export type ExpectedHeader = string | number | AsymmetricMatch | readonly (string | number | AsymmetricMatch)[] | null;

/** Which gateway renders a result: the name of its target, such as `'rest'`, or its settings. */
export type MatcherGateway = Target | Gateway;

/**
 * The matchers as methods of an assertion, `expect(…)`.
 *
 * The received value of the first four is what a handler returned, together with a gateway. Without a gateway, it is what a renderer returned,
 * or an exchange of a local API (`api.last`).
 *
 * @typeParam R What an assertion returns: `void`, or a promise after `resolves`.
 */
export interface GatewayMatchers<R> {
  /**
   * Asserts that a value is a complete result for a gateway: an object with a `statusCode` (or a string, if the payload format is 2.0) whose
   * fields have the right types, and that the gateway accepts.
   */
  toBeProxyResult(gateway?: MatcherGateway): R;
  /**
   * Asserts what the client receives for a result.
   *
   * @param expected the status, the headers and the body to compare. What you leave out can be anything.
   * @param gateway the gateway that renders the result. Leave it out if the received value is already a response.
   * @param request the request that is answered. Default: a GET without headers.
   */
  toRenderAs(expected: ExpectedResponse, gateway?: MatcherGateway, request?: HttpRequest): R;
  /** Asserts that a result has an issue with this code. */
  toHaveIssue(code: IssueCode, gateway?: MatcherGateway, request?: HttpRequest): R;
  /** Asserts that a result has no issues. By default, issues with the severity `info` are ignored, as in `assertNoIssues`. */
  toHaveNoIssues(options?: AssertOptions, gateway?: MatcherGateway, request?: HttpRequest): R;
  /** Asserts that a value is a complete event of this kind: `detectEvent` returns the kind. */
  toBeEvent(kind: Exclude<EventKind, 'unknown'>): R;
}

/** What a matcher returns. */
export interface MatcherOutcome {
  /** Whether the received value matches. */
  readonly pass: boolean;
  /** Returns the message: what is different or, if `pass` is true, why `.not` fails. */
  message(): string;
}

/** The matchers as plain functions. `expect.extend` of Vitest and Jest accepts them, and they also work alone. */
export type Matchers = {
  readonly [Name in keyof GatewayMatchers<void>]: (received: unknown, ...args: Parameters<GatewayMatchers<void>[Name]>) => MatcherOutcome;
};
