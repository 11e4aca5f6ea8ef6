/**
 * The result of a function behind a route of a WebSocket API.
 *
 * At `$connect`, a 2xx status opens the connection and any other status rejects it. The client never sees the body.
 *
 * At a message route, the client gets the body as one frame, but only if the route has a route response. It never sees status and headers.
 *
 * At `$disconnect`, the result is ignored. At any route, another top-level key makes the result invalid.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-route-response.html
 */
export interface APIGatewayProxyWebsocketResult {
  /** At `$connect`, a 2xx status opens the connection. On other routes, the client never sees it. */
  statusCode: number;
  /** The response headers: name to value. At `$connect`, only `Sec-WebSocket-Protocol` reaches the client. */
  headers?: { [name: string]: boolean | number | string | undefined } | null;
  /** The response headers: name to values. See `headers`. */
  multiValueHeaders?: { [name: string]: (boolean | number | string)[] | undefined } | null;
  /** Text of the frame to send back. */
  body?: string;
  /** Whether `body` is base64. It is unknown what the client gets then: API Gateway sends text frames. */
  isBase64Encoded?: boolean;
}
