import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { buildHttpEvent, buildRestEvent } from '../../src/events/index.js';
import { isAPIGatewayProxyEventV2 } from '../../src/guards/index.js';
import {
  APIGatewayProxyEventSchema,
  APIGatewayProxyEventV2Schema,
  jsonBody,
  LambdaFunctionURLEventSchema,
  refineEvent,
} from '../../src/schemas/index.js';

const INIT = { route: 'PUT /users/{id}', pathParameters: { id: 7 }, json: { name: 'Ada' } } as const;
const HTTP = buildHttpEvent({ ...INIT, authorizer: { lambda: { context: { tenant: 'acme' } } } });
const REST = buildRestEvent({ ...INIT, authorizer: { lambda: { context: { tenant: 'acme' } } } });
const V2 = APIGatewayProxyEventV2Schema;

/** Refines an event whose fields are checked by hand. */
const refine = (schema: z.ZodType, fields: object): z.ZodPipe => refineEvent(schema, fields) as unknown as z.ZodPipe;

describe('a schema of the package', () => {
  test('returns the event itself, or the error of zod', () => {
    expect(V2.parse(HTTP)).toBe(HTTP);
    expect(V2.safeParse(HTTP).data).toBe(HTTP);
    expect(z.pipe<z.ZodType, z.ZodType>(V2, z.unknown()).parse(HTTP)).toBe(HTTP);
    expect(() => V2.parse({})).toThrow(z.ZodError);
    expect(V2.safeParse({}).error).toBeInstanceOf(z.ZodError);
  });

  test('reads a valid event as often as its guard', () => {
    const readsOf = (check: (event: object) => unknown): number => {
      let reads = 0;
      const version = (): string => {
        reads += 1;
        return '2.0';
      };
      check(Object.defineProperty({ ...HTTP }, 'version', { enumerable: true, get: version }));
      return reads;
    };
    for (const check of [V2.parse, V2.safeParse]) expect(readsOf((event) => check(event))).toBe(readsOf(isAPIGatewayProxyEventV2));
  });

  test('leaves asynchronous and backward parses to zod, which returns a copy', async () => {
    expect(await V2.parseAsync(HTTP)).not.toBe(HTTP);
    expect(z.encode(V2, HTTP)).not.toBe(HTTP);
    expect(() => z.encode(refine(V2, { pathParameters: z.unknown() }), HTTP)).toThrow(z.core.$ZodEncodeError);
  });
});

/** Refines every kind of field, and counts how often the schemas of the fields run. */
function refineAll(schema: z.ZodType) {
  let count = 0;
  const counted = (field: z.ZodType): z.ZodType =>
    field.transform((value) => {
      count += 1;
      return value;
    });
  const refined = refine(schema, {
    body: jsonBody(counted(z.object({ name: z.string() }))),
    authorizer: counted(z.unknown()),
    pathParameters: counted(z.looseObject({})),
    stageVariables: counted(z.looseObject({})),
    queryStringParameters: counted(z.looseObject({}).nullish()),
    isBase64Encoded: counted(z.boolean()),
  });
  return { refined, countOf: () => count };
}

