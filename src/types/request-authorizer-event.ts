import type { APIGatewayEventIdentity } from './identity.js';
import type {
  APIGatewayProxyEventHeaders,
  APIGatewayProxyEventMultiValueHeaders,
  APIGatewayProxyEventMultiValueQueryStringParameters,
  APIGatewayProxyEventPathParameters,
  APIGatewayProxyEventQueryStringParameters,
  APIGatewayProxyEventStageVariables,
} from './proxy-event.js';

/**
 * The event of a REQUEST authorizer of a REST API.
 *
 * Where a proxy event has `null`, this event has `{}`. Only the authorizer test of the console sends `null`.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-lambda-authorizer-input.html
 */
export interface APIGatewayRequestAuthorizerEvent {
  /** Always `'REQUEST'`. */
  type: 'REQUEST';
  /** ARN of the method and path the client requested: `arn:aws:execute-api:{region}:{account}:{apiId}/{stage}/{METHOD}/{path}`. */
  methodArn: string;
  /** The resource that matched, as configured: `/users/{id}`. */
  resource: string;
  /** The request path without the stage, still percent-encoded. */
  path: string;
  /** HTTP method of the request, in capitals. Never `ANY`. */
  httpMethod: string;
  /** The request headers: name to last value, Content-Length included. `null` only in a console test. */
  headers: APIGatewayProxyEventHeaders | null;
  /** The request headers: name to all values, in order. AWS's sample leaves it out, and in a console test it can be `null`. */
  multiValueHeaders?: APIGatewayProxyEventMultiValueHeaders | null;
  /** The query parameters: name to last value, both decoded. `{}` without a query. `null` only in a console test. */
  queryStringParameters: APIGatewayProxyEventQueryStringParameters | null;
  /** The query parameters: name to all values, in order. AWS's sample leaves it out, and in a console test it can be `null`. */
  multiValueQueryStringParameters?: APIGatewayProxyEventMultiValueQueryStringParameters | null;
  /** The path parameters, percent-encoded. `{}` if the resource has none. `null` only in a console test. */
  pathParameters: APIGatewayProxyEventPathParameters | null;
  /** The stage variables. `{}` if the stage has none. `null` only in a console test. */
  stageVariables: APIGatewayProxyEventStageVariables | null;
  /** Metadata about the request: who sent it, when, and to which API. */
  requestContext: APIGatewayRequestAuthorizerEventRequestContext;
  /** The body, in a console test. Absent otherwise: an authorizer doesn't see the body. */
  body?: string | null;
  /** Whether `body` is base64, in a console test. Absent otherwise. */
  isBase64Encoded?: boolean;
}

/**
 * `requestContext` of a request authorizer event with payload 1.0.
 *
 * Real events of REST APIs have all these fields unless a comment says otherwise. Some are optional because AWS's samples lack them.
 */
export interface APIGatewayRequestAuthorizerEventRequestContext {
  /** AWS account that owns the API: twelve digits. */
  accountId: string;
  /** Id of the API: ten characters of `a-z0-9`. */
  apiId: string;
  /** REST: id of the deployment that answers the request. Absent on HTTP APIs and before 2024. */
  deploymentId?: string;
  /** Host name of the API: `{apiId}.execute-api.{region}.amazonaws.com` or a custom domain. */
  domainName?: string;
  /** Part of `domainName` before the first dot. */
  domainPrefix?: string;
  /** Id that the gateway gives the request: 15 characters and `=`. */
  extendedRequestId?: string;
  /** Equals the event's `httpMethod`. */
  httpMethod: string;
  /** Who sent the request. */
  identity: APIGatewayRequestAuthorizerEventIdentity;
  /** REST: name of the operation. Absent unless the API was imported from OpenAPI with operation names. */
  operationName?: string;
  /** `/{stage}` and the request path. */
  path: string;
  /** Always `HTTP/1.1`, even if the client speaks HTTP/2. */
  protocol?: string;
  /** Id of the request. REST: a UUID. HTTP API: equals `extendedRequestId`. */
  requestId: string;
  /** Time of the request in UTC, as `17/Jun/2024:14:48:13 +0000`. */
  requestTime?: string;
  /** Time of the request, in milliseconds since the Unix epoch. */
  requestTimeEpoch?: number;
  /** REST: id of the resource. HTTP API: the whole route key. `null` only in an AWS sample. */
  resourceId: string | null;
  /** Equals the event's `resource`. */
  resourcePath: string;
  /** Name of the stage. */
  stage: string;
}

/**
 * `requestContext.identity` of a request authorizer event with payload 1.0: the same as in a proxy event.
 *
 * All fields except `sourceIp` are optional, because AWS's samples have only `apiKey` and `sourceIp`.
 */
export interface APIGatewayRequestAuthorizerEventIdentity extends Partial<APIGatewayEventIdentity> {
  /** IP address of the client, v4 or v6. Not always an address: a console test sends `test-invoke-source-ip`. */
  sourceIp: string;
}
