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
  ])('accepts a %s event, as does no more than one of the three guards', (_, event, guard) => {
    expect(isAPIGatewayProxyWebsocketEvent(event)).toBe(true);
    expect(
      [isAPIGatewayProxyWebsocketConnectEvent, isAPIGatewayProxyWebsocketMessageEvent, isAPIGatewayProxyWebsocketDisconnectEvent].filter(
        (one) => one(event),
      ),
    ).toEqual([guard]);
  });

  test('accepts an event of 2021, whose identity has null for a missing user agent', () => {
    const requestContext = { ...connectEvent.requestContext, identity: { userAgent: null, sourceIp: '192.0.2.1' } };
    expect(isAPIGatewayProxyWebsocketEvent({ ...connectEvent, requestContext })).toBe(true);
  });

  test.each([
    ['a message without a body', { ...messageEvent, body: undefined }],
    ['a message without an id', { ...messageEvent, requestContext: { ...messageEvent.requestContext, messageId: null } }],
    ['a connection without headers', { ...connectEvent, headers: undefined }],
    [
      'a disconnection without a code',
      { ...disconnectEvent, requestContext: { ...disconnectEvent.requestContext, disconnectStatusCode: null } },
    ],
    ['another type', { ...connectEvent, requestContext: { ...connectEvent.requestContext, eventType: 'connect' } }],
  ])('refuses %s', (_, event) => {
    expect(isAPIGatewayProxyWebsocketEvent(event)).toBe(false);
  });
});
