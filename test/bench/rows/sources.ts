import type { Kind, Shape } from './shapes.js';

// Source text of schemas, for programs that are bundled or started. They are equal to those of `peer-schemas.ts`.

type Words = Readonly<Record<Kind, string>> & { readonly object: string; readonly literal: string };

const ZOD: Words = {
  string: 'z.string()',
  'string?': 'z.string().optional()',
  'string|null': 'z.string().nullable()',
  number: 'z.number()',
  boolean: 'z.boolean()',
  map: 'z.record(z.string(), z.string())',
  'map?': 'z.record(z.string(), z.string()).optional()',
  'map|null': 'z.record(z.string(), z.string()).nullable()',
  'lists|null': 'z.record(z.string(), z.array(z.string())).nullable()',
  'strings?': 'z.array(z.string()).optional()',
  'any?': 'z.any().optional()',
  object: 'z.looseObject',
  literal: 'z.literal',
};

const VALIBOT: Words = {
  string: 'v.string()',
  'string?': 'v.optional(v.string())',
  'string|null': 'v.nullable(v.string())',
  number: 'v.number()',
  boolean: 'v.boolean()',
  map: 'v.record(v.string(), v.string())',
  'map?': 'v.optional(v.record(v.string(), v.string()))',
  'map|null': 'v.nullable(v.record(v.string(), v.string()))',
  'lists|null': 'v.nullable(v.record(v.string(), v.array(v.string())))',
  'strings?': 'v.optional(v.array(v.string()))',
  'any?': 'v.optional(v.any())',
  object: 'v.looseObject',
  literal: 'v.literal',
};

/** Returns the shape as an expression that uses zod as `z`. */
export function zodSource(shape: Shape): string {
  return write(shape, ZOD);
}

/** Returns the shape as an expression that uses valibot as `v`. */
export function valibotSource(shape: Shape): string {
  return write(shape, VALIBOT);
}

function write(shape: Shape, words: Words): string {
  const fields = Object.entries(shape).map(([name, field]) => `${name}: ${sourceOf(field, words)}`);
  return `${words.object}({ ${fields.join(', ')} })`;
}

function sourceOf(field: Shape[string], words: Words): string {
  if (typeof field === 'string') return words[field];
  return Array.isArray(field) ? `${words.literal}('${field[0]}')` : write(field as Shape, words); // the only kind left
}
