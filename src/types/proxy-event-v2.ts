import type { APIGatewayEventClientCertificate } from './client-certificate.js';
import type { APIGatewayProxyEventV2Authorizer } from './proxy-event-v2-authorizer.js';
import type { RouteParameters } from './route-parameters.js';

/**
 * The event of an HTTP API's Lambda proxy integration with payload format 2.0. What is not there is absent, never `null`.
 *
 * @typeParam TAuthorizer what the authorizer left in `requestContext.authorizer`; name a precise variant when you know it.
 * @typeParam TRoute the route or routes in front of the function, when known: `'GET /users/{id}'`. `routeKey` then tells several apart.
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
  /** The matched route. */
  routeKey: RouteKey<TRoute>;
  /** Values of the route's parameters, percent-decoded. */
  pathParameters: RouteParameters<TRoute>;
}

interface WithoutParameters<TAuthorizer, TRoute extends string> extends APIGatewayProxyEventV2Base<TAuthorizer> {
  /** The matched route. */
  routeKey: RouteKey<TRoute>;
  /** Absent: the route captures nothing. */
  pathParameters?: never;
}

/** A route key is `METHOD /path` or starts with `$`; a path alone leaves the method open. */
type RouteKey<TRoute extends string> = TRoute extends `/${string}` ? `${string} ${TRoute}` : TRoute;

/**
 * A payload 2.0 event of any route: what `APIGatewayProxyEventV2` is as long as it is told no route.
 *
 * @typeParam TAuthorizer what the authorizer left in `requestContext.authorizer`.
 */
export interface APIGatewayProxyEventV2Base<TAuthorizer = APIGatewayProxyEventV2Authorizer> {
  /** Always `'2.0'`. */
  version: '2.0';
  /** The matched route: `GET /pets/{id}`, `ANY /{proxy+}` or `$default`. */
  routeKey: string;
  /**
   * The request path, percent-decoded in spite of its name, with `/{stage}` in front unless the stage is `$default` (recorded).
   * Decoding loses the difference between `/` and `%2F`.
   */
  rawPath: string;
  /** The query exactly as sent, without `?`; `''` without a query. The only lossless form of it. */
  rawQueryString: string;
  /** The request's cookies as `name=value`, in order, not decoded. Absent without a Cookie header, which `headers` then lacks. */
  cookies?: string[];
  /** Lower-case header name to value; repeated headers are joined with `,` without a space (recorded). */
  headers: APIGatewayProxyEventV2Headers;
  /** Parameter name to value, both decoded with `+` as a space; repeated ones are joined with `,`. Absent without a query. */
  queryStringParameters?: APIGatewayProxyEventV2QueryStringParameters;
  /** Values of the route's parameters, percent-decoded. Absent when the route captures nothing. */
  pathParameters?: APIGatewayProxyEventV2PathParameters;
  /** The stage's variables. Absent when the stage has none. */
  stageVariables?: APIGatewayProxyEventV2StageVariables;
  /** What the gateway knows of the request besides its text. */
  requestContext: APIGatewayEventRequestContextV2<TAuthorizer>;
  /** The body: text, or base64 when `isBase64Encoded`. Absent without a body or with one of zero bytes (recorded). */
  body?: string;
  /**
   * Whether `body` is base64: its media type is none of `text/*`, `application/json`, `application/xml` and
   * `application/javascript`. Forms and bodies without a Content-Type are base64.
   */
  isBase64Encoded: boolean;
}

/** Lower-case header name to value; `undefined` only stands for a name that is not there. */
export interface APIGatewayProxyEventV2Headers {
  [name: string]: string | undefined;
}

/** Query parameter name to value; names are case-sensitive. */
export interface APIGatewayProxyEventV2QueryStringParameters {
  [name: string]: string | undefined;
}

/** Route parameter name, without braces and plus, to value. */
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
 * @typeParam TAuthorizer what the authorizer left in `authorizer`.
 */
export interface APIGatewayEventRequestContextV2<TAuthorizer = APIGatewayProxyEventV2Authorizer> {
  /** Twelve digits: the AWS account that owns the API. */
  accountId: string;
  /** The API's id, ten characters of `a-z0-9`. */
  apiId: string;
  /** The client's certificate. Absent without mutual TLS; AWS's sample prints it always. */
  authentication?: {
    /** The certificate that the client showed. */
    clientCert: APIGatewayEventClientCertificate;
  };
  /** What the authorizer left. Absent without an authorizer (recorded). */
  authorizer?: TAuthorizer;
  /** Host name the API answers on: `{apiId}.execute-api.{region}.amazonaws.com` or a custom domain. */
  domainName: string;
  /** First label of `domainName`. */
  domainPrefix: string;
  /** The request itself. */
  http: APIGatewayEventRequestContextV2Http;
  /** The gateway's request id, 15 characters and `=`, for example `ZhNHJhhLjoEEPiw=`. */
  requestId: string;
  /** Equals the event's `routeKey`. */
  routeKey: string;
  /** Name of the stage, often `$default`. */
  stage: string;
  /** Time of the request in UTC, as `18/Jun/2024:08:06:44 +0000`: `timeEpoch` cut to the second. */
  time: string;
  /** Time of the request, in milliseconds since the Unix epoch. */
  timeEpoch: number;
}

/** `requestContext.http` of a payload 2.0 event. */
export interface APIGatewayEventRequestContextV2Http {
  /** The request's method, in capitals; the concrete one also where the route says `ANY`. */
  method: string;
  /** Equals `rawPath`. */
  path: string;
  /** Always `HTTP/1.1`, also for HTTP/2 clients (recorded). */
  protocol: string;
  /** The client's IP address, v4 or v6. Not always a bare address behind a proxy: do not parse it blindly. */
  sourceIp: string;
  /** The request's User-Agent; `''` without one (recorded). */
  userAgent: string;
}
