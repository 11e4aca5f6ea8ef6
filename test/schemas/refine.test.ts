import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { buildFunctionUrlEvent, buildHttpEvent, buildRestEvent, buildWebsocketSession } from '../../src/events/index.js';
import { isObject } from '../../src/http/is-object.js';
import * as schemas from '../../src/schemas/index.js';
import { frozen } from '../frozen.js';
import * as samples from '../guards/samples.js';
import { mutatedValue, validValue } from './arbitrary.js';

const { jsonBody, refineEvent } = schemas;
const issuesOf = (schema: z.ZodType, event: unknown): unknown[] =>
  schema.safeParse(event).error?.issues.map(({ path, message }) => [path.join('.'), message]) ?? [];

const User = jsonBody(z.object({ name: z.string() }));
const Id = z.object({ id: z.coerce.number() });
const Tenant = z.object({ tenant: z.string() });
const init = { route: 'PUT /users/{id}', pathParameters: { id: 7 }, json: { name: 'Ada' }, query: 'page=2' } as const;

describe('refineEvent', () => {
  test('returns the event unchanged without fields', () => {
    fc.assert(
      fc.property(validValue(schemas.APIGatewayProxyEventV2Schema), (event) => {
        expect(refineEvent(schemas.APIGatewayProxyEventV2Schema, {}).parse(event)).toEqual(event);
      }),
    );
  });

  test('replaces the body and keeps everything else, including unknown keys at every level', () => {
    const schema = refineEvent(schemas.APIGatewayProxyEventSchema, { body: jsonBody(z.unknown()), authorizer: z.unknown().optional() });
    fc.assert(
      fc.property(validValue(schemas.APIGatewayProxyEventSchema), fc.jsonValue({ noUnicodeString: true, maxDepth: 2 }), (drawn, value) => {
        fc.pre(!JSON.stringify(value).includes('__proto__'));
        const event = frozen({ ...Object(drawn), headers: null, body: JSON.stringify(value), isBase64Encoded: false });
        expect(schema.parse(event)).toEqual({ ...event, body: JSON.parse(event.body) });
      }),
    );
  });

  test.each([
    [
      'REST API',
      refineEvent(schemas.APIGatewayProxyEventSchema, { body: User, pathParameters: Id, authorizer: Tenant }),
      buildRestEvent({ ...init, authorizer: { lambda: { principalId: 'a', context: { tenant: 'acme' } } } }),
      { tenant: 'acme' },
    ],
    [
      'HTTP API',
      refineEvent(schemas.APIGatewayProxyEventV2Schema, { body: User, pathParameters: Id, authorizer: z.object({ lambda: Tenant }) }),
      buildHttpEvent({ ...init, authorizer: { lambda: { context: { tenant: 'acme' } } } }),
      { lambda: { tenant: 'acme' } },
    ],
  ])('parses body, path parameters and authorizer of an event of a %s', (_, schema, event, authorizer) => {
    const refined = schema.parse(frozen(event));
    expect(refined.body).toEqual({ name: 'Ada' });
    expect(refined.pathParameters).toEqual({ id: 7 });
    expect(refined.requestContext).toEqual({ ...event.requestContext, authorizer });
    expect(refined.headers).toBe(event.headers);
  });

  test('parses the body of a function URL and of a WebSocket message', () => {
    const url = refineEvent(schemas.LambdaFunctionURLEventSchema, { body: schemas.formBody(z.object({ name: z.string() })) });
    expect(url.parse(buildFunctionUrlEvent({ form: { name: 'Ada' } })).body).toEqual({ name: 'Ada' });
    const message = refineEvent(schemas.APIGatewayProxyWebsocketMessageEventSchema, { body: jsonBody(z.object({ action: z.string() })) });
    expect(message.parse(buildWebsocketSession().message({ action: 'ping' })).body).toEqual({ action: 'ping' });
  });

  test('parses the token and headers of authorizer events', () => {
    const bearer = z.string().transform((text, context) => {
      if (!text.startsWith('Bearer ')) context.issues.push({ code: 'custom', message: 'expected a bearer token', input: text });
      return text.slice('Bearer '.length);
    });
    const token = refineEvent(schemas.APIGatewayTokenAuthorizerEventSchema, { authorizationToken: bearer });
    expect(token.parse(samples.tokenAuthorizerEvent).authorizationToken).toBe('sample');
    const request = refineEvent(schemas.APIGatewayRequestAuthorizerEventSchema, { headers: z.object({ 'x-key': z.string() }) });
    expect(issuesOf(request, samples.requestAuthorizerEvent)).toEqual([
      ['headers.x-key', 'Invalid input: expected string, received undefined'],
    ]);
  });

  test('parses the body by the original headers, even if they are refined', () => {
    const schema = refineEvent(schemas.APIGatewayProxyEventV2Schema, {
      headers: z.object({ host: z.string() }),
      body: jsonBody(z.number()),
    });
    const event = buildHttpEvent({ body: '1', headers: { 'content-type': 'text/csv' } });
    expect(issuesOf(schema, event)[0]).toEqual([
      'headers.content-type',
      'Invalid input: expected content type application/json or +json, received text/csv',
    ]);
  });

  test('treats a missing map as an empty one', () => {
    const page = z.object({ page: z.coerce.number().default(1) });
    const fields = { queryStringParameters: page, stageVariables: z.object({ TABLE: z.string() }) };
    const rest = refineEvent(schemas.APIGatewayProxyEventSchema, fields);
    const http = refineEvent(schemas.APIGatewayProxyEventV2Schema, fields);
    const stageVariables = { TABLE: 'users' };
    expect(rest.parse(buildRestEvent({ stageVariables })).queryStringParameters).toEqual({ page: 1 });
    expect(http.parse(buildHttpEvent({ stageVariables })).queryStringParameters).toEqual({ page: 1 });
    const missing = [['stageVariables.TABLE', 'Invalid input: expected string, received undefined']];
    expect(issuesOf(rest, buildRestEvent())).toEqual(missing);
    expect(issuesOf(http, buildHttpEvent())).toEqual(missing);
  });

  test('passes null and absent fields to schemas that accept them', () => {
    const rest = refineEvent(schemas.APIGatewayProxyEventSchema, { pathParameters: Id.nullable(), body: jsonBody(z.string().optional()) });
    expect(rest.parse(buildRestEvent())).toMatchObject({ pathParameters: null, body: undefined });
    const http = refineEvent(schemas.APIGatewayProxyEventV2Schema, { pathParameters: Id.optional(), authorizer: Tenant.optional() });
    const refined = http.parse(buildHttpEvent());
    expect(refined).not.toHaveProperty('pathParameters');
    expect(refined.requestContext).not.toHaveProperty('authorizer');
    expect(issuesOf(http, buildHttpEvent({ authorizer: { jwt: { claims: {} } } }))).toEqual([
      ['requestContext.authorizer.tenant', 'Invalid input: expected string, received undefined'],
    ]);
  });

  test('ignores fields that are undefined', () => {
    const fields = { pathParameters: Id, stageVariables: undefined, body: undefined };
    // TypeScript without `exactOptionalPropertyTypes` allows them.
    const schema = refineEvent(schemas.APIGatewayProxyEventV2Schema, fields as { pathParameters: typeof Id });
    expect(schema.parse(buildHttpEvent(init))).toMatchObject({ pathParameters: { id: 7 } });
  });

  test('reports the issues of all fields, or only that the event is of another kind', () => {
    const schema = refineEvent(schemas.APIGatewayProxyEventV2Schema, { pathParameters: Id, body: User });
    expect(
      issuesOf(schema, buildHttpEvent({ ...init, pathParameters: { id: 'x' }, json: {} })).map((issue) => Array.isArray(issue) && issue[0]),
    ).toEqual(['pathParameters.id', 'body.name']);
    expect(issuesOf(schema, buildRestEvent())[0]).toEqual(['version', 'Invalid input: expected "2.0"']);
  });

  test.each([
    ['at once', z.string().refine((text) => text === 'no')],
    ['after a while', z.string().refine(async (text) => text === 'no')],
  ])('reports issues of refinements that answer %s, for body and fields', async (_, never) => {
    const fields = { pathParameters: z.object({ id: never }), body: jsonBody(z.object({ name: never })) };
    const { error } = await refineEvent(schemas.APIGatewayProxyEventV2Schema, fields).safeParseAsync(buildHttpEvent(init));
    expect(error?.issues.map(({ path }) => path.join('.'))).toEqual(['pathParameters.id', 'body.name']);
  });

  test('waits for asynchronous schemas', async () => {
    const known = z.object({ id: z.string().refine(async (id) => id === '7') });
    const schema = refineEvent(schemas.APIGatewayProxyEventV2Schema, { pathParameters: known, body: User });
    expect((await schema.parseAsync(buildHttpEvent(init))).pathParameters).toEqual({ id: '7' });
    const lenient = refineEvent(schemas.APIGatewayProxyEventV2Schema, {
      pathParameters: z
        .unknown()
        .refine(async () => true)
        .optional(),
    });
    expect((await lenient.parseAsync(buildHttpEvent())).pathParameters).toBeUndefined();
  });

  test('doesn’t copy the fields that are not refined', () => {
    const event = buildHttpEvent(init);
    const refined = refineEvent(schemas.APIGatewayProxyEventV2Schema, { pathParameters: Id }).parse(event);
    expect(refined.requestContext).toBe(event.requestContext);
  });

  test('can be transformed, and has the JSON Schema of its input', () => {
    const schema = refineEvent(schemas.APIGatewayProxyEventV2Schema, { pathParameters: Id, body: User });
    expect(z.toJSONSchema(schema, { io: 'input' })).toEqual(z.toJSONSchema(schemas.APIGatewayProxyEventV2Schema, { io: 'input' }));
    const named = schema.transform(({ body, pathParameters }) => `${pathParameters.id} ${body.name}`);
    expect(named.parse(buildHttpEvent(init))).toBe('7 Ada');
  });
});

