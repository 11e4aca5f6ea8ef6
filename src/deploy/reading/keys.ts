import { describeValue } from '../../http/describe-value.js';
import { isObject } from '../../http/is-object.js';
import { at, optional, type Place, unsupported } from './place.js';
import { isUnresolved } from './values.js';

/**
 * What a reader does with a key of an object:
 *
 * - `read`: the reader carries it over
 * - `ignore`: documentation, or something that neither a client nor a function sees
 * - `optional`, `unsupported`: a sentence for the report
 */
export type KeyRule = 'read' | 'ignore' | { readonly optional: string } | { readonly unsupported: string };

/** The rules of an object, by key. */
export type KeyRules = Readonly<Record<string, KeyRule>>;

/** The values of the keys that a table marks as `read`. A key that is missing or `null` is `undefined`. */
export type ReadKeys<Rules extends KeyRules> = { readonly [Key in keyof Rules as Rules[Key] extends 'read' ? Key : never]: unknown };

/**
 * Reads an object by a table of its keys. Reports each key that the table does not mark as `read` or `ignore`, also those that it does not
 * have. So nothing in the object is left out silently.
 *
 * @param ruleOf returns the rule of a key that the table does not have. Default: it is reported as unknown.
 */
export function readKeys<Rules extends KeyRules>(
  value: unknown,
  rules: Rules,
  place: Place,
  ruleOf: (key: string) => KeyRule = unknownKey,
): ReadKeys<Rules> {
  const found: [string, unknown][] = [];
  for (const [key, item] of readEntries(value, place)) {
    const rule = Object.hasOwn(rules, key) ? (rules[key] ?? 'read') : ruleOf(key);
    if (rule === 'read') found.push([key, item]);
    else if (rule !== 'ignore') reportKey(rule, at(place, key));
  }
  return Object.fromEntries(found) as ReadKeys<Rules>; // only keys with the rule `read` are in it
}

/** Lists the keys and values of an object, without those that are `null`. Reports a value that is no object. */
export function readEntries(value: unknown, place: Place): readonly (readonly [key: string, value: unknown])[] {
  if (isUnresolved(value)) {
    unsupported(place, `This must be an object; got ${value.$unresolved}, which only AWS knows.`);
    return [];
  }
  if (isObject(value)) return Object.entries(value).filter(([, item]) => item !== undefined && item !== null);
  if (value !== undefined && value !== null) unsupported(place, `This must be an object; got ${describeValue(value)}.`);
  return [];
}

function unknownKey(key: string): KeyRule {
  return { unsupported: `The key ${describeValue(key)} is unknown.` };
}

function reportKey(rule: Exclude<KeyRule, string>, place: Place): void {
  if ('optional' in rule) optional(place, rule.optional);
  else unsupported(place, rule.unsupported);
}
