import {
  allowPolicy,
  bodyBytes,
  bodyJson,
  bodyText,
  buildRequestAuthorizerEvent,
  buildRequestAuthorizerEventV2,
  buildTokenAuthorizerEvent,
  buildWebsocketSession,
  claims,
  clientIp,
  cookies,
  detectEvent,
  type HttpEvent,
  header,
  headerList,
  type InvokingEvent,
  method,
  path,
  query,
  type RequestEvent,
  sourceArnOf,
  toEvent,
  toFetchRequest,
} from 'apigw-proxy';
import { exchange } from 'apigw-proxy/arbitraries';
import { formBody, jsonBody } from 'apigw-proxy/schemas';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';

const FUNCTION = 'arn:aws:lambda:us-east-1:123456789012:function:f';

/** Keys of any kind of event, at the top level or in its context. */
const KEYS = [
  ...['resource', 'path', 'httpMethod', 'multiValueHeaders', 'multiValueQueryStringParameters', 'routeKey', 'rawPath', 'rawQueryString'],
  ...['cookies', 'methodArn', 'routeArn', 'authorizationToken', 'identitySource', 'apiId', 'identity', 'resourcePath', 'connectionId'],
  ...['messageId', 'time', 'domainPrefix', 'elb', 'queryStringParameters', 'pathParameters', 'headers', 'newKey', 'constructor'],
];
/** Keys that determine the kind of an event. */
const DECIDING = ['version', 'type', 'http', 'eventType'];
/** Keys of an event that can be absent. */
const OPTIONAL = ['cookies', 'body', 'queryStringParameters', 'pathParameters', 'stageVariables', 'authorizer', 'authentication'];

const VALUE = fc.oneof(
  fc.constantFrom<unknown>(
    '/',
    '',
    'GET /a',
    'GET',
    null,
    ['a=1'],
    { a: 'b' },
    { a: ['b'] },
    { 'x-own': 'new', host: ['new'] },
    { sourceIp: '::1' },
  ),
  fc.jsonValue({ maxDepth: 2 }),
);
const ADDED = fc.dictionary(fc.oneof(fc.constantFrom(...KEYS), fc.string()), VALUE, { minKeys: 1, maxKeys: 4, noNullPrototype: true });

type Added = Record<string, unknown>;

/**
 * Returns the object with more keys. Keys that it already has, keys that determine the kind, and keys that can be absent are not replaced.
 */
function add<T extends object>(object: T, added: Added): T {
  const more = Object.entries(added).filter(([key]) => ![...DECIDING, ...OPTIONAL].includes(key) && !Object.hasOwn(object, key));
  return { ...object, ...Object.fromEntries(more) };
}

/** Returns the event with more keys at the top, in its context, and in the objects there. */
function addEverywhere<T extends { readonly requestContext: object }>(event: T, top: Added, context: Added, inner: Added): T {
  const { requestContext } = add(event, top);
  const parts = Object.entries(add(requestContext, context)).map(([key, value]) =>
    ['http', 'identity'].includes(key) && Object.hasOwn(event.requestContext, key) ? [key, add(Object(value), inner)] : [key, value],
  );
  return { ...add(event, top), requestContext: Object.fromEntries(parts) };
}

/** Returns everything that we read from the event of an HTTP request. */
function readAll(event: RequestEvent & HttpEvent & InvokingEvent): unknown[] {
  const request = attempt(() => toFetchRequest(event));
  return [
    detectEvent(event),
    method(event),
    path(event),
    path(event, 'orders'),
    clientIp(event),
    header(event, 'x-own'),
    header(event, 'content-type'),
    headerList(event, 'accept'),
    [...cookies(event)],
    [...query(event)],
    claims(event),
    attempt(() => bodyBytes(event)),
    attempt(() => bodyText(event)),
    attempt(() => bodyJson(event)),
    jsonBody(z.unknown()).safeParse(event).error?.issues,
    formBody(z.unknown()).safeParse(event).error?.issues,
    attempt(() => sourceArnOf(event, FUNCTION)),
    request instanceof Request ? [request.url, request.method, ...request.headers] : request,
  ];
}

function attempt(act: () => unknown): unknown {
  try {
    return act();
  } catch (error) {
    return error instanceof Error ? error.message : error;
  }
}

// AWS adds keys to events without notice, including keys of other kinds of events.
describe('a key that AWS adds does not change what is read', () => {
  test.each(['rest', 'http-1.0', 'http-2.0', 'function-url'] as const)('for an event of %s', (target) => {
    fc.assert(
      fc.property(exchange(target), ADDED, ADDED, ADDED, ({ request, gateway }, top, context, inner) => {
        const event = toEvent(request, gateway) as RequestEvent & HttpEvent & InvokingEvent; // the targets above
        expect(readAll(addEverywhere(event, top, context, inner))).toEqual(readAll(event));
      }),
    );
  });

  test('for an event of a WebSocket API', () => {
    const session = buildWebsocketSession();
    const events = [session.connect(), session.message({ action: 'a' }), session.disconnect()];
    fc.assert(
      fc.property(fc.constantFrom(...events), ADDED, ADDED, (event, { multiValueQueryStringParameters: _, ...top }, context) => {
        const more = addEverywhere(event, top, context, {});
        expect([detectEvent(more), sourceArnOf(more, FUNCTION)]).toEqual([detectEvent(event), sourceArnOf(event, FUNCTION)]);
      }),
    );
  });

  test('for an event of an authorizer', () => {
    const token = { ...buildTokenAuthorizerEvent({ headers: { Authorization: 'a' } }), requestContext: undefined };
    const events = [buildRequestAuthorizerEvent(), buildRequestAuthorizerEventV2(), token];
    fc.assert(
      fc.property(fc.constantFrom(...events), ADDED, (event, top) => {
        expect(attempt(() => allowPolicy(add(event, top), 'ada'))).toEqual(allowPolicy(event, 'ada'));
      }),
    );
  });

  test('for a REST event with a rawPath', () => {
    const event = toEvent(
      { method: 'POST', target: '/prod/users/1?a=b', headers: [['Cookie', 'a=1']] },
      { target: 'rest', stage: 'prod', route: 'ANY /users/{id}' },
    ) as RequestEvent & HttpEvent & InvokingEvent; // a REST event
    expect(readAll(Object.assign({ rawPath: '/users/1' }, event))).toEqual(readAll(event));
  });
});
