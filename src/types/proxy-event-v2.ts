import type { APIGatewayEventClientCertificate } from './client-certificate.js';
import type { APIGatewayProxyEventV2Authorizer } from './proxy-event-v2-authorizer.js';
import type { RouteParameters } from './route-parameters.js';

/**
 * The proxy event of an HTTP API with payload format 2.0. A field without a value is absent, never `null`.
 *
 * @typeParam TAuthorizer Type of `requestContext.authorizer`. Name a variant if you know your authorizer.
 * @typeParam TRoute Route of the function, such as `'GET /users/{id}'`, or a union of several. `routeKey` tells several apart.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 */
export type APIGatewayProxyEventV2<TAuthorizer = APIGatewayProxyEventV2Authorizer, TRoute extends string = string> = TRoute extends unknown
  ? string extends TRoute
    ? APIGatewayProxyEventV2Base<TAuthorizer>
    : TRoute extends `${string}{${string}`
      ? WithParameters<TAuthorizer, TRoute>
      : WithoutParameters<TAuthorizer, TRoute>
  : never;

interface WithParameters<TAuthorizer, TRoute extends string> extends APIGatewayProxyEventV2Base<TAuthorizer> {
  /** The route that matched. */
  routeKey: RouteKey<TRoute>;
  /** The path parameters, percent-decoded. */
  pathParameters: RouteParameters<TRoute>;
}

interface WithoutParameters<TAuthorizer, TRoute extends string> extends APIGatewayProxyEventV2Base<TAuthorizer> {
  /** The route that matched. */
  routeKey: RouteKey<TRoute>;
  /** Absent: the route has no parameters. */
  pathParameters?: never;
}

/** A route key is `METHOD /path` or starts with `$`. A path alone stands for any method. */
type RouteKey<TRoute extends string> = TRoute extends `/${string}` ? `${string} ${TRoute}` : TRoute;

/**
 * A payload 2.0 event of any route. `APIGatewayProxyEventV2` is this type unless you name a route.
 *
 * @typeParam TAuthorizer Type of `requestContext.authorizer`.
 */
export interface APIGatewayProxyEventV2Base<TAuthorizer = APIGatewayProxyEventV2Authorizer> {
  /** Always `'2.0'`. */
  version: '2.0';
  /** The route that matched, as configured: `GET /pets/{id}`, `ANY /{proxy+}` or `$default`. */
  routeKey: string;
  /**
   * The request path, percent-decoded despite its name. It starts with `/{stage}` unless the stage is `$default`. After decoding, `%2F` and
   * `/` are the same.
   */
  rawPath: string;
  /** The query exactly as sent, without `?`; `''` without a query. The only lossless form of the query. */
  rawQueryString: string;
  /** The cookies as `name=value`, in order, not decoded. `headers` has no `cookie`. Absent without a Cookie header. */
  cookies?: string[];
  /** The request headers: lower-case name to value. Repeated headers are joined with `,` without a space. */
  headers: APIGatewayProxyEventV2Headers;
  /**
   * The query parameters: name to value. Both are decoded, with `+` as a space. Repeated parameters are joined with `,`. Absent without a
   * query.
   */
  queryStringParameters?: APIGatewayProxyEventV2QueryStringParameters;
  /** The path parameters, percent-decoded. Absent if the route has none. */
  pathParameters?: APIGatewayProxyEventV2PathParameters;
  /** The stage variables. Absent if the stage has none. */
  stageVariables?: APIGatewayProxyEventV2StageVariables;
  /** Metadata about the request: who sent it, when, and to which API. */
  requestContext: APIGatewayEventRequestContextV2<TAuthorizer>;
  /** The body as text, or as base64 if `isBase64Encoded` is true. Absent without a body, or if the body is empty. */
  body?: string;
  /**
   * Whether `body` is base64. Only `text/*`, `application/json`, `application/xml` and `application/javascript` arrive as text. Forms and
   * bodies without a Content-Type arrive as base64.
   */
  isBase64Encoded: boolean;
}

/** Lower-case header name to value. `undefined` stands for a header that is missing. */
export interface APIGatewayProxyEventV2Headers {
  [name: string]: string | undefined;
}

/** Query parameter name to value. Names are case-sensitive. */
export interface APIGatewayProxyEventV2QueryStringParameters {
  [name: string]: string | undefined;
}

/** Path parameter name, without braces and plus, to value. */
export interface APIGatewayProxyEventV2PathParameters {
  [name: string]: string | undefined;
}

/** Stage variable name to value. */
export interface APIGatewayProxyEventV2StageVariables {
  [name: string]: string | undefined;
}

/**
 * `requestContext` of a payload 2.0 proxy event.
 *
 * @typeParam TAuthorizer Type of `authorizer`.
 */
export interface APIGatewayEventRequestContextV2<TAuthorizer = APIGatewayProxyEventV2Authorizer> {
  /** AWS account that owns the API: twelve digits. */
  accountId: string;
  /** Id of the API: ten characters of `a-z0-9`. */
  apiId: string;
  /** Certificate of the client. Absent without mutual TLS. */
  authentication?: {
    /** The certificate of the client. */
    clientCert: APIGatewayEventClientCertificate;
  };
  /** Data about the caller from the authorizer. Absent without an authorizer. */
  authorizer?: TAuthorizer;
  /** Host name of the API: `{apiId}.execute-api.{region}.amazonaws.com` or a custom domain. */
  domainName: string;
  /** Part of `domainName` before the first dot. */
  domainPrefix: string;
  /** Method, path, protocol and client of the request. */
  http: APIGatewayEventRequestContextV2Http;
  /** Id of the request: 15 characters and `=`, for example `ZhNHJhhLjoEEPiw=`. */
  requestId: string;
  /** Equals the event's `routeKey`. */
  routeKey: string;
  /** Name of the stage, for example `$default`. */
  stage: string;
  /** Time of the request in UTC, as `18/Jun/2024:08:06:44 +0000`: `timeEpoch` cut to the second. */
  time: string;
  /** Time of the request, in milliseconds since the Unix epoch. */
  timeEpoch: number;
}

/** `requestContext.http` of a payload 2.0 event. */
export interface APIGatewayEventRequestContextV2Http {
  /** HTTP method of the request, in capitals. Never `ANY`. */
  method: string;
  /** Equals `rawPath`. */
  path: string;
  /** Always `HTTP/1.1`, even if the client speaks HTTP/2. */
  protocol: string;
  /** IP address of the client, v4 or v6. Not always a bare address: behind a proxy, it can start with a space. */
  sourceIp: string;
  /** The User-Agent header; `''` without one. */
  userAgent: string;
}
