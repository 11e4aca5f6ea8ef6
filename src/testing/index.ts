// Matchers for tests. `vitest/` and `jest/` register them with a runner; this entry works with any.

export { matchers, matchersFor } from './matchers/matchers.js';
export type {
  AsymmetricMatch,
  ExpectedHeader,
  ExpectedResponse,
  GatewayMatchers,
  MatcherGateway,
  MatcherOutcome,
  Matchers,
} from './matchers/types.js';
