import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { draws } from '../draws.js';
import { accepted, mutated } from './arbitrary.js';
import { shapes } from './shapes.js';
import { placesIn, strangers } from './strangers.js';

/** The law that matters most is tried twice as often as others. */
const numRuns = draws(2);
const fewer = draws(1 / 3);

describe.each(shapes)('$name', ({ guard, schema }) => {
  // An asynchronous parse skips the fast path. zod builds the error and its messages when they are read.
  const zodAccepts = async (value: unknown): Promise<boolean> => {
    const { success, error } = await schema.safeParseAsync(value);
    expect(success || error.issues.length > 0).toBe(true);
    return success;
  };

  test('has a guard that says what zod says', async () => {
    await fc.assert(
      fc.asyncProperty(mutated(schema), async (value) => {
        expect(guard(value)).toBe(await zodAccepts(value));
      }),
      { numRuns },
    );
  });

  test('has a guard that says what zod says of every field taken away or replaced by every stranger', async () => {
    const [value] = fc.sample(accepted(schema, 'whole'), { seed: 1, numRuns: 1 });
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

  test('is accepted by its guard in every form that its schema describes', () => {
    fc.assert(
      fc.property(accepted(schema), (value) => {
        expect(guard(value)).toBe(true);
      }),
      { numRuns: fewer },
    );
  });

  test('is parsed into itself', () => {
    fc.assert(
      fc.property(accepted(schema), (value) => {
        expect(schema.parse(value)).toBe(value);
      }),
      { numRuns: fewer },
    );
  });

  test('is equal to itself when zod copies it', async () => {
    await fc.assert(
      fc.asyncProperty(accepted(schema), async (value) => {
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

  test('is exported as JSON Schema that forbids no key', () => {
    expect(JSON.stringify(z.toJSONSchema(schema))).not.toContain('"additionalProperties":false');
  });
});
