import fc from 'fast-check';
import * as z from 'zod';
import { type Holder, isHolder, type Place, placesIn, strangers } from './strangers.js';

type JSONSchema = z.core.JSONSchema.JSONSchema;

/** Which optional fields a value has: any of them, or all. */
type Extent = 'any' | 'whole';

/** Values that a schema accepts, with unknown keys. They are generated from its JSON Schema. */
export function validValue(schema: z.ZodType, extent: Extent = 'any'): fc.Arbitrary<unknown> {
  return arbitraryFor(z.toJSONSchema(schema), extent);
}

function arbitraryFor(schema: JSONSchema | boolean, extent: Extent): fc.Arbitrary<unknown> {
  if (typeof schema === 'boolean' || Object.keys(schema).length === 0)
    return fc.jsonValue({ maxDepth: 1 }).filter((value) => !JSON.stringify(value).includes('__proto__'));
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.anyOf) return fc.oneof(...optionsOf(schema.anyOf, extent).map((option) => arbitraryFor(option, extent)));
  if (Array.isArray(schema.type)) return fc.oneof(...schema.type.map((type) => arbitraryFor({ ...schema, type }, extent)));
  switch (schema.type) {
    case 'object':
      return arbitraryForObject(schema, extent);
    case 'array':
      return fc.array(arbitraryFor(itemOf(schema), extent), { minLength: extent === 'whole' ? 1 : 0, maxLength: 2 });
    case 'string':
      return fc.string({ maxLength: 8 });
    case 'number':
      return fc.double({ noNaN: true, noDefaultInfinity: true });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    default:
      throw new Error(`no arbitrary for ${JSON.stringify(schema)}`);
  }
}

/** A complete value has no `null` where another value is possible. */
function optionsOf(options: readonly JSONSchema[], extent: Extent): readonly JSONSchema[] {
  return extent === 'whole' ? options.filter(({ type }) => type !== 'null') : options;
}

function itemOf({ items }: JSONSchema): JSONSchema | boolean {
  return items === undefined || Array.isArray(items) ? true : (items as JSONSchema | boolean);
}

function arbitraryForObject({ properties = {}, required, additionalProperties = true }: JSONSchema, extent: Extent): fc.Arbitrary<unknown> {
  const names = Object.keys(properties);
  const fields = Object.fromEntries(Object.entries(properties).map(([name, field]) => [name, arbitraryFor(field, extent)]));
  const isMap = names.length === 0;
  // fast-check likes to draw names such as `caller` and `__proto__`. The first is a field, and the second has its own test.
  const name = fc.string({ maxLength: 8 }).filter((drawn) => !names.includes(drawn) && drawn !== '__proto__');
  const unknown = fc.dictionary(name, arbitraryFor(additionalProperties, extent), {
    minKeys: isMap && extent === 'whole' ? 1 : 0,
    maxKeys: isMap ? 2 : 1,
  });
  // A schema whose fields are all optional rejects objects with other keys only.
  return fc
    .tuple(unknown, fc.record(fields, { requiredKeys: extent === 'whole' ? names : (required ?? []) }))
    .map(([others, known]) => (isMap || Object.keys(known).length > 0 ? { ...others, ...known } : {}));
}

/** Ways to change a value at one place. */
const changes: Readonly<Record<string, (place: Place, stranger: unknown) => void>> = {
  delete: ([holder, key]) => delete holder[key],
  undefine: ([holder, key]) => put(holder, key, undefined),
  replace: ([holder, key], stranger) => put(holder, key, stranger),
  add: (place, stranger) => putBelow(place, 'added', stranger),
  'add __proto__': (place, stranger) => putBelow(place, '__proto__', stranger),
  inherit: ([holder, key]) => put(holder, key, isHolder(holder[key]) ? Object.create(holder[key]) : null),
};

const change = fc.record({
  place: fc.nat(1000),
  kind: fc.constantFrom(...Object.keys(changes)),
  stranger: fc.nat(strangers.length - 1),
});

/** Values that a schema accepts, changed at up to three places, at any depth. */
export function mutatedValue(schema: z.ZodType): fc.Arbitrary<unknown> {
  return fc.tuple(validValue(schema), fc.array(change, { maxLength: 3 })).map(([value, list]) => {
    const root: Holder = { value };
    for (const { place, kind, stranger } of list) {
      const places = placesIn(root);
      changes[kind]?.(places[place % places.length] ?? [root, 'value'], strangers[stranger]?.());
    }
    return root['value'];
  });
}

function putBelow([holder, key]: Place, name: string, value: unknown): void {
  const below = holder[key];
  if (isHolder(below)) put(below, name, value);
}

// An assignment would set the prototype if the key is `__proto__`.
function put(holder: Holder, key: string, value: unknown): void {
  Object.defineProperty(holder, key, { value, configurable: true, enumerable: true, writable: true });
}
