import { type KeyRules, type ReadKeys, readKeys } from '../reading/keys.js';
import { at, type Place } from '../reading/place.js';

/** The keys of an object that a reader carries over, with their places. */
export interface Fields<Rules extends KeyRules> {
  readonly place: Place;
  readonly keys: ReadKeys<Rules>;
  /** Returns the place of a key. */
  readonly at: (key: keyof ReadKeys<Rules> & string) => Place;
  /** Reads the value of a key. */
  readonly read: <Value>(key: keyof ReadKeys<Rules> & string, readValue: (value: unknown, place: Place) => Value) => Value;
}

/** Reads an object by a table of its keys, and reports the others. */
export function readFields<Rules extends KeyRules>(value: unknown, rules: Rules, place: Place): Fields<Rules> {
  const keys = readKeys(value, rules, place);
  return {
    place,
    keys,
    at: (key) => at(place, key),
    read: (key, readValue) => readValue(keys[key], at(place, key)),
  };
}
