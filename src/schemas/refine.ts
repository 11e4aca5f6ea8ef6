import * as z from 'zod/v4';
import type { EventWithBody } from '../accessors/event.js';
import { isObject } from '../http/is-object.js';
import type { ValueOf } from './add-guard.js';
import type { BodySchema } from './body.js';
import { parserOf, UNPARSED, withFastPath } from './fast-path.js';
import { requireSchema } from './require-schema.js';

/**
 * Schemas for parts of an event: its body, the authorizer's data, and any other field except `requestContext`.
 *
 * @typeParam Event the event. A field that it does not have cannot be refined.
 */
export type Refinement<Event> = { readonly [Name in Exclude<keyof Event, 'body' | 'requestContext'>]?: z.core.$ZodType } & {
  /** The body: `jsonBody(…)`, `formBody(…)`, `textBody(…)` or `bytesBody(…)`. */
  readonly [Name in Extract<keyof Event, 'body'>]?: z.core.$ZodType<unknown, EventWithBody>;
} & {
  /** `requestContext.authorizer`. */
  readonly [Name in Event extends HasAuthorizer ? 'authorizer' : never]?: z.core.$ZodType;
};

/**
 * An event as its refined schema returns it: the same fields, some with the type of their schema.
 *
 * @typeParam Event Type of the event.
 * @typeParam Fields Type of the schemas.
 */
export type RefinedEvent<Event, Fields> = {
  [Name in keyof Event]: Name extends keyof Fields
    ? OutputOf<Fields[Name]>
    : Name extends ContextOf<Fields>
      ? RefinedContext<Event[Name], Fields>
      : Event[Name];
} & Present<Fields>;

/** Fields with a schema are present, unless their schema allows `undefined`. */
type Present<Fields> = {
  [Name in Exclude<keyof Fields, 'authorizer'> as undefined extends OutputOf<Fields[Name]> ? never : Name]: NotUndefined;
};

/** The name of the field that has the authorizer, if there is a schema for it. */
type ContextOf<Fields> = Fields extends { readonly authorizer: unknown } ? 'requestContext' : never;

/**
 * `requestContext` of a refined event, with the type that the schema of the authorizer returns.
 *
 * @typeParam Context Type of `requestContext`.
 * @typeParam Fields Type of the schemas.
 */
export type RefinedContext<Context, Fields> = {
  [Name in keyof Context]: Name extends keyof Fields ? OutputOf<Fields[Name]> : Context[Name];
} & (undefined extends OutputOf<Fields['authorizer' & keyof Fields]> ? unknown : { authorizer: NotUndefined });

// A field that is optional in one part of an intersection and required in the other is required, and its type is that of both.
type NotUndefined = NonNullable<unknown> | null;

type OutputOf<Schema> = Schema extends { readonly _zod: { readonly output: infer Output } } ? Output : never;

/**
 * Returns a schema of the same event that checks and converts some of its parts. Each part of the output is what its schema returns. All
 * other parts stay as they are, unknown keys included, and the event itself is not changed. The guard of the event stays the fast path.
 *
 * A part with a schema must be present, unless its schema accepts `null` or `undefined`. A missing map (headers, parameters, variables)
 * counts as an empty one, so that one schema fits all payload formats.
 *
 * @param schema the schema of an event, such as `APIGatewayProxyEventV2Schema`.
 * @param fields a schema for each field that you know more about.
 * @throws TypeError if an argument is not a zod schema.
 * @example
 * ```ts
 * import { buildRestEvent } from 'apigw-proxy';
 * import { APIGatewayProxyEventSchema, jsonBody, refineEvent } from 'apigw-proxy/schemas';
 * import * as z from 'zod/v4';
 *
 * const UpdateUser = refineEvent(APIGatewayProxyEventSchema, {
 *   body: jsonBody(z.object({ name: z.string() })),
 *   pathParameters: z.object({ id: z.coerce.number() }),
 *   queryStringParameters: z.object({ notify: z.stringbool().default(false) }),
 * });
 *
 * const event = buildRestEvent({ route: 'PUT /users/{id}', pathParameters: { id: 7 }, json: { name: 'Ada' } });
 * const { body, pathParameters, queryStringParameters } = UpdateUser.parse(event);
 * console.log(body.name, pathParameters.id, queryStringParameters.notify); // => Ada 7 false
 * ```
 */
