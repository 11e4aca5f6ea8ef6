import { detectEvent, type EventKind, GatewayError } from 'apigw-proxy';
import { authorizerEvent, event, exchange, gateway, refusedResult, result } from 'apigw-proxy/arbitraries';
import * as schemas from 'apigw-proxy/schemas';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type * as z from 'zod';

const SCHEMAS: Readonly<Record<Exclude<EventKind, 'unknown' | 'authorizer-token'>, z.ZodType>> = {
  rest: schemas.APIGatewayProxyEventSchema,
  'http-1.0': schemas.APIGatewayProxyEventSchema,
  'http-2.0': schemas.APIGatewayProxyEventV2Schema,
  'function-url': schemas.LambdaFunctionURLEventSchema,
  'websocket-connect': schemas.APIGatewayProxyWebsocketConnectEventSchema,
  'websocket-message': schemas.APIGatewayProxyWebsocketMessageEventSchema,
  'websocket-disconnect': schemas.APIGatewayProxyWebsocketDisconnectEventSchema,
  'authorizer-request-rest': schemas.APIGatewayRequestAuthorizerEventSchema,
  'authorizer-request-http-1.0': schemas.APIGatewayRequestAuthorizerEventV1Schema,
  'authorizer-request-http-2.0': schemas.APIGatewayRequestAuthorizerEventV2Schema,
  'authorizer-request-websocket': schemas.APIGatewayWebsocketRequestAuthorizerEventSchema,
};

const TARGETS = ['rest', 'http-1.0', 'http-2.0', 'function-url', 'websocket'] as const;
const AUTHORIZER_TARGETS = ['rest', 'http-1.0', 'http-2.0', 'websocket'] as const;

describe('event', () => {
  test.each(TARGETS)('generates %s events that the guard, the schema and zod alone accept', async (target) => {
    await fc.assert(fc.asyncProperty(event(target), passes));
  });
});

describe('authorizerEvent', () => {
  test.each(AUTHORIZER_TARGETS)('generates %s events that the guard, the schema and zod alone accept', async (target) => {
    await fc.assert(fc.asyncProperty(authorizerEvent(target), passes));
  });
});

async function passes(drawn: object): Promise<void> {
  const kind = detectEvent(drawn);
  // Every event has a kind, and none is for a token authorizer.
  const schema = SCHEMAS[kind as keyof typeof SCHEMAS];
  expect(schema, kind).toBeDefined();
  expect(schema.parse(drawn)).toBe(drawn);
  // An asynchronous parse skips the fast path.
  expect((await schema.safeParseAsync(drawn)).error).toBeUndefined();
}

describe('an unknown target', () => {
  test.each(Object.entries<(target: never) => unknown>({ authorizerEvent, event, exchange, gateway, refusedResult, result }))(
    'is an error of %s',
    (_, generate) => {
      for (const target of ['http', 'constructor', undefined, null, 5]) {
        expect(() => generate(target as never)).toThrow(GatewayError);
      }
    },
  );
});
