import type {
  APIGatewayProxyEventHeaders,
  APIGatewayProxyEventMultiValueHeaders,
  APIGatewayProxyEventMultiValueQueryStringParameters,
  APIGatewayProxyEventQueryStringParameters,
  APIGatewayProxyEventStageVariables,
} from './proxy-event.js';
import type { APIGatewayEventWebsocketConnectRequestContext } from './websocket-event.js';

/**
 * What a WebSocket API sends to its Lambda authorizer, which only `$connect` can have (documented).
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-lambda-auth.html
 */
export interface APIGatewayWebsocketRequestAuthorizerEvent {
  /** Always `'REQUEST'`. */
  type: 'REQUEST';
  /** `arn:aws:execute-api:{region}:{account}:{apiId}/{stage}/$connect`. */
  methodArn: string;
  /** The handshake's headers, with the Connection, Upgrade and content-length that the `$connect` event lacks. */
  headers: APIGatewayProxyEventHeaders;
  /** Header name to all its values, in order. */
  multiValueHeaders: APIGatewayProxyEventMultiValueHeaders;
  /** Query parameters of the handshake, decoded, last value each. `{}` without a query. */
  queryStringParameters: APIGatewayProxyEventQueryStringParameters;
  /** Query parameters of the handshake, decoded, all values in order. `{}` without a query. */
  multiValueQueryStringParameters: APIGatewayProxyEventMultiValueQueryStringParameters;
  /** The stage's variables. `{}` when the stage has none. */
  stageVariables: APIGatewayProxyEventStageVariables;
  /** What the gateway knows of the connection: the `$connect` event's. */
  requestContext: APIGatewayEventWebsocketConnectRequestContext;
}
