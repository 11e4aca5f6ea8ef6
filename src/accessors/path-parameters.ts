import { decodePath } from '../http/percent.js';
import { isRest, type PathParametersEvent } from './event.js';
import { requireEvent } from './require-event.js';
import type { SchemaOutput, StandardSchema } from './standard-schema.js';
import { gather, validate } from './validate.js';

/** Path parameters by name, decoded. */
export type PathParameters = Readonly<Record<string, string | undefined>>;

/**
 * Returns the path parameters, percent-decoded, the same in every payload format. Returns an empty object if the route has none.
 *
 * A REST API leaves them encoded, HTTP APIs decode them, and function URLs have none.
 *
 * @param event the event of a REST API, an HTTP API or a function URL.
 * @param schema a Standard Schema that checks and converts them.
 * @throws SchemaError if the schema rejects them.
 * @throws TypeError if the event is not an object, or the schema not a synchronous Standard Schema.
 * @example
 * ```ts
 * import { buildRestEvent, pathParameters } from 'apigw-proxy';
 *
 * const event = buildRestEvent({ route: 'GET /tags/{tag}', path: '/tags/caf%C3%A9' });
 * console.log(event.pathParameters, pathParameters(event)); // => { tag: 'caf%C3%A9' } { tag: 'café' }
 * ```
 */
export function pathParameters(event: PathParametersEvent): PathParameters;
export function pathParameters<Schema extends StandardSchema>(event: PathParametersEvent, schema: Schema): SchemaOutput<Schema>;
export function pathParameters(event: PathParametersEvent, schema?: StandardSchema): unknown {
  requireEvent(event);
  // recorded [rest-path-percent-and-plus-kept, http1-path-raw-context-decoded]: REST leaves parameters encoded, HTTP APIs decode them.
  const decode = isRest(event) ? decodePath : (text: string): string => text;
  const pairs = Object.entries(event.pathParameters ?? {}).flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' ? [[name, decode(value)]] : [],
  );
  const parameters = gather(pairs);
  return schema === undefined ? parameters : validate('path', schema, parameters);
}
