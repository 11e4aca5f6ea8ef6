import * as z from 'zod/v4';
import type { BodyError } from '../accessors/body-error.js';
import type { EventWithBody } from '../accessors/event.js';
import { parseJson, readBytes, readText } from '../accessors/read-body.js';
import { argumentError, requireObject } from '../http/argument-error.js';
import { isObject } from '../http/is-object.js';
import { parseForm } from './body-form.js';
import { findTypeProblem, type MediaTypes, type Problem, problemOf } from './body-problem.js';
import { findPrototypeKey } from './body-prototype-key.js';
import { parserOf, UNPARSED, withFastPath } from './fast-path.js';
import { requireSchema } from './require-schema.js';

/**
 * A schema that parses an event and returns the value in its body. Its issues are at `['body', …]`, or at
 * the Content-Type header. If the event has no body, `null` or absent, the inner schema gets `undefined`.
 */
export type BodySchema<Output> = z.ZodType<Output, EventWithBody>;

/** Which bodies are read. */
export interface BodyOptions {
  /** Must match the media type, which is in lower case and without parameters. A body without Content-Type is always read. */
  mediaType?: RegExp;
}

const JSON_TYPES: MediaTypes = { pattern: /^application\/json$|\+json$/, expected: 'application/json or +json' };
const FORM_TYPES: MediaTypes = { pattern: /^application\/x-www-form-urlencoded$/, expected: 'application/x-www-form-urlencoded' };

/**
 * Returns a schema that reads a JSON body: `application/json`, `…+json` or without Content-Type, base64 or not, in any charset. A key
 * `__proto__` is an issue at any depth.
 *
 * @param schema checks and converts the value. It gets `undefined` without a body.
 * @param options which media types are accepted.
 * @throws TypeError if an argument is not a zod schema or not a RegExp.
 * @example
 * ```ts
 * import { buildHttpEvent } from 'apigw-proxy';
 * import { jsonBody } from 'apigw-proxy/schemas';
 * import * as z from 'zod/v4';
 *
 * const user = jsonBody(z.object({ name: z.string() }));
 * console.log(user.parse(buildHttpEvent({ json: { name: 'Ada' } }))); // => { name: 'Ada' }
 * console.log(user.safeParse(buildHttpEvent({ json: { name: 1 } })).error?.issues[0]?.path); // => ['body', 'name']
 * ```
 */
export function jsonBody<Schema extends z.core.$ZodType>(schema: Schema, options?: BodyOptions): BodySchema<z.output<Schema>> {
  return textSchema(schema, readTypes(options) ?? JSON_TYPES, (text, event) => {
    const result = resultOf(event, parseJson(text));
    return 'code' in result && result.code === 'prototype-key'
      ? { ...result, path: ['body', ...findPrototypeKey(JSON.parse(text))] }
      : result;
  });
}

/**
 * Returns a schema that reads a form, `application/x-www-form-urlencoded` or without Content-Type: name to value, or to an array of values
 * if a name is repeated.
 *
 * @param schema checks the fields. Every value is a string.
 * @param options which media types are accepted.
 * @throws TypeError if an argument is not a zod schema or not a RegExp.
 * @example
 * ```ts
 * import { buildHttpEvent } from 'apigw-proxy';
 * import { formBody } from 'apigw-proxy/schemas';
 * import * as z from 'zod/v4';
 *
 * const login = formBody(z.object({ user: z.string() }));
 * console.log(login.parse(buildHttpEvent({ form: { user: 'ada' } }))); // => { user: 'ada' }
 * ```
 */
export function formBody<Schema extends z.core.$ZodType>(schema: Schema, options?: BodyOptions): BodySchema<z.output<Schema>> {
  return textSchema(schema, readTypes(options) ?? FORM_TYPES, (text) => {
    const value = parseForm(text);
    return value ? { value } : { expected: 'no key __proto__', path: ['body', '__proto__'] };
  });
}

/**
 * Returns a schema that reads a body as text, of any Content-Type by default.
 *
 * @param schema checks the text. Default: any text, but the event must have a body.
 * @param options which media types are accepted.
 * @throws TypeError if an argument is not a zod schema or not a RegExp.
 * @example
 * ```ts
 * import { buildHttpEvent } from 'apigw-proxy';
 * import { textBody } from 'apigw-proxy/schemas';
 *
 * console.log(textBody().parse(buildHttpEvent({ body: 'hello' }))); // => hello
 * ```
 */
