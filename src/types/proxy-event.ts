import type { APIGatewayEventIdentity } from './identity.js';
import type { APIGatewayProxyEventAuthorizer } from './proxy-event-authorizer.js';
import type { RouteParameters } from './route-parameters.js';

/**
 * The event of a Lambda proxy integration with payload format 1.0: every REST API, and an HTTP API integration that asks for 1.0.
 * A REST event has no `version`; an HTTP API's has `'1.0'`. All other top-level keys are always present, `null` where there is nothing.
 *
 * @typeParam TAuthorizer what the authorizer left in `requestContext.authorizer`; name a precise variant when you know it.
 * @typeParam TRoute the route or routes in front of the function, when known: `'GET /users/{id}'`.
 * @typeParam TIdentity who may call, when known: a precise variant of `requestContext.identity`.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 */
export type APIGatewayProxyEvent<
  TAuthorizer = APIGatewayProxyEventAuthorizer,
  TRoute extends string = string,
  TIdentity extends APIGatewayEventIdentity = APIGatewayEventIdentity,
> = TRoute extends unknown
  ? string extends TRoute
    ? APIGatewayProxyEventBase<TAuthorizer, TIdentity>
    : TRoute extends `${string}{${string}`
      ? WithParameters<TAuthorizer, TIdentity, TRoute>
      : WithoutParameters<TAuthorizer, TIdentity>
  : never;

interface WithParameters<TAuthorizer, TIdentity extends APIGatewayEventIdentity, TRoute extends string>
  extends APIGatewayProxyEventBase<TAuthorizer, TIdentity> {
  /** Values of the route's parameters: percent-encoded on REST, decoded on HTTP APIs (recorded). */
  pathParameters: RouteParameters<TRoute>;
}

interface WithoutParameters<TAuthorizer, TIdentity extends APIGatewayEventIdentity>
  extends APIGatewayProxyEventBase<TAuthorizer, TIdentity> {
  /** `null`: the route has no parameters. */
  pathParameters: null;
}

/**
 * A payload 1.0 event of any route: what `APIGatewayProxyEvent` is as long as it is told no route.
 *
 * @typeParam TAuthorizer what the authorizer left in `requestContext.authorizer`.
 * @typeParam TIdentity who may call, when known.
 */
export interface APIGatewayProxyEventBase<
  TAuthorizer = APIGatewayProxyEventAuthorizer,
  TIdentity extends APIGatewayEventIdentity = APIGatewayEventIdentity,
> {
  /** `'1.0'` on an HTTP API; absent on a REST API (recorded). */
  version?: '1.0';
  /** The matched resource, as configured: `/users/{id}`, `/{proxy+}`; `$default` for the default route of an HTTP API. */
  resource: string;
  /**
   * The request path, still percent-encoded. REST: without the stage, as long as no custom domain is in front (then it is the URL's
   * whole path). HTTP API: with the stage in front unless the stage is `$default` (recorded).
   */
  path: string;
  /** The request's method, in capitals; the concrete one also where the route says `ANY`. */
  httpMethod: string;
  /**
   * Header name to its last value. Names are spelled as the client sent them; over HTTP/2 that is lower case but for a few.
   * `null` only in a console test without headers (recorded).
   */
  headers: APIGatewayProxyEventHeaders | null;
  /** Header name to all its values, in order. `null` exactly when `headers` is. */
  multiValueHeaders: APIGatewayProxyEventMultiValueHeaders | null;
  /** Parameter name to its last value, both percent-decoded with `+` as a space; `a` and `a=` give `''`. `null` without a query. */
  queryStringParameters: APIGatewayProxyEventQueryStringParameters | null;
  /** Parameter name to all its values, in order, decoded likewise. `null` without a query. */
  multiValueQueryStringParameters: APIGatewayProxyEventMultiValueQueryStringParameters | null;
  /** Values of the route's parameters: percent-encoded on REST, decoded on HTTP APIs (recorded). `null` when the route has none. */
  pathParameters: APIGatewayProxyEventPathParameters | null;
  /** The stage's variables. `null` when the stage has none. */
  stageVariables: APIGatewayProxyEventStageVariables | null;
  /** What the gateway knows of the request besides its text. */
  requestContext: APIGatewayEventRequestContext<TAuthorizer, TIdentity>;
  /** The body: text, or base64 when `isBase64Encoded`. `null` without a body or with one of zero bytes (recorded). */
  body: string | null;
  /**
   * Whether `body` is base64. REST: the request's Content-Type matches one of the API's `binaryMediaTypes`. HTTP API: the media type
   * is none of `text/*`, `application/json`, `application/xml` and `application/javascript`.
   */
  isBase64Encoded: boolean;
}

