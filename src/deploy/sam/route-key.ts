import { referenceOf } from '../functions/function-uri.js';
import { asValue } from '../intrinsics/call.js';
import { textOf } from '../intrinsics/text.js';
import { type Place, unsupported } from '../reading/place.js';
import type { Resource } from '../template/resource.js';

const METHODS: ReadonlySet<string> = new Set(['ANY', 'GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

/** Returns the key of the route of an event. Reports a method that does not exist. */
export function routeKeyOf(method: string, path: string, place: Place): string | undefined {
  const word = method.toUpperCase();
  if (!METHODS.has(word)) {
    unsupported(place, `\`${method}\` is not a method. Write \`any\` for all methods.`);
    return undefined;
  }
  if (!path.startsWith('/')) unsupported(place, `The path \`${path}\` must begin with \`/\`.`);
  return `${word} ${path}`;
}

/** Returns the id of the API that an event refers to, or that of the implicit API. */
export function apiIdOf(value: unknown, implicit: string, place: Place, resources: ReadonlyMap<string, Resource>): string | undefined {
  if (value === undefined) return implicit;
  const reference = asValue(value);
  const text = textOf(reference ?? '');
  const id = referenceOf(reference) ?? (resources.has(text) ? text : undefined);
  if (id === undefined) unsupported(place, `SAM needs a \`Ref\` to an API of this template; got \`${text}\`.`);
  return id;
}
