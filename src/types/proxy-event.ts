import type { APIGatewayEventIdentity } from './identity.js';
import type { Plain } from './plain.js';
import type { APIGatewayProxyEventAuthorizer } from './proxy-event-authorizer.js';
import type { RouteParameters } from './route-parameters.js';

/**
 * The proxy event of a REST API, or of an HTTP API with payload format 1.0.
 *
 * An HTTP API sets `version` to `'1.0'`; a REST API leaves it out. All other top-level keys are always present, and `null` without a value.
 *
 * @typeParam TAuthorizer Type of `requestContext.authorizer`. Name it if you know your authorizer; `never` stands for none.
 * @typeParam TRoute Route of the function, such as `'GET /users/{id}'`, or a union of several.
 * @typeParam TIdentity Type of `requestContext.identity`. Name a variant if you know who may call.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 */
export interface APIGatewayProxyEvent<
  TAuthorizer = APIGatewayProxyEventAuthorizer | undefined,
  TRoute extends string = string,
  TIdentity extends APIGatewayEventIdentity = APIGatewayEventIdentity,
> {
  /** `'1.0'` on HTTP APIs. Absent on REST APIs. */
  version?: '1.0';
  /** The resource that matched, as configured: `/users/{id}` or `/{proxy+}`. `$default` for the default route of an HTTP API. */
  resource: string;
  /**
   * The request path, still percent-encoded. REST: without the stage; behind a custom domain, the whole path of the URL. HTTP API: starts
   * with `/{stage}` unless the stage is `$default`.
   */
  path: string;
  /** HTTP method of the request, in capitals. Never `ANY`. */
  httpMethod: string;
  /**
   * The request headers: name to last value. Names are spelled as the client sent them, which over HTTP/2 is lower case with a few
   * exceptions. `null` only in a console test without headers.
   */
  headers: APIGatewayProxyEventHeaders | null;
  /** The request headers: name to all values, in order. `null` if `headers` is `null`. */
  multiValueHeaders: APIGatewayProxyEventMultiValueHeaders | null;
  /**
   * The query parameters: name to last value. Both are decoded, with `+` as a space. The value of `a` and of `a=` is `''`. `null` without a
   * query.
   */
  queryStringParameters: APIGatewayProxyEventQueryStringParameters | null;
  /** The query parameters: name to all values, in order, decoded in the same way. `null` without a query. */
  multiValueQueryStringParameters: APIGatewayProxyEventMultiValueQueryStringParameters | null;
  /** The path parameters: percent-encoded on REST APIs, decoded on HTTP APIs. `null` if the route has none. */
  pathParameters: PathParameters<TRoute>;
  /** The stage variables. `null` if the stage has none. */
  stageVariables: APIGatewayProxyEventStageVariables | null;
  /** Metadata about the request: who sent it, when, and to which API. */
  requestContext: APIGatewayEventRequestContext<TAuthorizer, TIdentity>;
  /** The body as text, or as base64 if `isBase64Encoded` is true. `null` without a body, or if the body is empty. */
  body: string | null;
  /**
   * Whether `body` is base64. REST: true if the Content-Type matches one of the API's `binaryMediaTypes`. HTTP API: false for `text/*`,
   * `application/json`, `application/xml` and `application/javascript`, true for everything else.
   */
  isBase64Encoded: boolean;
}

/**
 * A payload 1.0 event of any route.
 *
 * @typeParam TAuthorizer Type of `requestContext.authorizer`.
 * @typeParam TIdentity Type of `requestContext.identity`.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html#api-gateway-simple-proxy-for-lambda-input-format
 */
export type APIGatewayProxyEventBase<
  TAuthorizer = APIGatewayProxyEventAuthorizer | undefined,
  TIdentity extends APIGatewayEventIdentity = APIGatewayEventIdentity,
> = APIGatewayProxyEvent<TAuthorizer, string, TIdentity>;

/** `null` for a route without parameters. Both, for a route that isn't known. */
type PathParameters<TRoute extends string> = string extends TRoute
  ? APIGatewayProxyEventPathParameters | null
  : TRoute extends `${string}{${string}`
    ? RouteParameters<TRoute>
    : null;

/** Header name to value. `undefined` stands for a header that is missing. */
export interface APIGatewayProxyEventHeaders {
  [name: string]: string | undefined;
}

/** Header name to values, in order. `undefined` stands for a header that is missing. */
export interface APIGatewayProxyEventMultiValueHeaders {
  [name: string]: string[] | undefined;
}

/** Query parameter name to value. Names are case-sensitive. */
export interface APIGatewayProxyEventQueryStringParameters {
  [name: string]: string | undefined;
}

/** Query parameter name to values, in order. Names are case-sensitive. */
export interface APIGatewayProxyEventMultiValueQueryStringParameters {
  [name: string]: string[] | undefined;
}

/** Path parameter name, without braces and plus, to value. */
export interface APIGatewayProxyEventPathParameters {
  [name: string]: string | undefined;
}

