import type { IsAny } from 'type-fest';
import { describe, expectTypeOf, test } from 'vitest';
import * as z from 'zod';
import type { APIGatewayProxyEvent, APIGatewayProxyEventV2 } from '../../src/index.js';
import {
  APIGatewayProxyEventSchema,
  APIGatewayProxyEventV2Schema,
  APIGatewayProxyWebsocketEventSchema,
  APIGatewayProxyWebsocketMessageEventSchema,
  APIGatewayRequestAuthorizerEventV2Schema,
  APIGatewayTokenAuthorizerEventSchema,
  bytesBody,
  type EventWithBody,
  formBody,
  jsonBody,
  LambdaFunctionURLEventSchema,
  refineEvent,
  textBody,
} from '../../src/schemas/index.js';

const User = z.object({ name: z.string() });
const Id = z.object({ id: z.coerce.number() });

const Rest = refineEvent(APIGatewayProxyEventSchema, {
  body: jsonBody(User),
  pathParameters: Id,
  queryStringParameters: z.object({ q: z.string() }).nullable(),
  authorizer: z.object({ tenant: z.string() }),
});
const Http = refineEvent(APIGatewayProxyEventV2Schema, {
  body: jsonBody(User.optional()),
  pathParameters: Id.optional(),
  stageVariables: z.object({ TABLE: z.string() }),
  authorizer: z.object({ lambda: z.object({ tenant: z.string() }) }).optional(),
});
type Rest = z.output<typeof Rest>;
type Http = z.output<typeof Http>;

describe('refineEvent', () => {
  test('has the types of its fields', () => {
    expectTypeOf<Rest['body']>().toEqualTypeOf<{ name: string }>();
    expectTypeOf<Rest['pathParameters']>().toEqualTypeOf<{ id: number }>();
    expectTypeOf<Rest['queryStringParameters']>().toEqualTypeOf<{ q: string } | null>();
    expectTypeOf<Rest['requestContext']['authorizer']>().toEqualTypeOf<{ tenant: string }>();
  });

  test('distinguishes absent from present', () => {
    expectTypeOf<Http['body']>().toEqualTypeOf<{ name: string } | undefined>();
    expectTypeOf<Http>().toExtend<{ pathParameters?: { id: number } | undefined }>();
    // @ts-expect-error The parameters may be absent.
    expectTypeOf<Http>().toExtend<{ pathParameters: unknown }>();
    expectTypeOf<Http['stageVariables']>().toEqualTypeOf<{ TABLE: string }>();
    expectTypeOf<NonNullable<Http['requestContext']['authorizer']>['lambda']>().toEqualTypeOf<{ tenant: string }>();
  });

  test('keeps the types of all other fields', () => {
    type Kept = 'headers' | 'multiValueHeaders' | 'httpMethod' | 'isBase64Encoded' | 'version' | 'stageVariables';
    expectTypeOf<Pick<Rest, Kept>>().toEqualTypeOf<Pick<APIGatewayProxyEvent, Kept>>();
    expectTypeOf<keyof Rest>().toEqualTypeOf<keyof APIGatewayProxyEvent>();
    expectTypeOf<Rest['requestContext']['identity']>().toEqualTypeOf<APIGatewayProxyEvent['requestContext']['identity']>();
    expectTypeOf<Http['requestContext']['http']>().toEqualTypeOf<APIGatewayProxyEventV2['requestContext']['http']>();
    expectTypeOf<z.input<typeof Rest>>().toEqualTypeOf<APIGatewayProxyEvent>();
    expectTypeOf<IsAny<Rest['body']>>().toEqualTypeOf<false>();
  });

  test('works for every event', () => {
    const message = refineEvent(APIGatewayProxyWebsocketMessageEventSchema, { body: jsonBody(z.object({ action: z.string() })) });
    expectTypeOf<z.output<typeof message>['body']['action']>().toBeString();
    const url = refineEvent(LambdaFunctionURLEventSchema, { body: bytesBody() });
    expectTypeOf<z.output<typeof url>['body']>().toEqualTypeOf<Uint8Array>();
    const token = refineEvent(APIGatewayTokenAuthorizerEventSchema, { authorizationToken: z.templateLiteral(['Bearer ', z.string()]) });
    expectTypeOf<z.output<typeof token>['authorizationToken']>().toEqualTypeOf<`Bearer ${string}`>();
    const request = refineEvent(APIGatewayRequestAuthorizerEventV2Schema, { identitySource: z.tuple([z.string()]) });
    expectTypeOf<z.output<typeof request>['identitySource']>().toEqualTypeOf<[string]>();
    const any = refineEvent(APIGatewayProxyWebsocketEventSchema, { authorizer: z.object({ tenant: z.string() }) });
    expectTypeOf<z.output<typeof any>['requestContext']['authorizer']['tenant']>().toBeString();
    expectTypeOf<Extract<z.output<typeof any>, { body: string }>['body']>().toBeString();
    const anyBody = refineEvent(APIGatewayProxyWebsocketEventSchema, { body: jsonBody(User.optional()) });
    expectTypeOf<z.output<typeof anyBody>['body']>().toEqualTypeOf<{ name: string } | undefined>();
  });

  test('rejects fields that the event doesn’t have', () => {
    // @ts-expect-error A misspelled field.
    refineEvent(APIGatewayProxyEventSchema, { pathParams: Id });
    // @ts-expect-error Payload 2.0 has no such field.
    refineEvent(APIGatewayProxyEventV2Schema, { multiValueHeaders: z.object({}) });
    // @ts-expect-error An authorizer's event has no authorizer.
    refineEvent(APIGatewayTokenAuthorizerEventSchema, { authorizer: Id });
    // @ts-expect-error The request context of an authorizer's event has no authorizer.
    refineEvent(APIGatewayRequestAuthorizerEventV2Schema, { authorizer: Id });
  });

  test('rejects a plain schema as the body', () => {
    // @ts-expect-error jsonBody is missing.
    refineEvent(APIGatewayProxyEventSchema, { body: User });
    // @ts-expect-error textBody is missing.
    refineEvent(APIGatewayProxyEventSchema, { body: z.string() });
  });
});

describe('body schemas', () => {
  test('read an event and return the output of their schema', () => {
    expectTypeOf<z.input<ReturnType<typeof textBody>>>().toEqualTypeOf<EventWithBody>();
    expectTypeOf(jsonBody(User.transform(({ name }) => name.length)).parse({})).toEqualTypeOf<number>();
    expectTypeOf(formBody(User).parse({})).toEqualTypeOf<{ name: string }>();
    expectTypeOf(textBody().parse({})).toEqualTypeOf<string>();
    expectTypeOf(textBody(z.string().optional()).parse({})).toEqualTypeOf<string | undefined>();
    expectTypeOf(bytesBody().parse({})).toEqualTypeOf<Uint8Array>();
  });
});
