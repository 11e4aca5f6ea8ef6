/**
 * The CORS configuration of an HTTP API or a function URL. If there is one, the gateway answers preflight requests itself and replaces the
 * CORS headers of the function.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html
 */
export interface CorsConfiguration {
  /** Origins that may read responses: exact origins, `*`, `https://*` or `http://*`. Default: none. */
  readonly allowOrigins?: readonly string[];
  /** Methods that a preflight response allows: names or `*`. Default: none. */
  readonly allowMethods?: readonly string[];
  /** Request headers that a preflight response allows: names or `*`. Default: none. */
  readonly allowHeaders?: readonly string[];
  /** Response headers that scripts may read: names or `*`. Default: none. */
  readonly exposeHeaders?: readonly string[];
  /** Whether browsers may send credentials. Default: `false`. */
  readonly allowCredentials?: boolean;
  /** How long browsers may cache a preflight response, in seconds. Default: the header is absent. */
  readonly maxAge?: number;
}

/** The key of the code that applies a CORS configuration. It is a symbol, so that the configuration stays plain data. */
export const CORS: unique symbol = Symbol.for('apigw-proxy.cors');

/** A CORS configuration that `configureCors` has checked. */
export type ConfiguredCors = CorsConfiguration & { readonly [CORS]: object };
