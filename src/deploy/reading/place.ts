import type { Report } from './report.js';

/** A place in a file, and where findings about it go. */
export interface Place {
  /** The keys from the top of the file inwards. Items of arrays have their index. */
  readonly path: readonly string[];
  readonly report: Report;
}

/** Returns a place further in. */
export function at(place: Place, ...keys: readonly (string | number)[]): Place {
  return { ...place, path: [...place.path, ...keys.map(String)] };
}

/** Reports something at a place that cannot be carried out, or that the reader does not know. */
export function unsupported(place: Place, what: string): void {
  place.report.unsupported(place.path, what);
}

/** Reports something at a place that has no effect on what a client sees here. */
export function optional(place: Place, what: string): void {
  place.report.optional(place.path, what);
}
