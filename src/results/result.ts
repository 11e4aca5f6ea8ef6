import type { Target } from '../aws/target.js';

declare const TARGET: unique symbol;
declare const ELSEWHERE: unique symbol;

/** Type of a key that the target's payload format lacks: it is never there, and it fits no key of that name in another format. */
export interface NotInThisPayload {
  readonly [ELSEWHERE]: true;
}

/**
 * A result that a builder made for a target. It is a plain object of the target's result type, and fits no other target's.
 *
 * @typeParam T the target.
 */
export type Result<T extends Target = Target> = T extends Target ? ResultShapes[T] & { readonly [TARGET]?: T } : never;

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
  /** Header name to its one value. Absent without headers. */
  headers?: { [name: string]: string };
  /** The body: text, or base64 when `isBase64Encoded`; `''` for none, as what an HTTP API makes of an absent one is not recorded. */
  body: string;
  /** Whether `body` is base64. Absent when it is not. */
  isBase64Encoded?: boolean;
}

/** A result in payload format 1.0. */
export interface Payload1Result extends CommonResult {
  /** Header name to its values, where there are several; cookies are among them. Absent without any. */
  multiValueHeaders?: { [name: string]: string[] };
  /** Payload 1.0 has none. */
  cookies?: NotInThisPayload;
}

/** A result in payload format 2.0. */
export interface Payload2Result extends CommonResult {
  /** Set-Cookie lines. Absent without any. */
  cookies?: string[];
  /** Payload 2.0 has none. */
  multiValueHeaders?: NotInThisPayload;
}
