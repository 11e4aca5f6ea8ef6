import type { LambdaContext } from '../../../types/context.js';

/** A context without what only some runtimes have. */
export type PlainContext = Omit<LambdaContext, 'callbackWaitsForEmptyEventLoop' | 'done' | 'fail' | 'succeed'>;

/** The fields that a context always has, though API Gateway sets none of them. */
const ALWAYS = { clientContext: undefined, identity: undefined, tenantId: undefined };

/** Returns the fields of a context without those that only some runtimes have. */
export function withoutCallbacks<C extends Partial<LambdaContext>>(
  context: C,
): Omit<C, 'callbackWaitsForEmptyEventLoop' | 'done' | 'fail' | 'succeed'> {
  const { callbackWaitsForEmptyEventLoop: _, done: _done, fail: _fail, succeed: _succeed, ...plain } = context;
  return plain;
}

/** The context of Node.js 24. */
export function contextWithoutCallbacks(context: PlainContext): object {
  return { xRayTraceId: undefined, ...ALWAYS, ...context };
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
  return Object.assign(accessor, methods, ALWAYS, context);
}
