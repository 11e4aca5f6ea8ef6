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
 * What an HTTP API sends to a Lambda authorizer with payload format 1.0 (documented; no whole event is recorded).
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-lambda-authorizer.html
 */
export interface APIGatewayRequestAuthorizerEventV1 {
  /** Always `'1.0'`. */
  version: '1.0';
  /** Always `'REQUEST'`. */
  type: 'REQUEST';
  /** The route the client asks for: `arn:aws:execute-api:{region}:{account}:{apiId}/{stage}/{METHOD}/{path}`. */
  methodArn: string;
  /** Values of the identity sources, joined with `,`: `user1,123`. Assumed absent or `null` when none is configured, as in payload 2.0. */
  identitySource?: string | null;
  /** Equals `identitySource`. */
  authorizationToken?: string | null;
  /** Path part of the route key; `$default` for the default route. */
  resource: string;
  /** The request path, with the stage in front unless the stage is `$default`. */
  path: string;
  /** The request's method, in capitals. */
  httpMethod: string;
  /** Header name to its last value. */
  headers: APIGatewayProxyEventHeaders;
  /** Header name to all its values, in order. Absent from AWS's sample. */
  multiValueHeaders?: APIGatewayProxyEventMultiValueHeaders;
  /** Parameter name to its last value. AWS's sample is silent on what stands here without a query: `{}` or `null`. */
  queryStringParameters: APIGatewayProxyEventQueryStringParameters | null;
  /** Parameter name to all its values, in order. Absent from AWS's sample. */
  multiValueQueryStringParameters?: APIGatewayProxyEventMultiValueQueryStringParameters | null;
  /** Values of the route's parameters. `{}` when the route has none (documented); `null` is allowed for, nobody has recorded it. */
  pathParameters: APIGatewayProxyEventPathParameters | null;
  /** The stage's variables. `null` is allowed for, as in `pathParameters`. */
  stageVariables: APIGatewayProxyEventStageVariables | null;
  /** What the gateway knows of the request besides its text. */
  requestContext: APIGatewayRequestAuthorizerEventRequestContext;
}
