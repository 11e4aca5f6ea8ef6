import { GatewayError } from 'apigw-proxy';
import { matchers } from 'apigw-proxy/testing';
import { afterEach, describe, expect, test, vi } from 'vitest';

// What apigw-proxy/testing/jest does when a setup file imports it. The tests of the package run it in Jest itself.

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules(); // the next file must not find an entry that failed
});

async function importWith(found: unknown): Promise<void> {
  vi.resetModules(); // another file may have imported it
  vi.stubGlobal('expect', found);
  await import('../../src/testing/jest/index.js');
}

describe('apigw-proxy/testing/jest', () => {
  test("adds the matchers to Jest's global expect", async () => {
    const extend = vi.fn();
    await importWith({ extend });
    const all = Object.fromEntries(Object.keys(matchers).map((name) => [name, expect.any(Function)]));
    expect(extend.mock.calls).toEqual([[all]]);
  });

  test.each([undefined, null, {}, { extend: 5 }])('says what to do without one: %j', async (found) => {
    const error = await importWith(found).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: GatewayError.name, code: 'missing-option', path: ['expect'] });
    expect((error as GatewayError).message).toBe(
      "There is no global `expect`. Import it in Jest. With `injectGlobals: false`, call `expect.extend(matchers)` with the matchers of 'apigw-proxy/testing'.",
    );
  });
});
