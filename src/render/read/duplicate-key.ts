import { endOfString } from './compact-json.js';

/**
 * Returns the first key, as spelled, that an object in a JSON text has twice; `undefined` if every key is unique. Parsers differ in which of the
 * two they use.
 *
 * @param json valid JSON.
 */
export function findDuplicateKey(json: string): string | undefined {
  /** The keys of every object around the current place; `undefined` for an array. */
  const open: (Set<string> | undefined)[] = [];
  let isKey = false;
  for (let index = 0; index < json.length; index += 1) {
    const character = json[index];
    if (character === '"') {
      const end = endOfString(json, index);
      if (isKey) {
        const spelled = json.slice(index, end);
        if (addKey(spelled, open.at(-1))) return spelled;
      }
      isKey = false;
      index = end - 1;
    } else if (character === '{' || character === '[') {
      open.push(character === '{' ? new Set() : undefined);
      isKey = character === '{';
    } else if (character === '}' || character === ']') open.pop();
    else if (character === ',') isKey = open.at(-1) !== undefined;
  }
  return undefined;
}

/** Adds a key to those of its object, and returns whether it was there before. */
function addKey(spelled: string, keys: Set<string> | undefined): boolean {
  const key = spelled.includes('\\') ? String(JSON.parse(spelled)) : spelled.slice(1, -1);
  if (keys === undefined || keys.has(key)) return keys !== undefined;
  keys.add(key);
  return false;
}
