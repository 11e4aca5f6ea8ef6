import { asValue } from '../intrinsics/call.js';
import { textOf } from '../intrinsics/text.js';
import { readEntries } from '../reading/keys.js';
import { at, type Place } from '../reading/place.js';
import { readList, readString, readWord } from '../reading/values.js';

// Like the functions of `reading/values`, but a value that only AWS knows is its placeholder: a name, an ARN or a URI is of use with one.

/** Reads a string, or a placeholder as one. */
export function readText(value: unknown, place: Place): string | undefined {
  const known = asValue(value);
  return known === undefined ? readString(value, place) : textOf(known);
}

/** Reads an array of strings or placeholders. One string is an array of one. */
export function readTexts(value: unknown, place: Place): readonly string[] | undefined {
  if (value === undefined || value === null) return undefined;
  const known = asValue(value);
  if (known !== undefined) return [textOf(known)];
  return readList(value, place).flatMap((item, index) => readText(item, at(place, index)) ?? []);
}

/** Reads an object of strings or placeholders. */
export function readTextMap(value: unknown, place: Place): Readonly<Record<string, string>> | undefined {
  if (value === undefined || value === null) return undefined;
  return Object.fromEntries(
    readEntries(value, place).flatMap(([key, item]) => {
      const text = readText(item, at(place, key));
      return text === undefined ? [] : [[key, text]];
    }),
  );
}

/** Reads a version of the payload format. YAML turns `2.0` without quotes into the number 2. */
export function readPayloadVersion(value: unknown, place: Place): '1.0' | '2.0' | undefined {
  const text = value === 1 || value === 2 ? `${value}.0` : value;
  return readWord(text, ['1.0', '2.0'], place);
}
