import * as z from 'zod';
import { isHttpResponseStreamMetadata } from '../guards/stream-metadata.js';
import { guarded } from './guarded.js';
import { scalarListMap, scalarMap } from './maps.js';
import { object } from './object.js';

/** Schema of `HttpResponseStreamMetadata`. `parse` returns its argument, unknown keys and all. */
export const HttpResponseStreamMetadataSchema = /* @__PURE__ */ guarded(isHttpResponseStreamMetadata, () =>
  object({
    statusCode: z.number().exactOptional(),
    headers: scalarMap().nullable().exactOptional(),
    multiValueHeaders: scalarListMap().nullable().exactOptional(),
    cookies: z.array(z.string()).nullable().exactOptional(),
  }),
);
