import type * as aws from 'aws-lambda';
import { describe, expectTypeOf, test } from 'vitest';
import {
  type APIGatewayCognitoAuthorizerContext,
  type APIGatewayEventIAMAuthorizer,
  type APIGatewayEventJWTAuthorizer,
  type APIGatewayEventLambdaAuthorizer,
  type APIGatewayProxyEvent,
  type APIGatewayProxyEventV2,
  buildEvents,
  buildHttpEvent,
  buildRestEvent,
  buildTokenAuthorizerEvent,
  type LambdaContext,
  type LambdaFunctionURLEvent,
} from '../../src/index.js';

// Mistakes that don't compile. Each comment quotes the first line of the compiler's message; mistakes.test.ts compares them.

declare const context: LambdaContext;
const callback = (): void => {};

type ByCognito = (event: APIGatewayProxyEvent<APIGatewayCognitoAuthorizerContext>) => unknown;
type ByJwt = (event: APIGatewayProxyEventV2<APIGatewayEventJWTAuthorizer>) => unknown;
type BySession = (event: APIGatewayProxyEventV2<APIGatewayEventLambdaAuthorizer<{ tenant: string }>>) => unknown;

describe('an event without the authorizer', () => {
  test('doesn’t fit a handler that names it', () => {
    const calls = (byCognito: ByCognito, byJwt: ByJwt, bySession: BySession): unknown[] => [
      // @ts-expect-error Argument of type 'BuiltRestEvent<NoAuthorizerV1, string, BuiltAnonymousIdentity>' is not assignable to parameter
      //   of type 'APIGatewayProxyEvent<APIGatewayCognitoAuthorizerContext, string, APIGatewayEventIdentity>'.
      byCognito(buildRestEvent()),
      // @ts-expect-error Argument of type 'BuiltHttpEvent<NoAuthorizerV2, string, never>' is not assignable to parameter of type
      //   'APIGatewayProxyEventV2<APIGatewayEventJWTAuthorizer>'.
      byJwt(buildHttpEvent()),
      // @ts-expect-error Argument of type 'BuiltHttpEvent<{ lambda: { user: "ada"; }; }, string, never>' is not assignable to parameter of
      //   type 'APIGatewayProxyEventV2<APIGatewayEventLambdaAuthorizer<{ tenant: string; }>>'.
      bySession(buildHttpEvent({ authorizer: { lambda: { context: { user: 'ada' } } } })),
      // @ts-expect-error Argument of type 'BuiltHttpEvent<{ iam: IamCaller<{}>; }, string, never>' is not assignable to parameter of type
      //   'APIGatewayProxyEventV2<APIGatewayEventJWTAuthorizer>'.
      byJwt(buildHttpEvent({ authorizer: { iam: {} } })),
    ];
    expectTypeOf(calls).toBeFunction();
  });

  test('doesn’t fit a handler of @types/aws-lambda that names it', () => {
    const calls = (
      byCognito: aws.APIGatewayProxyWithCognitoAuthorizerHandler,
      byJwt: aws.APIGatewayProxyHandlerV2WithJWTAuthorizer,
    ): unknown[] => [
      // @ts-expect-error Argument of type 'BuiltRestEvent<NoAuthorizerV1, string, BuiltAnonymousIdentity>' is not assignable to parameter
      //   of type 'APIGatewayProxyWithCognitoAuthorizerEvent'.
      byCognito(buildRestEvent(), context, callback),
      // @ts-expect-error Argument of type 'BuiltHttpEvent<{ lambda: {}; }, string, never>' is not assignable to parameter of type
      //   'APIGatewayProxyEventV2WithJWTAuthorizer'.
      byJwt(buildHttpEvent({ authorizer: { lambda: { context: {} } } }), context, callback),
    ];
    expectTypeOf(calls).toBeFunction();
  });
});

