import type { IsAny, IsEqual } from 'type-fest';
import { describe, expectTypeOf, test } from 'vitest';
import type * as z from 'zod';
import * as guards from '../../src/guards/index.js';
import type * as schemas from '../../src/schemas/index.js';
import type {
  APIGatewayAuthorizerResult,
  APIGatewayAuthorizerResultContext,
  BaseStatement,
  Statement,
} from '../../src/types/authorizer-result.js';
import type { EventKind } from '../../src/types/event-kind.js';
import type { LambdaFunctionURLEvent } from '../../src/types/function-url-event.js';
import type { APIGatewayProxyEvent } from '../../src/types/proxy-event.js';
import type { APIGatewayProxyEventV2 } from '../../src/types/proxy-event-v2.js';
import type { APIGatewayProxyResult } from '../../src/types/proxy-result.js';
import type { APIGatewayProxyResultV2, APIGatewayProxyStructuredResultV2 } from '../../src/types/proxy-result-v2.js';
import type { APIGatewayRequestAuthorizerEvent } from '../../src/types/request-authorizer-event.js';
import type { APIGatewayRequestAuthorizerEventV1 } from '../../src/types/request-authorizer-event-v1.js';
import type { APIGatewayRequestAuthorizerEventV2 } from '../../src/types/request-authorizer-event-v2.js';
import type { APIGatewaySimpleAuthorizerResult } from '../../src/types/simple-authorizer-result.js';
import type { HttpResponseStreamMetadata } from '../../src/types/stream-metadata.js';
import type { APIGatewayTokenAuthorizerEvent } from '../../src/types/token-authorizer-event.js';
import type {
  APIGatewayProxyWebsocketConnectEvent,
  APIGatewayProxyWebsocketDisconnectEvent,
  APIGatewayProxyWebsocketEvent,
  APIGatewayProxyWebsocketMessageEvent,
} from '../../src/types/websocket-event.js';
import type { APIGatewayWebsocketRequestAuthorizerEvent } from '../../src/types/websocket-request-authorizer-event.js';
import type { APIGatewayProxyWebsocketResult } from '../../src/types/websocket-result.js';

/** The interface of each schema. A new shape needs a line here. */
interface Shapes {
  APIGatewayAuthorizerResultSchema: APIGatewayAuthorizerResult;
  APIGatewayProxyEventSchema: APIGatewayProxyEvent;
  APIGatewayProxyEventV2Schema: APIGatewayProxyEventV2;
  APIGatewayProxyResultSchema: APIGatewayProxyResult;
  APIGatewayProxyResultV2Schema: APIGatewayProxyResultV2;
  APIGatewayProxyStructuredResultV2Schema: APIGatewayProxyStructuredResultV2;
  APIGatewayProxyWebsocketConnectEventSchema: APIGatewayProxyWebsocketConnectEvent;
  APIGatewayProxyWebsocketDisconnectEventSchema: APIGatewayProxyWebsocketDisconnectEvent;
  APIGatewayProxyWebsocketEventSchema: APIGatewayProxyWebsocketEvent;
  APIGatewayProxyWebsocketMessageEventSchema: APIGatewayProxyWebsocketMessageEvent;
  APIGatewayProxyWebsocketResultSchema: APIGatewayProxyWebsocketResult;
  APIGatewayRequestAuthorizerEventSchema: APIGatewayRequestAuthorizerEvent;
  APIGatewayRequestAuthorizerEventV1Schema: APIGatewayRequestAuthorizerEventV1;
  APIGatewayRequestAuthorizerEventV2Schema: APIGatewayRequestAuthorizerEventV2;
  APIGatewaySimpleAuthorizerResultSchema: APIGatewaySimpleAuthorizerResult;
  APIGatewayTokenAuthorizerEventSchema: APIGatewayTokenAuthorizerEvent;
  APIGatewayWebsocketRequestAuthorizerEventSchema: APIGatewayWebsocketRequestAuthorizerEvent;
  HttpResponseStreamMetadataSchema: HttpResponseStreamMetadata;
  LambdaFunctionURLEventSchema: LambdaFunctionURLEvent;
}

