import type { RuntimeRules } from './lambda-runtime.js';

/** What the runtime reports to Lambda about an error. A caller of the function gets it as payload. */
export interface ErrorReport {
  /** Name of the error's class, or `typeof` anything else that was thrown. */
  readonly errorType: string;
  readonly errorMessage: string;
  /** The lines of the error's stack. Empty if it has none. */
  readonly trace: readonly string[];
}

/** What is reported if the error can't be read. */
const UNREADABLE: ErrorReport = {
  errorType: 'handled',
  errorMessage: 'callback called with Error argument, but there was a problem while retrieving one or more of its message, name, and stack',
  trace: [],
};

/** Describes anything that was thrown as the runtime does. Never throws. */
export function reportError(thrown: unknown, { readsErrorLikes }: RuntimeRules): ErrorReport {
  try {
    const error = failedLog(thrown) ?? thrown;
    if (error instanceof Error) return reportOfError(error, readsErrorLikes);
    if (readsErrorLikes && isErrorLike(error)) return reportOfError(error, true);
    // `undefined` and `null` have no `toString`, so a client that calls it can't read them.
    if (readsErrorLikes && (error === undefined || error === null)) return UNREADABLE;
    return { errorType: typeof error, errorMessage: String(error), trace: [] };
  } catch {
    return UNREADABLE;
  }
}

/** The client logs an error before it reports it. If that fails, it reports why. */
function failedLog(thrown: unknown): unknown {
  if (thrown instanceof Error || typeof thrown === 'symbol') return undefined;
  try {
    String(thrown);
    return undefined;
  } catch (error) {
    return error;
  }
}

interface ErrorLike {
  readonly name: string;
  readonly message: string;
  readonly stack?: string | undefined;
}

function reportOfError({ name, message, stack }: ErrorLike, needsStack: boolean): ErrorReport {
  if (stack === undefined && needsStack) return UNREADABLE;
  return { errorType: escapeDel(name), errorMessage: escapeDel(message), trace: stack === undefined ? [] : escapeDel(stack).split('\n') };
}

function isErrorLike(value: unknown): value is ErrorLike {
  if (typeof value !== 'object' || value === null) return false;
  return ['name', 'message', 'stack'].every((key) => typeof Reflect.get(value, key) === 'string' && Reflect.get(value, key) !== '');
}

function escapeDel(text: string): string {
  return text.replaceAll('\x7f', '%7F');
}

/** Reports about errors from other threads. The key is the error that stands for the original here. */
const REPORTS = new WeakMap<Error, ErrorReport>();

/** Remembers the report about an error. */
export function rememberReport(error: Error, report: ErrorReport): Error {
  REPORTS.set(error, report);
  return error;
}

/** Returns the report about an error. If the error happened in another thread, that thread wrote it. */
export function reportOf(error: unknown, rules: RuntimeRules): ErrorReport {
  return REPORTS.get(error as Error) ?? reportError(error, rules); // anything may be looked up
}
