import { emptyMap, getText, isObject, type JavaList, type JavaMap, listOf, putText, type Value } from '../../java/value.js';
import { javaThrows } from '../../meter.js';
import { INVALID, isDefinite, isDefiniteToken, type JsonPath, NOT_FOUND, type PathState, type PathToken } from './token.js';

/**
 * Evaluates a path as Jayway's JsonPath 2.0 does: one value for a definite path, else a list. Throws `NOT_FOUND` or `INVALID`.
 */
export function evaluatePath({ tokens }: JsonPath, document: Value, state: PathState): Value {
  const results: Value[] = [];
  follow({ tokens, results, state }, 0, document);
  if (!isDefinite(tokens)) return listOf(results, 'JSONArray');
  const [only] = results;
  if (only === undefined) throw NOT_FOUND;
  return only;
}

interface Walk {
  readonly tokens: readonly PathToken[];
  readonly results: Value[];
  readonly state: PathState;
}

/** Applies the token at `index` to a value, and the tokens behind it to what comes out. */
function follow(walk: Walk, index: number, value: Value): void {
  const { meter } = walk.state;
  const token = walk.tokens[index];
  meter.spend(1);
  if (token === undefined) return;
  meter.deeper(() => apply(walk, token, index, value));
}

function apply(walk: Walk, token: PathToken, index: number, value: Value): void {
  if (token.kind === 'root') goOn(walk, index, value);
  else if (token.kind === 'names') applyNames(walk, token.names, index, value);
  else if (token.kind === 'any') applyAny(walk, index, value);
  else if (token.kind === 'filter') applyFilter(walk, token, index, value);
  else if (token.kind === 'array') applyArray(walk, token, index, value);
  else scan(walk, index + 1, value);
}

function goOn(walk: Walk, index: number, value: Value): void {
  if (index === walk.tokens.length - 1) walk.results.push(value);
  else follow(walk, index + 1, value);
}

function isMap(value: Value): value is JavaMap {
  return isObject(value) && value.kind === 'map';
}

function isList(value: Value): value is JavaList {
  return isObject(value) && value.kind === 'list';
}

function applyNames(walk: Walk, names: readonly string[], index: number, value: Value): void {
  if (!isMap(value)) throw NOT_FOUND;
  const [name] = names;
  if (name !== undefined && names.length === 1) applyName(walk, name, index, value);
  else mergeNames(walk, names, index, value);
}

/** Several names make one object of what is there. */
function mergeNames(walk: Walk, names: readonly string[], index: number, value: JavaMap): void {
  if (index < walk.tokens.length - 1) throw INVALID;
  const merged = emptyMap();
  for (const one of names) {
    const entry = value.entries.get(`s${one}`);
    if (entry !== undefined) putText(merged, one, entry.value);
  }
  walk.results.push(merged);
}

/** A missing name is an error, unless something before or behind it may have several results. */
function applyName(walk: Walk, name: string, index: number, map: JavaMap): void {
  const entry = map.entries.get(`s${name}`);
  const { tokens } = walk;
  if (entry !== undefined) goOn(walk, index, entry.value);
  else if (index === tokens.length - 1 || isDefiniteAround(tokens, index)) throw NOT_FOUND;
}

/** Jayway looks at the token, the one before it, and all behind it. */
function isDefiniteAround(tokens: readonly PathToken[], index: number): boolean {
  const token = tokens[index];
  return token !== undefined && isDefiniteToken(token) && isDefinite(tokens, Math.max(0, index - 1));
}

function applyAny(walk: Walk, index: number, value: Value): void {
  if (isMap(value)) {
    for (const name of namesOf(value)) applyName(walk, name, index, value);
  } else if (isList(value)) {
    value.items.forEach((_, position) => {
      try {
        applyIndex(walk, position, index, value);
      } catch (error) {
        if (error !== NOT_FOUND) throw error;
      }
    });
  }
}

/** A template may have put something else than a string into the document. */
function namesOf({ entries }: JavaMap): string[] {
  return [...entries.values()].map(({ key }) =>
    typeof key === 'string' ? key : javaThrows('java.lang.ClassCastException: a key is not a String'),
  );
}

function applyIndex(walk: Walk, position: number, index: number, { items }: JavaList): void {
  const item = items[position];
  if (item === undefined) throw NOT_FOUND;
  goOn(walk, index, item);
}

function applyFilter(walk: Walk, { accepts }: Extract<PathToken, { kind: 'filter' }>, index: number, value: Value): void {
  if (isMap(value)) {
    if (accepts(value, walk.state)) goOn(walk, index, value);
  } else if (isList(value)) {
    value.items.forEach((item, position) => {
      if (accepts(item, walk.state)) applyIndex(walk, position, index, value);
    });
  } else {
    throw INVALID;
  }
}

function applyArray(walk: Walk, token: Extract<PathToken, { kind: 'array' }>, index: number, value: Value): void {
  if (value === null) throw NOT_FOUND;
  if (!isList(value)) throw INVALID;
  for (const position of positionsOf(token, value.items.length)) applyIndex(walk, position, index, value);
}

/** The indexes that brackets stand for. */
function positionsOf({ operation, numbers }: Extract<PathToken, { kind: 'array' }>, length: number): readonly number[] {
  const [first = 0, second = 0] = numbers;
  switch (operation) {
    case 'from end':
      return [length + first];
    case 'from':
      return between(Math.max(0, first < 0 ? length + first : first), length);
    case 'to':
      return between(0, Math.min(length, first < 0 ? length + first : first));
    case 'between':
      return length === 0 ? [] : between(first, Math.min(length, second));
    default:
      return numbers;
  }
}

function between(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, offset) => from + offset);
}

/** `..`: applies the token behind it wherever it fits, at any depth. */
function scan(walk: Walk, index: number, value: Value): void {
  const { meter } = walk.state;
  meter.spend(1);
  const token = walk.tokens[index];
  if (token === undefined) throw INVALID;
  if (isMap(value)) {
    if (fits(token, value, walk.state)) follow(walk, index, value);
    for (const name of namesOf(value)) meter.deeper(() => scan(walk, index, getText(value, name)));
  } else if (isList(value)) {
    if (fits(token, value, walk.state)) scanList(walk, index, value);
    for (const inner of value.items) meter.deeper(() => scan(walk, index, inner));
  }
}

/** Jayway 2.0 skips the token for a list, and goes on behind it with every item. */
function scanList(walk: Walk, index: number, list: JavaList): void {
  if (index === walk.tokens.length - 1) follow(walk, index, list);
  else for (const item of list.items) follow(walk, index + 1, item);
}

function fits(token: PathToken, value: JavaMap | JavaList, state: PathState): boolean {
  switch (token.kind) {
    case 'names':
      return value.kind === 'map' && token.names.every((name) => value.entries.has(`s${name}`));
    case 'array':
      return value.kind === 'list';
    case 'filter':
      return token.accepts(value, state);
    default:
      return token.kind === 'any';
  }
}