describe('the fast path of refineEvent', () => {
  const fields = {
    nothing: {},
    maps: { headers: z.record(z.string(), z.string()).optional(), pathParameters: Id.partial(), queryStringParameters: z.unknown() },
    defaults: { stageVariables: z.object({ level: z.string().default('info') }), queryStringParameters: z.looseObject({}) },
    body: { body: jsonBody(z.object({ name: z.string().trim() }).optional()), pathParameters: Id.nullish() },
    text: { body: schemas.textBody(z.string().optional()), authorizer: z.looseObject({}).optional().catch({ tenant: 'none' }) },
    authorizer: { authorizer: z.unknown().transform((value) => [value]) },
  };
  const bodies = fc.constantFrom('{"name":" Ada "}', '{"name":1}', '{', '{"__proto__":1}', 'eyJuYW1lIjoiQWRhIn0=', '', null, 5);
  const cases = [schemas.APIGatewayProxyEventSchema, schemas.APIGatewayProxyEventV2Schema, schemas.LambdaFunctionURLEventSchema].flatMap(
    (schema, index) =>
      Object.entries(fields).map(([name, refinement]) => [['REST', '2.0', 'function URL'][index], name, schema, refinement]),
  ) as [string, string, typeof schemas.APIGatewayProxyEventSchema, object][]; // three kinds of event with the same names of fields

  test.each(cases)('gives the values and issues of zod: %s, %s', (_, _name, schema, refinement) => {
    const refined = refineEvent(schema, refinement) as unknown as z.ZodPipe;
    const plain = z.pipe(refined.def.in as z.ZodType, refined.def.out as z.ZodType);
    fc.assert(
      fc.property(fc.oneof(validValue(schema), mutatedValue(schema)), bodies, fc.boolean(), (value, body, hasBody) => {
        const event = hasBody && isObject(value) ? { ...value, body } : value;
        const [fast, slow] = [refined.safeParse(event), plain.safeParse(event)];
        // `toEqual` fails for an object that inherits from a Map.
        expect(isDeepStrictEqual(fast.data, slow.data)).toBe(true);
        expect(isDeepStrictEqual(fast.error?.issues, slow.error?.issues)).toBe(true);
      }),
    );
  });
});
