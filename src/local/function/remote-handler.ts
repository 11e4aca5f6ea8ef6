import type { PlainContext } from './runtime/invocation-context.js';
import type { LambdaRuntime } from './runtime/lambda-runtime.js';

/** Marks a handler that runs elsewhere, in its own runtime. */
const REMOTE: unique symbol = Symbol('remote');

/** Calls a handler that runs elsewhere. Resolves with an outcome or a live stream. */
export type RemoteCall = (event: unknown, context: PlainContext, runtime: LambdaRuntime) => Promise<unknown>;

/** Marks a handler as one that runs elsewhere. */
export function markRemote<H extends object>(handler: H, call: RemoteCall): H {
  return Object.assign(handler, { [REMOTE]: call });
}

/** Returns how to call a handler that runs elsewhere, or `undefined` for any other handler. */
export function remoteCallOf(handler: object): RemoteCall | undefined {
  return REMOTE in handler ? (handler[REMOTE] as RemoteCall) : undefined; // only markRemote uses the symbol
}
