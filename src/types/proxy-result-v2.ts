/**
 * The result of a function behind an HTTP API with payload 2.0 or a function URL that sets the response: it has a `statusCode`.
 *
 * Any result without a `statusCode` becomes the body of a 200 response of type `application/json`.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 */
export interface APIGatewayProxyStructuredResultV2 {
  /** Status of the response. 0 or a fraction is answered with a 500. */
  statusCode: number;
  /**
   * The response headers: name to value. Each is sent as one line; an array is answered with a 500. Prefer strings: it is unknown how
   * numbers are sent.
   */
  headers?: { [name: string]: boolean | number | string | undefined } | null;
  /** The Set-Cookie headers of the response, in order. */
  cookies?: string[] | null;
  /** The body as text, or as base64 if `isBase64Encoded` is true. Absent: an empty body. An object is answered with a 500. */
  body?: string;
  /** Whether `body` is base64. HTTP APIs and function URLs always decode it. */
  isBase64Encoded?: boolean;
}

/**
 * Any result of a function behind an HTTP API with payload 2.0 or a function URL: a structured result, or a JSON value without a
 * `statusCode`, which becomes the body of a 200 response.
 *
 * @typeParam T Type of a JSON value that the function may return as the body. Use `never` if it always returns a response.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html#http-api-develop-integrations-lambda.response
 */
export type APIGatewayProxyResultV2<T = never> = APIGatewayProxyStructuredResultV2 | string | T;
