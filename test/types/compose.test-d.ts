import { Router } from '@aws-lambda-powertools/event-handler/http';
import type * as powertools from '@aws-lambda-powertools/parser/types';
import middy from '@middy/core';
import type * as aws from 'aws-lambda';
import { Hono } from 'hono';
import { handle } from 'hono/aws-lambda';
import { describe, expectTypeOf, test } from 'vitest';
import * as z from 'zod';
import {
  type APIGatewayCognitoAuthorizerContext,
  type APIGatewayEventIAMAuthorizer,
  type APIGatewayEventIAMIdentity,
  type APIGatewayEventJWTAuthorizer,
  type APIGatewayEventLambdaAuthorizer,
  type APIGatewayJWTAuthorizerContext,
  type APIGatewayLambdaAuthorizerContext,
  type APIGatewayLambdaAuthorizerContextV1,
  type APIGatewayProxyEvent,
  type APIGatewayProxyEventV2,
  type APIGatewayProxyHandler,
  type APIGatewayProxyHandlerV2,
  type APIGatewayProxyResult,
  type APIGatewayProxyWebsocketEvent,
  type APIGatewayProxyWebsocketHandler,
  type APIGatewayProxyWebsocketMessageEvent,
  type APIGatewayRequestAuthorizerHandler,
  type APIGatewayRequestAuthorizerHandlerV1,
  type APIGatewayRequestSimpleAuthorizerHandlerV2,
  type APIGatewayTokenAuthorizerHandler,
  type APIGatewayWebsocketRequestAuthorizerHandler,
  allowPolicy,
  bodyBytes,
  bodyJson,
  bodyText,
  buildEvents,
  buildFunctionUrlEvent,
  buildHttpEvent,
  buildHttpEventV1,
  buildRequestAuthorizerEvent,
  buildRequestAuthorizerEventV1,
  buildRequestAuthorizerEventV2,
  buildRestEvent,
  buildTokenAuthorizerEvent,
  buildWebsocketRequestAuthorizerEvent,
  buildWebsocketSession,
  claims,
  clientIp,
  cookies,
  detectEvent,
  header,
  headerList,
  type LambdaContext,
  type LambdaFunctionURLEvent,
  type LambdaFunctionURLHandler,
  method,
  path,
  query,
  sourceArnOf,
  toFetchRequest,
} from '../../src/index.js';
import { createLocalApi, createLocalWebsocketApi } from '../../src/local/index.js';
import {
  APIGatewayProxyEventSchema,
  APIGatewayProxyEventV2Schema,
  APIGatewayRequestAuthorizerEventV2Schema,
  APIGatewayTokenAuthorizerEventSchema,
  formBody,
  jsonBody,
  LambdaFunctionURLEventSchema,
  refineEvent,
} from '../../src/schemas/index.js';

// Nothing here runs: the compiler is the test. There is no cast, no `!` and no type argument that could be inferred.

declare const context: LambdaContext;
const callback = (): void => {};

/** The context that an authorizer returns, as a user would write it. */
interface Session {
  tenant: string;
  role: 'admin' | 'user';
}

const init = { route: 'GET /users/{id}', pathParameters: { id: 1 }, query: { page: 2 } } as const;
const lambda = { lambda: { context: { tenant: 'blue', role: 'admin' } } } as const;
const jwt = { jwt: { claims: { sub: 'ada', email: 'ada@example.com' }, scopes: ['read'] } } as const;
const cognito = { cognito: { claims: { sub: 'ada', email: 'ada@example.com' } } } as const;
const iam = { iam: { userId: 'ada', principalOrgId: 'o-1' } } as const;

const rest = {
  none: buildRestEvent(init),
  lambda: buildRestEvent({ ...init, authorizer: lambda }),
  cognito: buildRestEvent({ ...init, authorizer: cognito }),
  iam: buildRestEvent({ ...init, authorizer: iam }),
};
const httpV1 = {
  none: buildHttpEventV1(init),
  lambda: buildHttpEventV1({ ...init, authorizer: lambda }),
  jwt: buildHttpEventV1({ ...init, authorizer: jwt }),
  iam: buildHttpEventV1({ ...init, authorizer: iam }),
};
const http = {
  none: buildHttpEvent(init),
  lambda: buildHttpEvent({ ...init, authorizer: lambda }),
  jwt: buildHttpEvent({ ...init, authorizer: jwt }),
  iam: buildHttpEvent({ ...init, authorizer: iam }),
};
const url = { none: buildFunctionUrlEvent({ path: '/a' }), iam: buildFunctionUrlEvent({ authorizer: iam }) };

