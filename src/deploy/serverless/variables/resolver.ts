import { isObject } from '../../../http/is-object.js';
import type { DeployedValue, Unresolved } from '../../deployment.js';
import { joinValues } from '../../intrinsics/text.js';
import { isUnresolved } from '../../reading/values.js';
import { TemplateError } from '../../template-error.js';
import { parseVariables, type Text, type Variable, type VariableSource } from './parse-variables.js';

/** The most values and characters that variables may stand for, all in all. */
const MOST_VALUES = 500_000;
const MOST_CHARACTERS = 10_000_000;

/** Deepest nesting of values, and of variables that lead to variables. */
const DEEPEST = 200;

/** What a source found. `undefined`: nothing, so the next source counts. */
export type Found = { readonly value: unknown } | undefined;

/** Looks a value up. */
export type Lookup = (parameters: readonly unknown[], address: string, resolver: Resolver, path: readonly string[]) => Found;

/** Resolves the variables of a file. */
export interface Resolver {
  /** Resolves a value, and everything in it. */
  resolve(value: unknown, path: readonly string[]): unknown;
  /** Returns the resolved value at a path of the file. `undefined`: there is none. */
  resolveAt(keys: readonly string[]): unknown;
  /** Returns what is at an address in a value: `custom.table` or `rows.0`. */
  follow(value: unknown, address: string, path: readonly string[]): unknown;
}

/** Why a variable has no value: what it refers to has none, or another reason. */
export type Missing = 'syntax' | 'circle' | 'value' | 'source' | 'reference';

/** What a resolver needs. */
export interface ResolverSettings {
  /** The file. */
  readonly root: unknown;
  /** The sources by type. */
  readonly sources: Readonly<Record<string, Lookup>>;
  /** Called for a variable that has no value here. */
  readonly onMissing: (path: readonly string[], written: string, why: Missing) => void;
}

/** Creates a resolver. What has no value here becomes `{ $unresolved }`. */
export function createResolver(settings: ResolverSettings): Resolver {
  const budget = { values: MOST_VALUES, characters: MOST_CHARACTERS, depth: 0 };
  const known = new Map<string, { readonly value: unknown } | 'open'>();

  const resolve = (value: unknown, path: readonly string[]): unknown => {
    spend(budget, 'values', 1, path);
    if (path.length > DEEPEST) throw tooLarge(path, `The values are nested more than ${DEEPEST} deep.`);
    if (typeof value === 'string') return value.includes('${') ? resolveString(value, path) : value;
    if (Array.isArray(value)) return value.map((item, index) => resolve(item, [...path, String(index)]));
    if (!isObject(value) || isUnresolved(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, resolve(item, [...path, key])]));
  };

  const resolveString = (written: string, path: readonly string[]): unknown => {
    const text = parseVariables(written);
    if (text === undefined) return miss(written, path, 'syntax');
    const [only, ...others] = text;
    if (others.length === 0 && typeof only === 'object') return resolveVariable(only, path);
    return join(text, path);
  };

  /** Strings beside variables are joined. Another value cannot be. */
  const join = (text: Text, path: readonly string[]): DeployedValue => {
    const parts = text.map((piece): DeployedValue => {
      if (typeof piece === 'string') return piece;
      const value = resolveVariable(piece, path);
      if (typeof value === 'string' || isUnresolved(value)) return value;
      return typeof value === 'number' || typeof value === 'boolean' ? String(value) : miss(piece.written, path, 'value');
    });
    for (const part of parts) spend(budget, 'characters', typeof part === 'string' ? part.length : part.$unresolved.length, path);
    return joinValues(parts);
  };

  const resolveVariable = ({ sources, written }: Variable, path: readonly string[]): unknown => {
    if (budget.depth >= DEEPEST) return miss(written, path, 'circle');
    budget.depth += 1;
    try {
      for (const source of sources) {
        const found = find(source, path);
        if (found === 'unknown') return miss(written, path, 'source');
        if (found !== undefined) return isUnresolved(found.value) ? miss(written, path, 'reference') : resolve(found.value, path);
      }
      return miss(written, path, 'value');
    } finally {
      budget.depth -= 1;
    }
  };

  const find = (source: VariableSource, path: readonly string[]): Found | 'unknown' => {
    if ('value' in source) return { value: source.value };
    const lookup = Object.hasOwn(settings.sources, source.type) ? settings.sources[source.type] : undefined;
    const parameters = source.parameters.map((parameter) => join(parameter, path));
    const address = join(source.address ?? [], path);
    if (lookup === undefined || isUnresolved(address)) return 'unknown';
    const found = lookup(parameters, address, resolver, path);
    return found?.value === undefined || found.value === null ? undefined : found;
  };

  const miss = (written: string, path: readonly string[], why: Missing): Unresolved => {
    settings.onMissing(path, written, why);
    return { $unresolved: written };
  };

  const resolveAt = (keys: readonly string[]): unknown => {
    const id = keys.join('\n');
    const earlier = known.get(id);
    if (earlier === 'open') return miss(`\${self:${keys.join('.')}}`, keys, 'circle');
    if (earlier !== undefined) {
      spend(budget, 'values', 1, keys);
      return earlier.value;
    }
    known.set(id, 'open');
    const value = resolve(step(settings.root, keys), keys);
    known.set(id, { value });
    return value;
  };

  /** Walks into a value. A string on the way is resolved: it can stand for an object. */
  const step = (start: unknown, keys: readonly string[], path: readonly string[] = keys): unknown =>
    keys.reduce<unknown>((value, key, index) => {
      const at = typeof value === 'string' ? resolve(value, path.slice(0, index)) : value;
      return typeof at === 'object' && at !== null && Object.hasOwn(at, key) ? Reflect.get(at, key) : undefined;
    }, start);

  const resolver: Resolver = {
    resolve,
    resolveAt,
    follow: (value, address, path) => (address === '' ? value : step(value, address.split('.'), path)),
  };
  return resolver;
}

function spend(
  budget: { values: number; characters: number },
  what: 'values' | 'characters',
  amount: number,
  path: readonly string[],
): void {
  budget[what] -= amount;
  const most = what === 'values' ? MOST_VALUES : MOST_CHARACTERS;
  if (budget[what] < 0) throw tooLarge(path, `The variables expand to more than ${most} ${what}.`);
}

function tooLarge(path: readonly string[], reason: string): TemplateError {
  return new TemplateError({ code: 'too-large', reason, fix: 'Write fewer variables that refer to each other.', where: path.join('.') });
}
