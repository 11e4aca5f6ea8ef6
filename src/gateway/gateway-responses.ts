/**
 * The types of responses that a REST API makes itself and that you can customize, as AWS names them, and the first digit of their status.
 * documented: the response to a request that is too large, REQUEST_TOO_LARGE, can't be customized.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html
 */
export const RESPONSE_STATUSES = {
  ACCESS_DENIED: 4,
  API_CONFIGURATION_ERROR: 5,
  AUTHORIZER_CONFIGURATION_ERROR: 5,
  AUTHORIZER_FAILURE: 5,
  BAD_REQUEST_BODY: 4,
  BAD_REQUEST_PARAMETERS: 4,
  DEFAULT_4XX: 4,
  DEFAULT_5XX: 5,
  EXPIRED_TOKEN: 4,
  INTEGRATION_FAILURE: 5,
  INTEGRATION_TIMEOUT: 5,
  INVALID_API_KEY: 4,
  INVALID_SIGNATURE: 4,
  MISSING_AUTHENTICATION_TOKEN: 4,
  QUOTA_EXCEEDED: 4,
  RESOURCE_NOT_FOUND: 4,
  THROTTLED: 4,
  UNAUTHORIZED: 4,
  UNSUPPORTED_MEDIA_TYPE: 4,
  WAF_FILTERED: 4,
} as const;

/** A type of response that a REST API makes itself and that you can customize. */
export type GatewayResponseType = keyof typeof RESPONSE_STATUSES;

/** A response in place of the gateway's own. The fields have the names of AWS's API. */
export interface GatewayResponse {
  /** The status: three digits, as a number or a string. Default: the status that the gateway would send. */
  readonly statusCode?: number | string;
  /**
   * Headers to add. Keys are `gatewayresponse.header.{name}`. Values are text in single quotes (`"'*'"`), `method.request.header.{name}`,
   * `method.request.querystring.{name}`, `method.request.path.{name}`, `context.{variable}` or `stageVariables.{name}`. Default: none.
   */
  readonly responseParameters?: Readonly<Record<string, string>>;
  /**
   * Templates of the body, by media type: text with `$context` variables such as `$context.error.messageString`, `$stageVariables` and
   * `$method.request` parameters. Default: `{"message":$context.error.messageString}`, spaced as the gateway does.
   */
  readonly responseTemplates?: Readonly<Record<string, string>>;
}

/**
 * The key of the code that sends gateway responses. Only checked responses have it. It is a symbol, so that the responses stay plain data.
 */
export const CUSTOMIZATION: unique symbol = Symbol.for('apigw-proxy.customization');

/** Responses by type. `DEFAULT_4XX` and `DEFAULT_5XX` apply to every type of that class without its own response. */
export type GatewayResponses = { readonly [Type in GatewayResponseType]?: GatewayResponse };

/** Gateway responses that `customizeResponses` has checked. */
export type CustomizedResponses = GatewayResponses & { readonly [CUSTOMIZATION]: object };
