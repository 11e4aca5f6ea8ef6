import type { AuthorizerDraft } from '../apis/draft.js';
import type { Place } from '../reading/place.js';

/** An OpenAPI document that is being read. */
export interface OpenApiDocument {
  readonly kind: 'rest' | 'http';
  /** The whole document, where `$ref`s point to. */
  readonly root: Readonly<Record<string, unknown>>;
  /** Where the document begins: the top of its file, or `Body` of an API in a template. */
  readonly place: Place;
  /** Evaluates CloudFormation's functions in the value of an extension. */
  readonly evaluate: (value: unknown, place: Place) => unknown;
  /** Authorizers that are written into the document as schemes, in place of those with the same name. Default: none. */
  readonly authorizers?: readonly AuthorizerDraft[];
}

/** A value of a document, and its place. */
export interface Located {
  readonly value: unknown;
  readonly place: Place;
}
