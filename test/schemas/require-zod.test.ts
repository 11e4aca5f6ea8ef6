import { afterEach, expect, test, vi } from 'vitest';

afterEach(() => {
  vi.doUnmock('zod/v4');
  vi.resetModules();
});

test.each([true, false])('requireZod looks once whether zod accepts an array as an object: %s', async (success) => {
  const safeParse = vi.fn((value: unknown) => ({ success: success && Array.isArray(value) && value.length === 0 }));
  vi.resetModules();
  vi.doMock('zod/v4', () => ({ looseObject: () => ({ safeParse }) }));
  const { requireZod } = await import('../../src/schemas/require-zod.js');
  const message = 'apigw-proxy/schemas needs zod 3.25.56 or later; found an earlier 3.25. Run `npm install zod`.';
  for (const _ of [1, 2]) {
    if (success) expect(requireZod).toThrow(message);
    else requireZod();
  }
  expect(safeParse).toHaveBeenCalledTimes(success ? 2 : 1);
});
