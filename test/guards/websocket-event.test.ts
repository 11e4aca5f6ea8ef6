import { describe, expect, test } from 'vitest';
import {
  isAPIGatewayProxyWebsocketConnectEvent,
  isAPIGatewayProxyWebsocketDisconnectEvent,
  isAPIGatewayProxyWebsocketEvent,
  isAPIGatewayProxyWebsocketMessageEvent,
} from '../../src/guards/index.js';
import { connectEvent, disconnectEvent, messageEvent } from './samples.js';

describe('isAPIGatewayProxyWebsocketEvent', () => {
  test.each([
    ['connect', connectEvent, isAPIGatewayProxyWebsocketConnectEvent],
    ['message', messageEvent, isAPIGatewayProxyWebsocketMessageEvent],
    ['disconnect', disconnectEvent, isAPIGatewayProxyWebsocketDisconnectEvent],
  ])('accepts a %s event, and so does exactly one of the three guards', (_, event, guard) => {
    expect(isAPIGatewayProxyWebsocketEvent(event)).toBe(true);
    expect(
      [isAPIGatewayProxyWebsocketConnectEvent, isAPIGatewayProxyWebsocketMessageEvent, isAPIGatewayProxyWebsocketDisconnectEvent].filter(
        (one) => one(event),
      ),
    ).toEqual([guard]);
  });

  test('accepts a null user agent, as in 2021', () => {
    const requestContext = { ...connectEvent.requestContext, identity: { userAgent: null, sourceIp: '192.0.2.1' } };
    expect(isAPIGatewayProxyWebsocketEvent({ ...connectEvent, requestContext })).toBe(true);
  });

  test.each([
    ['a message without a body', { ...messageEvent, body: undefined }],
    ['a message without an id', { ...messageEvent, requestContext: { ...messageEvent.requestContext, messageId: null } }],
    ['a $connect event without headers', { ...connectEvent, headers: undefined }],
    [
      'a $disconnect event without a code',
      { ...disconnectEvent, requestContext: { ...disconnectEvent.requestContext, disconnectStatusCode: null } },
    ],
    ['an unknown event type', { ...connectEvent, requestContext: { ...connectEvent.requestContext, eventType: 'connect' } }],
  ])('rejects %s', (_, event) => {
    expect(isAPIGatewayProxyWebsocketEvent(event)).toBe(false);
  });
});
