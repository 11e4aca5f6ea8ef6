import type { HttpResponseStreamMetadata } from '../types/stream-metadata.js';
import { isNumber, isObject, isScalarListMap, isScalarMap, isStringList } from './fields.js';

/** Whether the value is the metadata in front of a streamed response, as the schema sees it. */
export function isHttpResponseStreamMetadata(value: unknown): value is HttpResponseStreamMetadata {
  return (
    isObject<HttpResponseStreamMetadata>(value) &&
    (isNumber(value.statusCode) || !('statusCode' in value)) &&
    (value.headers === null || isScalarMap(value.headers) || !('headers' in value)) &&
    (value.multiValueHeaders === null || isScalarListMap(value.multiValueHeaders) || !('multiValueHeaders' in value)) &&
    (value.cookies === null || isStringList(value.cookies) || !('cookies' in value))
  );
}
