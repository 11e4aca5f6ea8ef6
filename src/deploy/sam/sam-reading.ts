import type { KeyRules } from '../reading/keys.js';
import { at, type Place } from '../reading/place.js';
import { type Fields, readFields } from '../template/properties.js';
import type { Reading } from '../template/reading.js';
import type { Resource } from '../template/resource.js';
import type { MergeGlobals } from './globals.js';

/** What the readers of SAM share besides what all readers of templates share. */
export interface SamReading extends Reading {
  readonly mergeGlobals: MergeGlobals;
}

/** Returns the id of the implicit API of a template. Each template has its own. */
export function implicitId(name: string, { template }: Pick<Reading, 'template'>): string {
  return template.scope.prefix + name;
}

/** Reads the properties of a resource of SAM, after the globals of its kind were merged into them. */
export function readSamProperties<Rules extends KeyRules>(
  { place, properties, attribute }: Pick<Resource, 'place' | 'properties' | 'attribute'>,
  section: string,
  rules: Rules,
  { mergeGlobals }: SamReading,
): Fields<Rules> {
  const inside: Place = at(place, 'Properties');
  return readFields(mergeGlobals(section, properties(), inside.path, attribute('IgnoreGlobals')), rules, inside);
}
