import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { buildHttpEvent } from '../../src/events/index.js';
import * as schemas from '../../src/schemas/index.js';
import * as samples from '../guards/samples.js';

const { restEvent, httpEvent, messageEvent } = samples;
const statement = { Effect: 'Allow', Action: '*', Resource: '*' };
const statementsOf = (...statements: readonly unknown[]) => ({
  principalId: 'a',
  policyDocument: { Version: '2012-10-17', Statement: statements },
});
const policy = (change: object) => statementsOf({ ...statement, ...change });
const { requestContext: _, ...withoutContext } = restEvent;

const refined = schemas.refineEvent(schemas.APIGatewayProxyEventV2Schema, {
  body: schemas.jsonBody(z.object({ name: z.string() })),
  pathParameters: z.object({ id: z.coerce.number() }),
  stageVariables: z.object({ TABLE: z.string() }),
});
const init = { route: '/users/{id}', pathParameters: { id: 1 }, stageVariables: { TABLE: 'users' } };
const withBody = (body: string, type = 'application/json') => buildHttpEvent({ ...init, body, headers: { 'content-type': type } });

const refusals: readonly (readonly [mistake: string, schema: z.ZodType, value: unknown, message: string])[] = [
  ['a payload 2.0 event, validated as 1.0', schemas.APIGatewayProxyEventSchema, httpEvent, 'Invalid input: expected "1.0" → at version'],
  ['a payload 1.0 event, validated as 2.0', schemas.APIGatewayProxyEventV2Schema, restEvent, 'Invalid input: expected "2.0" → at version'],
  [
    '`requestContext` is missing',
    schemas.APIGatewayProxyEventSchema,
    withoutContext,
    'Invalid input: expected object, received undefined → at requestContext',
  ],
  [
    'the body was parsed already',
    schemas.APIGatewayProxyEventSchema,
    { ...restEvent, body: {} },
    'Invalid input: expected string, received object → at body',
  ],
  [
    'the body is `null`, but payload 2.0 leaves it out',
    schemas.APIGatewayProxyEventV2Schema,
    { ...httpEvent, body: null },
    'Invalid input: expected string, received null → at body',
  ],
  [
    'the value of a header is an array',
    schemas.APIGatewayProxyEventV2Schema,
    { ...httpEvent, headers: { accept: ['a', 'b'] } },
    'Invalid input: expected string, received array → at headers.accept',
  ],
  [
    'the `requestContext` of a WebSocket event has no `routeKey`',
    schemas.APIGatewayProxyWebsocketEventSchema,
    { ...messageEvent, requestContext: { eventType: 'MESSAGE' } },
    'requestContext.routeKey: Invalid input: expected string, received undefined',
  ],
  [
    'an event of another service, validated as a WebSocket event',
    schemas.APIGatewayProxyWebsocketEventSchema,
    restEvent,
    'requestContext.eventType: Invalid option: expected one of "CONNECT"|"MESSAGE"|"DISCONNECT"',
  ],
  ['the event is a string', schemas.APIGatewayProxyEventSchema, '{}', 'Invalid input: expected object, received string'],
  [
    'the body of a result is an object',
    schemas.APIGatewayProxyResultSchema,
    { statusCode: 200, body: { ok: true } },
    'Invalid input: expected string, received object → at body',
  ],
  [
    'the status is a string',
    schemas.APIGatewayProxyResultSchema,
    { statusCode: '200' },
    'Invalid input: expected number, received string → at statusCode',
  ],
  [
    '`cookies` is a string',
    schemas.APIGatewayProxyStructuredResultV2Schema,
    { statusCode: 200, cookies: 'a=1' },
    'Invalid input: expected array, received string → at cookies',
  ],
  [
    'the status of a payload 2.0 result is a string',
    schemas.APIGatewayProxyResultV2Schema,
    { statusCode: '200' },
    'statusCode: Invalid input: expected number, received string',
  ],
  [
    'the `Effect` of a policy is in lowercase',
    schemas.APIGatewayAuthorizerResultSchema,
    policy({ Effect: 'allow' }),
    'Effect: Invalid option: expected one of "Allow"|"Deny" → at policyDocument.Statement[0]',
  ],
  [
    'the `Resource` of a policy is an array of numbers',
    schemas.APIGatewayAuthorizerResultSchema,
    policy({ Resource: [1] }),
    'Resource: Invalid input → at policyDocument.Statement[0]',
  ],
  [
    'a statement with `NotAction` has a wrong `Resource`',
    schemas.APIGatewayAuthorizerResultSchema,
    statementsOf({ Effect: 'Allow', NotAction: '*', Resource: 5 }),
    'Resource: Invalid input → at policyDocument.Statement[0]',
  ],
  [
    'a statement with `NotResource` has a wrong `Action`',
    schemas.APIGatewayAuthorizerResultSchema,
    statementsOf({ Effect: 'Allow', Action: 5, NotResource: '*' }),
    'Action: Invalid input → at policyDocument.Statement[0]',
  ],
  [
    'a statement with `NotAction` and `NotResource` has a wrong `NotAction`',
    schemas.APIGatewayAuthorizerResultSchema,
    statementsOf({ Effect: 'Allow', NotAction: 5, NotResource: '*' }),
    'NotAction: Invalid input → at policyDocument.Statement[0]',
  ],
  [
    'a statement with `NotAction` and `NotResource` has a wrong `NotResource`',
    schemas.APIGatewayAuthorizerResultSchema,
    statementsOf({ Effect: 'Allow', NotAction: '*', NotResource: 5 }),
    'NotResource: Invalid input → at policyDocument.Statement[0]',
  ],
  [
    'a statement with everything has a wrong `Action`',
    schemas.APIGatewayAuthorizerResultSchema,
    statementsOf({ Effect: 'Allow', Action: 5, NotAction: 5, Resource: 5, NotResource: 5 }),
    'Action: Invalid input → at policyDocument.Statement[0]',
  ],
  [
    'a statement is a string',
    schemas.APIGatewayAuthorizerResultSchema,
    statementsOf('Allow'),
    'Invalid input: expected object, received string → at policyDocument.Statement[0]',
  ],
  ['a payload 2.0 result is a number', schemas.APIGatewayProxyResultV2Schema, 5, 'Invalid input: expected object, received number'],
  [
    '`isAuthorized` is a string',
    schemas.APIGatewaySimpleAuthorizerResultSchema,
    { isAuthorized: 'true' },
    'Invalid input: expected boolean, received string → at isAuthorized',
  ],
  ['the body is not JSON', refined, withBody('name=Ada'), 'Invalid input: expected JSON → at body'],
  [
    'JSON with another Content-Type',
    refined,
    withBody('{}', 'text/plain'),
    'Invalid input: expected content type application/json or +json, received text/plain → at headers["content-type"]',
  ],
  ['a field of the body is missing', refined, withBody('{}'), 'Invalid input: expected string, received undefined → at body.name'],
  ['the body has a `__proto__` key', refined, withBody('{"__proto__":{}}'), 'Invalid input: expected no key __proto__ → at body.__proto__'],
  [
    'a path parameter is not a number',
    refined,
    buildHttpEvent({ ...init, pathParameters: { id: 'x' }, json: { name: 'Ada' } }),
    'Invalid input: expected number, received NaN → at pathParameters.id',
  ],
  [
    'a stage variable is missing',
    refined,
    buildHttpEvent({ ...init, stageVariables: {}, json: { name: 'Ada' } }),
    'Invalid input: expected string, received undefined → at stageVariables.TABLE',
  ],
];

describe('the first issue', () => {
  test.each(refusals)('names the path and what was expected: %s', (_, schema, value, message) => {
    expect(firstLine(schema.safeParse(value).error)).toBe(message);
  });
});

describe('docs/schemas.md', () => {
  const [, table = ''] = readFileSync('docs/schemas.md', 'utf8').split('## What do the error messages mean?');
  const rows = [...table.matchAll(/^\| (.+) \| `(.+)` \|$/gm)].map(([, mistake, message]) => [mistake, message?.replaceAll('\\|', '|')]);

  test('lists at least ten mistakes with the messages that the schemas produce', () => {
    expect(rows.length).toBeGreaterThanOrEqual(10);
    expect(refusals.map(([mistake, , , message]) => [mistake, message])).toEqual(expect.arrayContaining(rows));
  });
});

/** The first issue as `z.prettifyError` prints it, on one line. */
function firstLine(error: z.ZodError | undefined): string {
  const issue = error?.issues[0];
  return issue
    ? z
        .prettifyError(new z.ZodError([issue]))
        .replace('✖ ', '')
        .replace('\n  →', ' →')
    : '';
}