type Output<Name extends keyof Shapes> = z.output<(typeof schemas)[Name]>;
type Input<Name extends keyof Shapes> = z.input<(typeof schemas)[Name]>;

/** The shapes whose schema differs from the interface. */
type Different = { [Name in keyof Shapes]: IsEqual<Output<Name>, Shapes[Name]> extends true ? never : Name }[keyof Shapes];
type DifferentInput = { [Name in keyof Shapes]: IsEqual<Input<Name>, Shapes[Name]> extends true ? never : Name }[keyof Shapes];

/** `'any'` if any part of the type, at any depth, is `any`. */
type AnyIn<T> =
  IsAny<T> extends true
    ? 'any'
    : T extends readonly (infer Item)[]
      ? AnyIn<Item>
      : T extends object
        ? { [Key in keyof T]-?: AnyIn<T[Key]> }[keyof T]
        : never;

describe('schemas', () => {
  test('are all listed here', () => {
    expectTypeOf<Extract<keyof typeof schemas, `${string}Schema`>>().toEqualTypeOf<keyof Shapes>();
  });

  test('have the interface as output and input', () => {
    expectTypeOf<Different>().toEqualTypeOf<never>();
    expectTypeOf<DifferentInput>().toEqualTypeOf<never>();
  });

  test('contain no any', () => {
    expectTypeOf<AnyIn<Shapes[keyof Shapes]>>().toEqualTypeOf<never>();
    expectTypeOf<AnyIn<Output<keyof Shapes>>>().toEqualTypeOf<never>();
    expectTypeOf<AnyIn<{ a: { b: ReturnType<typeof JSON.parse>[] } }>>().toEqualTypeOf<'any'>();
  });

  test('have a type for known fields only', () => {
    expectTypeOf<Output<'APIGatewayProxyEventSchema'>['requestContext']['identity']['vpcId']>().toEqualTypeOf<string | undefined>();
    // @ts-expect-error Unknown keys are accepted, but they have no type.
    expectTypeOf<Output<'APIGatewayProxyEventSchema'>['hedaers']>();
  });
});

describe('guards', () => {
  test('narrow to the interface', () => {
    expectTypeOf(guards.isAPIGatewayProxyEvent).guards.toEqualTypeOf<APIGatewayProxyEvent>();
    expectTypeOf(guards.isAPIGatewayProxyEventV2).guards.toEqualTypeOf<APIGatewayProxyEventV2>();
    expectTypeOf(guards.isLambdaFunctionURLEvent).guards.toEqualTypeOf<LambdaFunctionURLEvent>();
    expectTypeOf(guards.isAPIGatewayProxyWebsocketEvent).guards.toEqualTypeOf<APIGatewayProxyWebsocketEvent>();
    expectTypeOf(guards.isAPIGatewayAuthorizerResult).guards.toEqualTypeOf<APIGatewayAuthorizerResult>();
    expectTypeOf(guards.detectEvent).returns.toEqualTypeOf<EventKind>();
  });
});

describe('types', () => {
  test('distinguish absent from null', () => {
    // @ts-expect-error A payload 2.0 body is never null.
    expectTypeOf<null>().toExtend<NonNullable<APIGatewayProxyEventV2['body']>>();
    expectTypeOf<null>().toExtend<APIGatewayProxyEvent['body']>();
    // @ts-expect-error An optional field is absent, not undefined.
    const result: APIGatewayProxyResult = { statusCode: 200, body: undefined };
    expectTypeOf(result).toEqualTypeOf<APIGatewayProxyResult>();
  });

  test('reject what API Gateway rejects', () => {
    // @ts-expect-error A body is a string.
    const parsed: APIGatewayProxyResult = { statusCode: 200, body: { ok: true } };
    // @ts-expect-error The effect is Allow or Deny.
    const effect: BaseStatement = { Effect: 'allow' };
    // @ts-expect-error A statement names its resources.
    const statement: Statement = { Effect: 'Allow', Action: '*' };
    // @ts-expect-error The context of a policy is flat.
    const context: APIGatewayAuthorizerResultContext = { scopes: ['a'] };
    expectTypeOf([parsed, effect, statement, context]).toBeArray();
  });
});
