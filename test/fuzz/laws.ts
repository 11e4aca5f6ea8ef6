import { inspect, isDeepStrictEqual } from 'node:util';
import type { FuzzSubject } from './subject.js';
import { THROWN } from './values.js';

/** What came out of a call. */
export type Outcome = { readonly returned: unknown } | { readonly thrown: string };

const LONGEST_MESSAGE = 5000;

/**
 * Calls a function twice with the same arguments and checks the laws: it throws nothing but documented errors, with a code and a fix; it
 * changes neither its arguments nor a prototype; and it gives the same both times. The arguments are frozen, so that a write throws.
 *
 * @throws Error with the arguments. Its cause says which law is broken.
 */
export async function checkLaws(subject: FuzzSubject, args: readonly unknown[]): Promise<Outcome> {
  const bytes = bytesIn(args);
  const copies = bytes.map((each) => each.slice());
  const prototypes = prototypeKeys();
  try {
    const first = await outcomeOf(subject, args);
    const second = await outcomeOf(subject, args);
    if (!isDeepStrictEqual(first, second))
      throw new Error(`the second call gives another outcome:\n${inspect([first, second], { depth: 6 })}`);
    if (!isDeepStrictEqual(bytes, copies)) throw new Error('the call changes bytes of its arguments');
    if (prototypeKeys() !== prototypes) throw new Error('the call changes a prototype');
    return first;
  } catch (error) {
    throw new Error(`${subject.names.join(', ')}(${inspect(args, { depth: 8, maxStringLength: 300 })})`, { cause: error });
  }
}

async function outcomeOf({ call, throws }: FuzzSubject, args: readonly unknown[]): Promise<Outcome> {
  try {
    return { returned: await call(...args) };
  } catch (error) {
    if (error === THROWN) return { thrown: 'what the input throws' };
    return { thrown: describeError(error, throws) };
  }
}

/** Describes a documented error. Throws any other one. */
function describeError(error: unknown, documented: readonly string[]): string {
  if (!(error instanceof Error) || !documented.includes(error.name)) throw error;
  const { name, message, code, path, fix } = error as Error & Readonly<Record<'code' | 'path' | 'fix', unknown>>; // documented errors have them
  if (typeof code !== 'string' && /^(?:Type|Range)Error$/.test(name))
    throw new Error('a documented error has no code, so it is an accident', { cause: error });
  if (fix !== undefined && (typeof fix !== 'string' || !/[.?]$/.test(fix))) throw new Error('the fix is not a sentence', { cause: error });
  if (message.length > LONGEST_MESSAGE && name !== 'ResultIssuesError')
    throw new Error('the message is as long as the input', { cause: error });
  return [name, code, JSON.stringify(path), message].join(' ');
}

function bytesIn(value: unknown, found: Uint8Array[] = [], seen: Set<unknown> = new Set()): Uint8Array[] {
  if (value instanceof Uint8Array) found.push(value);
  else if (typeof value === 'object' && value !== null && !seen.has(value)) {
    seen.add(value);
    for (const { value: inner } of Object.values(Object.getOwnPropertyDescriptors(value))) bytesIn(inner, found, seen);
  }
  return found;
}

const PROTOTYPES: readonly object[] = [Object, Array, String, Number, Boolean, Function, Map, Set, Promise, RegExp, Uint8Array, Error].map(
  ({ prototype }) => prototype,
);

/** Everything that a polluted prototype could have gained. */
function prototypeKeys(): number {
  return PROTOTYPES.reduce((sum, prototype) => sum + Reflect.ownKeys(prototype).length, 0);
}
