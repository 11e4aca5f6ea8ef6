import type { Place } from '../reading/place.js';

/** A place in another file: findings stand where the template names the file, and say where in the file they are. */
export function inFile(place: Place, file: string): Place {
  const within = (path: readonly string[], what: string): string => `${file}, ${path.join('.')}: ${what}`;
  return {
    path: [],
    report: {
      unsupported: (path, what) => place.report.unsupported(place.path, within(path, what)),
      optional: (path, what) => place.report.optional(place.path, within(path, what)),
    },
  };
}
