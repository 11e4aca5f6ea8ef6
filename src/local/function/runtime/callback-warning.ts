import { declaresCallback } from './handler-kind.js';
import type { RuntimeRules } from './lambda-runtime.js';

const WARNED = new WeakSet<object>();

/** Warns once about a handler that the next runtime rejects. Node prints the warning and emits the event `warning`. */
export function warnOfCallback(handler: object, { hasCallbacks }: RuntimeRules): void {
  if (!hasCallbacks || !declaresCallback(handler) || WARNED.has(handler)) return;
  WARNED.add(handler);
  process.emitWarning('This handler takes a callback. Node.js 24 on Lambda rejects it, and every request gets a 502 or 500.', {
    type: 'CallbackWarning',
    detail: 'Make the handler `async` and return the result, before you change the runtime to nodejs24.x.',
  });
}
