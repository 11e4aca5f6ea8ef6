import * as z from 'zod';
import type { BodySchema } from './body.js';

/**
 * What a user knows of an event: a schema for its body, for what the authorizer left, and for any other field but `requestContext`.
 *
 * @typeParam Event the event; a field that it does not have cannot be refined.
 */
export type Refinement<Event> = { readonly [Name in Exclude<keyof Event, 'body' | 'requestContext'>]?: z.ZodType } & {
  /** The body: `jsonBody(…)`, `formBody(…)`, `textBody(…)` or `bytesBody(…)`. */
  readonly [Name in Extract<keyof Event, 'body'>]?: BodySchema<unknown>;
} & {
  /** `requestContext.authorizer`. */
  readonly [Name in Event extends HasAuthorizer ? 'authorizer' : never]?: z.ZodType;
};

/** An event as its refined schema returns it. */
export type RefinedEvent<Event, Fields> = Event extends unknown
  ? Flat<Omit<Event, keyof Fields | ('authorizer' extends keyof Fields ? 'requestContext' : never)> & Refined<Event, Fields>>
  : never;

/**
 * A schema of the same event that knows more: what the fields' schemas return stands in the place of what AWS sent, all else stays, unknown
 * keys included. The event itself is not written into. The guard of the event stays the fast path.
 *
 * A field with a schema has to be there, unless its schema accepts `null` or `undefined`. For maps (headers, parameters, variables) a map
 * that is not there counts as one without entries, so that a schema fits all payload formats.
 *
 * @example
 * ```ts
 * import { buildRestEvent } from 'apigw-proxy';
 * import { APIGatewayProxyEventSchema, jsonBody, refineEvent } from 'apigw-proxy/schemas';
 * import * as z from 'zod';
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
): z.ZodType<RefinedEvent<z.output<Schema>, Fields>, z.input<Schema>> {
  // What the fields are is known from their constraint, which has as many forms as there are events.
  const { body, authorizer, ...others } = fields as AnyRefinement;
  const shape = Object.fromEntries(Object.entries(others).map(([name, field]) => [name, MAPS.has(name) && field ? orEmpty(field) : field]));
  const rest = z.looseObject(authorizer ? { ...shape, requestContext: z.looseObject({ authorizer }) } : shape);
  const refined = body ? z.intersection(z.preprocess(withoutBody, rest), withBody(body)) : rest;
  // `RefinedEvent` says of the event's type what the two lines above do with the event; a type test compares them.
  return z.pipe<z.ZodType, z.ZodType>(schema, refined) as unknown as z.ZodType<RefinedEvent<z.output<Schema>, Fields>, z.input<Schema>>;
}

interface HasAuthorizer {
  requestContext: { authorizer?: unknown };
}

interface AnyRefinement {
  readonly body?: BodySchema<unknown>;
  readonly authorizer?: z.ZodType;
  readonly [name: string]: z.ZodType | undefined;
}

type Refined<Event, Fields> = z.core.$InferObjectOutput<Omit<Fields, 'body' | 'authorizer'>, Record<never, never>> & {
  [Name in Extract<keyof Fields, 'body'>]: z.output<Fields[Name]>;
} & { [Name in 'authorizer' extends keyof Fields ? 'requestContext' : never]: Context<Event, Fields> };

type Context<Event, Fields> = Event extends HasAuthorizer
  ? Flat<
      Omit<Event['requestContext'], 'authorizer'> &
        z.core.$InferObjectOutput<Pick<Fields, Extract<keyof Fields, 'authorizer'>>, Record<never, never>>
    >
  : never;

/** The intersection as one object: what an editor shows of it can be read. */
type Flat<T> = { [Key in keyof T]: T[Key] };

const MAPS: ReadonlySet<string> = /* @__PURE__ */ new Set([
  'headers',
  'multiValueHeaders',
  'queryStringParameters',
  'multiValueQueryStringParameters',
  'pathParameters',
  'stageVariables',
]);

/** Payload 1.0 has `null` where nothing is, 2.0 has no key, authorizers `{}`: a schema that accepts neither of the first two sees the third. */
function orEmpty(schema: z.ZodType): z.ZodType {
  return z.preprocess((value) => (value == null && !accepts(schema, value) ? {} : value), schema);
}

function accepts(schema: z.ZodType, value: unknown): boolean {
  try {
    return schema.safeParse(value).success;
  } catch {
    // Only an asynchronous parse can tell: the schema sees the value as it is.
    return true;
  }
}

// The body's schema reads the headers as AWS sent them: it stands beside the schemas of the other fields, not behind them. The two sides
// share no key, even where one of them fails half-way, or zod could not put them together.
function withBody(body: BodySchema<unknown>): z.ZodType {
  return body.transform((value) => ({ body: value }));
}

function withoutBody({ body: _, ...rest }: Record<string, unknown>): Record<string, unknown> {
  return rest;
}
