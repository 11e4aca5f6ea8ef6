import type { LambdaContext } from '../../../types/context.js';

/** A context without what only some runtimes have. */
export type PlainContext = Omit<LambdaContext, 'callbackWaitsForEmptyEventLoop' | 'done' | 'fail' | 'succeed'>;

/** The fields that a context always has, though API Gateway sets none of them. */
const ALWAYS = { clientContext: undefined, identity: undefined, tenantId: undefined };

/** The fields that only some runtimes have. */
const OF_CALLBACKS: ReadonlySet<string> = new Set(['callbackWaitsForEmptyEventLoop', 'done', 'fail', 'succeed']);

/** Returns the fields that a context has in every runtime. */
export function plainContext(context: Partial<LambdaContext> & PlainContext): PlainContext {
  const plain: Record<string, unknown> = { ...ALWAYS };
  // This is faster than an object pattern with a rest.
  for (const [key, value] of Object.entries(context)) if (!OF_CALLBACKS.has(key)) plain[key] = value;
  return plain as unknown as PlainContext; // the fields of the context, without those of callbacks
}

/** The context of Node.js 24. */
export function contextWithoutCallbacks(context: PlainContext): object {
  return { xRayTraceId: undefined, ...plainContext(context) };
}

/** The context of Node.js 20 and 22, whose `callbackWaitsForEmptyEventLoop` the runtime reads when the handler calls back. */
export function contextWithCallbacks(context: PlainContext, loop: { waits: boolean }, methods: object): object {
  const accessor = {
    get callbackWaitsForEmptyEventLoop(): boolean {
      return loop.waits;
    },
    set callbackWaitsForEmptyEventLoop(waits: boolean) {
      loop.waits = waits;
    },
  };
  return Object.assign(accessor, methods, plainContext(context));
}