export function refineEvent<Schema extends z.ZodType, Fields extends Refinement<z.output<Schema>>>(
  schema: Schema,
  fields: Fields & { readonly [Name in Exclude<keyof Fields, keyof Refinement<z.output<Schema>>>]: never },
): z.ZodType<RefinedEvent<ValueOf<Schema>, Fields>, z.input<Schema>> {
  requireSchema(['schema'], schema);
  // The type parameter already checks the fields, with one form for each kind of event. This type covers them all.
  const given = givenOf(fields as AnyRefinement);
  const { body, authorizer, ...others } = given;
  for (const [name, field] of Object.entries(fields)) if (field !== undefined) requireSchema(['fields', name], field);
  const maps = Object.entries(others).filter(([name]) => MAPS.has(name));
  const shape = authorizer ? { ...others, requestContext: z.looseObject({ authorizer }) } : others;
  const rest = z.preprocess((event: Event) => withMaps(body ? withoutBody(event) : { ...event }, maps), z.looseObject(shape));
  const refined = body ? z.intersection(rest, withBody(body)) : rest;
  // `RefinedEvent` does to the event's type what the two lines above do to the event. A type test compares them.
  const piped = withFastPath(z.pipe<z.ZodType, z.ZodType>(schema, refined), fastPathOf(schema, given));
  return piped as unknown as z.ZodType<RefinedEvent<ValueOf<Schema>, Fields>, z.input<Schema>>;
}

/** Returns a function that does to an event what the pipe does, as long as nothing is wrong with it. */
function fastPathOf(schema: z.ZodType, { body, authorizer, ...others }: AnyRefinement): (value: unknown) => unknown {
  const fields = Object.entries(others).map(([name, field]) => readField(name, field));
  const parseEvent = parserOf(schema);
  const parseBody = body && parserOf(body);
  const authorizerField = authorizer && readField('authorizer', authorizer);
  return (value) => {
    const event = parseEvent(value);
    if (!isPlain(event)) return UNPARSED;
    const refined: Event = { ...event };
    for (const field of fields) if (!refineField(refined, field)) return UNPARSED;
    if (parseBody) {
      refined['body'] = parseBody(event);
      if (refined['body'] === UNPARSED) return UNPARSED;
    }
    if (!authorizerField) return refined;
    if (!isPlain(event['requestContext'])) return UNPARSED;
    const context = { ...event['requestContext'] };
    refined['requestContext'] = context;
    return refineField(context, authorizerField) ? refined : UNPARSED;
  };
}

/** Returns whether a copy by a spread is a copy by zod: all fields are the object's own, and none is `__proto__`, which zod leaves out. */
function isPlain(value: unknown): value is Event {
  if (!isObject(value) || Object.hasOwn(value, '__proto__')) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** A field with a schema. */
interface RefinedField {
  readonly name: string;
  readonly parse: (value: unknown) => unknown;
  readonly isMap: boolean;
  readonly isOptional: boolean;
}

function readField(name: string, field: z.ZodType): RefinedField {
  return { name, parse: parserOf(field), isMap: MAPS.has(name), isOptional: field._zod.optin === 'optional' };
}

/** Puts what the schema returns in place of a field. Returns false if zod has to do it. An empty map is `null` or absent. */
function refineField(holder: Event, { name, parse, isMap, isOptional }: RefinedField): boolean {
  const value = holder[name];
  let output = parse(value);
  if (output === UNPARSED && isMap && value == null) {
    holder[name] = {};
    output = parse({});
  }
  if (output === UNPARSED) return false;
  // zod's versions disagree about absent fields whose schema is not optional but accepts `undefined`.
  if (!(name in holder) && !isOptional) return false;
  if (output !== undefined || name in holder) holder[name] = output;
  return true;
}

interface HasAuthorizer {
  requestContext: { authorizer?: unknown };
}

interface AnyRefinement {
  readonly body?: BodySchema<unknown>;
  readonly authorizer?: z.ZodType;
  readonly [name: string]: z.ZodType;
}

type Event = Record<string, unknown>;

const MAPS: ReadonlySet<string> = /* @__PURE__ */ new Set([
  'headers',
  'multiValueHeaders',
  'queryStringParameters',
  'multiValueQueryStringParameters',
  'pathParameters',
  'stageVariables',
]);

function givenOf(fields: AnyRefinement): AnyRefinement {
  return Object.fromEntries(Object.entries(fields).filter(([, field]) => field !== undefined));
}

/**
 * Fills in empty maps, which are `null` in payload 1.0, absent in 2.0 and `{}` for authorizers. A schema that rejects the first two gets
 * the third. This happens before zod reads the fields, because its versions disagree about a preprocessed field that is absent.
 */
function withMaps(copy: Event, maps: readonly (readonly [name: string, schema: z.ZodType])[]): Event {
  for (const [name, schema] of maps) if (copy[name] == null && !accepts(schema, copy[name])) copy[name] = {};
  return copy;
}

function accepts(schema: z.ZodType, value: unknown): boolean {
  try {
    return schema.safeParse(value).success;
  } catch {
    // The schema is asynchronous, so it gets the value as it is.
    return true;
  }
}

// The body's schema reads the headers as AWS sent them, so it runs in parallel with the schemas of the other fields, not after them. The
// two sides never have a key in common, not even if one of them fails halfway, because zod could not merge them then.
function withBody(body: BodySchema<unknown>): z.ZodType {
  return body.transform((value) => ({ body: value }));
}

function withoutBody({ body: _, ...rest }: Event): Event {
  return rest;
}
