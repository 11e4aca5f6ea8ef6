// Generated from src/types/stream-metadata.ts by `npm run shapes`. Change the type and run it again.

import * as z from 'zod/v4';
import { isHttpResponseStreamMetadata } from '../guards/stream-metadata.js';
import { addGuard } from './add-guard.js';
import { exactOptional } from './exact-optional.js';
import { scalarListMap, scalarMap } from './maps.js';
import { object, withSomeField } from './object.js';

/**
 * The zod schema for `HttpResponseStreamMetadata`. `parse` returns its argument, unknown fields included.
 *
 * Rejects objects that have none of its fields, except `{}`. AWS would ignore their keys.
 *
 * @example
 * ```ts
 * import { HttpResponseStreamMetadataSchema } from 'apigw-proxy/schemas';
 *
 * console.log(HttpResponseStreamMetadataSchema.safeParse({ statusCode: 200 }).success); // => true
 * ```
 */
export const HttpResponseStreamMetadataSchema = /* @__PURE__ */ addGuard(isHttpResponseStreamMetadata, () =>
  withSomeField(object(httpResponseStreamMetadata)),
);

function httpResponseStreamMetadata() {
  return {
    statusCode: exactOptional(z.number()),
    headers: exactOptional(scalarMap().nullable()),
    multiValueHeaders: exactOptional(scalarListMap().nullable()),
    cookies: exactOptional(z.array(z.string()).nullable()),
  };
}
