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
}

/** The names that are kept take less than 200 kB, even if a function makes up names. */
const MOST_NAMES = 500;
const LONGEST_NAME = 50;

/** Reads the name of a header. Functions return the same few names again and again, so the latest are kept. */
export const readHeaderName: (name: string) => HeaderName = /* @__PURE__ */ memoize(
  (name) => ({ key: name.toLowerCase(), title: titleCase(name), isValid: isFieldName(name) }),
  MOST_NAMES,
  LONGEST_NAME,
);