describe('a general event', () => {
  test('doesn’t fit a precise type', () => {
    const assign = (rest: APIGatewayProxyEvent, http: APIGatewayProxyEventV2, url: LambdaFunctionURLEvent): unknown[] => {
      // @ts-expect-error Type 'APIGatewayProxyEvent<APIGatewayProxyEventAuthorizer | undefined, string, APIGatewayEventIdentity>' is not
      //   assignable to type 'APIGatewayProxyEvent<APIGatewayCognitoAuthorizerContext, string, APIGatewayEventIdentity>' with
      //   'exactOptionalPropertyTypes: true'. Consider adding 'undefined' to the types of the target's properties.
      const cognito: APIGatewayProxyEvent<APIGatewayCognitoAuthorizerContext> = rest;
      // @ts-expect-error Type 'APIGatewayProxyEventV2<APIGatewayProxyEventV2Authorizer | undefined>' is not assignable to type
      //   'APIGatewayProxyEventV2<APIGatewayEventJWTAuthorizer>' with 'exactOptionalPropertyTypes: true'. Consider adding 'undefined' to
      //   the types of the target's properties.
      const jwt: APIGatewayProxyEventV2<APIGatewayEventJWTAuthorizer> = http;
      // @ts-expect-error Type 'LambdaFunctionURLEvent<APIGatewayEventIAMAuthorizer | undefined>' is not assignable to type
      //   'LambdaFunctionURLEvent<APIGatewayEventIAMAuthorizer>' with 'exactOptionalPropertyTypes: true'. Consider adding 'undefined' to
      //   the types of the target's properties.
      const iam: LambdaFunctionURLEvent<APIGatewayEventIAMAuthorizer> = url;
      // @ts-expect-error Type 'APIGatewayProxyEventV2<APIGatewayProxyEventV2Authorizer | undefined>' is not assignable to type
      //   'APIGatewayProxyEventV2WithParameters<never, "GET /users/{id}">' with 'exactOptionalPropertyTypes: true'. Consider adding
      //   'undefined' to the types of the target's properties.
      const routed: APIGatewayProxyEventV2<never, 'GET /users/{id}'> = http;
      return [cognito, jwt, iam, routed];
    };
    expectTypeOf(assign).toBeFunction();
  });

  test('has an authorizer that may be missing', () => {
    const read = (rest: APIGatewayProxyEvent, none: APIGatewayProxyEventV2<never>): unknown[] => [
      // @ts-expect-error 'rest.requestContext.authorizer' is possibly 'undefined'.
      rest.requestContext.authorizer.claims,
      // @ts-expect-error Property 'authorizer' does not exist on type 'APIGatewayEventRequestContextV2WithoutAuthorizer'.
      none.requestContext.authorizer,
    ];
    expectTypeOf(read).toBeFunction();
  });
});

describe('an event of one payload format', () => {
  test('doesn’t fit a handler of the other', () => {
    const calls = (rest: (event: APIGatewayProxyEvent) => unknown, http: (event: APIGatewayProxyEventV2) => unknown): unknown[] => [
      // @ts-expect-error Argument of type 'BuiltHttpEvent<NoAuthorizerV2, string, never>' is not assignable to parameter of type
      //   'APIGatewayProxyEvent<APIGatewayProxyEventAuthorizer | undefined, string, APIGatewayEventIdentity>'.
      rest(buildHttpEvent()),
      // @ts-expect-error Argument of type 'BuiltRestEvent<NoAuthorizerV1, string, BuiltAnonymousIdentity>' is not assignable to parameter
      //   of type 'APIGatewayProxyEventV2<APIGatewayProxyEventV2Authorizer | undefined>'.
      http(buildRestEvent()),
    ];
    expectTypeOf(calls).toBeFunction();
  });
});

