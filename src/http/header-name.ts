import { isFieldName } from './field-syntax.js';
import { memoize } from './memoize.js';
import { titleCase } from './title-case.js';

/** The name of a header in the forms that its readers need. */
export interface HeaderName {
  /** In lower case. */
  readonly key: string;
  /** As `Title-Case`. */
  readonly title: string;
  /** Whether it can be the name of a header. */
  readonly isValid: boolean;
  /** What is known about its last value. Most headers have the same value in the next response. */
  readonly last: LastValue;
}

/** What is known about a header's last value. */
export interface LastValue {
  /** A value for which `isAsciiFieldValue` returned `true`. */
  ascii: string;
  /** A value that was written, and the line that it was written as. */
  written: string;
  line: string;
}

/** The longest value that is kept. */
export const LONGEST_VALUE = 150;

/** The names that are kept take less than 400 kB with their values, even if a function makes up names. */
const MOST_NAMES = 500;
const LONGEST_NAME = 50;

/** Reads the name of a header. Functions return the same few names again and again, so the latest are kept. */
export const readHeaderName: (name: string) => HeaderName = /* @__PURE__ */ memoize(
  (name) => ({
    key: name.toLowerCase(),
    title: titleCase(name),
    isValid: isFieldName(name),
    last: { ascii: '', written: '', line: `${name}: \r\n` },
  }),
  MOST_NAMES,
  LONGEST_NAME,
);