const asked = {
  token: buildTokenAuthorizerEvent({ headers: { Authorization: 'Bearer a' } }),
  rest: buildRequestAuthorizerEvent(init),
  httpV1: buildRequestAuthorizerEventV1(init),
  http: buildRequestAuthorizerEventV2(init),
  websocket: buildWebsocketRequestAuthorizerEvent({ query: { token: 'a' } }),
};

const session = buildWebsocketSession({ authorizer: lambda });
const frames = [session.connect(), session.message('a'), session.disconnect()];

describe('a built event, passed to a handler of this library', () => {
  test('with payload 1.0', () => {
    const calls = (
      general: APIGatewayProxyHandler,
      none: APIGatewayProxyHandler<never, 'GET /users/{id}'>,
      anyLambda: APIGatewayProxyHandler<APIGatewayLambdaAuthorizerContext>,
      session: APIGatewayProxyHandler<{ tenant: string; principalId: string }>,
      byCognito: APIGatewayProxyHandler<APIGatewayCognitoAuthorizerContext, 'GET /users/{id}'>,
      byIam: (event: APIGatewayProxyEvent<never, string, APIGatewayEventIAMIdentity>) => unknown,
      lambdaV1: APIGatewayProxyHandler<APIGatewayLambdaAuthorizerContextV1>,
      byJwt: APIGatewayProxyHandler<APIGatewayJWTAuthorizerContext>,
    ): unknown[] => [
      [rest.none, rest.lambda, rest.cognito, rest.iam].map((event) => general(event, context)),
      [httpV1.none, httpV1.lambda, httpV1.jwt, httpV1.iam].map((event) => general(event, context)),
      none(rest.none, context),
      anyLambda(rest.lambda, context),
      session(rest.lambda, context),
      byCognito(rest.cognito, context),
      byIam(rest.iam),
      lambdaV1(httpV1.lambda, context),
      byJwt(httpV1.jwt, context),
      byIam(httpV1.iam),
    ];
    expectTypeOf(calls).toBeFunction();
  });

  test('with payload 2.0', () => {
    const calls = (
      general: APIGatewayProxyHandlerV2,
      none: APIGatewayProxyHandlerV2<never, never, 'GET /users/{id}'>,
      session: APIGatewayProxyHandlerV2<never, APIGatewayEventLambdaAuthorizer<Session>, 'GET /users/{id}'>,
      byJwt: APIGatewayProxyHandlerV2<never, APIGatewayEventJWTAuthorizer>,
      byIam: APIGatewayProxyHandlerV2<never, APIGatewayEventIAMAuthorizer>,
      byUrl: LambdaFunctionURLHandler,
      byUrlAndIam: LambdaFunctionURLHandler<never, APIGatewayEventIAMAuthorizer>,
      publicUrl: LambdaFunctionURLHandler<never, never>,
    ): unknown[] => [
      [http.none, http.lambda, http.jwt, http.iam].map((event) => general(event, context)),
      none(http.none, context),
      session(http.lambda, context),
      byJwt(http.jwt, context),
      byIam(http.iam, context),
      [url.none, url.iam].map((event) => byUrl(event, context)),
      publicUrl(url.none, context),
      byUrlAndIam(url.iam, context),
    ];
    expectTypeOf(calls).toBeFunction();
  });
});

