import fc from 'fast-check';
import * as z from 'zod';
import { type Holder, isHolder, type Place, placesIn, strangers } from './strangers.js';

type JSONSchema = z.core.JSONSchema.JSONSchema;

/** How much of what is optional is there: as it comes, or all of it. */
type Extent = 'any' | 'whole';

/** Values that a schema accepts, with keys that it does not know: drawn from what it says of itself as JSON Schema. */
export function accepted(schema: z.ZodType, extent: Extent = 'any'): fc.Arbitrary<unknown> {
  return described(z.toJSONSchema(schema), extent);
}

function described(schema: JSONSchema | boolean, extent: Extent): fc.Arbitrary<unknown> {
  if (typeof schema === 'boolean' || Object.keys(schema).length === 0)
    return fc.jsonValue({ maxDepth: 1 }).filter((value) => !JSON.stringify(value).includes('__proto__'));
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.anyOf) return fc.oneof(...optionsOf(schema.anyOf, extent).map((option) => described(option, extent)));
  if (Array.isArray(schema.type)) return fc.oneof(...schema.type.map((type) => described({ ...schema, type }, extent)));
  switch (schema.type) {
    case 'object':
      return describedObject(schema, extent);
    case 'array':
      return fc.array(described(itemOf(schema), extent), { minLength: extent === 'whole' ? 1 : 0, maxLength: 2 });
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

/** A whole value has something below wherever it may. */
function optionsOf(options: readonly JSONSchema[], extent: Extent): readonly JSONSchema[] {
  return extent === 'whole' ? options.filter(({ type }) => type !== 'null') : options;
}

function itemOf({ items }: JSONSchema): JSONSchema | boolean {
  return items === undefined || Array.isArray(items) ? true : (items as JSONSchema | boolean);
}

function describedObject({ properties = {}, required, additionalProperties = true }: JSONSchema, extent: Extent): fc.Arbitrary<unknown> {
  const names = Object.keys(properties);
  const fields = Object.fromEntries(Object.entries(properties).map(([name, field]) => [name, described(field, extent)]));
  const isMap = names.length === 0;
  // fast-check likes names that JavaScript has plans for, `caller` and `__proto__` among them: the one is a field, the other a test of its own.
  const name = fc.string({ maxLength: 8 }).filter((drawn) => !names.includes(drawn) && drawn !== '__proto__');
  const unknown = fc.dictionary(name, described(additionalProperties, extent), {
    minKeys: isMap && extent === 'whole' ? 1 : 0,
    maxKeys: isMap ? 2 : 1,
  });
  return fc
    .tuple(unknown, fc.record(fields, { requiredKeys: extent === 'whole' ? names : (required ?? []) }))
    .map(([others, known]) => ({ ...others, ...known }));
}

/** What may happen at a place of a value. */
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

/** What a schema accepts, changed at no place to three, at any depth. */
export function mutated(schema: z.ZodType): fc.Arbitrary<unknown> {
  return fc.tuple(accepted(schema), fc.array(change, { maxLength: 3 })).map(([value, list]) => {
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

// Not by assignment: that would set the prototype where the key is `__proto__`.
function put(holder: Holder, key: string, value: unknown): void {
  Object.defineProperty(holder, key, { value, configurable: true, enumerable: true, writable: true });
}
