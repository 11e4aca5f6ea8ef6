/**
 * The CORS configuration of an HTTP API or a function URL. With one, the gateway answers preflight requests itself and replaces the
 * function's CORS headers.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html
 */
export interface CorsConfiguration {
  /** Origins that may read responses: exact ones, `*`, `https://*` or `http://*`. */
  readonly allowOrigins?: readonly string[];
  /** Methods that preflight allows: names or `*`. */
  readonly allowMethods?: readonly string[];
  /** Request headers that preflight allows: names or `*`. */
  readonly allowHeaders?: readonly string[];
  /** Response headers that scripts may read: names or `*`. */
  readonly exposeHeaders?: readonly string[];
  /** Whether credentials may be sent. Default: `false`. */
  readonly allowCredentials?: boolean;
  /** How long a preflight answer may be cached, in seconds. */
  readonly maxAge?: number;
}