describe('a built event of an authorizer', () => {
  test('fits the handlers of this library', () => {
    const calls = (
      token: APIGatewayTokenAuthorizerHandler,
      rest: APIGatewayRequestAuthorizerHandler,
      httpV1: APIGatewayRequestAuthorizerHandlerV1,
      simple: APIGatewayRequestSimpleAuthorizerHandlerV2,
      websocket: APIGatewayWebsocketRequestAuthorizerHandler,
    ): unknown[] => [
      token(asked.token, context),
      rest(asked.rest, context),
      httpV1(asked.httpV1, context),
      simple(asked.http, context),
      websocket(asked.websocket, context),
      [asked.token, asked.rest, asked.httpV1, asked.http, asked.websocket].map((event) => allowPolicy(event, 'ada')),
      [asked.rest, asked.httpV1, asked.http, asked.websocket].map((event) => [header(event, 'accept'), cookies(event)]),
    ];
    expectTypeOf(calls).toBeFunction();
  });

  test('fits the handlers of @types/aws-lambda', () => {
    const calls = (
      token: aws.APIGatewayTokenAuthorizerWithContextHandler<{ tenant: string }>,
      request: aws.APIGatewayRequestAuthorizerHandler,
      any: aws.APIGatewayAuthorizerHandler,
      legacy: aws.CustomAuthorizerHandler,
      policy: aws.APIGatewayRequestIAMAuthorizerHandlerV2,
      simple: aws.APIGatewayRequestSimpleAuthorizerHandlerV2WithContext<Session>,
    ): unknown[] => [
      token(asked.token, context, callback),
      [asked.rest, asked.httpV1].map((event) => [request(event, context, callback), legacy(event, context, callback)]),
      [asked.token, asked.rest, asked.httpV1].map((event) => any(event, context, callback)),
      policy(asked.http, context, callback),
      simple(asked.http, context, callback),
    ];
    expectTypeOf(calls).toBeFunction();
  });

  test('fits handlers with the types of Powertools, also in middy', () => {
    const byMiddy = middy<powertools.APIGatewayTokenAuthorizerEvent>().handler(async ({ authorizationToken }) => authorizationToken);
    const calls = (
      rest: (event: powertools.APIGatewayRequestAuthorizerEvent) => unknown,
      http: (event: powertools.APIGatewayRequestAuthorizerEventV2) => unknown,
    ): unknown[] => [byMiddy(asked.token, context), rest(asked.rest), rest(asked.httpV1), http(asked.http)];
    expectTypeOf(calls).toBeFunction();
  });
});

describe('an event of a WebSocket session', () => {
  const ours = middy<APIGatewayProxyWebsocketEvent>().handler(async ({ body }) => ({ statusCode: 200, body: body ?? '' }));
  const theirs = middy<aws.APIGatewayProxyWebsocketEventV2>().handler(async ({ body }) => ({ statusCode: 200, body: body ?? '' }));

  test('fits every handler', () => {
    const calls = (
      general: APIGatewayProxyWebsocketHandler,
      message: (event: APIGatewayProxyWebsocketMessageEvent) => unknown,
      awsLambda: aws.APIGatewayProxyWebsocketHandlerV2,
    ): unknown[] => [
      frames.map((event) => [
        general(event, context),
        awsLambda(event, context, callback),
        ours(event, context),
        theirs(event, context),
        detectEvent(event),
      ]),
      message(session.message('a')),
      bodyText(session.message('a')),
      header(session.connect(), 'origin'),
    ];
    expectTypeOf(calls).toBeFunction();
  });

  test('is what the handlers of a local API receive', () => {
    const make = (general: APIGatewayProxyWebsocketHandler, awsLambda: aws.APIGatewayProxyWebsocketHandlerV2): unknown[] => [
      createLocalWebsocketApi({ routes: { $connect: general, say: ours, $default: ({ body }) => body } }),
      createLocalWebsocketApi({ routes: { $connect: awsLambda, say: { handler: theirs, routeResponse: true }, $default: general } }),
    ];
    expectTypeOf(make).toBeFunction();
  });

  test('doesn’t fit the type of Powertools, which requires fields that no such event has', () => {
    // @ts-expect-error It requires `type` and `methodArn`.
    const call = (handler: (event: powertools.APIGatewayProxyWebsocketEvent) => unknown): unknown => handler(session.message('a'));
    expectTypeOf(call).toBeFunction();
  });
});

