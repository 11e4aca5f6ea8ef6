import type { Place } from '../reading/place.js';

/** A resource of a template, if its condition is true. */
export interface Resource {
  /** The logical id, after the path of its nested stack. */
  readonly id: string;
  readonly type: string;
  /** The folder of its template, relative to that of the outer one. Empty for the outer one. */
  readonly folder: string;
  readonly place: Place;
  /** Returns the properties with evaluated functions. */
  readonly properties: () => unknown;
  /** Returns the metadata with evaluated functions. */
  readonly metadata: () => unknown;
  /** Returns another attribute, as it is written. */
  readonly attribute: (name: string) => unknown;
}
