/** An error as strings, for another thread or a log. */
export interface ErrorTexts {
  readonly name: string;
  readonly message: string;
  /** Absent if the error has no stack. */
  readonly stack?: string;
  /** Message of the error's cause. Absent without one. */
  readonly cause?: string;
}

/** Returns an error whose strings can be read, for anything that was thrown. An ordinary error is returned as it is. */
export function toError(thrown: unknown): Error {
  return isError(thrown) && isOrdinary(thrown) ? thrown : errorOf(textsOf(thrown));
}

function isOrdinary(error: Error): boolean {
  return [read(() => error.name), read(() => error.message), read(() => error.stack ?? '')].every((text) => typeof text === 'string');
}

/** Returns an error with these strings. */
export function errorOf({ message, ...rest }: ErrorTexts): Error {
  return Object.assign(new Error(message), rest);
}

/** Returns what a log shows of anything that was thrown: the stack, if there is one. */
export function traceOf(thrown: unknown): string {
  const { stack, name, message } = textsOf(thrown);
  if (stack !== undefined) return stack;
  return isError(thrown) ? `${name}: ${message}` : message;
}

/**
 * Returns the strings of anything that was thrown. Never throws: a handler can throw values whose properties throw, or errors whose message
 * is an object.
 */
export function textsOf(thrown: unknown): ErrorTexts {
  if (!isError(thrown)) return { name: 'Error', message: toText(thrown) };
  const stack = read(() => thrown.stack);
  const texts = { name: toText(read(() => thrown.name)), message: toText(read(() => thrown.message)) };
  const cause = read(() => thrown.cause);
  return {
    ...texts,
    ...(typeof stack === 'string' && { stack }),
    ...(isError(cause) && { cause: toText(read(() => cause.message)) }),
  };
}

/** Returns a readable text for any value. Never throws. */
export function toText(value: unknown): string {
  const text = read(() => (typeof value === 'object' ? JSON.stringify(value) : undefined)) ?? read(() => String(value));
  return text ?? '(a value that cannot be read)';
}

/** Checks whether a value is an error. Never throws. */
export function isError(value: unknown): value is Error {
  return read(() => value instanceof Error) === true; // a Proxy may throw here
}

/** Calls a function that may run a handler's getter. Returns `undefined` if it throws. */
function read<T>(get: () => T): T | undefined {
  try {
    return get();
  } catch {
    return undefined;
  }
}
