import { isFunctionUrlHost } from '../aws/host-names.js';
import { requireString } from '../http/argument-error.js';

/** The fields of a payload 1.0 event that the accessors read. `APIGatewayProxyEvent` has them, ours and the one of `@types/aws-lambda`. */
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

/** An event that the accessors can read: an HTTP request to any API or function URL, with any authorizer. */
export type RequestEvent = Payload1Event | Payload2Event;

/** The body of an event, as every kind of event with a body has it. */
export interface EventBody {
  /** The body: text, or base64 when `isBase64Encoded`. Absent or `null` without a body. */
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

interface StringMap {
  readonly [name: string]: string | undefined;
}

interface ListMap {
  readonly [name: string]: readonly string[] | undefined;
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
