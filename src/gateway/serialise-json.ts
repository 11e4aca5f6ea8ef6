import { describeValue } from '../http/describe-value.js';
import { formatPath, type Path } from './check-shape.js';
import { GatewayError } from './error.js';

/**
 * Serializes a value as JSON.
 *
 * @param path where the value is, for the error.
 * @throws GatewayError `unserialisable-json` for a value that is not JSON, or holds one: a function, a BigInt, a cycle, a getter or
 *   `toJSON` that throws.
 */
export function serialiseJson(value: unknown, path: Path): string {
  let text: string | undefined;
  try {
    text = JSON.stringify(value);
  } catch {
    throw unserialisable(findCulprit(value, path, []) ?? { path, what: "contains a value that JSON can't represent" });
  }
  if (text === undefined) throw unserialisable({ path, what: `is ${describeValue(value)}, which JSON can't represent` });
  return text;
}

/** The part of a value that JSON cannot express. */
interface Culprit {
  readonly path: Path;
  readonly what: string;
}

function unserialisable({ path, what }: Culprit): GatewayError {
  return new GatewayError('unserialisable-json', path, `\`${formatPath(path)}\` ${what}.`, 'Pass a value that JSON can represent.');
}

/** How deep a value is searched. */
const DEEPEST = 100;

function findCulprit(value: unknown, path: Path, parents: readonly object[]): Culprit | undefined {
  if (typeof value === 'bigint') return { path, what: `is the BigInt ${describeValue(value)}, which JSON can't represent` };
  if (typeof value !== 'object' || value === null) return undefined;
  if (parents.includes(value)) return { path, what: 'refers to an object that contains it' };
  if (parents.length > DEEPEST) return { path: path.slice(0, 1), what: `is nested more than ${DEEPEST} levels deep` };
  let keys: string[];
  try {
    keys = Object.keys(value);
  } catch {
    return { path, what: 'is a proxy that throws' };
  }
  for (const key of keys) {
    const inner = [...path, Array.isArray(value) ? Number(key) : key];
    const part = readPart(value, key);
    if (part === THROWN) return { path: inner, what: 'has a getter or a `toJSON` that throws' };
    const culprit = findCulprit(part, inner, [...parents, value]);
    if (culprit !== undefined) return culprit;
  }
  return undefined;
}

const THROWN: unique symbol = Symbol('thrown');

function readPart(value: object, key: string): unknown {
  try {
    const part: unknown = Reflect.get(value, key);
    const toJson: unknown = typeof part === 'object' && part !== null ? Reflect.get(part, 'toJSON') : undefined;
    return typeof toJson === 'function' ? toJson.call(part, key) : part;
  } catch {
    return THROWN;
  }
}