describe('a built event, passed to a handler of another package', () => {
  test('@types/aws-lambda', () => {
    const calls = (
      restful: aws.APIGatewayProxyHandler,
      byLambda: aws.APIGatewayProxyWithLambdaAuthorizerHandler<Session>,
      byCognito: aws.APIGatewayProxyWithCognitoAuthorizerHandler,
      general: aws.APIGatewayProxyHandlerV2,
      byLambdaV2: aws.APIGatewayProxyHandlerV2WithLambdaAuthorizer<Session>,
      byJwt: aws.APIGatewayProxyHandlerV2WithJWTAuthorizer,
      byIam: aws.APIGatewayProxyHandlerV2WithIAMAuthorizer,
      byUrl: aws.LambdaFunctionURLHandler,
      byUrlAndIam: aws.LambdaFunctionURLHandlerWithIAMAuthorizer,
    ): unknown[] => [
      [rest.none, rest.lambda, rest.cognito, rest.iam].map((event) => restful(event, context, callback)),
      [httpV1.none, httpV1.lambda, httpV1.jwt, httpV1.iam].map((event) => restful(event, context, callback)),
      [rest.lambda, httpV1.lambda].map((event) => byLambda(event, context, callback)),
      [rest.cognito, httpV1.jwt].map((event) => byCognito(event, context, callback)),
      [http.none, http.lambda, http.jwt, http.iam].map((event) => general(event, context, callback)),
      byLambdaV2(http.lambda, context, callback),
      byJwt(http.jwt, context, callback),
      byIam(http.iam, context, callback),
      [url.none, url.iam].map((event) => byUrl(event, context, callback)),
      byUrlAndIam(url.iam, context, callback),
    ];
    expectTypeOf(calls).toBeFunction();
  });

  test('hono', () => {
    const app = handle(new Hono());
    const calls = (): unknown[] => [
      [rest.none, rest.lambda, rest.cognito, rest.iam].map((event) => app(event, context)),
      [httpV1.none, httpV1.lambda, httpV1.jwt, httpV1.iam].map((event) => app(event, context)),
      [http.none, http.lambda, http.jwt, http.iam].map((event) => app(event, context)),
      [url.none, url.iam].map((event) => app(event, context)),
      Object.values(buildEvents()).map((event) => app(event, context)),
      // @ts-expect-error hono's type of `authentication` is `null`, as it is without mutual TLS.
      app(buildHttpEvent({ clientCert: true }), context),
    ];
    expectTypeOf(calls).toBeFunction();
  });

  test('middy', () => {
    const restful = middy<APIGatewayProxyEvent, APIGatewayProxyResult>().handler(async ({ path }) => ({ statusCode: 200, body: path }));
    const byJwt = middy<APIGatewayProxyEventV2<APIGatewayEventJWTAuthorizer>>().handler(async ({ rawPath }) => rawPath);
    const general = middy<aws.APIGatewayProxyEventV2>().handler(async ({ rawPath }) => rawPath);
    const byUrl = middy<LambdaFunctionURLEvent>().handler(async ({ rawPath }) => rawPath);
    const calls = (): unknown[] => [
      [rest.none, rest.lambda, rest.cognito, rest.iam].map((event) => restful(event, context)),
      [httpV1.none, httpV1.lambda, httpV1.jwt, httpV1.iam].map((event) => restful(event, context)),
      byJwt(http.jwt, context),
      [http.none, http.lambda, http.jwt, http.iam].map((event) => general(event, context)),
      [url.none, url.iam].map((event) => byUrl(event, context)),
    ];
    expectTypeOf(calls).toBeFunction();
  });

  test('Powertools', () => {
    const app = new Router();
    const calls = (
      restful: (event: powertools.APIGatewayProxyEvent) => unknown,
      general: (event: powertools.APIGatewayProxyEventV2) => unknown,
      byUrl: (event: powertools.LambdaFunctionUrlEvent) => unknown,
    ): unknown[] => [
      [rest.none, rest.lambda, rest.cognito, rest.iam].map((event) => restful(event)),
      [httpV1.none, httpV1.lambda, httpV1.jwt, httpV1.iam].map((event) => restful(event)),
      [http.none, http.lambda, http.jwt, http.iam].map((event) => general(event)),
      [url.none, url.iam].map((event) => byUrl(event)),
      [rest.none, rest.lambda, rest.cognito, rest.iam].map((event) => app.resolve(event, context)),
      [httpV1.none, httpV1.lambda, httpV1.jwt, httpV1.iam].map((event) => app.resolve(event, context)),
      [http.none, http.lambda, http.jwt, http.iam].map((event) => app.resolve(event, context)),
    ];
    expectTypeOf(calls).toBeFunction();
  });
});

