/**
 * What a function behind a route of a WebSocket API returns.
 *
 * `$connect`: a 2xx status opens the connection, any other refuses it, and no body is sent (documented). A message route: the body is
 * sent to the client as one frame, but only where the route has a route response; status and headers are not seen (documented,
 * reported). `$disconnect`: sent to nobody. Any other top-level key makes the result malformed (reported).
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-route-response.html
 */
export interface APIGatewayProxyWebsocketResult {
  /** `$connect`: whether the connection opens. Not visible to the client on other routes. */
  statusCode: number;
  /** `$connect`: only `Sec-WebSocket-Protocol` reaches the client (documented). */
  headers?: { [name: string]: boolean | number | string | undefined } | null;
  /** Header name to values; see `headers`. */
  multiValueHeaders?: { [name: string]: (boolean | number | string)[] | undefined } | null;
  /** The frame to send back. */
  body?: string;
  /** Whether `body` is base64. What becomes of such a message is not recorded: API Gateway sends text frames. */
  isBase64Encoded?: boolean;
}
