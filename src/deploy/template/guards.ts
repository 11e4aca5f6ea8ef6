import { isObject } from '../../http/is-object.js';
import type { Place } from '../reading/place.js';
import { isUnresolved, readBoolean } from '../reading/values.js';
import { readText, readTexts } from './values.js';

// Settings that guard access. One that can't be read is reported, and counts as the strictest value: a route is never open by mistake.

/** What a name or a scope is called that can't be read. No authorizer and no token has it. */
export const UNREADABLE = '(unreadable)';

/** Reads the name of an authorizer. `undefined`: there is none. */
export function readGuardName(value: unknown, place: Place): string | undefined {
  return isMissing(value) ? undefined : (readText(value, place) ?? UNREADABLE);
}

/** Reads whether requests need something, such as an API key. */
export function readGuardSwitch(value: unknown, place: Place): boolean | undefined {
  return isMissing(value) ? undefined : (readBoolean(value, place) ?? true);
}

/** Reads scopes, of which a token needs one. A list without a scope that can be read asks for one that no token has. */
export function readScopes(value: unknown, place: Place): readonly string[] | undefined {
  const scopes = readTexts(value, place);
  const isEmpty = Array.isArray(value) && value.length === 0;
  return scopes?.length === 0 && !isEmpty ? [UNREADABLE] : scopes;
}

/** Checks whether settings that guard access can't be read at all: they are no object. */
export function isUnreadable(value: unknown): boolean {
  return !isMissing(value) && (!isObject(value) || isUnresolved(value));
}

function isMissing(value: unknown): boolean {
  return value === undefined || value === null;
}
