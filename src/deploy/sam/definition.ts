import { isObject } from '../../http/is-object.js';
import { asValue } from '../intrinsics/call.js';
import { textOf } from '../intrinsics/text.js';
import { type Place, unsupported } from '../reading/place.js';
import { inFile } from '../template/in-file.js';
import type { Reading } from '../template/reading.js';

/** The OpenAPI document of an API of SAM, and where it stands. */
export interface Definition {
  readonly body: unknown;
  readonly place: Place;
}

/** Finds the document of an API: in the template, or in a file beside it. `undefined`: SAM makes it from the events. */
export function findDefinition(
  { body, uri }: { readonly body: unknown; readonly uri: unknown },
  places: { readonly body: Place; readonly uri: Place },
  { context: { readFile, parse } }: Reading,
): Definition | undefined {
  if (body !== undefined) return { body, place: places.body };
  if (uri === undefined) return undefined;
  const path = asValue(uri);
  const text = typeof path === 'string' && !path.startsWith('s3:') ? readFile(path) : undefined;
  if (typeof path === 'string' && text !== undefined) return { body: parse(text, path).value, place: inFile(places.uri, path) };
  const what = path === undefined ? 'the bucket' : `\`${textOf(path)}\``;
  unsupported(places.uri, `The OpenAPI document at ${what} can't be read. Write the path of a local file.`);
  return { body: {}, place: { ...places.uri, report: { unsupported: () => {}, optional: () => {} } } };
}

/** Lists the paths of a document with their keys in upper case, as SAM writes them into `Access-Control-Allow-Methods`. */
export function methodsByPath(body: unknown): ReadonlyMap<string, readonly string[]> {
  const paths = isObject(body) && isObject(body['paths']) ? body['paths'] : {};
  return new Map(
    Object.entries(paths).map(([path, item]) => [
      path,
      isObject(item) ? Object.keys(item).map((key) => METHODS[key] ?? key.toUpperCase()) : [],
    ]),
  );
}

const METHODS: Readonly<Record<string, string>> = { 'x-amazon-apigateway-any-method': 'ANY' };
