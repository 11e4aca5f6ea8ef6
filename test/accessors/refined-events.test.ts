import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { buildHttpEvent, buildRestEvent, claims, clientIp, cookies, header, method, path, query, toFetchRequest } from '../../src/index.js';
import { APIGatewayProxyEventSchema, APIGatewayProxyEventV2Schema, refineEvent } from '../../src/schemas/index.js';

const init = {
  route: 'GET /users/{id}',
  pathParameters: { id: '007' },
  query: 'page=2&page=3',
  headers: { Cookie: 'session=a' },
} as const;
const fields = {
  pathParameters: z.object({ id: z.coerce.number() }),
  queryStringParameters: z.object({ page: z.string().transform((text) => text.length) }),
};
const rest = buildRestEvent({ ...init, authorizer: { cognito: { claims: { sub: 'ada' } } } });
const http = buildHttpEvent({ ...init, stage: 'dev', authorizer: { jwt: { claims: { sub: 'ada' } } } });

type Readable = typeof rest | typeof http;

describe('an accessor', () => {
  test.each<[string, Readable, Readable]>([
    // The output of a schema differs only in the refined fields, so a type without them fits both columns.
    ['payload 1.0', rest, { ...rest, ...refinedOf(refineEvent(APIGatewayProxyEventSchema, fields), rest) }],
    ['payload 2.0', http, { ...http, ...refinedOf(refineEvent(APIGatewayProxyEventV2Schema, fields), http) }],
  ])('returns the same for a refined event: %s', (_, raw, refined) => {
    expect(refined.pathParameters).toEqual({ id: 7 });
    const overloaded = [(event: Readable) => claims(event), (event: Readable) => cookies(event)];
    for (const read of [method, path, clientIp, ...overloaded]) expect(read(refined)).toEqual(read(raw));
    expect(header(refined, 'cookie')).toBe('session=a');
    expect(query(refined).getAll('page')).toEqual(query(raw).getAll('page'));
    expect(toFetchRequest(refined).url).toBe(toFetchRequest(raw).url);
  });
});

function refinedOf(schema: z.ZodType<object>, event: object): object {
  return schema.parse(event);
}
