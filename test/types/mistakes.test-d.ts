import type * as aws from 'aws-lambda';
import { describe, expectTypeOf, test } from 'vitest';
import {
  type APIGatewayCognitoAuthorizerContext,
  type APIGatewayEventIAMAuthorizer,
  type APIGatewayEventJWTAuthorizer,
  type APIGatewayEventLambdaAuthorizer,
  type APIGatewayProxyEvent,
  type APIGatewayProxyEventV2,
  buildHttpEvent,
  buildRestEvent,
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