/** Header name to value; `undefined` only stands for a name that is not there. */
export interface APIGatewayProxyEventHeaders {
  [name: string]: string | undefined;
}

/** Header name to values in order; `undefined` only stands for a name that is not there. */
export interface APIGatewayProxyEventMultiValueHeaders {
  [name: string]: string[] | undefined;
}

/** Query parameter name to value; names are case-sensitive. */
export interface APIGatewayProxyEventQueryStringParameters {
  [name: string]: string | undefined;
}

/** Query parameter name to values in order; names are case-sensitive. */
export interface APIGatewayProxyEventMultiValueQueryStringParameters {
  [name: string]: string[] | undefined;
}

/** Route parameter name, without braces and plus, to value. */
export interface APIGatewayProxyEventPathParameters {
  [name: string]: string | undefined;
}

/** Stage variable name to value. */
export interface APIGatewayProxyEventStageVariables {
  [name: string]: string | undefined;
}

/**
 * `requestContext` of a payload 1.0 proxy event.
 *
 * @typeParam TAuthorizer what the authorizer left in `authorizer`.
 * @typeParam TIdentity who may call, when known.
 */
export interface APIGatewayEventRequestContext<
  TAuthorizer = APIGatewayProxyEventAuthorizer,
  TIdentity extends APIGatewayEventIdentity = APIGatewayEventIdentity,
> {
  /** Twelve digits: the AWS account that owns the API. */
  accountId: string;
  /** The API's id, ten characters of `a-z0-9`. */
  apiId: string;
  /** What the authorizer left. Absent without an authorizer and with IAM authorization, whose caller is in `identity` (recorded). */
  authorizer?: TAuthorizer;
  /** REST: id of the deployment that answers. Absent on HTTP APIs, in console tests and before 2024. */
  deploymentId?: string;
  /** Host name the API answers on: `{apiId}.execute-api.{region}.amazonaws.com` or a custom domain. */
  domainName: string;
  /** First label of `domainName`. */
  domainPrefix: string;
  /** The gateway's own request id, 15 characters and `=`, for example `ZhDrKF5dDoEEHfA=`. */
  extendedRequestId: string;
  /** Equals the event's `httpMethod`. */
  httpMethod: string;
  /** Who sent the request, as far as the gateway knows. */
  identity: TIdentity;
  /** REST: the method's operation name. Absent unless an OpenAPI import gave it one. */
  operationName?: string;
  /** REST: `/{stage}` and the path, percent-encoded. HTTP API: with a named stage in front, percent-decoded (recorded). */
  path: string;
  /** Always `HTTP/1.1`, also for HTTP/2 clients (recorded). */
  protocol: string;
  /** REST: a UUID. HTTP API: equals `extendedRequestId` (recorded). */
  requestId: string;
  /** Time of the request in UTC, as `17/Jun/2024:14:48:13 +0000`: `requestTimeEpoch` cut to the second. */
  requestTime: string;
  /** Time of the request, in milliseconds since the Unix epoch. */
  requestTimeEpoch: number;
  /** REST: the resource's id, six characters (a root resource ten). HTTP API: the whole route key (recorded). `null` only in AWS's sample. */
  resourceId: string | null;
  /** Equals the event's `resource`. */
  resourcePath: string;
  /** Name of the stage, also behind a custom domain; `test-invoke-stage` in a console test. */
  stage: string;
  /** The custom domain's mapping, `basePathMatched` being `(none)` without a base path. Absent in captures since 2023. */
  customDomain?: {
    /** The base path that matched, or `(none)`. */
    basePathMatched: string;
  };
}
