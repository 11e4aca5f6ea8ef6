import { type KeyRules, readKeys } from '../../reading/keys.js';
import { at, type Place } from '../../reading/place.js';
import { readBoolean, readStrings } from '../../reading/values.js';
import { DEFAULT_CORS_HEADERS } from './cors-headers.js';
import type { Resource } from './stack.js';

const CORS = {
  allowCredentials: 'read',
  allowedHeaders: 'read',
  allowedMethods: 'read',
  allowedOrigins: 'read',
  exposedResponseHeaders: 'read',
  maxAge: 'read',
} as const satisfies KeyRules;

/** The methods that `ANY` stands for. */
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'OPTIONS', 'HEAD', 'DELETE'];

/**
 * Returns `provider.httpApi.cors` as CloudFormation writes it.
 *
 * @param keys the keys of all routes. By default, their methods are allowed.
 */
export function httpApiCors(value: unknown, keys: readonly string[], place: Place): Resource | undefined {
  if (value === undefined || value === false) return undefined;
  const cors = readKeys(value === true ? {} : value, CORS, place);
  const properties = {
    AllowOrigins: readStrings(cors.allowedOrigins, at(place, 'allowedOrigins')) ?? ['*'],
    AllowHeaders: readStrings(cors.allowedHeaders, at(place, 'allowedHeaders')) ?? DEFAULT_CORS_HEADERS,
    AllowMethods: readStrings(cors.allowedMethods, at(place, 'allowedMethods')) ?? methodsOf(keys),
    AllowCredentials: readBoolean(cors.allowCredentials, at(place, 'allowCredentials')) === true ? true : undefined,
    ExposeHeaders: cors.exposedResponseHeaders,
    MaxAge: cors.maxAge,
  };
  return Object.fromEntries(Object.entries(properties).filter(([, property]) => property !== undefined));
}

function methodsOf(keys: readonly string[]): readonly string[] {
  const methods = keys
    .map((key) => key.split(' ')[0] ?? '')
    .flatMap((method) => (method === 'ANY' || method === '$default' ? METHODS : [method]));
  return [...new Set(['OPTIONS', ...methods])];
}
