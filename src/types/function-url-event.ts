import type { APIGatewayEventClientCertificate } from './client-certificate.js';
import type { Plain } from './plain.js';
import type {
  APIGatewayEventRequestContextV2Http,
  APIGatewayProxyEventV2Headers,
  APIGatewayProxyEventV2PathParameters,
  APIGatewayProxyEventV2QueryStringParameters,
  APIGatewayProxyEventV2StageVariables,
} from './proxy-event-v2.js';
import type { APIGatewayEventIAMAuthorizer } from './proxy-event-v2-authorizer.js';

/**
 * The event of a Lambda function URL.
 *
 * It has the fields of payload 2.0, but no routes, no stages and no authorizer except IAM. A field without a value is absent in every event
 * seen so far; the AWS guide also allows `null`.
 *
 * @typeParam TAuthorizer Type of `requestContext.authorizer`: `APIGatewayEventIAMAuthorizer` for a URL with IAM authorization, `never` for
 *   one without.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html
 */
export interface LambdaFunctionURLEvent<TAuthorizer = APIGatewayEventIAMAuthorizer | undefined> {
  /** Always `'2.0'`. */
  version: '2.0';
  /** Always `$default`. */
  routeKey: string;
  /** The request path, still percent-encoded. An HTTP API decodes it. */
  rawPath: string;
  /** The query exactly as sent, without `?`; `''` without a query. The only lossless form of the query. */
  rawQueryString: string;
  /** The cookies as `name=value`, in order, not decoded. `headers.cookie` has them, too. Absent without a Cookie header. */
  cookies?: string[];
  /** The request headers: lower-case name to value. Repeated headers are joined with `,` without a space. */
  headers: APIGatewayProxyEventV2Headers;
  /**
   * The query parameters: name to value. Both are decoded, with `+` as a space. Repeated parameters are joined with `,`. Absent or `null`
   * without a query.
   */
  queryStringParameters?: APIGatewayProxyEventV2QueryStringParameters | null;
  /** Absent or `null`: a function URL has no route with parameters. */
  pathParameters?: APIGatewayProxyEventV2PathParameters | null;
  /** Absent or `null`: a function URL has no stage. */
  stageVariables?: APIGatewayProxyEventV2StageVariables | null;
  /** Metadata about the request: who sent it, when, and to which URL. */
  requestContext: LambdaFunctionURLEventRequestContext<TAuthorizer>;
  /** The body as text, or as base64 if `isBase64Encoded` is true. Absent or `null` without a body. */
  body?: string | null;
  /** Whether `body` is base64. Forms are; JSON and text aren't. For other media types, the rule of an HTTP API is assumed. */
  isBase64Encoded: boolean;
}

/**
 * `requestContext` of the event of a function URL. It has an authorizer if you name one, and none for `never`. It may have one if the type
 * allows `undefined`, as the default does.
 *
 * @typeParam TAuthorizer Type of `authorizer`.
 */
export type LambdaFunctionURLEventRequestContext<TAuthorizer = APIGatewayEventIAMAuthorizer | undefined> = [Plain<TAuthorizer>] extends [
  never,
]
  ? LambdaFunctionURLEventRequestContextWithoutAuthorizer
  : [Extract<Plain<TAuthorizer>, undefined>] extends [never]
    ? LambdaFunctionURLEventRequestContextWithAuthorizer<TAuthorizer>
    : LambdaFunctionURLEventRequestContextWithOptionalAuthorizer<TAuthorizer>;

/**
 * `requestContext` of the event of a function URL with IAM authorization.
 *
 * @typeParam TAuthorizer Type of `authorizer`.
 */
export interface LambdaFunctionURLEventRequestContextWithAuthorizer<TAuthorizer = APIGatewayEventIAMAuthorizer>
  extends LambdaFunctionURLEventRequestContextWithoutAuthorizer {
  /** The caller. */
  authorizer: TAuthorizer;
}

/**
 * `requestContext` of the event of a function URL that may have IAM authorization.
 *
 * @typeParam TAuthorizer Type of `authorizer`.
 */
export interface LambdaFunctionURLEventRequestContextWithOptionalAuthorizer<TAuthorizer = APIGatewayEventIAMAuthorizer | undefined>
  extends LambdaFunctionURLEventRequestContextWithoutAuthorizer {
  /** The caller, with IAM authorization. Absent without it. (The AWS guide has `null` here, which guards and schemas accept.) */
  authorizer?: TAuthorizer;
}

/** `requestContext` of the event of a function URL without IAM authorization. */
export interface LambdaFunctionURLEventRequestContextWithoutAuthorizer {
  /** With IAM authorization, the account that owns the function. Without it, `anonymous`. */
  accountId: string;
  /** Id of the URL: 32 characters of `a-z0-9`. */
  apiId: string;
  /** Absent or `null`: function URLs don't support mutual TLS. */
  authentication?: {
    /** The certificate of the client. */
    clientCert: APIGatewayEventClientCertificate;
  } | null;
  /** Host name of the URL: `{apiId}.lambda-url.{region}.on.aws`. Only this name distinguishes the event from that of an HTTP API. */
  domainName: string;
  /** Equals `apiId`. */
  domainPrefix: string;
  /** Method, path, protocol and client of the request. `http.path` is percent-decoded; `rawPath` isn't. */
  http: APIGatewayEventRequestContextV2Http;
  /** Id of the request, a UUID. */
  requestId: string;
  /** Always `$default`. */
  routeKey: string;
  /** Always `$default`. */
  stage: string;
  /** Time of the request in UTC, as `18/Jun/2024:08:06:44 +0000`: `timeEpoch` cut to the second. */
  time: string;
  /** Time of the request, in milliseconds since the Unix epoch. */
  timeEpoch: number;
}
