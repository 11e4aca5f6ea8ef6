// Registers the matchers with Jest. Import it in a setup file or in a test file.

import type {} from 'expect';
import { GatewayError } from '../../gateway/error.js';
import { matchers } from '../matchers/matchers.js';
import type { GatewayMatchers } from '../matchers/types.js';

// For `import { expect } from '@jest/globals'`, whose matchers are those of the package `expect`.
declare module 'expect' {
  interface Matchers<R extends void | Promise<void>, T> extends GatewayMatchers<R> {}
  interface AsymmetricMatchers extends GatewayMatchers<void> {}
}

// For the global `expect` of @types/jest.
declare global {
  namespace jest {
    interface Matchers<R, T> extends GatewayMatchers<R> {}
  }
}

registerMatchers();

/** Jest's `expect` is a global, unless its option `injectGlobals` is false. */
function registerMatchers(): void {
  const { expect } = globalThis as { readonly expect?: { extend(added: object): void } }; // as Jest declares it
  if (typeof expect?.extend !== 'function') {
    const fix =
      "Import it in Jest. With `injectGlobals: false`, call `expect.extend(matchers)` with the matchers of 'apigw-proxy/testing'.";
    throw new GatewayError('missing-option', ['expect'], 'There is no global `expect`.', fix);
  }
  expect.extend({ ...matchers });
}

export type { GatewayMatchers } from '../matchers/types.js';
