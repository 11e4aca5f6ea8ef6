import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { draws } from '../draws.js';
import { mutatedValue, validValue } from './arbitrary.js';
import { shapes } from './shapes.js';
import { placesIn, strangers } from './strangers.js';

const numRuns = draws(2 / 3);
const fewer = draws(1 / 3);

describe.each(shapes)('$name', ({ guard, schema }) => {
  // An asynchronous parse skips the fast path. zod builds the error and its messages when they are read.
  const zodAccepts = async (value: unknown): Promise<boolean> => {
    const { success, error } = await schema.safeParseAsync(value);
    expect(success || error.issues.length > 0).toBe(true);
    return success;
  };

  test('has a guard that agrees with zod', async () => {
    await fc.assert(
      fc.asyncProperty(mutatedValue(schema), async (value) => {
        expect(guard(value)).toBe(await zodAccepts(value));
      }),
      { numRuns },
    );
  });

  test('has a guard that agrees with zod when any field is deleted or replaced by any stranger', async () => {
    const [value] = fc.sample(validValue(schema, 'whole'), { seed: 1, numRuns: 1 });
    const root = { value };
    expect(guard(value)).toBe(true);
    for (const [holder, key] of placesIn(root)) {
      const before = holder[key];
      delete holder[key];
      expect(guard(root.value), `without ${key}`).toBe(await zodAccepts(root.value));
      for (const stranger of strangers) {
        holder[key] = stranger();
        expect(guard(root.value), `${key} = ${String(stranger)}`).toBe(await zodAccepts(root.value));
      }
      holder[key] = before;
    }
  });

  test('has a guard that accepts every value its schema describes', () => {
    fc.assert(
      fc.property(validValue(schema), (value) => {
        expect(guard(value)).toBe(true);
      }),
      { numRuns: fewer },
    );
  });

  test('returns the value itself from parse', () => {
    fc.assert(
      fc.property(validValue(schema), (value) => {
        expect(schema.parse(value)).toBe(value);
      }),
      { numRuns: fewer },
    );
  });

  test('returns an equal copy from parseAsync', async () => {
    await fc.assert(
      fc.asyncProperty(validValue(schema), async (value) => {
        expect(await schema.parseAsync(value)).toEqual(value);
      }),
      { numRuns: fewer },
    );
  });

  test('is a Standard Schema', async () => {
    const result = await schema['~standard'].validate(undefined);
    expect(schema['~standard'].vendor).toBe('zod');
    expect(result.issues).toHaveLength(1);
  });

  test('has a JSON Schema that allows additional keys', () => {
    expect(JSON.stringify(z.toJSONSchema(schema))).not.toContain('"additionalProperties":false');
  });
});
