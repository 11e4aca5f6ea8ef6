import { describe, expectTypeOf, test } from 'vitest';
import {
  type APIGatewayProxyEvent,
  type APIGatewayProxyEventV2,
  type APIGatewayProxyWebsocketEvent,
  type APIGatewayProxyWebsocketMessageEvent,
  isEvent,
} from '../../src/index.js';

describe('isEvent', () => {
  test('narrows an unknown value', () => {
    const read = (value: unknown): unknown => {
      if (isEvent(value, 'rest', 'http-1.0')) expectTypeOf(value).toEqualTypeOf<APIGatewayProxyEvent>();
      return isEvent(value, 'http-2.0') ? value.rawPath : undefined;
    };
    expectTypeOf(read).toBeFunction();
  });

  test('narrows a union to one of its events', () => {
    const read = (event: APIGatewayProxyEvent | APIGatewayProxyEventV2): string =>
      isEvent(event, 'http-2.0') ? event.rawPath : event.path;
    const say = (event: APIGatewayProxyWebsocketEvent): string => {
      if (!isEvent(event, 'websocket-message')) return '';
      expectTypeOf(event).toEqualTypeOf<APIGatewayProxyWebsocketMessageEvent>();
      return event.requestContext.messageId;
    };
    expectTypeOf([read, say]).toBeArray();
  });

  test('rejects an unknown kind', () => {
    // @ts-expect-error Payload 1.0 exists on two kinds of API.
    isEvent({}, 'v1');
  });
});

describe('APIGatewayProxyWebsocketEvent', () => {
  test('has the fields of every event', () => {
    const read = (event: APIGatewayProxyWebsocketEvent): (string | undefined)[] => [
      event.body,
      event.queryStringParameters?.['token'],
      event.headers?.['Host'],
    ];
    expectTypeOf(read).toBeFunction();
  });

  test('is narrowed by its body', () => {
    const read = (event: APIGatewayProxyWebsocketEvent): string => (event.body === undefined ? '' : event.requestContext.messageId);
    expectTypeOf(read).toBeFunction();
  });
});
