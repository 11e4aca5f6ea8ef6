import { isObject } from '../../src/http/is-object.js';
import { fieldsOf } from './print-json-schemas.js';
import { readShapes } from './read-shapes.js';
import { SAMPLES, type Sample } from './samples.js';
import { type Field, type Named, optionsOf, type Shape } from './shape.js';
import { SHAPES } from './shapes.js';

/** Prints the samples. Returns the text of each file by its name: `rest.json`. */
export function printSamples(): Map<string, string> {
  return new Map(SAMPLES.map(({ kind, event }) => [`${kind}.json`, `${JSON.stringify(event, null, 2)}\n`]));
}

/** Returns the samples as JSON with a comment above each field: the doc comments of the types. */
export function annotateSamples(): (Sample & { readonly annotated: string })[] {
  const types = new Map(readShapes(SHAPES).map((type) => [type.name, type]));
  return SAMPLES.map((sample) => {
    const target = types.get(sample.type);
    if (!target) throw new Error(`There is no type ${sample.type}.`);
    return { ...sample, annotated: annotate(sample.event, { kind: 'named', target }, '') };
  });
}

/** Writes a value as JSON, with the comment of each known field above it. */
function annotate(value: unknown, shape: Shape, indent: string): string {
  const target = isObject(value) ? namedFor(value, shape) : undefined;
  if (!isObject(value) || target?.content.kind !== 'object') return asJson(value, indent);
  const fields = new Map(fieldsOf(target.content).map((field) => [field.name, field]));
  const inner = `${indent}  `;
  const lines = Object.entries(value).map(([key, part]) => {
    const field = fields.get(key);
    const text = field ? annotate(part, field.shape, inner) : asJson(part, inner);
    return `${commentLines(field, inner)}${inner}${JSON.stringify(key)}: ${text}`;
  });
  return `{\n${lines.join(',\n')}\n${indent}}`;
}

/** Writes a value as JSON. Arrays take one line. */
function asJson(value: unknown, indent: string): string {
  if (Array.isArray(value)) return `[${value.map((item) => asJson(item, indent)).join(', ')}]`;
  if (!isObject(value) || Object.keys(value).length === 0) return JSON.stringify(value);
  const lines = Object.entries(value).map(([key, part]) => `${indent}  ${JSON.stringify(key)}: ${asJson(part, `${indent}  `)}`);
  return `{\n${lines.join(',\n')}\n${indent}}`;
}

/** Returns the type of an object. Of several possible types, it is the one with the most fields in common. */
function namedFor(value: Readonly<Record<string, unknown>>, shape: Shape): Named | undefined {
  const types = optionsOf(shape).flatMap((option) => (option.kind === 'named' ? [option.target] : []));
  const all = types.flatMap((type) => (type.content.kind === 'union' ? (namedFor(value, type.content.union) ?? []) : type));
  const common = ({ content }: Named): number =>
    content.kind === 'object' ? fieldsOf(content).filter(({ name }) => Object.hasOwn(value, name)).length : 0;
  return all.sort((one, other) => common(other) - common(one))[0];
}

/** Longest line of a comment. */
const WIDTH = 110;

function commentLines(field: Field | undefined, indent: string): string {
  const words = (field?.comment ?? '').split(/\s+/).filter((word) => word !== '');
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < WIDTH - indent.length) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.map((line) => `${indent}// ${line}\n`).join('');
}
