import { lastValueOf } from '../../http/field-values.js';
import { isObject } from '../../http/is-object.js';
import type { HttpRequest } from '../../http/request.js';

/**
 * Where the tenant of a request is named, as in the mapping of the integration's header `X-Amz-Tenant-Id`.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/tenant-isolation-invoke.html
 */
export type TenantIdSource =
  | `method.request.header.${string}`
  | `method.request.querystring.${string}`
  | `method.request.path.${string}`
  | `context.authorizer.${string}`;

const SOURCE = /^(method\.request\.header|method\.request\.querystring|method\.request\.path|context\.authorizer)\.([^.\s]+)$/;

/** Returns whether a string names a place for the tenant. */
export function isTenantIdSource(source: string): boolean {
  return SOURCE.test(source);
}

/** Where an event has the parameters of each place. */
const MAPS: Readonly<Record<string, readonly string[]>> = {
  'method.request.querystring': ['queryStringParameters'],
  'method.request.path': ['pathParameters'],
  'context.authorizer': ['requestContext', 'authorizer'],
};

/** Returns the tenant of a request, or `undefined` if the request doesn't name one. */
export function tenantIdOf(source: TenantIdSource, request: HttpRequest, event: unknown): string | undefined {
  const [, place = '', name = ''] = SOURCE.exec(source) ?? [];
  if (place === 'method.request.header') return lastValueOf(request.headers, name.toLowerCase()) || undefined;
  const map = (MAPS[place] ?? []).reduce((value, key) => (isObject(value) ? value[key] : undefined), event);
  const value: unknown = isObject(map) && Object.hasOwn(map, name) ? map[name] : undefined;
  return ['string', 'number', 'boolean'].includes(typeof value) ? String(value) || undefined : undefined;
}
