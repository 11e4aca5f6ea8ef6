import { isFieldName } from './field-syntax.js';
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

/** The names that were read last. Functions return the same few names again and again. */
const known = new Map<string, HeaderName>();

/** So many names are kept, and only short ones. Then a function that makes up names can't fill the memory: they take less than 200 kB. */
const MAX_NAMES = 500;
const MAX_LENGTH = 50;

/** Reads the name of a header. */
export function readHeaderName(name: string): HeaderName {
  const found = known.get(name);
  if (found !== undefined) return found;
  const read = { key: name.toLowerCase(), title: titleCase(name), isValid: isFieldName(name) };
  if (name.length > MAX_LENGTH) return read;
  if (known.size >= MAX_NAMES) known.clear();
  known.set(name, read);
  return read;
}
