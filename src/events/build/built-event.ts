import type { APIGatewayEventClientCertificate } from '../../types/client-certificate.js';
import type { LambdaFunctionURLEvent, LambdaFunctionURLEventRequestContextWithoutAuthorizer } from '../../types/function-url-event.js';
import type { APIGatewayEventIAMIdentity, APIGatewayEventIdentity } from '../../types/identity.js';
import type { APIGatewayEventRequestContextWithoutAuthorizer, APIGatewayProxyEvent } from '../../types/proxy-event.js';
import type {
  APIGatewayEventRequestContextV2Http,
  APIGatewayEventRequestContextV2WithoutAuthorizer,
  APIGatewayProxyEventV2,
} from '../../types/proxy-event-v2.js';
import type { RouteParameters } from '../../types/route-parameters.js';
import type { Absent } from './absent.js';
import type { BuiltAuthorizer, InitAuthorizer } from './built-authorizer.js';
import type { EventInit, Method } from './event-init.js';

// A built event fits the general type of its target, the handlers of your authorizer, and the types of @types/aws-lambda, hono, middy and
// Powertools, without a cast. For that, its type is more precise than AWS's. A field that depends on an option that types don't follow, such
// as `query`, has the type of its value. A field that the event never has is `Absent`.

/**
 * The event that a builder returns, by target.
 *
 * @typeParam TAuthorizer Type of the option `authorizer`.
 * @typeParam TRoute Type of the option `route`.
 * @typeParam TClientCert Type of the option `clientCert`.
 */
export interface BuiltEvent<
  TAuthorizer extends InitAuthorizer = InitAuthorizer,
  TRoute extends string = string,
  TClientCert extends InitClientCert = InitClientCert,
> {
  rest: BuiltRestEvent<BuiltAuthorizer<TAuthorizer>['rest'], TRoute, BuiltIdentity<TAuthorizer>>;
  'http-1.0': BuiltHttpEventV1<BuiltAuthorizer<TAuthorizer>['http-1.0'], TRoute, BuiltIdentity<TAuthorizer>>;
  'http-2.0': BuiltHttpEvent<BuiltAuthorizer<TAuthorizer>['http-2.0'], TRoute, BuiltAuthentication<TClientCert>>;
  'function-url': BuiltFunctionUrlEvent<BuiltAuthorizer<TAuthorizer>['function-url']>;
}

/** The type of a builder's `clientCert` option. */
export type InitClientCert = EventInit['clientCert'] | undefined;

/** `requestContext.authentication` of a payload 2.0 event. Without a certificate it is absent, but hono requires that it is `null`. */
type BuiltAuthentication<TClientCert> = [TClientCert] extends [undefined] ? Absent : { clientCert: APIGatewayEventClientCertificate };

type Payload1Field =
  | 'headers'
  | 'httpMethod'
  | 'multiValueHeaders'
  | 'multiValueQueryStringParameters'
  | 'pathParameters'
  | 'queryStringParameters'
  | 'requestContext'
  | 'stageVariables'
  | 'version';

/**
 * A payload 1.0 event of a REST API, as `buildRestEvent` returns it. It fits `APIGatewayProxyEvent`.
 *
 * @typeParam TAuthorizer Type of `requestContext.authorizer`.
 * @typeParam TRoute Route of the event.
 * @typeParam TIdentity Type of `requestContext.identity`.
 */
export interface BuiltRestEvent<TAuthorizer, TRoute extends string, TIdentity> extends BuiltPayload1<TAuthorizer, TRoute, TIdentity> {
  /** Absent: only HTTP APIs set it. */
  version: Absent;
}

/**
 * A payload 1.0 event of an HTTP API, as `buildHttpEventV1` returns it. It fits `APIGatewayProxyEvent`.
 *
 * @typeParam TAuthorizer Type of `requestContext.authorizer`.
 * @typeParam TRoute Route of the event.
 * @typeParam TIdentity Type of `requestContext.identity`.
 */
export interface BuiltHttpEventV1<TAuthorizer, TRoute extends string, TIdentity> extends BuiltPayload1<TAuthorizer, TRoute, TIdentity> {
  /** Always `'1.0'`. */
  version: '1.0';
}

interface BuiltPayload1<TAuthorizer, TRoute extends string, TIdentity> extends Omit<APIGatewayProxyEvent, Payload1Field> {
  /** HTTP method of the request, in capitals. */
  httpMethod: Method;
  /** The request headers: name to last value. */
  headers: { [name: string]: string };
  /** The request headers: name to all values, in order. */
  multiValueHeaders: { [name: string]: string[] };
  /** The query parameters: name to last value, decoded. `null` without a query. */
  queryStringParameters: { [name: string]: string };
  /** The query parameters: name to all values, in order, decoded. `null` without a query. */
  multiValueQueryStringParameters: { [name: string]: string[] };
  /** The path parameters: percent-encoded on REST APIs, decoded on HTTP APIs. `null` if the route has none. */
  pathParameters: BuiltParameters<TRoute>;
  /** The stage variables. `null` if the stage has none. */
  stageVariables: { [name: string]: string };
  /** Metadata about the request: who sent it, when, and to which API. */
  requestContext: BuiltRequestContext<TAuthorizer, TIdentity>;
}

/** `requestContext` of a built payload 1.0 event. */
export interface BuiltRequestContext<TAuthorizer, TIdentity>
  extends Omit<APIGatewayEventRequestContextWithoutAuthorizer, 'httpMethod' | 'identity' | 'resourceId'> {
  /** Data about the caller from the authorizer that you passed. Absent without one, and with IAM. */
  authorizer: TAuthorizer;
  /** Equals the event's `httpMethod`. */
  httpMethod: Method;
  /** Who sent the request. */
  identity: TIdentity;
  /** REST: id of the resource. HTTP API: the whole route key. */
  resourceId: string;
}

