import type { Report } from '../reading/report.js';

/**
 * Returns a report whose findings stand at places that the file has. What is missing is reported where it would be, and an included file is not
 * in the file. So such a place is shortened to the last value on the way, and the sentence begins with the rest.
 */
export function atExistingPlaces(report: Report, content: unknown): Report {
  return {
    unsupported: (path, what) => report.unsupported(...shorten(path, what, content)),
    optional: (path, what) => report.optional(...shorten(path, what, content)),
  };
}

function shorten(path: readonly string[], what: string, content: unknown): [path: readonly string[], what: string] {
  let value = content;
  for (const [index, key] of path.entries()) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) {
      return [path.slice(0, index), `${path.slice(index).join('.')}: ${what}`];
    }
    value = (value as Readonly<Record<string, unknown>>)[key]; // it has this key
  }
  return [path, what];
}
