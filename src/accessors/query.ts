import type { QueryEvent } from './event.js';
import { readQuery } from './read-query.js';
import type { SchemaOutput, StandardSchema } from './standard-schema.js';
import { gather, validate } from './validate.js';

/**
 * Returns the query's parameters, decoded. A repeated parameter has all its values in order.
 *
 * Payload 1.0 does not keep the order of different names.
 *
 * @param event the event of a REST API, an HTTP API or a function URL.
 * @param schema a Standard Schema (zod, valibot, arktype …) that checks and converts the parameters. It gets an object: name to value, or
 *   to an array of values if a name is repeated. The name `__proto__` is left out.
 * @throws SchemaError if the schema rejects the parameters.
 * @throws TypeError if the event is not an object, or the schema not a synchronous Standard Schema.
 * @example
 * ```ts
 * import { buildRestEvent, query } from 'apigw-proxy';
 *
 * const event = buildRestEvent({ query: 'tag=a&tag=b' });
 * console.log(query(event).getAll('tag')); // => ['a', 'b']
 * ```
 */
export function query(event: QueryEvent): URLSearchParams;
export function query<Schema extends StandardSchema>(event: QueryEvent, schema: Schema): SchemaOutput<Schema>;
export function query(event: QueryEvent, schema?: StandardSchema): unknown {
  const parameters = readQuery(event);
  return schema === undefined ? parameters : validate('query', schema, gather(parameters));
}
