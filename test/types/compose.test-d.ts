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
  allowPolicy,
  bodyBytes,
  bodyJson,
  bodyText,
  buildFunctionUrlEvent,
  buildHttpEvent,
  buildHttpEventV1,
  buildRestEvent,
  claims,
  clientIp,
  cookies,
  detectEvent,
  header,
  headerList,
  type LambdaContext,
  type LambdaFunctionURLHandler,
  method,
  path,
  query,
  sourceArnOf,
  toFetchRequest,
} from '../../src/index.js';
import { createLocalApi } from '../../src/local/index.js';
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
      byLambda(rest.lambda, context, callback),
      byCognito(rest.cognito, context, callback),
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
      [http.none, http.lambda, http.jwt, buildHttpEvent({ authorizer: { iam: {} } })].map((event) => app(event, context)),
      [url.none, buildFunctionUrlEvent({ authorizer: { iam: {} } })].map((event) => app(event, context)),
    ];
    expectTypeOf(calls).toBeFunction();
  });

  test('middy', () => {
    const restful = middy<APIGatewayProxyEvent, APIGatewayProxyResult>().handler(async ({ path }) => ({ statusCode: 200, body: path }));
    const byJwt = middy<APIGatewayProxyEventV2<APIGatewayEventJWTAuthorizer>>().handler(async ({ rawPath }) => rawPath);
    const calls = (): unknown[] => [
      [rest.none, rest.lambda, rest.cognito, rest.iam].map((event) => restful(event, context)),
      [httpV1.none, httpV1.lambda, httpV1.jwt, httpV1.iam].map((event) => restful(event, context)),
      byJwt(http.jwt, context),
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
      [rest.none, rest.lambda, rest.cognito, rest.iam, httpV1.none, httpV1.jwt, httpV1.iam].map((event) => restful(event)),
      [http.none, http.lambda, http.jwt, http.iam].map((event) => general(event)),
      [url.none, url.iam].map((event) => byUrl(event)),
      [rest.cognito, httpV1.jwt, http.jwt].map((event) => app.resolve(event, context)),
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
