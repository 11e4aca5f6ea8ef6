/**
 * The result of a function behind a REST API, or behind an HTTP API with payload 1.0.
 *
 * If the result has any other top-level key, a REST API answers 502 and an HTTP API ignores the key. `renderResult` reports such keys.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html
 */
export interface APIGatewayProxyResult {
  /** Status of the response. A REST API also accepts a string of digits, and answers 200 without a status. */
  statusCode: number;
  /**
   * The response headers: name to value. Each is sent as one line, commas included. Prefer strings: a REST API sends booleans as text,
   * but it is unknown how it sends numbers, and how an HTTP API sends either.
   */
  headers?: { [name: string]: boolean | number | string | undefined } | null;
  /**
   * The response headers: name to values. Each value is sent as a line, in order. If `headers` has the same name in any case, REST APIs
   * send these values first and HTTP APIs send them last.
   */
  multiValueHeaders?: { [name: string]: (boolean | number | string)[] | undefined } | null;
  /** The body as text, or as base64 if `isBase64Encoded` is true. Absent: an empty body. An object is answered with a 502. */
  body?: string;
  /** Whether `body` is base64. A REST API decodes it only if the first type in Accept is one of the API's `binaryMediaTypes`. */
  isBase64Encoded?: boolean;
}
