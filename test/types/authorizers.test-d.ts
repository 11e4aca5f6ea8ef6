import { describe, expectTypeOf, test } from 'vitest';
import type {
  APIGatewayCognitoAuthorizerContext,
  APIGatewayEventCognitoIdentity,
  APIGatewayEventConsoleTestIdentity,
  APIGatewayEventIAMAuthorizer,
  APIGatewayEventIAMIdentity,
  APIGatewayEventJWTAuthorizer,
  APIGatewayEventLambdaAuthorizer,
  APIGatewayEventMutualTLSIdentity,
  APIGatewayEventPrivateIdentity,
  APIGatewayJWTAuthorizerContext,
  APIGatewayLambdaAuthorizerContext,
  APIGatewayLambdaAuthorizerContextV1,
  APIGatewayProxyEvent,
  APIGatewayProxyEventV2,
  APIGatewayProxyHandler,
  APIGatewayProxyHandlerV2,
  LambdaFunctionURLEvent,
} from '../../src/index.js';
import { createLocalApi } from '../../src/local/index.js';

/** Types that a user could write, as interfaces: they have no index signature. */
interface Session {
  tenant: string;
  roles: string[];
}
interface FlatSession {
  principalId: string;
  tenant: string;
}
interface OwnAuthorizer {
  lambda: Session;
}

type AuthorizerOf<Event extends { requestContext: { authorizer?: unknown } }> = Event['requestContext']['authorizer'];

describe('a named authorizer', () => {
  test('is required', () => {
    expectTypeOf<
      AuthorizerOf<APIGatewayProxyEvent<APIGatewayCognitoAuthorizerContext>>
    >().toEqualTypeOf<APIGatewayCognitoAuthorizerContext>();
    expectTypeOf<AuthorizerOf<APIGatewayProxyEvent<FlatSession>>['tenant']>().toBeString();
    expectTypeOf<AuthorizerOf<APIGatewayProxyEventV2<APIGatewayEventJWTAuthorizer>>>().toEqualTypeOf<APIGatewayEventJWTAuthorizer>();
    expectTypeOf<AuthorizerOf<APIGatewayProxyEventV2<APIGatewayEventLambdaAuthorizer<Session>>>['lambda']['roles']>().toEqualTypeOf<
      string[]
    >();
    expectTypeOf<AuthorizerOf<LambdaFunctionURLEvent<APIGatewayEventIAMAuthorizer>>>().toEqualTypeOf<APIGatewayEventIAMAuthorizer>();
  });

  test('is optional if it includes undefined', () => {
    expectTypeOf<AuthorizerOf<APIGatewayProxyEvent<FlatSession | undefined>>>().toExtend<FlatSession | undefined>();
    expectTypeOf<undefined>().toExtend<AuthorizerOf<APIGatewayProxyEvent<FlatSession | undefined>>>();
    expectTypeOf<undefined>().toExtend<AuthorizerOf<APIGatewayProxyEventV2<APIGatewayEventJWTAuthorizer | undefined>>>();
  });

  test('is optional by default, and never null', () => {
    expectTypeOf<undefined>().toExtend<APIGatewayProxyEvent['requestContext']['authorizer']>();
    expectTypeOf<undefined>().toExtend<APIGatewayProxyEventV2['requestContext']['authorizer']>();
    expectTypeOf<LambdaFunctionURLEvent['requestContext']['authorizer']>().toEqualTypeOf<APIGatewayEventIAMAuthorizer | undefined>();
    const without: APIGatewayProxyEventV2['requestContext'] = {} as APIGatewayProxyEventV2<never>['requestContext'];
    expectTypeOf(without).toHaveProperty('authorizer');
  });

  test('is absent for never', () => {
    expectTypeOf<APIGatewayProxyEvent<never>['requestContext']>().not.toHaveProperty('authorizer');
    expectTypeOf<APIGatewayProxyEventV2<never>['requestContext']>().not.toHaveProperty('authorizer');
    expectTypeOf<LambdaFunctionURLEvent<never>['requestContext']>().not.toHaveProperty('authorizer');
  });
});

describe('the default authorizer of payload 1.0', () => {
  test('has claims that can be read by name', () => {
    type Claims = NonNullable<APIGatewayProxyEvent['requestContext']['authorizer']>['claims'];
    expectTypeOf<Claims>().toEqualTypeOf<{ [claim: string]: string | undefined } | null | undefined>();
    const read = ({ requestContext }: APIGatewayProxyEvent): (string | undefined)[] => [
      requestContext.authorizer?.claims?.['email'],
      requestContext.authorizer?.claims?.['sub'],
    ];
    expectTypeOf(read).toBeFunction();
  });
});

