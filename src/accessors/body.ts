import type { BodyError } from './body-error.js';
import type { EventBody, EventWithBody } from './event.js';
import { parseJson, readBytes, readText } from './read-body.js';
import type { SchemaOutput, StandardSchema } from './standard-schema.js';
import { validate } from './validate.js';

/**
 * Returns the body's bytes, with base64 decoded. Returns `undefined` without a body.
 *
 * @param event the event of a REST API, an HTTP API, a function URL, or a message of a WebSocket API.
 * @throws BodyError `not-base64`.
 * @throws TypeError if `body` is not a string, for example because a middleware has parsed it.
 * @example
 * ```ts
 * import { bodyBytes, buildHttpEvent } from 'apigw-proxy';
 *
 * console.log(bodyBytes(buildHttpEvent({ body: new Uint8Array([137, 80]) }))?.length); // => 2
 * ```
 */
export function bodyBytes(event: EventBody): Uint8Array | undefined {
  return unwrap(readBytes(event));
}

/**
 * Returns the body's text. Base64 is decoded by the charset of Content-Type, UTF-8 by default, and a byte order mark is left out. Returns
 * `undefined` without a body.
 *
 * @param event the event of a REST API, an HTTP API, a function URL, or a message of a WebSocket API.
 * @throws BodyError `not-base64`, `unknown-charset`, `not-text`.
 * @throws TypeError if `body` is not a string, for example because a middleware has parsed it.
 * @example
 * ```ts
 * import { bodyText, buildHttpEvent } from 'apigw-proxy';
 *
 * console.log(bodyText(buildHttpEvent({ form: { name: 'Ada' } }))); // => name=Ada
 * ```
 */
export function bodyText(event: EventWithBody): string | undefined {
  return unwrap(readText(event));
}

/**
 * Returns the value of a JSON body, whatever its Content-Type. Returns `undefined` without a body.
 *
 * A key `__proto__` is an error at any depth: code that merges the value would set a prototype with it.
 *
 * @param event the event of a REST API, an HTTP API, a function URL, or a message of a WebSocket API.
 * @param schema a Standard Schema (zod, valibot, arktype …) that checks and converts the value. It gets `undefined` without a body.
 * @throws SchemaError if the schema rejects the value.
 * @throws TypeError if the schema is not a Standard Schema, or not synchronous.
 * @throws BodyError `not-json`, `prototype-key`, and what {@link bodyText} throws.
 * @throws TypeError if `body` is not a string, for example because a middleware has parsed it.
 * @example
 * ```ts
 * import { bodyJson, buildHttpEvent } from 'apigw-proxy';
 *
 * console.log(bodyJson(buildHttpEvent({ json: { name: 'Ada' } }))); // => { name: 'Ada' }
 * ```
 */
export function bodyJson(event: EventWithBody): unknown;
export function bodyJson<Schema extends StandardSchema>(event: EventWithBody, schema: Schema): SchemaOutput<Schema>;
export function bodyJson(event: EventWithBody, schema?: StandardSchema): unknown {
  const text = bodyText(event);
  const value = text === undefined ? undefined : unwrap(parseJson(text));
  return schema === undefined ? value : validate('body', schema, value);
}

function unwrap<T>(reading: T | BodyError): T {
  if (reading instanceof Error) throw reading; // a body is never an `Error`, and this check is faster than `instanceof BodyError`
  return reading;
}
