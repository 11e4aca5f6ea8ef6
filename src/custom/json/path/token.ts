import type { Value } from '../../java/value.js';
import type { Meter } from '../../meter.js';

/** One step of a JSONPath. */
export type PathToken =
  | { readonly kind: 'root' }
  | { readonly kind: 'names'; readonly names: readonly string[] }
  | { readonly kind: 'any' }
  | { readonly kind: 'filter'; readonly accepts: Predicate }
  | { readonly kind: 'array'; readonly operation: ArrayOperation; readonly numbers: readonly number[] }
  | { readonly kind: 'scan' };

export type ArrayOperation = 'index' | 'indexes' | 'from' | 'to' | 'between' | 'from end';

/** Whether a filter accepts an item. */
export type Predicate = (item: Value, state: PathState) => boolean;

/** What the parts of an evaluation share. */
export interface PathState {
  readonly root: Value;
  readonly meter: Meter;
}

/** A compiled JSONPath. */
export interface JsonPath {
  readonly tokens: readonly PathToken[];
  /** Starts at the document (`$`) rather than at the item that a filter looks at (`@`). */
  readonly isRooted: boolean;
}

/** Thrown where a path leads nowhere. */
export const NOT_FOUND: unique symbol = Symbol('path not found');
/** Thrown where a path makes no sense for the document, such as an index of an object. */
export const INVALID: unique symbol = Symbol('path invalid here');

/** The path is not a JSONPath that Jayway reads. */
export class JsonPathError extends Error {
  override readonly name = 'JsonPathError';
}

/** Whether a path has at most one result. */
export function isDefinite(tokens: readonly PathToken[], from = 0): boolean {
  return tokens.every((token, index) => index < from || isDefiniteToken(token));
}

export function isDefiniteToken(token: PathToken): boolean {
  if (token.kind === 'array') return token.operation === 'index' || token.operation === 'from end';
  return token.kind === 'root' || token.kind === 'names';
}