export function textBody(): BodySchema<string>;
export function textBody<Schema extends z.core.$ZodType>(schema: Schema, options?: BodyOptions): BodySchema<z.output<Schema>>;
export function textBody(schema: z.core.$ZodType = z.string(), options?: BodyOptions): BodySchema<unknown> {
  return textSchema(schema, readTypes(options), (value) => ({ value }));
}

/**
 * Returns a schema that reads a body as bytes, of any Content-Type. A body that the gateway sent as text is encoded as UTF-8.
 *
 * @param schema checks the bytes. Default: any bytes, but the event must have a body.
 * @param options which media types are accepted.
 * @throws TypeError if the argument is not a zod schema.
 * @example
 * ```ts
 * import { buildHttpEvent } from 'apigw-proxy';
 * import { bytesBody } from 'apigw-proxy/schemas';
 *
 * const event = buildHttpEvent({ headers: { 'Content-Type': 'image/png' }, body: new Uint8Array([137, 80]) });
 * console.log(bytesBody().parse(event).length); // => 2
 * ```
 */
export function bytesBody(): BodySchema<Uint8Array>;
export function bytesBody<Schema extends z.core.$ZodType>(schema: Schema): BodySchema<z.output<Schema>>;
export function bytesBody(schema: z.core.$ZodType = z.instanceof(Uint8Array)): BodySchema<unknown> {
  return bodySchema(schema, (event) => resultOf(event, readBytes(event)));
}

/** The value of a body, or the problem for an issue. */
type Result = { readonly value: unknown } | Problem;

function textSchema<Schema extends z.core.$ZodType>(
  schema: Schema,
  types: MediaTypes | undefined,
  parse: (text: string, event: EventWithBody) => Result,
): BodySchema<z.output<Schema>> {
  return bodySchema(schema, (event) => {
    const problem = types && findTypeProblem(event, types);
    if (problem) return problem;
    const text = readText(event);
    return typeof text === 'string' ? parse(text, event) : resultOf(event, text);
  });
}

function resultOf(event: EventWithBody, value: unknown): Result {
  return value instanceof Error ? problemOf(event, value as BodyError) : { value }; // the readers return no other error
}

/** The value travels as the one field of an object, so that zod puts `body` in front of every path. */
function bodySchema<Schema extends z.core.$ZodType>(schema: Schema, read: (event: EventWithBody) => Result): BodySchema<z.output<Schema>> {
  requireSchema(['schema'], schema);
  const inner: z.core.$ZodType = schema;
  const slow = z
    .custom<EventWithBody>(isEventWithBody, { error: 'Invalid input: expected an event with a body', abort: true })
    .transform((event, context): unknown => {
      const result = readBody(event, read);
      if ('value' in result) return { body: result.value };
      const { expected, path } = result;
      context.issues.push({ code: 'custom', message: `Invalid input: expected ${expected}`, path: [...path], input: event.body });
      return z.NEVER;
    })
    .pipe(z.object({ body: inner }))
    .transform(({ body }) => body as z.output<Schema>); // what the schema returned
  const parse = parserOf(inner);
  return withFastPath(slow, (event) => {
    if (!isEventWithBody(event)) return UNPARSED;
    const result = readBody(event, read);
    return 'value' in result ? parse(result.value) : UNPARSED;
  });
}

function isEventWithBody(value: unknown): value is EventWithBody {
  return isObject(value) && typeof value['isBase64Encoded'] === 'boolean';
}

function readBody(event: EventWithBody, read: (event: EventWithBody) => Result): Result {
  const body: unknown = event.body ?? undefined;
  if (body === undefined) return { value: undefined };
  return typeof body === 'string' ? read(event) : { expected: `string, received ${typeof body}`, path: ['body'] };
}

function readTypes(options: BodyOptions = {}): MediaTypes | undefined {
  requireObject(['options'], options);
  const { mediaType } = options;
  if (mediaType === undefined) return undefined;
  if (Object.prototype.toString.call(mediaType) === '[object RegExp]') return { pattern: mediaType, expected: String(mediaType) };
  throw argumentError(['options', 'mediaType'], 'a RegExp', mediaType);
}
