import type { BodyError } from '../accessors/body-error.js';
import type { EventWithBody } from '../accessors/event.js';
import { charsetOf, mediaTypeOf } from '../accessors/read-body.js';

/** What is wrong with an event, for an issue. */
export interface Problem {
  /** What was expected, to follow "Invalid input: expected". */
  readonly expected: string;
  /** Where: keys from the event inwards. */
  readonly path: readonly (string | number)[];
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
  const path = ['headers', typeHeaderOf(event)];
  const given: unknown = event.headers?.[typeHeaderOf(event)] ?? '';
  if (typeof given !== 'string') return { expected: `string, received ${typeof given}`, path };
  const mediaType = mediaTypeOf(event);
  // `search` does not care about the state of a pattern with the flag g or y, and leaves it as it is.
  if (mediaType === undefined || mediaType.search(pattern) >= 0) return undefined;
  return { expected: `content type ${expected}, received ${mediaType}`, path };
}

/** Returns the problem with a body that cannot be read. */
export function problemOf(event: EventWithBody, { code }: BodyError): Problem {
  switch (code) {
    case 'not-base64':
      return { expected: 'base64', path: ['body'] };
    case 'unknown-charset':
      return { expected: `a known charset, received ${charsetOf(event)}`, path: ['headers', typeHeaderOf(event)] };
    case 'not-text':
      return { expected: `text in ${charsetOf(event)}`, path: ['body'] };
    case 'not-json':
      return { expected: 'JSON', path: ['body'] };
    case 'prototype-key':
      return { expected: 'no key __proto__', path: ['body'] };
  }
}

/** Returns the name of Content-Type as the event spells it. */
function typeHeaderOf({ headers }: EventWithBody): string {
  return Object.keys(headers ?? {}).find((name) => name.toLowerCase() === 'content-type') ?? 'content-type';
}
