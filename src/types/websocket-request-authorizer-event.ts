import type {
  APIGatewayProxyEventHeaders,
  APIGatewayProxyEventMultiValueHeaders,
  APIGatewayProxyEventMultiValueQueryStringParameters,
  APIGatewayProxyEventQueryStringParameters,
  APIGatewayProxyEventStageVariables,
} from './proxy-event.js';
import type { APIGatewayEventWebsocketConnectRequestContext } from './websocket-event.js';

/**
 * The event of a Lambda authorizer of a WebSocket API. Only `$connect` can have an authorizer.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-lambda-auth.html
 */
export interface APIGatewayWebsocketRequestAuthorizerEvent {
  /** Always `'REQUEST'`. */
  type: 'REQUEST';
  /** ARN of the route: `arn:aws:execute-api:{region}:{account}:{apiId}/{stage}/$connect`. */
  methodArn: string;
  /** The headers of the handshake. They include Connection, Upgrade and content-length, which the `$connect` event lacks. */
  headers: APIGatewayProxyEventHeaders;
  /** The headers of the handshake: name to all values, in order. */
  multiValueHeaders: APIGatewayProxyEventMultiValueHeaders;
  /** The query parameters of the handshake: name to last value, both decoded. `{}` without a query. */
  queryStringParameters: APIGatewayProxyEventQueryStringParameters;
  /** The query parameters of the handshake: name to all values, in order, decoded. `{}` without a query. */
  multiValueQueryStringParameters: APIGatewayProxyEventMultiValueQueryStringParameters;
  /** The stage variables. `{}` if the stage has none. */
  stageVariables: APIGatewayProxyEventStageVariables;
  /** Metadata about the connection: the same as in the `$connect` event. */
  requestContext: APIGatewayEventWebsocketConnectRequestContext;
}
