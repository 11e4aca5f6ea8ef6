import { AsyncLocalStorage, createHook } from 'node:async_hooks';

/** The event loop as a runtime with callbacks sees it: it answers when nothing is left to wait for. */
export interface EventLoop {
  /** Whether the loop is the handler's alone, as on Lambda. Then it also ends a promise that nothing can resolve any more. */
  readonly isExact: boolean;
  /** Calls the handler. */
  run<T>(call: () => T): T;
  /** Calls back when nothing is left to wait for. */
  whenEmpty(callBack: () => void): void;
}

/** How often the loop is looked at, in milliseconds. */
const INTERVAL = 5;

/** Names of resources that keep a loop alive until they are destroyed, such as `FSREQCALLBACK` and `GETADDRINFOREQWRAP`. */
const REQUEST = /REQ|CONNECTWRAP/;

/**
 * Returns the loop of a handler that shares this process with others: only what the handler itself has started counts, such as timers,
 * sockets and files. It is an approximation: work that Node.js doesn't attribute to the handler, such as a request over a connection that
 * was open before, doesn't count.
 */
export function sharedLoop(): EventLoop {
  const owner = new AsyncLocalStorage<true>();
  const open = new Map<number, object>();
  const hook = createHook({
    init(id, type, _, resource) {
      if (owner.getStore() === true && ('hasRef' in resource || REQUEST.test(type))) open.set(id, resource);
    },
    destroy: (id) => void open.delete(id),
  });
  let waiting: (() => void)[] = [];
  function look(): void {
    if ([...open.values()].some(isReferenced)) {
      setTimeout(look, INTERVAL).unref();
      return;
    }
    hook.disable();
    for (const callBack of waiting) callBack();
    waiting = [];
  }
  return {
    isExact: false,
    run(call) {
      hook.enable();
      return owner.run(true, call);
    },
    whenEmpty(callBack) {
      if (waiting.length === 0) owner.exit(() => setImmediate(look));
      waiting.push(callBack);
    },
  };
}

function isReferenced(resource: object): boolean {
  return !('hasRef' in resource) || typeof resource.hasRef !== 'function' || resource.hasRef() === true;
}

/**
 * Returns the loop of a handler's thread.
 *
 * @param keepAlive the timer that keeps the thread alive when nothing else does.
 */
export function threadLoop(keepAlive: NodeJS.Timeout): EventLoop {
  let waiting: (() => void)[] = [];
  process.on('beforeExit', () => {
    keepAlive.ref();
    const called = waiting;
    waiting = [];
    for (const callBack of called) callBack();
  });
  return {
    isExact: true,
    run: (call) => call(),
    whenEmpty(callBack) {
      waiting.push(callBack);
      keepAlive.unref();
    },
  };
}
