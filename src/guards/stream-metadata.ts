// Generated from src/types/stream-metadata.ts by `npm run shapes`. Change the type and run it again.

import type { HttpResponseStreamMetadata } from '../types/stream-metadata.js';
import { isEmpty, isNumber, isObject, isScalarListMap, isScalarMap, isStringList } from './fields.js';

/**
 * Returns `true` if the value is a valid `HttpResponseStreamMetadata`. Checks every field and allows unknown ones.
 *
 * Rejects objects that have none of its fields, except `{}`. AWS would ignore their keys.
 *
 * @param value anything, such as JSON that was parsed.
 * @throws only what a getter of the value throws.
 * @example
 * ```ts
 * import { isHttpResponseStreamMetadata } from 'apigw-proxy';
 *
 * console.log(isHttpResponseStreamMetadata({ statusCode: 200 })); // => true
 * ```
 */
export function isHttpResponseStreamMetadata(value: unknown): value is HttpResponseStreamMetadata {
  return (
    isObject<HttpResponseStreamMetadata>(value) &&
    (isNumber(value.statusCode) || !('statusCode' in value)) &&
    (value.headers === null || isScalarMap(value.headers) || !('headers' in value)) &&
    (value.multiValueHeaders === null || isScalarListMap(value.multiValueHeaders) || !('multiValueHeaders' in value)) &&
    (value.cookies === null || isStringList(value.cookies) || !('cookies' in value)) &&
    ('statusCode' in value || 'headers' in value || 'multiValueHeaders' in value || 'cookies' in value || isEmpty(value))
  );
}
