/**
 * The kind of gateway: a REST API, an HTTP API with payload 1.0 or 2.0, a WebSocket API, or a function URL. `rest` and `http-1.0` share
 * payload format 1.0 and still differ, and so do `http-2.0` and `function-url` with 2.0.
 */
export type Target = (typeof TARGETS)[number];

/**
 * All targets.
 *
 * @example
 * ```ts
 * import { TARGETS } from 'apigw-proxy';
 *
 * console.log(TARGETS.includes('http-2.0')); // => true
 * ```
 */
export const TARGETS = ['rest', 'http-1.0', 'http-2.0', 'websocket', 'function-url'] as const;

/** Whether the target is an HTTP API, in either payload format. */
export function isHttpApi(target: Target): boolean {
  return target === 'http-1.0' || target === 'http-2.0';
}
