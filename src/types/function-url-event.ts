import type { APIGatewayEventClientCertificate } from './client-certificate.js';
import type {
  APIGatewayEventRequestContextV2Http,
  APIGatewayProxyEventV2Headers,
  APIGatewayProxyEventV2PathParameters,
  APIGatewayProxyEventV2QueryStringParameters,
  APIGatewayProxyEventV2StageVariables,
} from './proxy-event-v2.js';
import type { APIGatewayEventIAMAuthorizer } from './proxy-event-v2-authorizer.js';

/**
 * The event of a Lambda function URL: payload 2.0 without a gateway, so without routes, stages and authorizers other than IAM. What is
 * not there is absent in recorded events; the guide prints `null` and says "null or excluded".
 *
 * @typeParam TAuthorizer what authorization left in `requestContext.authorizer`; `never` for a URL without.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html
 */
export interface LambdaFunctionURLEvent<TAuthorizer = APIGatewayEventIAMAuthorizer> {
  /** Always `'2.0'`. */
  version: '2.0';
  /** Always `$default` (recorded). */
  routeKey: string;
  /** The request path, still percent-encoded, unlike an HTTP API's (recorded). */
  rawPath: string;
  /** The query exactly as sent, without `?`; `''` without a query. The only lossless form of it. */
  rawQueryString: string;
  /** The request's cookies as `name=value`, in order, not decoded; `headers.cookie` has them too (recorded). Absent without a Cookie header. */
  cookies?: string[];
  /** Lower-case header name to value; repeated headers are joined with `,` without a space (recorded). */
  headers: APIGatewayProxyEventV2Headers;
  /** Parameter name to value, both decoded with `+` as a space; repeated ones are joined with `,`. Absent or `null` without a query. */
  queryStringParameters?: APIGatewayProxyEventV2QueryStringParameters | null;
  /** Absent or `null`: a function URL has no route that captures. */
  pathParameters?: APIGatewayProxyEventV2PathParameters | null;
  /** Absent or `null`: a function URL has no stage. */
  stageVariables?: APIGatewayProxyEventV2StageVariables | null;
  /** What Lambda knows of the request besides its text. */
  requestContext: LambdaFunctionURLEventRequestContext<TAuthorizer>;
  /** The body: text, or base64 when `isBase64Encoded`. Absent or `null` without a body. */
  body?: string | null;
  /** Whether `body` is base64: forms are, JSON and text are not (recorded); the rest is assumed to follow an HTTP API's list. */
  isBase64Encoded: boolean;
}

/**
 * `requestContext` of a function URL's event.
 *
 * @typeParam TAuthorizer what authorization left in `authorizer`.
 */
export interface LambdaFunctionURLEventRequestContext<TAuthorizer = APIGatewayEventIAMAuthorizer> {
  /** `anonymous` where the URL's authorization is NONE (recorded); with IAM the account that owns the function. */
  accountId: string;
  /** The URL's id, 32 characters of `a-z0-9`. */
  apiId: string;
  /** Absent or `null`: function URLs have no mutual TLS. */
  authentication?: {
    /** The certificate that the client showed. */
    clientCert: APIGatewayEventClientCertificate;
  } | null;
  /** The caller, with IAM authorization. Absent or `null` otherwise. */
  authorizer?: TAuthorizer | null;
  /** `{apiId}.lambda-url.{region}.on.aws`: the only sure sign of a function URL. */
  domainName: string;
  /** Equals `apiId`. */
  domainPrefix: string;
  /** The request itself; `http.path` is percent-decoded where `rawPath` is not (recorded). */
  http: APIGatewayEventRequestContextV2Http;
  /** A UUID. */
  requestId: string;
  /** Always `$default` (recorded). */
  routeKey: string;
  /** Always `$default` (recorded). */
  stage: string;
  /** Time of the request in UTC, as `18/Jun/2024:08:06:44 +0000`: `timeEpoch` cut to the second. */
  time: string;
  /** Time of the request, in milliseconds since the Unix epoch. */
  timeEpoch: number;
}
