import { AsyncLocalStorage, createHook } from 'node:async_hooks';

/** The event loop of a handler. It tells when nothing is left to wait for. */
export interface EventLoop {
  /** Whether the loop is the handler's alone, as on Lambda. Then it also ends a promise that nothing can resolve any more. */
  readonly isExact: boolean;
  /** Calls the handler. */
  run<T>(call: () => T): T;
  /** Stops watching what the handler starts. */
  release(): void;
  /** Calls back when nothing is left to wait for. */
  whenEmpty(callBack: () => void): void;
}

/** How often the loop is checked, in milliseconds. */
const INTERVAL = 5;

/** Names of resources that keep a loop alive until they are destroyed, such as `FSREQCALLBACK` and `GETADDRINFOREQWRAP`. */
const REQUEST = /REQ|CONNECTWRAP/;

/** What handlers have started and not ended, by the id that Node.js gives to each resource. */
type Resources = Map<number, object>;

/** The resources of the handler that is running. */
const OWNER = new AsyncLocalStorage<Resources>();
/** The resources of all handlers that are being watched. */
const WATCHED = new Set<Resources>();

const HOOK = createHook({
  init(id, type, _, resource) {
    const owned = OWNER.getStore();
    if (owned !== undefined && WATCHED.has(owned) && ('hasRef' in resource || REQUEST.test(type))) owned.set(id, resource);
  },
  destroy(id) {
    for (const owned of WATCHED) owned.delete(id);
  },
});

/**
 * Returns the loop of a handler that shares this process with others: only what the handler itself has started counts, such as timers,
 * sockets and files. It is an approximation: work that Node.js doesn't attribute to the handler, such as a request over a connection that
 * was open before, doesn't count.
 */
export function sharedLoop(): EventLoop {
  const owned: Resources = new Map();
  let waiting: (() => void)[] = [];
  function release(): void {
    WATCHED.delete(owned);
    if (WATCHED.size > 0) return;
    // Watching costs time in the whole process.
    HOOK.disable();
    OWNER.disable();
  }
  function look(): void {
    if (WATCHED.has(owned) && [...owned.values()].some(isReferenced)) {
      setTimeout(look, INTERVAL).unref();
      return;
    }
    release();
    for (const callBack of waiting) callBack();
    waiting = [];
  }
  return {
    isExact: false,
    run(call) {
      WATCHED.add(owned);
      HOOK.enable();
      return OWNER.run(owned, call);
    },
    release,
    whenEmpty(callBack) {
      if (waiting.length === 0) OWNER.exit(() => setImmediate(look));
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
    release: () => undefined,
    whenEmpty(callBack) {
      waiting.push(callBack);
      keepAlive.unref();
    },
  };
}
