import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { buildHttpEvent } from '../../src/events/index.js';
import * as schemas from '../../src/schemas/index.js';
import * as samples from '../guards/samples.js';

const { restEvent, httpEvent, messageEvent } = samples;
const statement = { Effect: 'Allow', Action: '*', Resource: '*' };
const policy = (change: object) => ({
  principalId: 'a',
  policyDocument: { Version: '2012-10-17', Statement: [{ ...statement, ...change }] },
});
const { requestContext: _, ...withoutContext } = restEvent;

const refined = schemas.refineEvent(schemas.APIGatewayProxyEventV2Schema, {
  body: schemas.jsonBody(z.object({ name: z.string() })),
  pathParameters: z.object({ id: z.coerce.number() }),
  stageVariables: z.object({ TABLE: z.string() }),
});
const init = { route: '/users/{id}', pathParameters: { id: 1 }, stageVariables: { TABLE: 'users' } };
const withBody = (body: string, type = 'application/json') => buildHttpEvent({ ...init, body, headers: { 'content-type': type } });

const refusals: readonly (readonly [mistake: string, schema: z.ZodType, value: unknown, message: string])[] = [
  ['a payload 2.0 event as 1.0', schemas.APIGatewayProxyEventSchema, httpEvent, 'Invalid input: expected "1.0" → at version'],
  ['a payload 1.0 event as 2.0', schemas.APIGatewayProxyEventV2Schema, restEvent, 'Invalid input: expected "2.0" → at version'],
  [
    'an event without a context',
    schemas.APIGatewayProxyEventSchema,
    withoutContext,
    'Invalid input: expected object, received undefined → at requestContext',
  ],
  [
    'a parsed body',
    schemas.APIGatewayProxyEventSchema,
    { ...restEvent, body: {} },
    'Invalid input: expected string, received object → at body',
  ],
  [
    'a body that is null where it is absent',
    schemas.APIGatewayProxyEventV2Schema,
    { ...httpEvent, body: null },
    'Invalid input: expected string, received null → at body',
  ],
  [
    'a list as header value',
    schemas.APIGatewayProxyEventV2Schema,
    { ...httpEvent, headers: { accept: ['a', 'b'] } },
    'Invalid input: expected string, received array → at headers.accept',
  ],
  [
    'a message without its connection',
    schemas.APIGatewayProxyWebsocketEventSchema,
    { ...messageEvent, requestContext: { eventType: 'MESSAGE' } },
    'requestContext.routeKey: Invalid input: expected string, received undefined',
  ],
  [
    'another service’s event as WebSocket event',
    schemas.APIGatewayProxyWebsocketEventSchema,
    restEvent,
    'requestContext.eventType: Invalid option: expected one of "CONNECT"|"MESSAGE"|"DISCONNECT"',
  ],
  ['a text as event', schemas.APIGatewayProxyEventSchema, '{}', 'Invalid input: expected object, received string'],
  [
    'a result with an object as body',
    schemas.APIGatewayProxyResultSchema,
    { statusCode: 200, body: { ok: true } },
    'Invalid input: expected string, received object → at body',
  ],
  [
    'a status as text',
    schemas.APIGatewayProxyResultSchema,
    { statusCode: '200' },
    'Invalid input: expected number, received string → at statusCode',
  ],
  [
    'cookies as one text',
    schemas.APIGatewayProxyStructuredResultV2Schema,
    { statusCode: 200, cookies: 'a=1' },
    'Invalid input: expected array, received string → at cookies',
  ],
  [
    'a number as result',
    schemas.APIGatewayProxyResultV2Schema,
    { statusCode: '200' },
    'statusCode: Invalid input: expected number, received string',
  ],
  [
    'an effect in lower case',
    schemas.APIGatewayAuthorizerResultSchema,
    policy({ Effect: 'allow' }),
    'Effect: Invalid option: expected one of "Allow"|"Deny" → at policyDocument.Statement[0]',
  ],
  [
    'a list of numbers as resource',
    schemas.APIGatewayAuthorizerResultSchema,
    policy({ Resource: [1] }),
    'Resource: Invalid input → at policyDocument.Statement[0]',
  ],
  [
    'an answer as text',
    schemas.APIGatewaySimpleAuthorizerResultSchema,
    { isAuthorized: 'true' },
    'Invalid input: expected boolean, received string → at isAuthorized',
  ],
  ['a body that is no JSON', refined, withBody('name=Ada'), 'Invalid input: expected JSON → at body'],
  [
    'JSON under another Content-Type',
    refined,
    withBody('{}', 'text/plain'),
    'Invalid input: expected content type application/json or +json, received text/plain → at headers["content-type"]',
  ],
  ['a body without a field', refined, withBody('{}'), 'Invalid input: expected string, received undefined → at body.name'],
  ['a body with a key `__proto__`', refined, withBody('{"__proto__":{}}'), 'Invalid input: expected no key __proto__ → at body.__proto__'],
  [
    'a path parameter that is no number',
    refined,
    buildHttpEvent({ ...init, pathParameters: { id: 'x' }, json: { name: 'Ada' } }),
    'Invalid input: expected number, received NaN → at pathParameters.id',
  ],
  [
    'a stage variable that is missing',
    refined,
    buildHttpEvent({ ...init, stageVariables: {}, json: { name: 'Ada' } }),
    'Invalid input: expected string, received undefined → at stageVariables.TABLE',
  ],
];

describe('a refusal', () => {
  test.each(refusals)('of %s names the path and what was expected', (_, schema, value, message) => {
    expect(firstLine(schema.safeParse(value).error)).toBe(message);
  });
});

describe('docs/schemas.md', () => {
  const [, table = ''] = readFileSync('docs/schemas.md', 'utf8').split('## Mistakes');
  const rows = [...table.matchAll(/^\| (.+) \| `(.+)` \|$/gm)].map(([, mistake, message]) => [mistake, message?.replaceAll('\\|', '|')]);

  test('lists at least ten mistakes, each with the message that is tested here', () => {
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
