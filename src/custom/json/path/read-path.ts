import type { Value } from '../../java/value.js';
import type { Meter } from '../../meter.js';
import { compilePath } from './compile-path.js';
import { evaluatePath } from './evaluate-path.js';
import { INVALID, NOT_FOUND } from './token.js';

/** There is nothing at the path. */
export const MISSING: unique symbol = Symbol('missing');

/** Reads what a JSONPath finds in a document. Throws a `JsonPathError` for a path that is not valid. */
export function readPath(path: string, document: Value, meter: Meter): Value | typeof MISSING {
  const compiled = compilePath(path);
  meter.spend(path.length);
  // assumed: in a document that is `null`, nothing is found but itself.
  if (document === null && compiled.tokens.length > 1) return MISSING;
  try {
    return evaluatePath(compiled, document, { root: document, meter });
  } catch (error) {
    if (error === NOT_FOUND || error === INVALID) return MISSING;
    throw error;
  }
}