describe('a refined event', () => {
  const Refinement = {
    pathParameters: z.object({ id: z.coerce.number() }),
    queryStringParameters: z.object({ notify: z.stringbool().default(false) }),
    stageVariables: z.object({ TABLE: z.string() }),
  };
  const AddNote = refineEvent(APIGatewayProxyEventSchema, {
    ...Refinement,
    body: jsonBody(z.object({ text: z.string() })),
    authorizer: z.object({ claims: z.object({ sub: z.string() }) }),
  });
  const AddNoteV2 = refineEvent(APIGatewayProxyEventV2Schema, {
    ...Refinement,
    body: jsonBody(z.object({ text: z.string() })),
    authorizer: z.object({ jwt: z.object({ claims: z.object({ exp: z.coerce.number() }) }) }),
  });
  const AddNoteByUrl = refineEvent(LambdaFunctionURLEventSchema, { body: formBody(z.object({ text: z.string() })) });
  const GetNote = refineEvent(APIGatewayProxyEventSchema, { pathParameters: Refinement.pathParameters });
  const GetNoteV2 = refineEvent(APIGatewayProxyEventV2Schema, Refinement);

  test('fits every accessor', () => {
    const read = (raw: unknown): unknown[] =>
      [AddNote.parse(raw), AddNoteV2.parse(raw), AddNoteByUrl.parse(raw), GetNote.parse(raw), GetNoteV2.parse(raw)].map((event) => [
        header(event, 'accept'),
        headerList(event, 'accept'),
        method(event),
        path(event),
        query(event),
        cookies(event),
        clientIp(event),
        claims(event),
        detectEvent(event),
      ]);
    expectTypeOf(read).toBeFunction();
  });

  test('fits functions that read a body, unless the body is refined', () => {
    const read = (raw: unknown): unknown[] =>
      [GetNote.parse(raw), GetNoteV2.parse(raw)].map((event) => [
        bodyBytes(event),
        bodyText(event),
        bodyJson(event),
        toFetchRequest(event),
      ]);
    expectTypeOf(read).toBeFunction();
    // @ts-expect-error The body is not the text that the client sent.
    const wrong = (raw: unknown): unknown => bodyText(AddNote.parse(raw));
    expectTypeOf(wrong).toBeFunction();
  });

  test('fits sourceArnOf and allowPolicy', () => {
    const Token = refineEvent(APIGatewayTokenAuthorizerEventSchema, { authorizationToken: z.templateLiteral(['Bearer ', z.string()]) });
    const Request = refineEvent(APIGatewayRequestAuthorizerEventV2Schema, { queryStringParameters: z.object({ page: z.coerce.number() }) });
    const use = (raw: unknown): unknown[] => [
      sourceArnOf(AddNote.parse(raw), 'arn:aws:lambda:us-east-1:1:function:f'),
      sourceArnOf(AddNoteV2.parse(raw), 'arn:aws:lambda:us-east-1:1:function:f'),
      allowPolicy(Token.parse(raw), 'ada'),
      allowPolicy(Request.parse(raw), 'ada'),
    ];
    expectTypeOf(use).toBeFunction();
  });
});

describe('an event of another package', () => {
  test('fits every accessor', () => {
    const read = (
      rest: aws.APIGatewayProxyEvent,
      byCognito: aws.APIGatewayProxyWithCognitoAuthorizerEvent,
      http: aws.APIGatewayProxyEventV2,
      byJwt: aws.APIGatewayProxyEventV2WithJWTAuthorizer,
      url: aws.LambdaFunctionURLEvent,
      parsed: powertools.APIGatewayProxyEvent,
      parsedV2: powertools.APIGatewayProxyEventV2,
      parsedUrl: powertools.LambdaFunctionUrlEvent,
    ): unknown[] =>
      [rest, byCognito, http, byJwt, url, parsed, parsedV2, parsedUrl].map((event) => [
        header(event, 'accept'),
        headerList(event, 'accept'),
        method(event),
        path(event),
        query(event),
        cookies(event),
        clientIp(event),
        claims(event),
        bodyBytes(event),
        bodyText(event),
        bodyJson(event),
        toFetchRequest(event),
      ]);
    expectTypeOf(read).toBeFunction();
  });
});

