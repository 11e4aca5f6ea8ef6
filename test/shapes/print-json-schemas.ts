import { readShapes } from './read-shapes.js';
import { type Field, isWeak, type Named, type ObjectContent, optionsOf, type Shape, type SimpleKind, usedBy } from './shape.js';
import { type PublicShape, SHAPES } from './shapes.js';

/** A JSON Schema of draft 2020-12, as far as types need it. */
export interface JsonSchema {
  readonly $schema?: string;
  readonly $id?: string;
  readonly $ref?: string;
  readonly title?: string;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly string[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: JsonSchema;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly maxProperties?: number;
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
}

/**
 * Prints a JSON Schema for each shape, by the name of its type. It accepts the same JSON as the guard, with one exception: guards ignore a key
 * named `__proto__`, because zod does, and a JSON Schema checks it like any other.
 *
 * Each schema contains the types that it uses, so it works alone.
 *
 * @param texts More files in `src/types`, by name. They replace those on disk.
 */
export function printJsonSchemas(
  shapes: readonly PublicShape[] = SHAPES,
  texts?: Readonly<Record<string, string>>,
): Map<string, JsonSchema> {
  return new Map(readShapes(shapes, texts).map((root) => [root.name, printDocument(root)]));
}

function printDocument(root: Named): JsonSchema {
  const used = definitionsOf(root);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    // The package has no address on the web.
    $id: `urn:apigw-proxy:${root.name}`,
    title: root.name,
    ...describeNamed(root),
    ...(isWeak(root.content) && { anyOf: someField(root.content) }),
    ...(used.length > 0 && { $defs: Object.fromEntries(used.map((named) => [named.name, describeNamed(named)])) }),
  };
}

/** Returns the types that a schema refers to, each once, in the order of first use. */
function definitionsOf(root: Named): Named[] {
  const found = new Map<string, Named>();
  const visit = (named: Named): void => {
    const known = found.get(named.name);
    if (known !== undefined && known !== named) throw new Error(`Cannot print two types as ${named.name}. Rename one of the fields.`);
    if (known !== undefined) return;
    found.set(named.name, named);
    referredBy(named).forEach(visit);
  };
  referredBy(root).forEach(visit);
  return [...found.values()];
}

/** Returns the types that a type uses. Those that it extends are part of it. */
function referredBy({ content, ...label }: Named): Named[] {
  if (content.kind === 'union') return usedBy({ ...label, content });
  return [...content.bases.flatMap(referredBy), ...usedBy({ ...label, content: { ...content, bases: [] } })];
}

function describeNamed({ content, comment }: Named): JsonSchema {
  const schema = content.kind === 'union' ? describe(content.union) : describeObject(content);
  return { ...(comment !== undefined && { description: comment }), ...schema };
}

function describeObject(content: ObjectContent): JsonSchema {
  const fields = fieldsOf(content);
  const required = fields.filter(({ isOptional, shape }) => !isOptional && !allowsUndefined(shape)).map(({ name }) => name);
  return {
    type: 'object',
    ...(required.length > 0 && { required }),
    properties: Object.fromEntries(fields.map((field) => [field.name, describeField(field)])),
  };
}

/** Returns all fields of an object, inherited ones first. A field that is never there only helps to narrow a union of types. */
export function fieldsOf({ bases, fields }: ObjectContent): Field[] {
  const inherited = bases.flatMap(({ content }) => (content.kind === 'object' ? fieldsOf(content) : []));
  return [...inherited, ...fields].filter(({ shape }) => shape.kind !== 'undefined');
}

function allowsUndefined(shape: Shape): boolean {
  return optionsOf(shape).some(({ kind }) => kind === 'undefined');
}

function describeField({ shape, also, comment }: Field): JsonSchema {
  const options = [...(also ? [{ kind: also }] : []), ...optionsOf(shape)];
  return { ...(comment !== undefined && { description: comment }), ...describe({ kind: 'union', options }) };
}

const TYPES: Readonly<Record<Exclude<SimpleKind, 'undefined'>, readonly string[]>> = {
  null: ['null'],
  boolean: ['boolean'],
  number: ['number'],
  string: ['string'],
  scalar: ['string', 'number', 'boolean'],
  object: ['object'],
};

/** JSON has no `undefined`. */
function describe(shape: Shape): JsonSchema {
  const parts = optionsOf(shape).filter(({ kind }) => kind !== 'undefined');
  const [first] = parts;
  if (first && parts.length === 1) return describeOption(first);
  const literals = parts.flatMap((part) => (part.kind === 'literal' ? [part.value] : []));
  if (literals.length === parts.length) return { type: 'string', enum: literals };
  const schemas = parts.map(describeOption);
  return joinTypes(schemas) ?? { anyOf: schemas };
}

function describeOption(shape: Shape): JsonSchema {
  switch (shape.kind) {
    case 'literal':
      return { type: 'string', enum: [shape.value] };
    case 'list':
      return { type: 'array', items: describe(shape.item) };
    case 'map':
      return { type: 'object', additionalProperties: describe(shape.item) };
    case 'named':
      return { $ref: `#/$defs/${shape.target.name}` };
    case 'union':
      return describe(shape);
    case 'undefined':
      throw new Error('JSON has no undefined.');
    default:
      return { type: only(TYPES[shape.kind]) };
  }
}

function only(types: readonly string[]): string | readonly string[] {
  const [first] = types;
  return first !== undefined && types.length === 1 ? first : types;
}

/**
 * Joins schemas of different types into one with a list of types, if at most one of them says more than its type. `items` only applies to
 * arrays and `additionalProperties` to objects, so the meaning is the same, and generated code is simpler.
 */
function joinTypes(schemas: readonly JsonSchema[]): JsonSchema | undefined {
  const types = schemas.flatMap(({ type = [] }) => type);
  const special = schemas.filter((schema) => Object.keys(schema).length > 1);
  const isSimple = schemas.every(({ type, enum: values }) => type !== undefined && values === undefined);
  if (!isSimple || special.length > 1 || new Set(types).size < types.length) return undefined;
  return { ...special[0], type: only(types) };
}

/**
 * Accepts an object with one of the fields, or an empty one. Without this, any object would be accepted. In its strict mode, Ajv asks for
 * `properties` beside `required`.
 */
function someField(content: ObjectContent): JsonSchema[] {
  return [...fieldsOf(content).map(({ name }) => ({ required: [name], properties: { [name]: {} } })), { maxProperties: 0 }];
}
