import type { APIGatewayEventClientCertificate } from './client-certificate.js';
import type { Plain } from './plain.js';
import type { APIGatewayProxyEventV2Authorizer } from './proxy-event-v2-authorizer.js';
import type { RouteParameters } from './route-parameters.js';

/**
 * The proxy event of an HTTP API with payload format 2.0. A field without a value is absent, never `null`.
 *
 * @typeParam TAuthorizer Type of `requestContext.authorizer`. Name it if you know your authorizer; `never` stands for none.
 * @typeParam TRoute Route of the function, such as `'GET /users/{id}'`, or a union of several. `routeKey` tells several apart.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 */
type RoutedEventV2<TAuthorizer = APIGatewayProxyEventV2Authorizer | undefined, TRoute extends string = string> = TRoute extends unknown
  ? string extends TRoute
    ? APIGatewayProxyEventV2<TAuthorizer>
    : TRoute extends `${string}{${string}`
      ? APIGatewayProxyEventV2WithParameters<TAuthorizer, TRoute>
      : APIGatewayProxyEventV2WithoutParameters<TAuthorizer, TRoute>
  : never;

// Editors show the name that a type is declared with, so the two names are swapped here.
export type { APIGatewayProxyEventV2 as APIGatewayProxyEventV2Base, RoutedEventV2 as APIGatewayProxyEventV2 };

/**
 * A payload 2.0 event of a route with parameters.
 *
 * @typeParam TAuthorizer Type of `requestContext.authorizer`.
 * @typeParam TRoute The route: `'GET /users/{id}'`.
 */
export interface APIGatewayProxyEventV2WithParameters<TAuthorizer, TRoute extends string> extends APIGatewayProxyEventV2<TAuthorizer> {
  /** The route that matched. */
  routeKey: RouteKey<TRoute>;
  /** The path parameters, percent-decoded. */
  pathParameters: RouteParameters<TRoute>;
}

/**
 * A payload 2.0 event of a route without parameters.
 *
 * @typeParam TAuthorizer Type of `requestContext.authorizer`.
 * @typeParam TRoute The route: `'GET /users'` or `'$default'`.
 */
export interface APIGatewayProxyEventV2WithoutParameters<TAuthorizer, TRoute extends string> extends APIGatewayProxyEventV2<TAuthorizer> {
  /** The route that matched. */
  routeKey: RouteKey<TRoute>;
  /** Absent: the route has no parameters. */
  pathParameters?: never;
}

/** A route key is `METHOD /path` or starts with `$`. A path alone stands for any method. */
type RouteKey<TRoute extends string> = TRoute extends `/${string}` ? `${string} ${TRoute}` : TRoute;

/**
 * A payload 2.0 event of any route.
 *
 * @typeParam TAuthorizer Type of `requestContext.authorizer`.
 */
interface APIGatewayProxyEventV2<TAuthorizer = APIGatewayProxyEventV2Authorizer | undefined> {
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
 * `requestContext` of a payload 2.0 proxy event. It has an authorizer if you name one, and none for `never`. It may have one if the type
 * allows `undefined`, as the default does.
 *
 * @typeParam TAuthorizer Type of `authorizer`.
 */
export type APIGatewayEventRequestContextV2<TAuthorizer = APIGatewayProxyEventV2Authorizer | undefined> = [Plain<TAuthorizer>] extends [
  never,
]
  ? APIGatewayEventRequestContextV2WithoutAuthorizer
  : [Extract<Plain<TAuthorizer>, undefined>] extends [never]
    ? APIGatewayEventRequestContextV2WithAuthorizer<Fitting<TAuthorizer>>
    : APIGatewayEventRequestContextV2WithOptionalAuthorizer<Fitting<TAuthorizer>>;

/** An authorizer as the general type accepts it: a context without an index signature gets one if it is written out. */
type Fitting<TAuthorizer> = TAuthorizer extends APIGatewayProxyEventV2Authorizer
  ? TAuthorizer
  : { [Key in keyof TAuthorizer]: Plain<TAuthorizer[Key]> };

/**
 * `requestContext` of a payload 2.0 event behind an authorizer.
 *
 * @typeParam TAuthorizer Type of `authorizer`.
 */
export interface APIGatewayEventRequestContextV2WithAuthorizer<TAuthorizer> extends APIGatewayEventRequestContextV2WithoutAuthorizer {
  /** Data about the caller from the authorizer. */
  authorizer: TAuthorizer;
}

/**
 * `requestContext` of a payload 2.0 event that may have an authorizer.
 *
 * @typeParam TAuthorizer Type of `authorizer`.
 */
export interface APIGatewayEventRequestContextV2WithOptionalAuthorizer<TAuthorizer = APIGatewayProxyEventV2Authorizer | undefined>
  extends APIGatewayEventRequestContextV2WithoutAuthorizer {
  /** Data about the caller from the authorizer. Absent without an authorizer. */
  authorizer?: TAuthorizer;
}

/** `requestContext` of a payload 2.0 event without an authorizer. */
export interface APIGatewayEventRequestContextV2WithoutAuthorizer {
  /** AWS account that owns the API: twelve digits. */
  accountId: string;
  /** Id of the API: ten characters of `a-z0-9`. */
  apiId: string;
  /** Certificate of the client. Absent without mutual TLS. */
  authentication?: {
    /** The certificate of the client. */
    clientCert: APIGatewayEventClientCertificate;
  };
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
