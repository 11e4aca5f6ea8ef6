import type {
  APIGatewayProxyEventHeaders,
  APIGatewayProxyEventMultiValueHeaders,
  APIGatewayProxyEventMultiValueQueryStringParameters,
  APIGatewayProxyEventPathParameters,
  APIGatewayProxyEventQueryStringParameters,
  APIGatewayProxyEventStageVariables,
} from './proxy-event.js';
import type { APIGatewayRequestAuthorizerEventRequestContext } from './request-authorizer-event.js';

/**
 * The event of a Lambda authorizer of an HTTP API with payload format 1.0. AWS documents it, but no complete real event is known.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-lambda-authorizer.html
 */
export interface APIGatewayRequestAuthorizerEventV1 {
  /** Always `'1.0'`. */
  version: '1.0';
  /** Always `'REQUEST'`. */
  type: 'REQUEST';
  /** ARN of the route and path the client requested: `arn:aws:execute-api:{region}:{account}:{apiId}/{stage}/{METHOD}/{path}`. */
  methodArn: string;
  /** Values of the identity sources, joined with `,`: `user1,123`. Assumed to be absent or `null` without identity sources. */
  identitySource?: string | null;
  /** Equals `identitySource`. */
  authorizationToken?: string | null;
  /** Path of the route key. `$default` for the default route. */
  resource: string;
  /** The request path. It starts with `/{stage}` unless the stage is `$default`. */
  path: string;
  /** HTTP method of the request, in capitals. */
  httpMethod: string;
  /** The request headers: name to last value. */
  headers: APIGatewayProxyEventHeaders;
  /** The request headers: name to all values, in order. Absent in AWS's sample. */
  multiValueHeaders?: APIGatewayProxyEventMultiValueHeaders;
  /** The query parameters: name to last value. Without a query it is `{}` or `null`; AWS doesn't document which. */
  queryStringParameters: APIGatewayProxyEventQueryStringParameters | null;
  /** The query parameters: name to all values, in order. Absent in AWS's sample. */
  multiValueQueryStringParameters?: APIGatewayProxyEventMultiValueQueryStringParameters | null;
  /** The path parameters. `{}` if the route has none; `null` is accepted, because no real event is known. */
  pathParameters: APIGatewayProxyEventPathParameters | null;
  /** The stage variables. `{}` if the stage has none; `null` is accepted, because no real event is known. */
  stageVariables: APIGatewayProxyEventStageVariables | null;
  /** Metadata about the request: who sent it, when, and to which API. */
  requestContext: APIGatewayRequestAuthorizerEventRequestContext;
}
