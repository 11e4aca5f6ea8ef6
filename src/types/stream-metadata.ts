/**
 * What stands in front of a streamed response: JSON, then eight NUL bytes, then the body. In Node's runtime it is the second argument of
 * `awslambda.HttpResponseStream.from`. A function URL ignores keys that it does not know (recorded) and has no `multiValueHeaders`.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/response-streaming-lambda-configure.html
 */
export interface HttpResponseStreamMetadata {
  /** The response's status. Absent: 200. */
  statusCode?: number;
  /** Header name to its one value. */
  headers?: { [name: string]: boolean | number | string | undefined } | null;
  /** REST: header name to values, one line each, merged with `headers` as in a buffered result (documented). */
  multiValueHeaders?: { [name: string]: (boolean | number | string)[] | undefined } | null;
  /** The response's Set-Cookie lines, one each, in order; a REST API takes them here and refuses them in a buffered result (documented). */
  cookies?: string[] | null;
}
