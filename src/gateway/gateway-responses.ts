/**
 * The types of responses that a REST API makes itself, as AWS names them.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html
 */
export type GatewayResponseType =
  | 'ACCESS_DENIED'
  | 'API_CONFIGURATION_ERROR'
  | 'AUTHORIZER_CONFIGURATION_ERROR'
  | 'AUTHORIZER_FAILURE'
  | 'BAD_REQUEST_BODY'
  | 'BAD_REQUEST_PARAMETERS'
  | 'DEFAULT_4XX'
  | 'DEFAULT_5XX'
  | 'EXPIRED_TOKEN'
  | 'INTEGRATION_FAILURE'
  | 'INTEGRATION_TIMEOUT'
  | 'INVALID_API_KEY'
  | 'INVALID_SIGNATURE'
  | 'MISSING_AUTHENTICATION_TOKEN'
  | 'QUOTA_EXCEEDED'
  | 'REQUEST_TOO_LARGE'
  | 'RESOURCE_NOT_FOUND'
  | 'THROTTLED'
  | 'UNAUTHORIZED'
  | 'UNSUPPORTED_MEDIA_TYPE'
  | 'WAF_FILTERED';

/** A response in place of the gateway's own. The fields have the names of AWS's API. */
export interface GatewayResponse {
  /** The status: three digits, as a number or a string. Default: the status that the gateway would send. */
  readonly statusCode?: number | string;
  /**
   * Headers to add. Keys are `gatewayresponse.header.{name}`. Values are text in single quotes (`"'*'"`), `method.request.header.{name}`,
   * `method.request.querystring.{name}`, `context.{variable}` or `stageVariables.{name}`. Default: none.
   */
  readonly responseParameters?: Readonly<Record<string, string>>;
  /**
   * Templates of the body, by media type: text with `$context` variables such as `$context.error.messageString`, `$stageVariables` and
   * `$method.request` parameters. Default: `{"message":$context.error.messageString}`, spaced as the gateway does.
   */
  readonly responseTemplates?: Readonly<Record<string, string>>;
}

/** Responses by type. `DEFAULT_4XX` and `DEFAULT_5XX` apply to every type of that class without its own response. */
export type GatewayResponses = { readonly [Type in GatewayResponseType]?: GatewayResponse };