describe('a name of AWS’s events, used as an option of a builder,', () => {
  test('is reported with the option to use', () => {
    const calls = (): unknown[] => [
      // @ts-expect-error Type 'string' is not assignable to type 'Fix<"Did you mean `method`?">'.
      buildHttpEvent({ httpMethod: 'GET' }),
      // @ts-expect-error Object literal may only specify known properties, and 'page' does not exist in type 'Fix<"Did you mean
      //   `query`?">'.
      buildRestEvent({ path: '/users', queryStringParameters: { page: '2' } }),
      // @ts-expect-error Type 'string' is not assignable to type 'Fix<"Did you mean `path`?">'.
      buildHttpEvent({ route: 'GET /users', rawPath: '/users' }),
      // @ts-expect-error Type 'string' is not assignable to type 'Fix<"Did you mean `route`?">'.
      buildHttpEvent({ routeKey: 'GET /users' }),
      // @ts-expect-error Type 'string' is not assignable to type 'Fix<"Did you mean `path`?">'.
      buildEvents({ url: '/users' }),
      // @ts-expect-error Type 'string' is not assignable to type 'Fix<"Did you mean `path`?">'.
      buildHttpEvent.with({ url: '/users' }),
      // @ts-expect-error Type 'string' is not assignable to type 'Fix<"Did you mean `method`?">'.
      buildTokenAuthorizerEvent({ httpMethod: 'GET' }),
      // @ts-expect-error Object literal may only specify known properties, but 'methd' does not exist in type 'RoutedInit<"rest", never,
      //   undefined, undefined>'. Did you mean to write 'method'?
      buildRestEvent({ methd: 'GET' }),
    ];
    expectTypeOf(calls).toBeFunction();
  });
});

describe('a path and parameters that contradict each other', () => {
  test('are reported with what to do', () => {
    const calls = (): unknown[] => [
      // @ts-expect-error Type 'string' is not assignable to type 'Fix<"Pass `route` with `pathParameters`, and leave `path` out.">'.
      buildRestEvent({ path: '/users/1', pathParameters: { id: 1 } }),
      // @ts-expect-error Type 'string' is not assignable to type 'Fix<"Remove `path` or `pathParameters`.">'.
      buildRestEvent({ route: 'GET /users/{id}', path: '/users/1', pathParameters: { id: 1 } }),
      // @ts-expect-error Object literal may only specify known properties, and 'id' does not exist in type 'Fix<"This route has no
      //   parameters.">'.
      buildHttpEvent({ route: 'GET /users', pathParameters: { id: 1 } }),
      // @ts-expect-error Object literal may only specify known properties, and 'ix' does not exist in type 'PathParametersOf<"GET
      //   /users/{id}">'.
      buildHttpEvent({ route: 'GET /users/{id}', pathParameters: { ix: 1 } }),
      // @ts-expect-error Property 'file' is missing in type '{ id: number; }' but required in type 'PathParametersOf<"GET
      //   /users/{id}/{file+}">'.
      buildHttpEvent({ route: 'GET /users/{id}/{file+}', pathParameters: { id: 1 } }),
    ];
    expectTypeOf(calls).toBeFunction();
  });
});

describe('a route in the syntax of Express', () => {
  test('is reported with the syntax of API Gateway', () => {
    const calls = (): unknown[] => [
      // @ts-expect-error Type 'string' is not assignable to type 'Fix<"Write `/users/{id}`.">'.
      buildRestEvent({ route: '/users/:id' }),
      // @ts-expect-error Type 'string' is not assignable to type 'Fix<"Write `GET /users/{id}/files/{file}`.">'.
      buildHttpEvent({ route: 'GET /users/:id/files/:file', path: '/users/1/files/a' }),
      // @ts-expect-error Type 'string' is not assignable to type 'Fix<"Write `ANY /files/{proxy+}`.">'.
      buildHttpEvent({ route: 'ANY /files/*', pathParameters: { proxy: 'a' } }),
      // @ts-expect-error Type 'string' is not assignable to type 'Fix<"Write `GET /users/{id}`.">'.
      buildTokenAuthorizerEvent({ route: 'GET /users/:id' }),
    ];
    expectTypeOf(calls).toBeFunction();
  });
});
