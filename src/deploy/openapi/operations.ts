import { isObject } from '../../http/is-object.js';
import { type KeyRules, readKeys } from '../reading/keys.js';
import { at } from '../reading/place.js';
import { ANY_METHOD } from './extension-names.js';
import { ruleOfUnknown } from './extension-rules.js';
import type { Located, OpenApiDocument } from './open-api-document.js';
import { follow } from './reference.js';

/** An operation of a document. */
export interface Operation {
  /** `/orders/{id}`, or `$default`. */
  readonly path: string;
  /** `GET`, or `ANY`. */
  readonly method: string;
  readonly operation: Located;
}

/** The keys of a path that are operations, and their methods. */
const METHODS = {
  get: 'GET',
  put: 'PUT',
  post: 'POST',
  delete: 'DELETE',
  options: 'OPTIONS',
  head: 'HEAD',
  patch: 'PATCH',
  [ANY_METHOD]: 'ANY',
} as const;

const PATH_ITEM = {
  get: 'read',
  put: 'read',
  post: 'read',
  delete: 'read',
  options: 'read',
  head: 'read',
  patch: 'read',
  [ANY_METHOD]: 'read',
  trace: { unsupported: 'API Gateway has no method TRACE.' },
  parameters: 'ignore', // documentation, and the input of request validation
  servers: 'ignore',
  summary: 'ignore',
  description: 'ignore',
} as const satisfies KeyRules;

/** Lists the operations of a document, in its order. */
export function listOperations(document: Pick<OpenApiDocument, 'root' | 'place'>): readonly Operation[] {
  const paths = follow({ value: document.root['paths'], place: at(document.place, 'paths') }, document);
  return entriesOf(paths)
    .filter(([path]) => !path.startsWith('x-'))
    .flatMap(([path, item]) => listOfPath(path, follow(item, document), document));
}

function listOfPath(path: string, item: Located, document: Pick<OpenApiDocument, 'root' | 'place'>): readonly Operation[] {
  const operations = readKeys(item.value, PATH_ITEM, item.place, ruleOfUnknown);
  return entriesOf({ value: operations, place: item.place }).map(([key, operation]) => ({
    path,
    method: METHODS[key as keyof typeof METHODS], // `readKeys` returns these keys only
    operation: follow(operation, document),
  }));
}

/** Lists the values of an object that are not `null`, with their places. */
export function entriesOf({ value, place }: Located): readonly (readonly [key: string, item: Located])[] {
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, item]) =>
    item === undefined || item === null ? [] : [[key, { value: item, place: at(place, key) }] as const],
  );
}
