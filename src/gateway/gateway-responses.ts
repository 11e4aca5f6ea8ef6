/**
 * AWS's names of the answers that a REST API gives by itself.
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

/** An answer that replaces the gateway's own, with the field names of AWS's API. */
export interface GatewayResponse {
  /** The status: three digits, as number or text. Default: the gateway's own. */
  readonly statusCode?: number | string;
  /**
   * Header fields to add: `gatewayresponse.header.{name}` to a text in single quotes (`"'*'"`), or to `method.request.header.{name}`,
   * `method.request.querystring.{name}`, `context.{variable}` or `stageVariables.{name}`. Default: none.
   */
  readonly responseParameters?: Readonly<Record<string, string>>;
  /**
   * Body templates by media type: text with `$context` variables such as `$context.error.messageString`, with `$stageVariables` and
   * `$method.request` parameters. Default: `{"message":$context.error.messageString}`, as the gateway itself spaces it.
   */
  readonly responseTemplates?: Readonly<Record<string, string>>;
}

/** Answers by type. One for `DEFAULT_4XX` or `DEFAULT_5XX` stands for every type of that class that has none itself. */
export type GatewayResponses = { readonly [Type in GatewayResponseType]?: GatewayResponse };
