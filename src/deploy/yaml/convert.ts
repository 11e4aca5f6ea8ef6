import { type Alias, isAlias, isMap, isScalar, isSeq, type Pair, type Scalar, type YAMLMap, type YAMLSeq } from 'yaml';
import { describeValue } from '../../http/describe-value.js';
import { isObject } from '../../http/is-object.js';
import { TemplateError } from '../template-error.js';
import type { Mark } from './marks.js';
import { longFormOf, withLongForm } from './short-tags.js';
import type { SourceNote } from './source.js';
import { type Dialect, valueOfWord } from './words.js';

/** Deepest nesting of values. */
const DEEPEST = 200;

/** The most values that aliases such as `*base` may stand for, all in all. */
const MOST_ALIASED = 200_000;

/** What a document needs to be converted. */
export interface ConvertSettings {
  readonly file: string;
  readonly dialect: Dialect;
  /** Returns the line of an offset in the text. */
  readonly lineAt: (offset: number) => number;
}

/** A document as plain values. */
export interface Converted {
  readonly value: unknown;
  readonly mark: Mark;
  readonly notes: readonly SourceNote[];
}

/** A value, where it is, and how many values it has inside, itself included. */
interface Node {
  readonly value: unknown;
  readonly mark: Mark;
  readonly size: number;
}

/** What all steps of one conversion share. */
interface Work extends ConvertSettings {
  /** The values that have an anchor such as `&base`, and are complete. */
  readonly anchors: Map<string, Node>;
  readonly notes: SourceNote[];
  aliased: number;
}

/**
 * Converts a parsed document to plain values.
 *
 * @param contents the parser's node for the whole document, or `null`.
 * @throws TemplateError for circles, too many aliases, nesting that is too deep, unsafe keys and keys that are no words.
 */
export function convertDocument(contents: unknown, settings: ConvertSettings): Converted {
  const work: Work = { ...settings, anchors: new Map(), notes: [], aliased: 0 };
  const { value, mark } = convert(contents, [], work);
  return { value, mark, notes: work.notes };
}

function convert(node: unknown, path: readonly string[], work: Work): Node {
  if (path.length > DEEPEST)
    throw fault('too-large', path, node, work, `The values are nested more than ${DEEPEST} deep.`, 'Flatten them.');
  if (isAlias(node)) return valueOfAlias(node, path, work);
  const found = convertTagged(node, path, work);
  if ((isMap(node) || isSeq(node) || isScalar(node)) && node.anchor !== undefined) work.anchors.set(node.anchor, found);
  return found;
}

/** An alias stands for the value itself, not for a copy. Its size is counted as if it were one. */
function valueOfAlias(alias: Alias, path: readonly string[], work: Work): Node {
  const found = work.anchors.get(alias.source);
  if (found === undefined) {
    const reason = `The alias *${alias.source} is inside its own value, or comes before it.`;
    throw fault('invalid-syntax', path, alias, work, reason, `Write &${alias.source} before the alias.`);
  }
  work.aliased += found.size;
  if (work.aliased <= MOST_ALIASED) return found;
  throw fault('too-large', path, alias, work, `The aliases expand to more than ${MOST_ALIASED} values.`, 'Write fewer aliases.');
}

function convertTagged(node: unknown, path: readonly string[], work: Work): Node {
  const tag = tagOf(node);
  if (tag === undefined) return convertPlain(node, path, work);
  const name = longFormOf(tag);
  if (name === undefined) {
    work.notes.push({ path, what: `The tag ${describeValue(tag)} is unknown. Its value is read as if it had no tag.` });
    return convertPlain(node, path, work);
  }
  const { value, mark, size } = convertPlain(node, [...path, name], work);
  return { value: withLongForm(name, value), mark: { line: mark.line, inside: new Map([[name, mark]]) }, size: size + 1 };
}

/** Returns the tag of a value, unless it is one of YAML itself, such as `!!str`. */
function tagOf(node: unknown): string | undefined {
  const tag = isMap(node) || isSeq(node) || isScalar(node) ? node.tag : undefined;
  return tag === undefined || tag === '!' || tag.startsWith('tag:yaml.org,2002:') ? undefined : tag;
}

function convertPlain(node: unknown, path: readonly string[], work: Work): Node {
  if (isMap(node)) return convertMap(node, path, work);
  if (isSeq(node)) return convertSeq(node, path, work);
  const mark = { line: lineOf(node, work) };
  return { value: isScalar(node) ? valueOfScalar(node, work.dialect) : null, mark, size: 1 };
}

/** Tags of YAML that make a word what it would be without quotes. */
const WORD_TAGS: ReadonlySet<string> = new Set(['null', 'bool', 'int', 'float'].map((name) => `tag:yaml.org,2002:${name}`));

