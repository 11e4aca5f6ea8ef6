import type { BodyError, BodyErrorCode } from '../accessors/body-error.js';
import type { EventWithBody } from '../accessors/event.js';
import { charsetOf, mediaTypeOf } from '../accessors/read-body.js';

/** What is wrong with an event, for an issue. */
export interface Problem {
  /** What was expected, to follow "Invalid input: expected". */
  readonly expected: string;
  /** Where: keys from the event inwards. */
  readonly path: readonly (string | number)[];
  /** Why the body cannot be read. Absent for any other problem. */
  readonly code?: BodyErrorCode;
}

/** Which bodies are read. */
export interface MediaTypes {
  /** Matches the media types that are read. */
  readonly pattern: RegExp;
  /** The types in words, for the message of an issue. */
  readonly expected: string;
}

/** Looks for a problem with the body's Content-Type, for schemas that read only some types. */
export function findTypeProblem(event: EventWithBody, { pattern, expected }: MediaTypes): Problem | undefined {
  const mediaType = mediaTypeOf(event);
  if (mediaType === undefined) return findStrangeType(event);
  // `search` ignores `lastIndex` of a RegExp with the flag g or y, and doesn't change it.
  if (mediaType.search(pattern) >= 0) return undefined;
  return { expected: `content type ${expected}, received ${mediaType}`, path: ['headers', typeHeaderOf(event)] };
}

/** Looks for a Content-Type that is not a string, which TypeScript does not allow. */
function findStrangeType(event: EventWithBody): Problem | undefined {
  const name = typeHeaderOf(event);
  const given: unknown = event.headers?.[name] ?? '';
  return typeof given === 'string' ? undefined : { expected: `string, received ${typeof given}`, path: ['headers', name] };
}

/** Returns the problem with a body that cannot be read. */
export function problemOf(event: EventWithBody, { code }: BodyError): Problem {
  const path = code === 'unknown-charset' ? ['headers', typeHeaderOf(event)] : ['body'];
  return { expected: EXPECTED[code](charsetOf(event)), path, code };
}

const EXPECTED: Readonly<Record<BodyErrorCode, (charset: string) => string>> = {
  'not-base64': () => 'base64',
  'unknown-charset': (charset) => `a known charset, received ${charset}`,
  'not-text': (charset) => `text in ${charset}`,
  'not-json': () => 'JSON',
  'prototype-key': () => 'no key __proto__',
};

/** Returns the name of Content-Type as the event spells it. */
function typeHeaderOf({ headers }: EventWithBody): string {
  return Object.keys(headers ?? {}).find((name) => name.toLowerCase() === 'content-type') ?? 'content-type';
}
