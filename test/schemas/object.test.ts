import { describe, expect, test, vi } from 'vitest';
import * as z from 'zod';
import { isObject } from '../../src/http/is-object.js';
import { addGuard } from '../../src/schemas/add-guard.js';
import { object } from '../../src/schemas/object.js';

const isSample = (value: unknown): value is { a: string } => isObject(value) && typeof value['a'] === 'string';

describe('object', () => {
  test('builds no field for its creation and for a value that the guard accepts', () => {
    const build = vi.fn(() => ({ a: z.string() }));
    const schema = addGuard(isSample, () => object(build));
    expect(schema.parse({ a: 'text' })).toEqual({ a: 'text' });
    expect(z.union([schema, z.number()]).safeParse({ a: 'text' }).success).toBe(true);
    expect(build).not.toHaveBeenCalled();
  });

  test('builds its fields once, and those of an inner object when it is needed', () => {
    const buildInner = vi.fn(() => ({ b: z.string() }));
    const build = vi.fn(() => ({ inner: object(buildInner) }));
    const schema = object(build);
    expect(Object.keys(schema.shape)).toEqual(['inner']);
    expect(buildInner).not.toHaveBeenCalled();
    expect(schema.safeParse({ inner: {} }).error?.issues.map(({ path }) => path)).toEqual([['inner', 'b']]);
    expect([build.mock.calls.length, buildInner.mock.calls.length]).toEqual([1, 1]);
  });
});