describe('a built event, passed on', () => {
  test('fits every accessor', () => {
    const read = (): unknown[] =>
      [rest.none, rest.lambda, rest.cognito, rest.iam, httpV1.jwt, http.none, http.lambda, http.jwt, http.iam, url.none, url.iam].map(
        (event) => [
          header(event, 'accept'),
          method(event),
          path(event),
          query(event),
          cookies(event),
          clientIp(event),
          claims(event),
          bodyJson(event),
          toFetchRequest(event),
        ],
      );
    expectTypeOf(read).toBeFunction();
  });

  test('has the claims and the context that were passed, by name', () => {
    expectTypeOf(http.jwt.requestContext.authorizer.jwt.claims).toEqualTypeOf<{ sub: string; email: string }>();
    expectTypeOf(rest.cognito.requestContext.authorizer.claims.email).toBeString();
    expectTypeOf(http.lambda.requestContext.authorizer.lambda).toEqualTypeOf<{ tenant: 'blue'; role: 'admin' }>();
    expectTypeOf(rest.lambda.requestContext.authorizer.tenant).toBeString();
    const buildUserEvent = buildHttpEvent.with({ authorizer: jwt });
    expectTypeOf(buildUserEvent({ path: '/a' }).requestContext.authorizer.jwt.claims.sub).toBeString();
  });
});

describe('a local API', () => {
  test('knows the parameters of each route key', () => {
    const make = (): unknown[] => [
      createLocalApi({
        target: 'rest',
        routes: { 'GET /users/{id}': async (event) => ({ statusCode: 200, body: event.pathParameters.id }) },
      }),
      createLocalApi({
        target: 'http-2.0',
        routes: {
          'GET /users/{id}': async ({ pathParameters }) => pathParameters.id,
          'GET /files/{path+}': { handler: ({ pathParameters }) => pathParameters.path },
          $default: ({ rawPath, requestContext }) => [rawPath, requestContext.authorizer?.jwt?.claims['sub']],
        },
      }),
    ];
    expectTypeOf(make).toBeFunction();
  });

  const byMiddy = middy<APIGatewayProxyEventV2>().handler(async ({ rawPath }) => rawPath);

  test('runs handlers of this library and of other packages, whatever authorizer they name', () => {
    const make = (
      general: APIGatewayProxyHandler,
      byCognito: APIGatewayProxyHandler<APIGatewayCognitoAuthorizerContext, 'GET /users/{id}'>,
      byIam: (event: APIGatewayProxyEvent<never, string, APIGatewayEventIAMIdentity>) => unknown,
      byJwt: APIGatewayProxyHandlerV2<never, APIGatewayEventJWTAuthorizer>,
      theirs: aws.APIGatewayProxyHandler,
      theirsByCognito: aws.APIGatewayProxyWithCognitoAuthorizerHandler,
      theirsByJwt: aws.APIGatewayProxyHandlerV2WithJWTAuthorizer,
      theirUrl: aws.LambdaFunctionURLHandlerWithIAMAuthorizer,
    ): unknown[] => [
      createLocalApi({ target: 'rest', routes: { 'GET /a': general, 'GET /users/{id}': byCognito, 'GET /b': { handler: byIam } } }),
      createLocalApi({ target: 'rest', routes: { 'GET /a': theirs, 'GET /b/{id}': theirsByCognito, 'GET /c': handle(new Hono()) } }),
      createLocalApi({ target: 'http-2.0', routes: { 'GET /a/{id}': byJwt, 'GET /b': theirsByJwt, $default: handle(new Hono()) } }),
      createLocalApi({ target: 'http-2.0', routes: { 'GET /a': byMiddy } }),
      createLocalApi({ target: 'function-url', routes: { $default: theirUrl } }),
      createLocalApi({
        target: 'http-2.0',
        routes: { 'GET /a/{id}': (event) => event.pathParameters.id, 'GET /b': { handler: theirsByJwt } },
      }),
    ];
    expectTypeOf(make).toBeFunction();
  });
});
