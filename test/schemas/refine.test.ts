import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { buildFunctionUrlEvent, buildHttpEvent, buildRestEvent, buildWebsocketSession } from '../../src/events/index.js';
import * as schemas from '../../src/schemas/index.js';
import { frozen } from '../frozen.js';
import * as samples from '../guards/samples.js';
import { validValue } from './arbitrary.js';

const { jsonBody, refineEvent } = schemas;
const issuesOf = (schema: z.ZodType, event: unknown): unknown[] =>
  schema.safeParse(event).error?.issues.map(({ path, message }) => [path.join('.'), message]) ?? [];

const User = jsonBody(z.object({ name: z.string() }));
const Id = z.object({ id: z.coerce.number() });
const Tenant = z.object({ tenant: z.string() });
const init = { route: 'PUT /users/{id}', pathParameters: { id: 7 }, json: { name: 'Ada' }, query: 'page=2' } as const;

describe('refineEvent', () => {
  test('without fields is the identity', () => {
    fc.assert(
      fc.property(validValue(schemas.APIGatewayProxyEventV2Schema), (event) => {
        expect(refineEvent(schemas.APIGatewayProxyEventV2Schema, {}).parse(event)).toEqual(event);
      }),
    );
  });

  test('replaces the body and leaves all else as it was, unknown keys at every level too', () => {
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
  ])('reads what is known of the event of a %s', (_, schema, event, authorizer) => {
    const refined = schema.parse(frozen(event));
    expect(refined.body).toEqual({ name: 'Ada' });
    expect(refined.pathParameters).toEqual({ id: 7 });
    expect(refined.requestContext).toEqual({ ...event.requestContext, authorizer });
    expect(refined.headers).toBe(event.headers);
  });

  test('reads the body of a function URL and of a WebSocket message', () => {
    const url = refineEvent(schemas.LambdaFunctionURLEventSchema, { body: schemas.formBody(z.object({ name: z.string() })) });
    expect(url.parse(buildFunctionUrlEvent({ form: { name: 'Ada' } })).body).toEqual({ name: 'Ada' });
    const message = refineEvent(schemas.APIGatewayProxyWebsocketMessageEventSchema, { body: jsonBody(z.object({ action: z.string() })) });
    expect(message.parse(buildWebsocketSession().message({ action: 'ping' })).body).toEqual({ action: 'ping' });
  });

  test('reads what an authorizer is asked', () => {
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

  test('reads the body by the headers that came, whatever has become of them', () => {
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

  test('takes a map that is not there for one without entries', () => {
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

  test('leaves null and absent to schemas that accept them', () => {
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

  test('reports everything that is wrong with the fields, and of another event only that', () => {
    const schema = refineEvent(schemas.APIGatewayProxyEventV2Schema, { pathParameters: Id, body: User });
    expect(
      issuesOf(schema, buildHttpEvent({ ...init, pathParameters: { id: 'x' }, json: {} })).map((issue) => Array.isArray(issue) && issue[0]),
    ).toEqual(['pathParameters.id', 'body.name']);
    expect(issuesOf(schema, buildRestEvent())[0]).toEqual(['version', 'Invalid input: expected "2.0"']);
  });

  test.each([
    ['at once', z.string().refine((text) => text === 'no')],
    ['after a while', z.string().refine(async (text) => text === 'no')],
  ])('reports what refinements say %s, of body and fields', async (_, never) => {
    const fields = { pathParameters: z.object({ id: never }), body: jsonBody(z.object({ name: never })) };
    const { error } = await refineEvent(schemas.APIGatewayProxyEventV2Schema, fields).safeParseAsync(buildHttpEvent(init));
    expect(error?.issues.map(({ path }) => path.join('.'))).toEqual(['pathParameters.id', 'body.name']);
  });

  test('waits for schemas that take their time', async () => {
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

  test('takes the guard’s way: an event is read without a copy of what is not refined', () => {
    const event = buildHttpEvent(init);
    const refined = refineEvent(schemas.APIGatewayProxyEventV2Schema, { pathParameters: Id }).parse(event);
    expect(refined.requestContext).toBe(event.requestContext);
  });

  test('can be refined again, and described as what it takes', () => {
    const schema = refineEvent(schemas.APIGatewayProxyEventV2Schema, { pathParameters: Id, body: User });
    expect(z.toJSONSchema(schema, { io: 'input' })).toEqual(z.toJSONSchema(schemas.APIGatewayProxyEventV2Schema, { io: 'input' }));
    const named = schema.transform(({ body, pathParameters }) => `${pathParameters.id} ${body.name}`);
    expect(named.parse(buildHttpEvent(init))).toBe('7 Ada');
  });
});
