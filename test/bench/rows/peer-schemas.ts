import { type } from 'arktype';
import * as v from 'valibot';
import * as z from 'zod';
import { importPeer } from './group.js';
import type { Kind, Shape } from './shapes.js';

// The same shape in the languages of other packages. Unknown fields pass, as in our schemas.

type Check = (value: unknown) => boolean;

/** How a package writes its schemas. */
interface Language<Schema> {
  readonly kinds: Readonly<Record<Kind, Schema>>;
  literal(text: string): Schema;
  object(fields: Readonly<Record<string, Schema>>): Schema;
}

function write<Schema>(shape: Shape, language: Language<Schema>): Schema {
  const fields = Object.entries(shape).map(([name, field]): [string, Schema] => {
    if (typeof field === 'string') return [name, language.kinds[field]];
    return [name, isLiteral(field) ? language.literal(field[0]) : write(field, language)];
  });
  return language.object(Object.fromEntries(fields));
}

function isLiteral(field: Shape | readonly [string]): field is readonly [string] {
  return Array.isArray(field);
}

const zMap = z.record(z.string(), z.string());

export function zodSchema(shape: Shape): z.ZodType {
  return write<z.ZodType>(shape, {
    kinds: {
      string: z.string(),
      'string?': z.string().optional(),
      'string|null': z.string().nullable(),
      number: z.number(),
      boolean: z.boolean(),
      map: zMap,
      'map?': zMap.optional(),
      'map|null': zMap.nullable(),
      'lists|null': z.record(z.string(), z.array(z.string())).nullable(),
      'strings?': z.array(z.string()).optional(),
      'any?': z.any().optional(),
    },
    literal: z.literal,
    object: z.looseObject,
  });
}

const vMap = v.record(v.string(), v.string());

export function valibotCheck(shape: Shape): Check {
  const schema = write<v.GenericSchema>(shape, {
    kinds: {
      string: v.string(),
      'string?': v.optional(v.string()),
      'string|null': v.nullable(v.string()),
      number: v.number(),
      boolean: v.boolean(),
      map: vMap,
      'map?': v.optional(vMap),
      'map|null': v.nullable(vMap),
      'lists|null': v.nullable(v.record(v.string(), v.array(v.string()))),
      'strings?': v.optional(v.array(v.string())),
      'any?': v.optional(v.any()),
    },
    literal: v.literal,
    object: v.looseObject,
  });
  return (value) => v.safeParse(schema, value).success;
}

const aMap = type({ '[string]': 'string' });

export function arktypeCheck(shape: Shape): Check {
  const schema = type.raw(arktypeFields(shape));
  return (value) => schema.allows(value);
}

const ARKTYPES: Readonly<Record<Kind, unknown>> = {
  string: 'string',
  'string?': 'string',
  'string|null': 'string|null',
  number: 'number',
  boolean: 'boolean',
  map: aMap,
  'map?': aMap,
  'map|null': aMap.or('null'),
  'lists|null': type({ '[string]': 'string[]' }).or('null'),
  'strings?': 'string[]',
  'any?': 'unknown',
};

/** arktype marks the name of an optional field, not its type. */
function arktypeFields(shape: Shape): Record<string, unknown> {
  const fields = Object.entries(shape).map(([name, field]): [string, unknown] => {
    if (typeof field === 'string') return [field.endsWith('?') ? `${name}?` : name, ARKTYPES[field]];
    return [name, isLiteral(field) ? `'${field[0]}'` : arktypeFields(field)];
  });
  return Object.fromEntries(fields);
}

/** The parts of typebox that we use. */
interface Typebox {
  readonly Type: Readonly<Record<'Any' | 'String' | 'Null' | 'Number' | 'Boolean', () => object>> &
    Readonly<Record<'Array' | 'Optional', (item: object) => object>> & {
      Union(schemas: readonly object[]): object;
      Record(key: object, value: object): object;
      Object(fields: object): object;
      Literal(text: string): object;
    };
}

interface TypeboxCompiler {
  readonly TypeCompiler: { Compile(schema: object): { Check: Check } };
}

/** Returns the compiled check, or `undefined` if typebox isn't installed. */
export async function typeboxCheck(shape: Shape): Promise<Check | undefined> {
  const [typebox, compiler] = await Promise.all([importPeer('@sinclair/typebox'), importPeer('@sinclair/typebox/compiler')]);
  if (typebox === undefined) return undefined;
  const { Type: t } = typebox as Typebox; // typebox 0.34
  const nullable = (schema: object): object => t.Union([schema, t.Null()]);
  const map = t.Record(t.String(), t.String());
  const schema = write<object>(shape, {
    kinds: {
      string: t.String(),
      'string?': t.Optional(t.String()),
      'string|null': nullable(t.String()),
      number: t.Number(),
      boolean: t.Boolean(),
      map,
      'map?': t.Optional(map),
      'map|null': nullable(map),
      'lists|null': nullable(t.Record(t.String(), t.Array(t.String()))),
      'strings?': t.Optional(t.Array(t.String())),
      'any?': t.Optional(t.Any()),
    },
    literal: (text) => t.Literal(text),
    object: (fields) => t.Object(fields),
  });
  const compiled = (compiler as TypeboxCompiler).TypeCompiler.Compile(schema); // typebox 0.34
  return (value) => compiled.Check(value);
}
