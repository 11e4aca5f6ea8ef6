import { describeValue } from '../../http/describe-value.js';
import { isObject } from '../../http/is-object.js';
import type { Unresolved } from '../deployment.js';
import { at, type Place, unsupported } from './place.js';

// Each function returns `undefined` for a value that is missing or `null`, and reports a value of the wrong type.

/** Reads a string. Numbers and booleans are strings too, as CloudFormation has it. */
export function readString(value: unknown, place: Place): string | undefined {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return typeof value === 'string' ? value : reportType(value, 'a string', place);
}

/** Reads a number. A string of digits is a number too. */
export function readNumber(value: unknown, place: Place): number | undefined {
  if (typeof value === 'string' && /^-?\d{1,15}$/.test(value)) return Number(value);
  return typeof value === 'number' && Number.isFinite(value) ? value : reportType(value, 'a number', place);
}

/** Reads a boolean. `'true'` and `'false'` are booleans too. */
export function readBoolean(value: unknown, place: Place): boolean | undefined {
  if (typeof value === 'string' && /^(true|false)$/i.test(value)) return value.toLowerCase() === 'true';
  return typeof value === 'boolean' ? value : reportType(value, 'true or false', place);
}

/** Reads one of a few words. */
export function readWord<Word extends string>(value: unknown, words: readonly Word[], place: Place): Word | undefined {
  const word = words.find((known) => known === value);
  return word ?? reportType(value, words.join(' or '), place);
}

/** Reads an array. */
export function readList(value: unknown, place: Place): readonly unknown[] {
  return Array.isArray(value) ? value : (reportType(value, 'an array', place) ?? []);
}

/** Reads an array of strings. One string is an array of one. */
export function readStrings(value: unknown, place: Place): readonly string[] | undefined {
  if (typeof value === 'string') return [value];
  if (value === undefined || value === null) return undefined;
  return readList(value, place).flatMap((item, index) => readString(item, at(place, index)) ?? []);
}

/** Reads an object of strings. */
export function readStringMap(value: unknown, place: Place): Readonly<Record<string, string>> | undefined {
  if (!isObject(value) || isUnresolved(value)) return reportType(value, 'an object', place);
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]) => {
      const text = readString(item, at(place, key));
      return text === undefined ? [] : [[key, text]];
    }),
  );
}

/** Returns whether a value is a placeholder for one that only AWS knows. */
export function isUnresolved(value: unknown): value is Unresolved {
  return isObject(value) && typeof value['$unresolved'] === 'string';
}

function reportType(value: unknown, expected: string, place: Place): undefined {
  if (value === undefined || value === null) return;
  const got = isUnresolved(value) ? `${value.$unresolved}, which only AWS knows` : describeValue(value);
  unsupported(place, `This must be ${expected}; got ${got}.`);
}
