/**
 * Which gateway speaks. `rest` and `http-1.0` share payload format 1.0 and still differ; `http-2.0` and `function-url` share 2.0
 * and still differ.
 */
export type Target = (typeof TARGETS)[number];

/** All targets. */
export const TARGETS = ['rest', 'http-1.0', 'http-2.0', 'websocket', 'function-url'] as const;

/** Whether an HTTP API speaks, in either payload format. */
export function isHttpApi(target: Target): boolean {
  return target === 'http-1.0' || target === 'http-2.0';
}
