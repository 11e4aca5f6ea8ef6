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

type Rest<Route extends string> = APIGatewayProxyEvent<APIGatewayProxyEventAuthorizer, Route>;
type Http<Route extends string> = APIGatewayProxyEventV2<APIGatewayProxyEventV2Authorizer, Route>;

describe('RouteParameters', () => {
  test('are those of the route, greedy ones included', () => {
    expectTypeOf<RouteParameters<'GET /users/{id}/files/{path+}'>>().toEqualTypeOf<{ id: string; path: string }>();
    expectTypeOf<RouteParameters<'/{proxy+}'>>().toEqualTypeOf<{ proxy: string }>();
    expectTypeOf<RouteParameters<'ANY /{a}-{b}/c'>>().toEqualTypeOf<{ a: string; b: string }>();
  });

  test('are none without braces', () => {
    expectTypeOf<keyof RouteParameters<'/users'>>().toEqualTypeOf<never>();
    expectTypeOf<keyof RouteParameters<'$default'>>().toEqualTypeOf<never>();
    expectTypeOf<keyof RouteParameters<''>>().toEqualTypeOf<never>();
  });

  test('may be any when the route is not known', () => {
    expectTypeOf<RouteParameters<string>>().toEqualTypeOf<{ [name: string]: string | undefined }>();
  });

  test('are told apart for several routes', () => {
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

  test('is as loose as ever without a route', () => {
    expectTypeOf<APIGatewayProxyEvent['pathParameters']>().toEqualTypeOf<APIGatewayProxyEventPathParameters | null>();
    expectTypeOf<IsEqual<Rest<string>, APIGatewayProxyEvent>>().toEqualTypeOf<true>();
  });

  test('with a route or an identity that is known is still one without', () => {
    expectTypeOf<Rest<'GET /users/{id}'>>().toExtend<APIGatewayProxyEvent>();
    expectTypeOf<APIGatewayProxyEvent<never, string, APIGatewayEventIAMIdentity>>().toExtend<APIGatewayProxyEvent>();
  });

  test('has the identity that is known', () => {
    type Event = APIGatewayProxyEvent<never, string, APIGatewayEventPrivateIdentity & APIGatewayEventIAMIdentity>;
    expectTypeOf<Event['requestContext']['identity']['userArn']>().toEqualTypeOf<string>();
    expectTypeOf<Event['requestContext']['identity']['vpceId']>().toEqualTypeOf<string>();
    expectTypeOf<Event['requestContext']['identity']['cognitoIdentityId']>().toEqualTypeOf<string | null>();
    expectTypeOf<Event['requestContext']['authorizer']>().toEqualTypeOf<undefined>();
  });
});

describe('APIGatewayProxyEventV2', () => {
  test('has exactly the parameters of its route, and its key', () => {
    expectTypeOf<Http<'GET /users/{id}'>['pathParameters']>().toEqualTypeOf<{ id: string }>();
    expectTypeOf<Http<'GET /users/{id}'>['routeKey']>().toEqualTypeOf<'GET /users/{id}'>();
    expectTypeOf<Http<'/users/{id}'>['routeKey']>().toEqualTypeOf<`${string} /users/{id}`>();
    expectTypeOf<Http<'$default'>['routeKey']>().toEqualTypeOf<'$default'>();
  });

  test('has no parameters where the route has none', () => {
    expectTypeOf<Http<'GET /users'>['pathParameters']>().toEqualTypeOf<undefined>();
  });

  test('is told apart by its route key where the function has several', () => {
    const idOf = (event: Http<'GET /users/{id}' | 'POST /users'>): string =>
      event.routeKey === 'GET /users/{id}' ? event.pathParameters.id : event.rawPath;
    expectTypeOf(idOf).returns.toBeString();
  });

  test('is as loose as ever without a route, and still one with it', () => {
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
