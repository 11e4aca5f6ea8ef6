import { type Gateway, type HttpRequest, toEvent } from 'apigw-proxy';
import { describe, expect, test } from 'vitest';

const REQUEST: HttpRequest = { method: 'GET', target: '/prod', headers: [], body: new TextEncoder().encode('{"action":"say"}') };
const GATEWAY: Gateway<'websocket'> = {
  target: 'websocket',
  ids: { requestId: 'e', connectionId: 'c', messageId: 'm' },
};
const HOST = 'a1b2c3d4e5.execute-api.us-east-1.amazonaws.com';

/** The context that every event of the connection has. */
const CONTEXT = {
  apiId: 'a1b2c3d4e5',
  connectedAt: 1767323045678,
  connectionId: 'c',
  domainName: HOST,
  extendedRequestId: 'e',
  identity: { sourceIp: '203.0.113.1' },
  messageDirection: 'IN',
  requestId: 'e',
  requestTime: '02/Jan/2026:03:04:05 +0000',
  requestTimeEpoch: 1767323045678,
  stage: 'prod',
};

const AUTHORIZER = { lambda: { principalId: 'ada' } };
const ADDED = { authorizer: { principalId: 'ada', integrationLatency: 0 } };

describe('toEvent for a WebSocket API', () => {
  test.each<[Partial<Gateway>, object]>([
    [{}, {}],
    [{ authorizer: AUTHORIZER }, ADDED],
  ])('returns the message of the default route with %j', (settings, added) => {
    expect(toEvent(REQUEST, { ...GATEWAY, ...settings })).toStrictEqual({
      requestContext: { ...CONTEXT, ...added, eventType: 'MESSAGE', messageId: 'm', routeKey: '$default' },
      body: '{"action":"say"}',
      isBase64Encoded: false,
    });
  });

  test.each<[Partial<Gateway>, object]>([
    [{}, { disconnectStatusCode: 1005, disconnectReason: 'Client-side close frame status not set' }],
    [{ close: { code: 1001 } }, { disconnectStatusCode: 1001, disconnectReason: '' }],
    [
      { close: { code: 1001, reason: 'Going away' }, authorizer: AUTHORIZER },
      { ...ADDED, disconnectStatusCode: 1001, disconnectReason: 'Going away' },
    ],
  ])('returns the end of a connection with %j', (settings, added) => {
    expect(toEvent(REQUEST, { ...GATEWAY, ...settings, route: '$disconnect' })).toStrictEqual({
      headers: { Host: HOST, 'x-api-key': '', 'X-Forwarded-For': '', 'x-restapi': '' },
      multiValueHeaders: { Host: [HOST], 'x-api-key': [''], 'X-Forwarded-For': [''], 'x-restapi': [''] },
      requestContext: { ...CONTEXT, ...added, eventType: 'DISCONNECT', routeKey: '$disconnect' },
      isBase64Encoded: false,
    });
  });

  test.each(['$connect', '$disconnect', 'say'])('has stage variables only if there are some: %s', (route) => {
    expect(toEvent(REQUEST, { ...GATEWAY, route, stageVariables: {} })).not.toHaveProperty('stageVariables');
    expect(toEvent(REQUEST, { ...GATEWAY, route, stageVariables: { a: '1' } }).stageVariables).toEqual({ a: '1' });
  });

  test('has text, whatever media types are binary', () => {
    expect(toEvent(REQUEST, { ...GATEWAY, binaryMediaTypes: ['*/*'] })).toMatchObject({ body: '{"action":"say"}', isBase64Encoded: false });
  });
});
