import { valueAt } from '../../events/request/value-at.js';
import { lastValueOf } from '../../http/field-values.js';
import type { HttpRequest } from '../../http/request.js';

/**
 * Where a request names its tenant, in the syntax of a mapping to the integration's header `X-Amz-Tenant-Id`.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/tenant-isolation-invoke.html
 */
export type TenantIdSource =
  | `method.request.header.${string}`
  | `method.request.querystring.${string}`
  | `method.request.path.${string}`
  | `context.authorizer.${string}`;

const SOURCE = /^(method\.request\.header|method\.request\.querystring|method\.request\.path|context\.authorizer)\.([^.\s]+)$/;

/** Returns whether a string is a valid {@link TenantIdSource}. */
export function isTenantIdSource(source: string): boolean {
  return SOURCE.test(source);
}

/** The path in the event to the values of each source. */
const MAPS: Readonly<Record<string, readonly string[]>> = {
  'method.request.querystring': ['queryStringParameters'],
  'method.request.path': ['pathParameters'],
  'context.authorizer': ['requestContext', 'authorizer'],
};

/** Returns the tenant of a request, or `undefined` if the request has none. */
export function tenantIdOf(source: TenantIdSource, request: HttpRequest, event: unknown): string | undefined {
  const [, place = '', name = ''] = SOURCE.exec(source) ?? [];
  if (place === 'method.request.header') return lastValueOf(request.headers, name.toLowerCase()) || undefined;
  const value = valueAt(event, [...(MAPS[place] ?? []), name]);
  return ['string', 'number', 'boolean'].includes(typeof value) ? String(value) || undefined : undefined;
}
