import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { exactOptional } from '../../src/schemas/exact-optional.js';
import { object, openObject } from '../../src/schemas/object.js';

/** Hides the method that zod has since 4.3. */
const beforeZod43 = <Schema extends z.ZodType>(schema: Schema): Schema =>
  new Proxy(schema, {
    has: (target, key) => key !== 'exactOptional' && key in target,
    get: (target, key) => (key === 'exactOptional' ? undefined : Reflect.get(target, key)),
  });

describe.each([
  ['of this zod', <Schema extends z.ZodType>(schema: Schema) => schema],
  ['of zod before 4.3', beforeZod43],
])('an exact optional field %s', (_, versioned) => {
  const inner = object(() => ({ b: exactOptional(versioned(z.number())) }));
  const schema = openObject(() => ({ a: exactOptional(versioned(z.string().nullable())), inner: exactOptional(versioned(inner)) }));

  test.each([[{}], [{ a: 'text' }], [{ a: null, other: undefined }], [{ inner: {} }], [{ inner: { b: 1 } }]])(
    'accepts %o',
    async (value) => {
      expect(schema.parse(value)).toEqual(value);
      expect(await schema.parseAsync(value)).toEqual(value);
    },
  );

  test.each([
    [{ a: undefined }, 'a', 'Invalid input: expected string, received undefined'],
    [{ inner: undefined }, 'inner', 'Invalid input: expected object, received undefined'],
    [{ inner: { b: undefined } }, 'inner.b', 'Invalid input: expected number, received undefined'],
    [{ a: 1 }, 'a', 'Invalid input: expected string, received number'],
  ])('rejects %o', async (value, path, message) => {
    for (const result of [schema.safeParse(value), await schema.safeParseAsync(value)])
      expect(result.error?.issues.map((issue) => [issue.path.join('.'), issue.message])).toEqual([[path, message]]);
  });

  test('can be extended and has a JSON Schema', () => {
    expect(schema.extend({ c: z.string() }).safeParse({ c: 'text', inner: { b: undefined } }).success).toBe(false);
    expect(z.toJSONSchema(schema)).toMatchObject({ properties: { a: {}, inner: {} } });
    expect(z.toJSONSchema(schema).required).toBeUndefined();
    expect(schema.shape.inner.unwrap().safeParse({ b: 1 }).success).toBe(true);
  });
});
