import * as z from 'zod';
import { isObject } from '../guards/fields.js';
import { type Accepted, type EventWithBody, type Reading, readBytes, readText } from './body-content.js';
import { parseForm, parseJson } from './body-values.js';

/**
 * A schema that reads the body of an event: it takes the event and returns the value in its body. Its issues stand at `['body', …]`, or at
 * the Content-Type header. An event without a body, `null` or absent, gives `undefined` to the schema within.
 */
export type BodySchema<Output> = z.ZodType<Output, EventWithBody>;

/** Which bodies are read. */
export interface BodyOptions {
  /** What the media type, in lower case and without parameters, has to match. A body without Content-Type is always read. */
  mediaType?: RegExp;
}

const JSON_TYPES: Accepted = { mediaType: /^application\/json$|\+json$/, expected: 'application/json or +json' };
const FORM_TYPES: Accepted = { mediaType: /^application\/x-www-form-urlencoded$/, expected: 'application/x-www-form-urlencoded' };

/**
 * Reads a JSON body: `application/json`, `…+json` or without Content-Type, base64 or not, in any charset. A key `__proto__` is refused.
 *
 * @example
 * ```ts
 * import { buildHttpEvent } from 'apigw-proxy';
 * import { jsonBody } from 'apigw-proxy/schemas';
 * import * as z from 'zod';
 *
 * const user = jsonBody(z.object({ name: z.string() }));
 * console.log(user.parse(buildHttpEvent({ json: { name: 'Ada' } }))); // => { name: 'Ada' }
 * console.log(user.safeParse(buildHttpEvent({ json: { name: 1 } })).error?.issues[0]?.path); // => ['body', 'name']
 * ```
 */
export function jsonBody<Output>(schema: z.ZodType<Output>, options?: BodyOptions): BodySchema<Output> {
  return bodySchema(schema, (event) => parsed(readText(event, accepted(JSON_TYPES, options)), parseJson));
}

/**
 * Reads a form, `application/x-www-form-urlencoded` or without Content-Type: name to value, or to a list where a name is repeated.
 *
 * @param schema what the fields have to be; every value is a text.
 */
export function formBody<Output>(schema: z.ZodType<Output>, options?: BodyOptions): BodySchema<Output> {
  return bodySchema(schema, (event) => parsed(readText(event, accepted(FORM_TYPES, options)), parseForm));
}

/**
 * Reads a body as text, of any Content-Type by default.
 *
 * @param schema what the text has to be. Default: any, but there has to be a body.
 */
export function textBody(): BodySchema<string>;
export function textBody<Output>(schema: z.ZodType<Output>, options?: BodyOptions): BodySchema<Output>;
export function textBody(schema: z.ZodType = z.string(), options?: BodyOptions): BodySchema<unknown> {
  return bodySchema(schema, (event) => readText(event, options?.mediaType && accepted(FORM_TYPES, options)));
}

/**
 * Reads a body as bytes, of any Content-Type. What the gateway handed over as text is encoded as UTF-8 again.
 *
 * @param schema what the bytes have to be. Default: any, but there has to be a body.
 */
export function bytesBody(): BodySchema<Uint8Array>;
export function bytesBody<Output>(schema: z.ZodType<Output>): BodySchema<Output>;
export function bytesBody(schema: z.ZodType = z.instanceof(Uint8Array)): BodySchema<unknown> {
  return bodySchema(schema, readBytes);
}

/** The value travels as the one field of an object, so that zod puts `body` in front of every path. */
function bodySchema<Output>(schema: z.ZodType<Output>, read: (event: EventWithBody) => Reading<unknown>): BodySchema<Output> {
  return z
    .custom<EventWithBody>(isEventWithBody, 'Invalid input: expected an event with a body')
    .transform((event, context): unknown => {
      const reading = read(event);
      if ('value' in reading) return { body: reading.value };
      const { expected, path } = reading;
      context.issues.push({ code: 'custom', message: `Invalid input: expected ${expected}`, path: [...path], input: event.body });
      return z.NEVER;
    })
    .pipe(z.object({ body: schema }))
    .transform(({ body }) => body);
}

function isEventWithBody(value: unknown): value is EventWithBody {
  return isObject<EventWithBody>(value) && typeof value.isBase64Encoded === 'boolean';
}

function parsed<T>(text: Reading<string>, parse: (text: string) => Reading<T>): Reading<T> {
  return 'value' in text && text.value !== undefined ? parse(text.value) : (text as Reading<never>);
}

function accepted(types: Accepted, { mediaType }: BodyOptions = {}): Accepted {
  return mediaType ? { mediaType, expected: String(mediaType) } : types;
}