/** A quoted word is a string, and so is one with a tag: `!Ref on`. */
function valueOfScalar({ value, type, tag }: Scalar, dialect: Dialect): unknown {
  const isWord = tag === undefined ? type === 'PLAIN' : WORD_TAGS.has(tag);
  const text = typeof value === 'string' ? value : '';
  return isWord ? valueOfWord(text, dialect) : text;
}

function convertSeq(seq: YAMLSeq, path: readonly string[], work: Work): Node {
  const items = seq.items.map((item, index) => convert(item, [...path, String(index)], work));
  return {
    value: items.map(({ value }) => value),
    mark: { line: lineOf(seq, work), inside: new Map(items.map(({ mark }, index) => [String(index), mark])) },
    size: items.reduce((sum, { size }) => sum + size, 1),
  };
}

/** A key that appears twice counts once, with its last value. A merged key counts only if the object doesn't have it. */
function convertMap(map: YAMLMap, path: readonly string[], work: Work): Node {
  const own = new Map<string, Node>();
  const merged = new Map<string, Node>();
  for (const pair of map.items) {
    if (isMerge(pair)) {
      for (const [key, node] of mergedKeys(pair, path, work)) if (!merged.has(key)) merged.set(key, node);
    } else {
      const key = keyOf(pair, path, work);
      if (own.has(key)) reportTwice(pair, [...path, key], work);
      const node = convert(pair.value, [...path, key], work);
      own.set(key, { ...node, mark: { ...node.mark, line: lineOf(pair.key, work) } });
    }
  }
  const entries = [...new Map([...merged, ...own])];
  return {
    value: Object.fromEntries(entries.map(([key, { value }]) => [key, value])),
    mark: { line: lineOf(map, work), inside: new Map(entries.map(([key, { mark }]) => [key, mark])) },
    size: entries.reduce((sum, [, { size }]) => sum + size, 1),
  };
}

/** `<<` without quotes merges the keys of other objects. */
function isMerge({ key }: Pair): boolean {
  return isScalar(key) && key.value === '<<' && key.type === 'PLAIN';
}

function mergedKeys(pair: Pair, path: readonly string[], work: Work): readonly [string, Node][] {
  const { value, mark, size } = convert(pair.value, [...path, '<<'], work);
  const objects = Array.isArray(value) ? value : [value];
  if (!objects.every(isObject))
    throw fault('invalid-syntax', path, pair.key, work, '`<<` merges only objects.', 'Write `<<: *name` with an object.');
  return objects.flatMap((object) => Object.entries(object).map(([key, item]): [string, Node] => [key, { value: item, mark, size }]));
}

/** js-yaml refuses a key that appears twice. The readers of AWS keep its last value. */
function reportTwice(pair: Pair, path: readonly string[], work: Work): void {
  const what = `The key ${describeValue(path.at(-1))} appears twice. Only its last value counts.`;
  if (work.dialect === 'js-yaml') throw fault('invalid-syntax', path, pair.key, work, what, 'Remove one of them.');
  work.notes.push({ path, what });
}

function keyOf({ key }: Pair, path: readonly string[], work: Work): string {
  const node = isAlias(key) ? valueOfAlias(key, path, work).value : key;
  const text = isScalar(node) ? sourceOf(node) : node;
  if (typeof text !== 'string') throw fault('invalid-syntax', path, key, work, 'A key must be a string.', 'Write a string as the key.');
  if (text === '__proto__') {
    const reason = 'The key "__proto__" would change what an object inherits.';
    throw fault('unsafe-key', [...path, text], key, work, reason, 'Remove it, or rename it.');
  }
  if (isScalar(node) && typeof valueOfScalar(node, work.dialect) === 'boolean') {
    work.notes.push({ path: [...path, text], what: `The key ${describeValue(text)} is a boolean in YAML. Put quotes around it.` });
  }
  return text;
}

/** Returns a word as it is written. `200` as a key is the string `'200'`. */
function sourceOf({ value, source, type }: Scalar): unknown {
  if (value === null) return '';
  return type === 'PLAIN' ? (source ?? value) : value;
}

function lineOf(node: unknown, { lineAt }: Work): number {
  const range = isMap(node) || isSeq(node) || isScalar(node) || isAlias(node) ? node.range : undefined;
  return lineAt(range?.[0] ?? 0);
}

function fault(
  code: 'too-large' | 'invalid-syntax' | 'unsafe-key',
  path: readonly string[],
  node: unknown,
  work: Work,
  reason: string,
  fix: string,
): TemplateError {
  return new TemplateError({ code, reason, fix, file: work.file, where: path.join('.'), line: lineOf(node, work) });
}
