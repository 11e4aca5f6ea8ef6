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
 * What a REST API sends to a Lambda authorizer of type REQUEST. Maps without entries are `{}` where the proxy event has `null`
 * (recorded); `null` comes only from the console's authorizer test.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-lambda-authorizer-input.html
 */
export interface APIGatewayRequestAuthorizerEvent {
  /** Always `'REQUEST'`. */
  type: 'REQUEST';
  /** The method the client asks for: `arn:aws:execute-api:{region}:{account}:{apiId}/{stage}/{METHOD}/{path}`, with the request's path. */
  methodArn: string;
  /** The matched resource, as configured: `/users/{id}`. */
  resource: string;
  /** The request path without the stage, still percent-encoded. */
  path: string;
  /** The request's method, in capitals; the concrete one also where the route says `ANY`. */
  httpMethod: string;
  /** Header name to its last value, Content-Length included (recorded). `null` only in a console test. */
  headers: APIGatewayProxyEventHeaders | null;
  /** Header name to all its values, in order. In every recorded event; absent from AWS's sample, `null` only in a console test. */
  multiValueHeaders?: APIGatewayProxyEventMultiValueHeaders | null;
  /** Parameter name to its last value, decoded. `{}` without a query; `null` only in a console test. */
  queryStringParameters: APIGatewayProxyEventQueryStringParameters | null;
  /** Parameter name to all its values. In every recorded event; absent from AWS's sample, `null` only in a console test. */
  multiValueQueryStringParameters?: APIGatewayProxyEventMultiValueQueryStringParameters | null;
  /** Values of the route's parameters, percent-encoded. `{}` when the route has none; `null` only in a console test. */
  pathParameters: APIGatewayProxyEventPathParameters | null;
  /** The stage's variables. `{}` when the stage has none; `null` only in a console test. */
  stageVariables: APIGatewayProxyEventStageVariables | null;
  /** What the gateway knows of the request besides its text. */
  requestContext: APIGatewayRequestAuthorizerEventRequestContext;
  /** Only in a console test: an authorizer does not see the body. */
  body?: string | null;
  /** Only in a console test. */
  isBase64Encoded?: boolean;
}

/**
 * `requestContext` of a request authorizer's event with payload 1.0. What is optional here is in every recorded event of a REST API and
 * missing from AWS's samples, unless its comment says more.
 */
export interface APIGatewayRequestAuthorizerEventRequestContext {
  /** Twelve digits: the AWS account that owns the API. */
  accountId: string;
  /** The API's id, ten characters of `a-z0-9`. */
  apiId: string;
  /** REST: id of the deployment that answers. Absent on HTTP APIs and before 2024. */
  deploymentId?: string;
  /** Host name the API answers on. */
  domainName?: string;
  /** First label of `domainName`. */
  domainPrefix?: string;
  /** The gateway's own request id, 15 characters and `=`. */
  extendedRequestId?: string;
  /** Equals the event's `httpMethod`. */
  httpMethod: string;
  /** Who sent the request, as far as the gateway knows. */
  identity: APIGatewayRequestAuthorizerEventIdentity;
  /** REST: the method's operation name. Absent unless an OpenAPI import gave it one. */
  operationName?: string;
  /** `/{stage}` and the path. */
  path: string;
  /** Always `HTTP/1.1`, also for HTTP/2 clients (recorded). */
  protocol?: string;
  /** REST: a UUID. HTTP API: equals `extendedRequestId`. */
  requestId: string;
  /** Time of the request in UTC, as `17/Jun/2024:14:48:13 +0000`. */
  requestTime?: string;
  /** Time of the request, in milliseconds since the Unix epoch. */
  requestTimeEpoch?: number;
  /** REST: the resource's id. HTTP API: the whole route key. `null` only in AWS's sample. */
  resourceId: string | null;
  /** Equals the event's `resource`. */
  resourcePath: string;
  /** Name of the stage. */
  stage: string;
}

/**
 * `requestContext.identity` of a request authorizer's event with payload 1.0: a proxy event's, of which AWS's samples print no more than
 * `apiKey` and `sourceIp`.
 */
export interface APIGatewayRequestAuthorizerEventIdentity extends Partial<APIGatewayEventIdentity> {
  /** The client's IP address, v4 or v6; `test-invoke-source-ip` in a console test. Not always a bare address: do not parse it blindly. */
  sourceIp: string;
}
