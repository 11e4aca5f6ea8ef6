import { isFunctionUrlHost } from '../aws/host-names.js';
import { isPayload2 } from '../aws/payload-format.js';
import { requireString } from '../http/argument-error.js';

/**
 * The fields of a payload 1.0 event that the accessors read. `APIGatewayProxyEvent` has them, both ours and that of `@types/aws-lambda`.
 */
export interface Payload1Event extends EventBody {
  /** `'1.0'` on an HTTP API; absent on a REST API. */
  readonly version?: string | undefined;
  readonly httpMethod: string;
  readonly path: string;
  readonly resource: string;
  readonly headers: StringMap | null;
  readonly multiValueHeaders: ListMap | null;
  readonly queryStringParameters: StringMap | null;
  readonly multiValueQueryStringParameters: ListMap | null;
  readonly pathParameters: StringMap | null;
  readonly requestContext: { readonly stage: string; readonly authorizer?: unknown; readonly identity: { readonly sourceIp: string } };
}

/** The fields of a payload 2.0 event that the accessors read. `APIGatewayProxyEventV2` and `LambdaFunctionURLEvent` have them. */
export interface Payload2Event extends EventBody {
  readonly rawPath: string;
  readonly rawQueryString: string;
  readonly routeKey: string;
  readonly cookies?: readonly string[] | undefined;
  readonly headers: StringMap;
  readonly pathParameters?: StringMap | null | undefined;
  readonly requestContext: {
    readonly stage: string;
    readonly domainName: string;
    readonly authorizer?: unknown;
    readonly http: { readonly method: string; readonly sourceIp: string };
  };
}

/**
 * An event that the accessors can read: an HTTP request to any API or function URL, with any authorizer.
 *
 * @example
 * ```ts
 * import { buildEvents, method, path, type RequestEvent } from 'apigw-proxy';
 *
 * const lineOf = (event: RequestEvent): string => `${method(event)} ${path(event)}`;
 * console.log(lineOf(buildEvents({ path: '/users' }).rest)); // => GET /users
 * ```
 */
export type RequestEvent = Payload1Event | Payload2Event;

/** The body fields of any event that has a body. */
export interface EventBody {
  /** The body as text, or as base64 if `isBase64Encoded` is true. Absent or `null` without a body. */
  readonly body?: string | null | undefined;
  /** Whether `body` is base64. */
  readonly isBase64Encoded: boolean;
}

/** The headers of an event, in any payload format. An event without headers has none of these keys. */
export interface EventHeaders {
  readonly headers?: StringMap | null | undefined;
  readonly multiValueHeaders?: ListMap | null | undefined;
  readonly cookies?: readonly string[] | undefined;
  readonly requestContext?: object | null | undefined;
}

/** An event with a body: an HTTP request, or a message of a WebSocket API. */
export interface EventWithBody extends EventBody, EventHeaders {}

/** The fields that `method` reads. */
export type MethodEvent = Method1 | Method2;

interface Method1 {
  readonly httpMethod: string;
  readonly requestContext: object;
}

interface Method2 {
  readonly requestContext: { readonly http: { readonly method: string } };
}

/** The fields that `clientIp` reads. */
export type ClientIpEvent =
  | { readonly requestContext: { readonly identity: { readonly sourceIp?: string | undefined } } }
  | { readonly requestContext: { readonly http: { readonly sourceIp: string } } };

/** The fields that `claims` reads. */
export interface ClaimsEvent {
  readonly requestContext: { readonly stage: string; readonly authorizer?: unknown };
}

/** The fields that `query` reads. Values that a schema has converted to something other than a string are left out. */
export type QueryEvent = Query1 | Query2;

interface Query1 {
  readonly multiValueQueryStringParameters: object | null;
  readonly queryStringParameters: object | null;
  readonly requestContext: object;
}

interface Query2 {
  readonly rawQueryString: string;
  readonly requestContext: { readonly http: object };
}

/**
 * The fields that `path` reads. If a schema has converted a path parameter to something other than a string, the path is taken from the
 * URL.
 */
export type PathEvent =
  | {
      readonly version?: string | undefined;
      readonly path: string;
      readonly resource: string;
      readonly pathParameters?: object | null | undefined;
      readonly requestContext: { readonly stage: string };
    }
  | {
      readonly rawPath: string;
      readonly routeKey: string;
      readonly pathParameters?: object | null | undefined;
      readonly requestContext: { readonly stage: string; readonly domainName: string; readonly http: object };
    };

/** The fields that `pathParameters` reads. Values that a schema has turned into a type other than a string are left out. */
export interface PathParametersEvent {
  readonly version?: string | undefined;
  readonly pathParameters?: object | null | undefined;
  readonly requestContext: object;
}

/** An event of one HTTP request: the fields that `toFetchRequest` reads. */
export type HttpEvent = (EventWithBody & Method1 & Query1 & Url1) | (EventWithBody & Method2 & Query2 & Url2);

interface Url1 {
  readonly version?: string | undefined;
  readonly path: string;
  readonly requestContext: { readonly stage: string; readonly path: string; readonly domainName?: string | null | undefined };
}

interface Url2 {
  readonly rawPath: string;
  readonly requestContext: { readonly domainName: string; readonly http: object };
}

interface StringMap {
  readonly [name: string]: string | undefined;
}

interface ListMap {
  readonly [name: string]: readonly string[] | undefined;
}

/** Returns whether an event comes from a REST API. */
export function isRest(event: { readonly version?: string | undefined; readonly requestContext: object }): boolean {
  return !isPayload2(event) && event.version !== '1.0';
}

/** Returns whether an event comes from a function URL. Only its host name shows that. */
export function isFunctionUrl({ requestContext: { domainName } }: { readonly requestContext: { readonly domainName?: unknown } }): boolean {
  return typeof domainName === 'string' && isFunctionUrlHost(domainName);
}

/**
 * Returns a field that is a string in the event of every HTTP request.
 *
 * @throws TypeError if it is not a string.
 */
export function requireField(value: unknown, ...path: readonly string[]): string {
  return requireString(['event', ...path], value, 'Pass the whole event of an HTTP request.');
}