describe('refineEvent', () => {
  const either = z.union([APIGatewayProxyEventSchema, V2]);
  test.each<[string, z.ZodType, object]>([
    ['a REST event', APIGatewayProxyEventSchema, REST],
    ['a 2.0 event', V2, HTTP],
    ['a 2.0 event without a prototype', V2, Object.assign(Object.create(null), HTTP)],
    ['the first event of a union', either, REST],
    ['the last event of a union', either, HTTP],
    ['a refined event', refine(V2, { isBase64Encoded: z.boolean(), headers: z.unknown() }), HTTP],
  ])('parses each field of %s once, without zod', (_, schema, event) => {
    const { refined, countOf } = refineAll(schema);
    const plain = z.pipe(refined.def.in as z.ZodType, refined.def.out as z.ZodType).parse(event);
    const before = countOf();
    refined.def.out._zod.run = () => {
      throw new Error('left to zod');
    };
    const { success, data } = refined.safeParse(event);
    expect([success, countOf() - before, data]).toEqual([true, 6, plain]);
    expect(data).toMatchObject({ body: { name: 'Ada' }, stageVariables: {} });
  });

  // zod leaves out keys called `__proto__`, and copies what an object inherits.
  const proto = { ['__proto__']: { isAdmin: true } };
  test.each<[string, object]>([
    ['a key __proto__', { ...HTTP, ...proto }],
    ['a key __proto__ in requestContext', { ...HTTP, requestContext: { ...HTTP.requestContext, ...proto } }],
    ['fields that it inherits', Object.create(HTTP)],
    ['fields that requestContext inherits', { ...HTTP, requestContext: Object.create(HTTP.requestContext) }],
    ['fields of an object without a prototype', { ...HTTP, requestContext: Object.assign(Object.create(null), HTTP.requestContext) }],
  ])('returns what zod returns for an event with %s', (_, event) => {
    const { refined } = refineAll(V2);
    const plain = z.pipe(refined.def.in as z.ZodType, refined.def.out as z.ZodType).safeParse(event);
    const { data } = refined.safeParse(event);
    expect(isDeepStrictEqual(data, plain.data)).toBe(true);
    for (const value of [data, Object(data).requestContext]) expect(value && Object.hasOwn(Object(value), '__proto__')).not.toBe(true);
  });

  test('rejects what only the checks of a union reject', () => {
    const fields = { pathParameters: z.unknown() };
    const none = z.union([APIGatewayProxyEventSchema, V2]).refine(() => false);
    const one = z.xor([V2, LambdaFunctionURLEventSchema]); // an HTTP API's event without an authorizer is both
    const event = buildHttpEvent(INIT);
    const known = z.looseObject({ kind: z.literal('a').catch('a') });
    const other = z.looseObject({ kind: z.literal('b') });
    expect(refine(none, fields).safeParse(event).success).toBe(false);
    expect(refine(one, fields).safeParse(event).success).toBe(false);
    expect(refine(z.discriminatedUnion('kind', [known, other]), fields).safeParse({ kind: 'c' }).success).toBe(false);
  });

  test('reads a wrong map as it is, not as an empty one', async () => {
    const partial = z.object({ id: z.coerce.number().optional() });
    const wrong = { ...HTTP, pathParameters: { id: 'x' } };
    for (const { error } of [
      refine(V2, { pathParameters: partial }).safeParse(wrong),
      await refine(V2, { pathParameters: partial }).safeParseAsync(wrong),
    ]) {
      expect(error?.issues.map(({ path }) => path.join('.'))).toEqual(['pathParameters.id']);
    }
  });

  test('passes a missing map to an asynchronous schema as it is', async () => {
    const later = z
      .looseObject({})
      .nullable()
      .refine(async () => true);
    const { stageVariables } = (await refine(APIGatewayProxyEventSchema, { stageVariables: later }).parseAsync(REST)) as typeof REST;
    expect(stageVariables).toBeNull();
  });

  test('reads no field other than a map as empty if it is missing', () => {
    expect(refine(V2, { cookies: z.looseObject({}) }).safeParse(HTTP).success).toBe(false);
  });

  test('keeps a field whose schema returns undefined', () => {
    const refined = refine(V2, { pathParameters: z.unknown().transform(() => undefined) }).parse(HTTP);
    expect(Object.entries(Object(refined))).toContainEqual(['pathParameters', undefined]);
  });

  test.each([
    [['schema'], () => refine({} as z.ZodType, {})],
    [['fields', 'body'], () => refine(V2, { body: {} })],
  ])('names the argument that is not a schema: %j', (path, call) => {
    expect(call).toThrow(expect.objectContaining({ name: 'TypeError', code: 'invalid-argument', path }));
  });
});
