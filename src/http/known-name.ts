import { memoize } from './memoize.js';

/** The name of a header or a parameter. */
export interface KnownName {
  /** The name as given. */
  readonly name: string;
  /** The name in lower case. */
  readonly lower: string;
}

/**
 * Returns a name and its lower case. Programs see the same few names again and again, so this costs one look-up.
 *
 * Both strings are interned. V8 adds an interned key to an object several times faster than another string.
 */
export const knownName: (name: string) => KnownName = /* @__PURE__ */ memoize((name) => ({
  name: intern(name),
  lower: intern(name.toLowerCase()),
}));

function intern(text: string): string {
  return Object.keys({ [text]: true })[0] ?? text;
}
