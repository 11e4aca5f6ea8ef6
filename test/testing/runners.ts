import { expect as jestExpect } from 'expect';
import { expect as vitestExpect } from 'vitest';
import '../../src/testing/vitest/index.js';
import { type GatewayMatchers, matchers } from '../../src/testing/index.js';

/** The assertion of a runner, as far as these tests use it. */
interface Assertion extends GatewayMatchers<void> {
  readonly not: GatewayMatchers<void>;
  readonly resolves: GatewayMatchers<Promise<void>> & { readonly not: GatewayMatchers<Promise<void>> };
}

/** `expect` of a runner. */
export interface Expect extends GatewayMatchers<unknown> {
  (received: unknown): Assertion;
  any(type: unknown): never;
  stringContaining(text: string): never;
  objectContaining(part: object): never;
  arrayContaining(part: readonly unknown[]): never;
  readonly not: { stringContaining(text: string): never };
}

/** Returns Jest's `expect` with the matchers. Both runners keep their matchers in one global object, so Jest's come last. */
function extendJest(): Expect {
  jestExpect.extend({ ...matchers });
  return jestExpect as unknown as Expect; // it has the methods above, and more
}

export const RUNNERS: readonly (readonly [name: string, expect: Expect])[] = [
  ['Vitest', vitestExpect as unknown as Expect], // it has the methods above, and more
  ['Jest', extendJest()],
];

/** Runs an assertion. Returns the message of its error, without colors, or an empty string. */
export function messageOf(assertion: () => void): string {
  try {
    assertion();
    return '';
  } catch (error) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: runners color their messages with this character
    return error instanceof Error ? error.message.replace(/\u001b\[\d+m/g, '') : String(error);
  }
}