describe('a precise event', () => {
  test('fits the general type of payload 1.0, for every authorizer', () => {
    type Event<T> = APIGatewayProxyEvent<T>;
    expectTypeOf<Event<APIGatewayCognitoAuthorizerContext>>().toExtend<APIGatewayProxyEvent>();
    expectTypeOf<Event<APIGatewayLambdaAuthorizerContext>>().toExtend<APIGatewayProxyEvent>();
    expectTypeOf<Event<APIGatewayJWTAuthorizerContext>>().toExtend<APIGatewayProxyEvent>();
    expectTypeOf<Event<APIGatewayLambdaAuthorizerContextV1>>().toExtend<APIGatewayProxyEvent>();
    expectTypeOf<Event<FlatSession>>().toExtend<APIGatewayProxyEvent>();
    expectTypeOf<Event<FlatSession | undefined>>().toExtend<APIGatewayProxyEvent>();
    expectTypeOf<Event<FlatSession>>().toExtend<Event<FlatSession | undefined>>();
    expectTypeOf<Event<never>>().toExtend<APIGatewayProxyEvent>();
  });

  test('fits the general type of payload 2.0, for every authorizer', () => {
    type Event<T> = APIGatewayProxyEventV2<T>;
    expectTypeOf<Event<APIGatewayEventJWTAuthorizer>>().toExtend<APIGatewayProxyEventV2>();
    expectTypeOf<Event<APIGatewayEventIAMAuthorizer>>().toExtend<APIGatewayProxyEventV2>();
    expectTypeOf<Event<APIGatewayEventLambdaAuthorizer>>().toExtend<APIGatewayProxyEventV2>();
    expectTypeOf<Event<APIGatewayEventLambdaAuthorizer<Session>>>().toExtend<APIGatewayProxyEventV2>();
    expectTypeOf<Event<APIGatewayEventLambdaAuthorizer<Session | null>>>().toExtend<APIGatewayProxyEventV2>();
    expectTypeOf<Event<OwnAuthorizer>>().toExtend<APIGatewayProxyEventV2>();
    expectTypeOf<Event<OwnAuthorizer | undefined>>().toExtend<APIGatewayProxyEventV2>();
    expectTypeOf<Event<never>>().toExtend<APIGatewayProxyEventV2>();
    expectTypeOf<LambdaFunctionURLEvent<APIGatewayEventIAMAuthorizer>>().toExtend<LambdaFunctionURLEvent>();
    expectTypeOf<LambdaFunctionURLEvent<never>>().toExtend<LambdaFunctionURLEvent>();
  });

  test('fits the general type for every identity and route', () => {
    type Event<I extends APIGatewayProxyEvent['requestContext']['identity']> = APIGatewayProxyEvent<FlatSession, 'GET /users/{id}', I>;
    expectTypeOf<Event<APIGatewayEventIAMIdentity>>().toExtend<APIGatewayProxyEvent>();
    expectTypeOf<Event<APIGatewayEventCognitoIdentity>>().toExtend<APIGatewayProxyEvent>();
    expectTypeOf<Event<APIGatewayEventPrivateIdentity>>().toExtend<APIGatewayProxyEvent>();
    expectTypeOf<Event<APIGatewayEventMutualTLSIdentity>>().toExtend<APIGatewayProxyEvent>();
    expectTypeOf<Event<APIGatewayEventConsoleTestIdentity>>().toExtend<APIGatewayProxyEvent>();
    expectTypeOf<APIGatewayProxyEventV2<OwnAuthorizer, 'GET /a/{b}' | 'GET /a'>>().toExtend<APIGatewayProxyEventV2>();
  });

  test('isn’t satisfied by a general event', () => {
    const rest = {} as APIGatewayProxyEvent;
    const http = {} as APIGatewayProxyEventV2;
    const url = {} as LambdaFunctionURLEvent;
    // @ts-expect-error Type 'APIGatewayProxyEvent<…>' is not assignable: the authorizer may be missing.
    const cognito: APIGatewayProxyEvent<APIGatewayCognitoAuthorizerContext> = rest;
    // @ts-expect-error The authorizer may be missing.
    const jwt: APIGatewayProxyEventV2<APIGatewayEventJWTAuthorizer> = http;
    // @ts-expect-error The authorizer may be missing.
    const iam: LambdaFunctionURLEvent<APIGatewayEventIAMAuthorizer> = url;
    // @ts-expect-error The parameters may be missing.
    const routed: APIGatewayProxyEventV2<never, 'GET /users/{id}'> = http;
    expectTypeOf([cognito, jwt, iam, routed]).toBeArray();
  });
});

describe('a handler with a named authorizer', () => {
  test('is accepted by a local API', () => {
    const cognito: APIGatewayProxyHandler<APIGatewayCognitoAuthorizerContext> = async ({ requestContext }) => ({
      statusCode: 200,
      body: requestContext.authorizer.claims['sub'] ?? '',
    });
    const session: APIGatewayProxyHandler<FlatSession> = async () => ({ statusCode: 200 });
    const jwt: APIGatewayProxyHandlerV2<string, APIGatewayEventJWTAuthorizer> = async ({ requestContext }) =>
      requestContext.authorizer.jwt.claims['sub'] ?? '';
    const lambda: APIGatewayProxyHandlerV2<string, APIGatewayEventLambdaAuthorizer<Session>> = async ({ requestContext }) =>
      requestContext.authorizer.lambda.tenant;
    const make = (): unknown[] => [
      createLocalApi({ target: 'rest', routes: { 'GET /a': cognito, 'GET /b': { handler: session } } }),
      createLocalApi({ target: 'http-2.0', routes: { 'GET /a': jwt, 'GET /b': { handler: lambda } } }),
    ];
    expectTypeOf(make).toBeFunction();
  });
});
