import { describeValue } from '../../http/describe-value.js';
import { isObject } from '../../http/is-object.js';
import { unsupported } from '../reading/place.js';
import type { Located, OpenApiDocument } from './open-api-document.js';

/** How many references are followed to a value. */
const LONGEST_CHAIN = 20;

/** Keys that may be beside a `$ref`, and itself. */
const BESIDE: ReadonlySet<string> = new Set(['$ref', 'summary', 'description']);

/**
 * Follows a `$ref` within the document: `{ $ref: '#/components/securitySchemes/people' }`. Any other value is returned as it is.
 *
 * A reference to another file, to nothing or in a circle is reported, and its value is `undefined`. So is one with other keys beside it: OpenAPI
 * ignores them or leaves them open, and one of them might be what guards a route.
 */
export function follow(located: Located, document: Pick<OpenApiDocument, 'root' | 'place'>): Located {
  let { value, place } = located;
  for (let steps = 0; isObject(value) && Object.hasOwn(value, '$ref'); steps += 1) {
    const reference = value['$ref'];
    const beside = Object.keys(value).filter((key) => !BESIDE.has(key));
    if (beside.length > 0) {
      unsupported(place, `Only a description can be next to \`$ref\`; got ${beside.map(describeValue).join(', ')}. The value is left out.`);
      return { value: undefined, place };
    }
    const keys = steps < LONGEST_CHAIN ? keysOf(reference) : undefined;
    const target = keys === undefined ? undefined : lookUp(document.root, keys);
    if (keys === undefined || target === undefined) {
      unsupported(place, `The reference ${describeValue(reference)} doesn't lead to a value in this document.`);
      return { value: undefined, place };
    }
    value = target;
    place = { ...document.place, path: [...document.place.path, ...keys] };
  }
  return { value, place };
}

/** Splits a JSON pointer in a fragment (RFC 6901): `#/paths/~1orders` → `['paths', '/orders']`. */
function keysOf(reference: unknown): readonly string[] | undefined {
  if (typeof reference !== 'string' || !reference.startsWith('#/')) return undefined;
  return reference.slice(2).split('/').map(decodeKey);
}

function decodeKey(key: string): string {
  const text = key.replaceAll('~1', '/').replaceAll('~0', '~');
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function lookUp(root: unknown, keys: readonly string[]): unknown {
  let value: unknown = root;
  for (const key of keys) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Readonly<Record<string, unknown>>)[key]; // it has this key
  }
  return value ?? undefined;
}
