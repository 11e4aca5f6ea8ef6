import type { Report } from '../reading/report.js';

/**
 * Returns a report whose findings stand at places that the file has. What is missing is reported where it would be, so its place is shortened
 * to the last value on the way. So is the place of an API that the file does not write down, such as the implicit one of SAM.
 */
export function atExistingPlaces(report: Report, content: unknown): Report {
  return {
    unsupported: (path, what) => report.unsupported(existingPart(path, content), what),
    optional: (path, what) => report.optional(existingPart(path, content), what),
  };
}

function existingPart(path: readonly string[], content: unknown): readonly string[] {
  let value = content;
  for (const [index, key] of path.entries()) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return path.slice(0, index);
    value = (value as Readonly<Record<string, unknown>>)[key]; // it has this key
  }
  return path;
}
