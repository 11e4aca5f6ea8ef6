import type { Target } from '../aws/target.js';

declare const TARGET: unique symbol;
declare const ELSEWHERE: unique symbol;

/** The type of a key that a payload format does not have. The key is always absent, and another format's key of that name does not fit. */
export interface NotInThisPayload {
  readonly [ELSEWHERE]: true;
}

/**
 * A result from a builder for a target. It is a plain object of the target's result type, and TypeScript rejects it for any other target.
 *
 * @typeParam T the target.
 */
export type Result<T extends Target = Target> = T extends Target ? ResultShapes[T] & MadeFor<T> : never;

/**
 * Marks a result with its target, for the compiler only, so that it fits no other target.
 *
 * @typeParam T the target.
 */
export interface MadeFor<T extends Target> {
  readonly [TARGET]?: T;
}

interface ResultShapes {
  rest: Payload1Result;
  'http-1.0': Payload1Result;
  'http-2.0': Payload2Result;
  websocket: Payload1Result;
  'function-url': Payload2Result;
}

interface CommonResult {
  /** The response's status. */
  statusCode: number;
  /** Header name to its only value. Absent without headers. */
  headers?: { [name: string]: string };
  /**
   * The body as text, or as base64 if `isBase64Encoded` is true. An empty string for no content: nobody knows what an HTTP API does without
   * it.
   */
  body: string;
  /** Whether `body` is base64. Absent if it is not. */
  isBase64Encoded?: boolean;
}

/** A result in payload format 1.0. */
export interface Payload1Result extends CommonResult {
  /** Header name to its values, for headers with several values, including Set-Cookie. Absent without any. */
  multiValueHeaders?: { [name: string]: string[] };
  /** Payload 1.0 does not have this key. */
  cookies?: NotInThisPayload;
}

/** A result in payload format 2.0. */
export interface Payload2Result extends CommonResult {
  /** Set-Cookie lines. Absent without any. */
  cookies?: string[];
  /** Payload 2.0 does not have this key. */
  multiValueHeaders?: NotInThisPayload;
}
