// Registers the matchers with Vitest. Import it in a setup file or in a test file.

import { expect } from 'vitest';
import { matchers } from '../matchers/matchers.js';
import type { GatewayMatchers } from '../matchers/types.js';

declare module 'vitest' {
  interface Matchers<T> extends GatewayMatchers<void> {}
}

expect.extend({ ...matchers });

export type { GatewayMatchers } from '../matchers/types.js';
