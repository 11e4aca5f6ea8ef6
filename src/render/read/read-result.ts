import { MAX_RESULT } from '../../aws/limits.js';
import { shorten } from '../../http/describe-value.js';
import { encodeText } from '../../http/text.js';
import { ANSWER, type Payload } from '../outcome/outcome.js';
import { type Reading, reportFailure } from '../rendering.js';
import { TOO_LARGE_EVIDENCE } from '../targets/own-failures.js';
import { type BoundResult, bindResult } from './bind.js';
import type { HeaderLine } from './bind-headers.js';

/** Results with at most so many characters stay under the limit, even if JSON needs six bytes for every one of them. */
const SURELY_SMALL = 1_040_000;

/** Reads what a function returned. Never throws; an issue with the severity `error` says that the gateway rejects it. */
export function readResult(result: unknown, reading: Reading): BoundResult | undefined {
  return guard(reading, () => {
    const bound = bindResult(result, reading);
    // The runtime serializes the whole result before a gateway reads any of it. That can't fail if all parts were plain and small.
    if (reading.issues.length > 0 || charactersOf(bound) > SURELY_SMALL) {
      const text: string | undefined = JSON.stringify(result);
      if (isTooLarge(text ?? '')) reportTooLarge(reading);
    }
    return bound;
  });
}

/** Reads a serialized result in the same way. */
export function readMarked(payload: Payload, reading: Reading): BoundResult | undefined {
  const read = payload[ANSWER] as (payload: Payload, reading: Reading) => BoundResult | undefined; // payload() put it there
  return read(payload, reading);
}

/** Serializes a result as the runtime does. Never throws; `undefined` and an issue if that isn't possible. */
export function serialiseResult(result: unknown, reading: Reading): string | undefined {
  return guard(reading, () => {
    const text: string | undefined = JSON.stringify(result);
    return text ?? 'null';
  });
}

/** Calls a function that reads a result. If it throws, reports why. */
export function guard<T>({ report }: Reading, read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    report('unserialisable-result', [], reasonOf(error));
    return undefined;
  }
}

/** Returns whether a serialized result is over Lambda's limit. */
export function isTooLarge(text: string): boolean {
  // In UTF-8, each JavaScript character has one byte to three.
  return text.length > MAX_RESULT || (3 * text.length > MAX_RESULT && encodeText(text).length > MAX_RESULT);
}

/** Reports a result over Lambda's limit. */
export function reportTooLarge(reading: Reading): void {
  reportFailure({ type: 'response-too-large', evidence: TOO_LARGE_EVIDENCE }, reading);
}

// One more character for each line covers the quotes and commas around it.
function charactersOf({ headers, lists, cookies, body }: BoundResult): number {
  let characters = body.length + charactersIn(headers) + charactersIn(cookies);
  for (const { lines } of lists) characters += charactersIn(lines);
  return characters;
}

function charactersIn(lines: readonly HeaderLine[]): number {
  let characters = 0;
  for (const { name, value } of lines) characters += name.length + (value?.length ?? 0) + 1;
  return characters;
}

/** Returns the first line of an error's message, without its full stop. Never throws. */
export function reasonOf(error: unknown): string {
  try {
    if (error instanceof Error) return shorten(error.message.split('\n', 1)[0] ?? '').replace(/\.$/, '') || UNKNOWN;
  } catch {
    // What a hostile getter throws can be hostile, too.
  }
  return UNKNOWN;
}

const UNKNOWN = 'reading it throws an error';
