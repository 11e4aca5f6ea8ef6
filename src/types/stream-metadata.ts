/**
 * Status and headers of a streamed response. In the Node.js runtime, it is the second argument of `awslambda.HttpResponseStream.from`.
 *
 * The stream starts with it as JSON, then eight NUL bytes, then the body. A function URL ignores unknown keys and `multiValueHeaders`.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/response-streaming-lambda-configure.html
 */
export interface HttpResponseStreamMetadata {
  /** Status of the response. Absent: 200. */
  statusCode?: number;
  /** The response headers: name to value. */
  headers?: { [name: string]: boolean | number | string | undefined } | null;
  /** REST: the response headers, name to values. Each value is sent as a line. Merged with `headers` as in a buffered result. */
  multiValueHeaders?: { [name: string]: (boolean | number | string)[] | undefined } | null;
  /** The Set-Cookie headers of the response, in order. A REST API accepts them here, but not in a buffered result. */
  cookies?: string[] | null;
}
