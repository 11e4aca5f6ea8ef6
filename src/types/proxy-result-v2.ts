/**
 * What a function behind a payload 2.0 integration or a function URL returns when it sets the response itself: the result has a
 * `statusCode`. Any other result is the body of a 200 response of type `application/json`.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 */
export interface APIGatewayProxyStructuredResultV2 {
  /** The response's status. 0 or a fraction is a 500 (recorded). */
  statusCode: number;
  /** Header name to its one value, sent as one line; a list as value is a 500 (reported). What numbers become is not recorded. */
  headers?: { [name: string]: boolean | number | string | undefined } | null;
  /** The response's Set-Cookie lines, one each, in order. */
  cookies?: string[] | null;
  /** The body: text, or base64 when `isBase64Encoded`. Absent: an empty body. An object is a 500 (reported). */
  body?: string;
  /** Whether `body` is base64; it is always decoded (recorded). */
  isBase64Encoded?: boolean;
}

/**
 * Everything a function behind a payload 2.0 integration may return: a structured result, or any JSON value without a `statusCode`,
 * which becomes the body of a 200 response.
 *
 * @typeParam T the JSON value that becomes the body; `never` for functions that always set the response.
 */
export type APIGatewayProxyResultV2<T = never> = APIGatewayProxyStructuredResultV2 | string | T;
