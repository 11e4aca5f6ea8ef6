/**
 * What a function behind a payload 1.0 proxy integration returns: a REST API's or an HTTP API's.
 *
 * A REST API answers 502 to any other top-level key (recorded), an HTTP API ignores it (reported); `renderResult` tells which.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html
 */
export interface APIGatewayProxyResult {
  /** The response's status. A REST API also takes a string of digits and, without one, answers 200 (recorded). */
  statusCode: number;
  /**
   * Header name to its one value, sent as one line; commas do not split it (recorded). A boolean is sent as text by REST (recorded);
   * what becomes of a number, or of either on an HTTP API, nobody has recorded: prefer strings.
   */
  headers?: { [name: string]: boolean | number | string | undefined } | null;
  /**
   * Header name to values, one line each, in order. With the same name in `headers`, ignoring case, REST sends these first and HTTP
   * APIs send these last (recorded).
   */
  multiValueHeaders?: { [name: string]: (boolean | number | string)[] | undefined } | null;
  /** The body: text, or base64 when `isBase64Encoded`. Absent: an empty body. An object is a 502 (reported). */
  body?: string;
  /** Whether `body` is base64. REST decodes it only when the first type in Accept is one of the API's `binaryMediaTypes` (recorded). */
  isBase64Encoded?: boolean;
}
