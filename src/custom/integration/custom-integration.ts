/**
 * A custom (non-proxy) Lambda integration of a REST API. Mapping templates turn the request into the event, and the function's output into
 * the response.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-custom-integrations.html
 */
export interface CustomIntegration extends TemplateIntegration {
  /** The kind of integration. */
  readonly integration: 'custom';
}

/**
 * A mock integration of a REST API: the gateway answers itself. The request template makes JSON with a `statusCode`, and each
 * `selectionPattern` is compared with that number.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-mock-integration.html
 */
export interface MockIntegration extends TemplateIntegration {
  /** The kind of integration. */
  readonly integration: 'mock';
}

/**
 * An HTTP integration of a REST API: the gateway calls a URL. Each `selectionPattern` is compared with the status of its response.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/setup-http-integrations.html
 */
export interface HttpIntegration extends Omit<TemplateIntegration, 'responses'> {
  /** The kind of integration. `http-proxy` passes request and response on, and applies only `requestParameters`. */
  readonly integration: 'http' | 'http-proxy';
  /** The integration responses, for `http`. Default: none. */
  readonly responses?: readonly IntegrationResponse[];
  /** The URL. `{name}` stands for the parameter `integration.request.path.{name}`, and `${stageVariables.name}` for a stage variable. */
  readonly uri: string;
  /** The method of the request to the URL. Default: `ANY`, the method of the client. */
  readonly httpMethod?: string;
}

/** The templates and mappings that all of these integrations have. */
export interface TemplateIntegration {
  /**
   * What happens to a body whose type has no template: `WHEN_NO_MATCH` passes it on, `WHEN_NO_TEMPLATES` passes it on unless there are
   * templates for other types, and `NEVER` answers 415. Default: `WHEN_NO_MATCH`.
   *
   * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/integration-passthrough-behaviors.html
   */
  readonly passthroughBehavior?: 'WHEN_NO_MATCH' | 'WHEN_NO_TEMPLATES' | 'NEVER';
  /**
   * Mapping templates by media type of the request, in Velocity's language. A request without a Content-Type is `application/json`. An empty
   * template passes the body on. Default: none.
   *
   * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/models-mappings.html
   */
  readonly requestTemplates?: Readonly<Record<string, string>>;
  /**
   * Parameters of the request to Lambda or to a URL: `integration.request.header.{name}`, `.querystring.{name}` or `.path.{name}`, to the source of the
   * value. The function sees none of them, but Lambda does, and templates can override them. Default: none.
   */
  readonly requestParameters?: Readonly<Record<`integration.request.${string}`, RequestMappingSource>>;
  /** How the body is converted before the template sees it. Default: no conversion. */
  readonly contentHandling?: ContentHandling;
  /** The integration responses. The first one whose pattern matches is used; the one without a pattern is the default. */
  readonly responses: readonly IntegrationResponse[];
  /** What the method checks before the integration. Default: nothing. */
  readonly method?: MethodRequest;
}

/**
 * `CONVERT_TO_BINARY` decodes a body from base64, and `CONVERT_TO_TEXT` encodes a binary body as base64. A body is binary if its type is one
 * of the API's `binaryMediaTypes`.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-payload-encodings-workflow.html
 */
export type ContentHandling = 'CONVERT_TO_BINARY' | 'CONVERT_TO_TEXT';

/** How the function's output or error becomes a response. */
export interface IntegrationResponse {
  /** Status of the response. A template can override it. */
  readonly statusCode: number;
  /**
   * Regular expression in Java's syntax. It has to match the whole message of the function's error, or an empty string if the function
   * succeeds. Absent or empty: this is the default response, for everything that no pattern matches.
   */
  readonly selectionPattern?: string;
  /** Headers of the response: `method.response.header.{name}` to the source of the value. Default: none. */
  readonly responseParameters?: Readonly<Record<`method.response.header.${string}`, ResponseMappingSource>>;
  /**
   * Mapping templates by media type. The first type in the request's Accept header decides, then `application/json`, then the first template.
   * An empty template passes the output on. Default: none.
   */
  readonly responseTemplates?: Readonly<Record<string, string>>;
  /** How the output is converted before the template sees it. Default: no conversion, unless the client accepts a binary type. */
  readonly contentHandling?: ContentHandling;
}

/**
 * The source of a parameter for Lambda: text in single quotes, `method.request.header.{name}`, `.multivalueheader.{name}`,
 * `.querystring.{name}`, `.multivaluequerystring.{name}`, `.path.{name}`, `.body`, `.body.{JSONPath}`, `context.{name}` or
 * `stageVariables.{name}`.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/request-response-data-mappings.html
 */
export type RequestMappingSource = `'${string}'` | `method.request.${string}` | VariableSource;

/**
 * The source of a response header: text in single quotes, `integration.response.header.{name}`, `.multivalueheader.{name}`, `.body`,
 * `.body.{JSONPath}` such as `integration.response.body.errorMessage`, `context.{name}` or `stageVariables.{name}`.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/request-response-data-mappings.html
 */
export type ResponseMappingSource = `'${string}'` | `integration.response.${string}` | VariableSource;

/** A variable of the request's context, such as `context.requestId`, or a stage variable. */
export type VariableSource = `context.${string}` | `stageVariables.${string}`;

/**
 * The checks of a REST API's request validator.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-method-request-validation.html
 */
export interface MethodRequest {
  /** Parameters of the request, and whether each is required: `{ 'method.request.querystring.page': true }`. Default: none. */
  readonly requestParameters?: Readonly<Record<`method.request.${string}`, boolean>>;
  /** JSON Schemas of the body, by media type. `$default` is for all other types. Default: none. */
  readonly requestModels?: Readonly<Record<string, unknown>>;
  /** Whether required parameters are checked. Default: `false`. */
  readonly validateRequestParameters?: boolean;
  /** Whether bodies are checked against `requestModels`. Default: `false`. */
  readonly validateRequestBody?: boolean;
  /**
   * Returns whether a body is valid: for example a JSON Schema validator such as Ajv. AWS validates with draft 4. Required to validate bodies.
   *
   * @param body the parsed body. A request without a body counts as `{}`.
   * @param model the schema from `requestModels`.
   */
  isValid?(body: unknown, model: unknown): boolean;
}
