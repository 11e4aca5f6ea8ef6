import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { APIGatewayProxyEventSchema, APIGatewayProxyEventV2Schema, APIGatewayProxyWebsocketEventSchema } from '../../src/schemas/index.js';
import { httpEvent, messageEvent, restEvent } from '../guards/samples.js';

const withNews = {
  ...httpEvent,
  news: [1],
  requestContext: { ...httpEvent.requestContext, news: { deep: true }, http: { ...httpEvent.requestContext.http, news: 'text' } },
};

describe('a schema of the package', () => {
  test('returns its argument and doesn’t change it', () => {
    const event = Object.freeze(structuredClone(restEvent));
    expect(APIGatewayProxyEventSchema.parse(event)).toBe(event);
    expect(APIGatewayProxyEventSchema.safeParse(event)).toEqual({ success: true, data: event });
  });

  test.each([
    ['alone', APIGatewayProxyEventV2Schema],
    ['extended', APIGatewayProxyEventV2Schema.extend({ body: z.undefined().optional() })],
    ['refined', APIGatewayProxyEventV2Schema.refine((event) => event.version === '2.0')],
    ['described', APIGatewayProxyEventV2Schema.describe('an event')],
    ['in a union', z.union([APIGatewayProxyEventSchema, APIGatewayProxyEventV2Schema])],
  ])('keeps unknown keys at every level when used %s', (_, schema) => {
    expect(schema.parse(withNews)).toEqual(withNews);
  });

  test('is an object schema with pick, omit and shape', () => {
    const picked = APIGatewayProxyEventSchema.pick({ httpMethod: true, path: true });
    expect(picked.parse({ httpMethod: 'GET', path: '/', other: 1 })).toEqual({ httpMethod: 'GET', path: '/', other: 1 });
    expect(APIGatewayProxyEventSchema.omit({ requestContext: true }).safeParse({ ...restEvent, requestContext: 1 }).success).toBe(true);
    expect(APIGatewayProxyEventV2Schema.shape.requestContext.shape.http.safeParse({}).success).toBe(false);
  });

  test('can be extended with another body', () => {
    const schema = APIGatewayProxyEventV2Schema.extend({ body: z.string().transform((text) => text.length) });
    expect(schema.parse({ ...httpEvent, body: 'abc' }).body).toBe(3);
    expect(schema.safeParse(httpEvent).error?.issues[0]?.path).toEqual(['body']);
  });

  test('has a JSON Schema with required keys, nullable values and additional keys', () => {
    const { required, properties, additionalProperties } = z.toJSONSchema(APIGatewayProxyEventSchema);
    expect(required).not.toContain('version');
    expect(required).toContain('body');
    expect(properties?.['headers']).toEqual({
      anyOf: [{ type: 'object', properties: {}, additionalProperties: { type: 'string' } }, { type: 'null' }],
    });
    expect(additionalProperties).toEqual({});
  });

  // An asynchronous parse skips the guard.
  test.each<[string, z.ZodType, object, object]>([
    ['REST', APIGatewayProxyEventSchema, restEvent, { principalId: 'ada' }],
    ['REST', APIGatewayProxyEventSchema, restEvent, { claims: { sub: 'ada' }, scopes: ['read'] }],
    ['REST', APIGatewayProxyEventSchema, restEvent, { principalId: 'ada', integrationLatency: 5 }],
    ['2.0', APIGatewayProxyEventV2Schema, httpEvent, { jwt: { claims: { sub: 'ada' }, scopes: ['read'] } }],
    ['2.0', APIGatewayProxyEventV2Schema, httpEvent, { lambda: { tenant: 'acme' } }],
    ['WebSocket', APIGatewayProxyWebsocketEventSchema, messageEvent, { principalId: 'ada', integrationLatency: 5 }],
  ])('reads each field of an authorizer in zod: %s, %o', async (_, schema, event, authorizer) => {
    const withAuthorizer = (fields: object) => ({
      ...event,
      requestContext: { ...Object(Reflect.get(event, 'requestContext')), authorizer: fields },
    });
    expect(await schema.parseAsync(withAuthorizer(authorizer))).toEqual(withAuthorizer(authorizer));
    for (const field of Object.keys(authorizer)) {
      expect((await schema.safeParseAsync(withAuthorizer({ ...authorizer, [field]: true }))).success).toBe(false);
    }
  });

  test('narrows a WebSocket event by its type', () => {
    const event = APIGatewayProxyWebsocketEventSchema.parse(messageEvent);
    expect(event.requestContext.eventType === 'MESSAGE' && event.requestContext.messageId).toBe(messageEvent.requestContext.messageId);
  });
});
