import { isPayload2 } from '../aws/payload-format.js';
import { isObject } from '../http/is-object.js';
import type { ClaimsEvent } from './event.js';
import { requireEvent } from './require-event.js';
import type { SchemaOutput, StandardSchema } from './standard-schema.js';
import { validate } from './validate.js';

/** Claims of a token, by name. */
export type Claims = Readonly<Record<string, string | undefined>>;

/**
 * Returns the claims of the token that a Cognito or JWT authorizer accepted. Every claim is a string.
 *
 * APIs write arrays in different ways: a REST API joins them with commas, an HTTP API writes `[a b]`. Returns `undefined` without an
 * authorizer, and with any other authorizer.
 *
 * @param event the event of a REST API, an HTTP API or a function URL.
 * @param schema a Standard Schema (zod, valibot, arktype …) that checks and converts the claims. It gets `undefined` without claims.
 * @throws SchemaError if the schema rejects the claims.
 * @throws TypeError if the event is not an object, or the schema not a synchronous Standard Schema.
 * @example
 * ```ts
 * import { buildHttpEvent, claims } from 'apigw-proxy';
 *
 * const event = buildHttpEvent({ authorizer: { jwt: { claims: { sub: 'ada' } } } });
 * console.log(claims(event)?.sub); // => ada
 * ```
 */
export function claims(event: ClaimsEvent): Claims | undefined;
export function claims<Schema extends StandardSchema>(event: ClaimsEvent, schema: Schema): SchemaOutput<Schema>;
export function claims(event: ClaimsEvent, schema?: StandardSchema): unknown {
  const found = claimsOf(event);
  return schema === undefined ? found : validate('claims', schema, found);
}

function claimsOf(event: ClaimsEvent): Claims | undefined {
  requireEvent(event);
  const isFormat2: boolean = isPayload2(event);
  const authorizer = event.requestContext?.authorizer;
  const found = memberOf(isFormat2 ? memberOf(authorizer, 'jwt') : authorizer, 'claims');
  // A Lambda authorizer can use the name `claims` in its context, for a string.
  // recorded [rest-cognito-authorizer, http2-jwt-authorizer]: every claim is a string.
  return isObject(found) ? (found as Claims) : undefined;
}

function memberOf(value: unknown, key: string): unknown {
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}