type BuiltIdentity<TAuthorizer> = TAuthorizer extends { readonly iam: unknown } ? BuiltIamIdentity : BuiltAnonymousIdentity;

type CallerField = Exclude<keyof APIGatewayEventIAMIdentity, keyof BuiltSenderIdentity | 'cognitoAmr'>;

/** `requestContext.identity` of a built payload 1.0 event without IAM authorization. The fields about the caller are `null`. */
export type BuiltAnonymousIdentity = BuiltSenderIdentity & { [Name in CallerField]: Absent };

/** The caller of a request with IAM authorization, whose credentials don't come from a Cognito identity pool. */
type BuiltIamIdentity = BuiltSenderIdentity &
  Pick<APIGatewayEventIAMIdentity, IamField> & { [Name in Exclude<CallerField, IamField>]: Absent };

type IamField = 'accessKey' | 'accountId' | 'caller' | 'user' | 'userArn';

/** The fields of `requestContext.identity` that don't depend on the authorizer. */
export interface BuiltSenderIdentity extends Pick<APIGatewayEventIdentity, 'sourceIp'> {
  /** REST: value of the API key. Absent without the option `apiKey`. */
  apiKey: string;
  /** REST: id of the API key. Absent without the option `apiKey`. */
  apiKeyId: string;
  /** Certificate of the client. Absent without the option `clientCert`. */
  clientCert: APIGatewayEventClientCertificate;
  /** The User-Agent header. Without one, `null` on REST APIs and `''` on HTTP APIs. */
  userAgent: string;
  /** Private API: id of the VPC. Absent without the option `vpc`. */
  vpcId: string;
  /** Private API: id of the VPC endpoint. Absent without the option `vpc`. */
  vpceId: string;
}

/** Without a route, the parameters aren't known. A route without parameters has none. */
type BuiltParameters<TRoute extends string> = string extends TRoute
  ? { [name: string]: string }
  : TRoute extends `${string}{${string}`
    ? RouteParameters<TRoute>
    : Absent;

/**
 * A payload 2.0 event of an HTTP API, as `buildHttpEvent` returns it. It fits `APIGatewayProxyEventV2`.
 *
 * @typeParam TAuthorizer Type of `requestContext.authorizer`.
 * @typeParam TRoute Route of the event.
 * @typeParam TAuthentication Type of `requestContext.authentication`.
 */
export interface BuiltHttpEvent<TAuthorizer, TRoute extends string, TAuthentication>
  extends BuiltPayload2<BuiltRequestContextV2<TAuthorizer, TAuthentication>>,
    Pick<APIGatewayProxyEventV2, 'version'> {
  /** The route that matched, as configured. */
  routeKey: APIGatewayProxyEventV2<never, TRoute>['routeKey'];
  /** The path parameters, percent-decoded. Absent if the route has none. */
  pathParameters: BuiltParameters<TRoute>;
  /** The stage variables. Absent if the stage has none. */
  stageVariables: { [name: string]: string };
}

/**
 * The event of a function URL, as `buildFunctionUrlEvent` returns it. It fits `LambdaFunctionURLEvent`.
 *
 * @typeParam TAuthorizer Type of `requestContext.authorizer`.
 */
export interface BuiltFunctionUrlEvent<TAuthorizer>
  extends BuiltPayload2<BuiltUrlRequestContext<TAuthorizer>>,
    Pick<LambdaFunctionURLEvent, 'routeKey' | 'version'> {
  /** Absent: a function URL has no route with parameters. */
  pathParameters: Absent;
  /** Absent: a function URL has no stage. */
  stageVariables: Absent;
}

interface BuiltPayload2<TContext> extends Pick<APIGatewayProxyEventV2, 'isBase64Encoded' | 'rawPath' | 'rawQueryString'> {
  /** The request headers: lower-case name to value. Repeated headers are joined with `,` without a space. */
  headers: { [name: string]: string };
  /** The cookies as `name=value`, in order, not decoded. Absent without a Cookie header. */
  cookies: string[];
  /** The query parameters: name to value. Repeated parameters are joined with `,`. Absent without a query. */
  queryStringParameters: { [name: string]: string };
  /** Metadata about the request: who sent it, when, and to which API. */
  requestContext: TContext;
  /** The body as text, or as base64 if `isBase64Encoded` is true. Absent without a body. */
  body: string;
}

/** `requestContext` of a built payload 2.0 event of an HTTP API. */
export interface BuiltRequestContextV2<TAuthorizer, TAuthentication>
  extends Omit<APIGatewayEventRequestContextV2WithoutAuthorizer, 'authentication' | 'http'> {
  /** The certificate of the client. Absent without the option `clientCert`. */
  authentication: TAuthentication;
  /** Data about the caller from the authorizer that you passed. Absent without one. */
  authorizer: TAuthorizer;
  /** Method, path, protocol and client of the request. */
  http: BuiltRequestContextHttp;
}

/** `requestContext` of a built event of a function URL. */
export interface BuiltUrlRequestContext<TAuthorizer>
  extends Omit<LambdaFunctionURLEventRequestContextWithoutAuthorizer, 'authentication' | 'http'> {
  /** Absent: function URLs don't support mutual TLS. */
  authentication: Absent;
  /** The caller, with the option `authorizer: { iam: … }`. Absent without it. */
  authorizer: TAuthorizer;
  /** Method, path, protocol and client of the request. */
  http: BuiltRequestContextHttp;
}

/** `requestContext.http` of a built payload 2.0 event. */
export interface BuiltRequestContextHttp extends Omit<APIGatewayEventRequestContextV2Http, 'method'> {
  /** HTTP method of the request, in capitals. */
  method: Method;
}
