import type { IsEqual } from 'type-fest';
import { describe, expectTypeOf, test } from 'vitest';
import type {
  APIGatewayEventIAMIdentity,
  APIGatewayEventPrivateIdentity,
  APIGatewayProxyEvent,
  APIGatewayProxyEventAuthorizer,
  APIGatewayProxyEventPathParameters,
  APIGatewayProxyEventV2,
  APIGatewayProxyEventV2Authorizer,
  APIGatewayProxyEventV2Base,
  RouteParameters,
} from '../../src/index.js';

type Rest<Route extends string> = APIGatewayProxyEvent<APIGatewayProxyEventAuthorizer | undefined, Route>;
type Http<Route extends string> = APIGatewayProxyEventV2<APIGatewayProxyEventV2Authorizer | undefined, Route>;

describe('RouteParameters', () => {
  test('has the parameters of the route, including greedy ones', () => {
    expectTypeOf<RouteParameters<'GET /users/{id}/files/{path+}'>>().toEqualTypeOf<{ id: string; path: string }>();
    expectTypeOf<RouteParameters<'/{proxy+}'>>().toEqualTypeOf<{ proxy: string }>();
    expectTypeOf<RouteParameters<'ANY /{a}-{b}/c'>>().toEqualTypeOf<{ a: string; b: string }>();
  });

  test('has no parameters for a route without braces', () => {
    expectTypeOf<keyof RouteParameters<'/users'>>().toEqualTypeOf<never>();
    expectTypeOf<keyof RouteParameters<'$default'>>().toEqualTypeOf<never>();
    expectTypeOf<keyof RouteParameters<''>>().toEqualTypeOf<never>();
  });

  test('has any parameter for an unknown route', () => {
    expectTypeOf<RouteParameters<string>>().toEqualTypeOf<{ [name: string]: string | undefined }>();
  });

  test('is a union for several routes', () => {
    expectTypeOf<RouteParameters<'/a/{id}' | '/b/{name}'>>().toEqualTypeOf<{ id: string } | { name: string }>();
  });
});

describe('APIGatewayProxyEvent', () => {
  test('has exactly the parameters of its route', () => {
    expectTypeOf<Rest<'GET /users/{id}'>['pathParameters']>().toEqualTypeOf<{ id: string }>();
    expectTypeOf<Rest<'/users'>['pathParameters']>().toEqualTypeOf<null>();
    expectTypeOf<Rest<'/users' | '/users/{id}'>['pathParameters']>().toEqualTypeOf<null | { id: string }>();
    // @ts-expect-error The route has no such parameter.
    expectTypeOf<Rest<'GET /users/{id}'>['pathParameters']['name']>();
  });

  test('has any parameter without a route', () => {
    expectTypeOf<APIGatewayProxyEvent['pathParameters']>().toEqualTypeOf<APIGatewayProxyEventPathParameters | null>();
    expectTypeOf<IsEqual<Rest<string>, APIGatewayProxyEvent>>().toEqualTypeOf<true>();
  });

  test('is assignable to the general type when it has a route or an identity', () => {
    expectTypeOf<Rest<'GET /users/{id}'>>().toExtend<APIGatewayProxyEvent>();
    expectTypeOf<APIGatewayProxyEvent<never, string, APIGatewayEventIAMIdentity>>().toExtend<APIGatewayProxyEvent>();
  });

  test('has the given identity', () => {
    type Event = APIGatewayProxyEvent<never, string, APIGatewayEventPrivateIdentity & APIGatewayEventIAMIdentity>;
    expectTypeOf<Event['requestContext']['identity']['userArn']>().toEqualTypeOf<string>();
    expectTypeOf<Event['requestContext']['identity']['vpceId']>().toEqualTypeOf<string>();
    expectTypeOf<Event['requestContext']['identity']['cognitoIdentityId']>().toEqualTypeOf<string | null>();
  });
});

describe('APIGatewayProxyEventV2', () => {
  test('has exactly the parameters and the key of its route', () => {
    expectTypeOf<Http<'GET /users/{id}'>['pathParameters']>().toEqualTypeOf<{ id: string }>();
    expectTypeOf<Http<'GET /users/{id}'>['routeKey']>().toEqualTypeOf<'GET /users/{id}'>();
    expectTypeOf<Http<'/users/{id}'>['routeKey']>().toEqualTypeOf<`${string} /users/{id}`>();
    expectTypeOf<Http<'$default'>['routeKey']>().toEqualTypeOf<'$default'>();
  });

  test('has no parameters if the route has none', () => {
    expectTypeOf<Http<'GET /users'>['pathParameters']>().toEqualTypeOf<undefined>();
  });

  test('is narrowed by its route key if it has several routes', () => {
    const idOf = (event: Http<'GET /users/{id}' | 'POST /users'>): string =>
      event.routeKey === 'GET /users/{id}' ? event.pathParameters.id : event.rawPath;
    expectTypeOf(idOf).returns.toBeString();
  });

  test('is the general type without a route, and assignable to it with one', () => {
    expectTypeOf<IsEqual<Http<string>, APIGatewayProxyEventV2>>().toEqualTypeOf<true>();
    expectTypeOf<IsEqual<APIGatewayProxyEventV2, APIGatewayProxyEventV2Base>>().toEqualTypeOf<true>();
    expectTypeOf<Http<'GET /users/{id}'>>().toExtend<APIGatewayProxyEventV2>();
    expectTypeOf<Http<'GET /users'>>().toExtend<APIGatewayProxyEventV2>();
  });

  test('can be extended as an interface', () => {
    interface Traced extends APIGatewayProxyEventV2 {
      trace: string;
    }
    expectTypeOf<Traced['rawPath']>().toBeString();
  });
});