/** Stage variable name to value. */
export interface APIGatewayProxyEventStageVariables {
  [name: string]: string | undefined;
}

/**
 * `requestContext` of a payload 1.0 proxy event. It has an authorizer if you name one, and none for `never`. It may have one if the type
 * allows `undefined`, as the default does.
 *
 * @typeParam TAuthorizer Type of `authorizer`.
 * @typeParam TIdentity Type of `identity`.
 */
export type APIGatewayEventRequestContext<
  TAuthorizer = APIGatewayProxyEventAuthorizer | undefined,
  TIdentity extends APIGatewayEventIdentity = APIGatewayEventIdentity,
> = [Plain<TAuthorizer>] extends [never]
  ? APIGatewayEventRequestContextWithoutAuthorizer<TIdentity>
  : [Extract<Plain<TAuthorizer>, undefined>] extends [never]
    ? APIGatewayEventRequestContextWithAuthorizer<Fitting<TAuthorizer>, TIdentity>
    : APIGatewayEventRequestContextWithOptionalAuthorizer<Fitting<TAuthorizer>, TIdentity>;

/** An authorizer as the general type accepts it: a type without an index signature gets one if it is written out. */
type Fitting<TAuthorizer> = TAuthorizer extends APIGatewayProxyEventAuthorizer ? TAuthorizer : Plain<TAuthorizer>;

/**
 * `requestContext` of a payload 1.0 event behind an authorizer.
 *
 * @typeParam TAuthorizer Type of `authorizer`.
 * @typeParam TIdentity Type of `identity`.
 */
export interface APIGatewayEventRequestContextWithAuthorizer<
  TAuthorizer,
  TIdentity extends APIGatewayEventIdentity = APIGatewayEventIdentity,
> extends APIGatewayEventRequestContextWithoutAuthorizer<TIdentity> {
  /** Data about the caller from the authorizer. With IAM authorization, see `identity`. */
  authorizer: TAuthorizer;
}

/**
 * `requestContext` of a payload 1.0 event that may have an authorizer.
 *
 * @typeParam TAuthorizer Type of `authorizer`.
 * @typeParam TIdentity Type of `identity`.
 */
export interface APIGatewayEventRequestContextWithOptionalAuthorizer<
  TAuthorizer = APIGatewayProxyEventAuthorizer | undefined,
  TIdentity extends APIGatewayEventIdentity = APIGatewayEventIdentity,
> extends APIGatewayEventRequestContextWithoutAuthorizer<TIdentity> {
  /** Data about the caller from the authorizer. Absent without an authorizer. With IAM authorization, see `identity`. */
  authorizer?: TAuthorizer;
}

/**
 * `requestContext` of a payload 1.0 event without an authorizer.
 *
 * @typeParam TIdentity Type of `identity`.
 */
export interface APIGatewayEventRequestContextWithoutAuthorizer<TIdentity extends APIGatewayEventIdentity = APIGatewayEventIdentity> {
  /** AWS account that owns the API: twelve digits. */
  accountId: string;
  /** Id of the API: ten characters of `a-z0-9`. */
  apiId: string;
  /** REST: id of the deployment that answers the request. Absent on HTTP APIs, in console tests and before 2024. */
  deploymentId?: string;
  /** Host name of the API: `{apiId}.execute-api.{region}.amazonaws.com` or a custom domain. */
  domainName: string;
  /** Part of `domainName` before the first dot. */
  domainPrefix: string;
  /** Id that the gateway gives the request: 15 characters and `=`, for example `ZhDrKF5dDoEEHfA=`. */
  extendedRequestId: string;
  /** Equals the event's `httpMethod`. */
  httpMethod: string;
  /** Who sent the request. */
  identity: TIdentity;
  /** REST: name of the operation. Absent unless the API was imported from OpenAPI with operation names. */
  operationName?: string;
  /**
   * REST: `/{stage}` and the request path, percent-encoded. HTTP API: the request path, percent-decoded, after `/{stage}` unless the stage
   * is `$default`.
   */
  path: string;
  /** Always `HTTP/1.1`, even if the client speaks HTTP/2. */
  protocol: string;
  /** Id of the request. REST: a UUID. HTTP API: equals `extendedRequestId`. */
  requestId: string;
  /** Time of the request in UTC, as `17/Jun/2024:14:48:13 +0000`: `requestTimeEpoch` cut to the second. */
  requestTime: string;
  /** Time of the request, in milliseconds since the Unix epoch. */
  requestTimeEpoch: number;
  /** REST: id of the resource, six characters, or ten for the root. HTTP API: the whole route key. `null` only in an AWS sample. */
  resourceId: string | null;
  /** Equals the event's `resource`. */
  resourcePath: string;
  /** Name of the stage, even behind a custom domain. `test-invoke-stage` in a console test. */
  stage: string;
  /** Mapping of the custom domain. Seen only in events of 2021; absent since 2023. */
  customDomain?: {
    /** Base path that matched. `(none)` for a mapping without one. */
    basePathMatched: string;
  };
}
