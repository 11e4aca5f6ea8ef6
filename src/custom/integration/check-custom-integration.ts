import { checkRequired, checkShapes, invalidOption, type Shapes } from '../../gateway/check-shape.js';
import { isObject } from '../../http/is-object.js';
import type { CustomIntegration, HttpIntegration, MockIntegration, TemplateIntegration } from './custom-integration.js';

const TEMPLATES = { is: 'strings by name', example: "templates by media type, such as { 'application/json': '…' }" } as const;
const CONTENT_HANDLING = { oneOf: ['CONVERT_TO_BINARY', 'CONVERT_TO_TEXT'] } as const;

/** An integration with templates, or one that applies parameter mappings. */
export type AnyIntegration = CustomIntegration | MockIntegration | HttpIntegration;

const KINDS = ['custom', 'mock', 'http', 'http-proxy'] as const satisfies readonly AnyIntegration['integration'][];

const INTEGRATION: Shapes = {
  passthroughBehavior: { oneOf: ['WHEN_NO_MATCH', 'WHEN_NO_TEMPLATES', 'NEVER'] },
  requestTemplates: TEMPLATES,
  requestParameters: { is: 'strings by name', example: "sources by parameter, such as { 'integration.request.header.X': \"'text'\" }" },
  contentHandling: CONTENT_HANDLING,
  method: { is: 'object', example: 'an object such as { validateRequestBody: true }' },
};

const METHOD: Shapes = {
  requestParameters: { is: 'object', example: "parameters such as { 'method.request.querystring.page': true }" },
  requestModels: { is: 'object', example: "schemas by media type, such as { 'application/json': { type: 'object' } }" },
  validateRequestParameters: { is: 'boolean', example: 'true or false' },
  validateRequestBody: { is: 'boolean', example: 'true or false' },
  isValid: { is: 'function', example: 'a function (body, model) => boolean' },
};

const RESPONSE: Shapes = {
  statusCode: { is: 'count', example: 'a status such as 200' },
  selectionPattern: { is: 'string', example: "a pattern such as '.*Not found.*'" },
  responseParameters: { is: 'strings by name', example: "sources by header, such as { 'method.response.header.X': \"'text'\" }" },
  responseTemplates: TEMPLATES,
  contentHandling: CONTENT_HANDLING,
};

const HTTP: Shapes = {
  uri: { is: 'name', example: "a URL such as 'https://example.com/users/{id}'", required: true },
  httpMethod: { is: 'name', example: "a method such as 'GET'" },
};

const EXAMPLE = "Pass { integration: 'custom', responses: [{ statusCode: 200 }] }.";

/**
 * Checks that a custom integration has settings of the right types.
 *
 * @throws GatewayError `invalid-option`.
 */
export function checkCustomIntegration(integration: CustomIntegration): void {
  checkIntegration(integration, ['custom']);
}

/**
 * Checks that an integration has settings of the right types.
 *
 * @param kinds the kinds that are allowed. Default: all.
 * @param path where the integration is, for the error.
 * @throws GatewayError `invalid-option` or `missing-option`.
 */
export function checkIntegration(
  integration: AnyIntegration,
  kinds: readonly AnyIntegration['integration'][] = KINDS,
  path: readonly string[] = [],
): void {
  if (!isObject(integration)) throw invalidOption(path.length > 0 ? path : ['integration'], 'an object', integration, EXAMPLE);
  checkShapes(integration, { ...INTEGRATION, integration: { oneOf: kinds } }, path);
  if (integration.integration === 'http' || integration.integration === 'http-proxy') {
    checkShapes(integration, HTTP, path);
    checkRequired({ ...integration }, HTTP, path);
  }
  checkMethod(integration, [...path, 'method']);
  if (integration.integration !== 'http-proxy') checkResponses(integration.responses, [...path, 'responses']);
}

function checkResponses(responses: unknown, path: readonly string[]): void {
  if (!Array.isArray(responses)) throw invalidOption(path, 'an array', responses, EXAMPLE);
  for (const [index, response] of responses.entries()) {
    const place = [...path, index];
    if (!isObject(response)) throw invalidOption(place, 'an object', response, 'Pass { statusCode: 200 }.');
    checkShapes(response, RESPONSE, place);
  }
}

/** Fails closed: a validator without a function to validate would let every body pass. */
function checkMethod({ method }: Pick<TemplateIntegration, 'method'>, path: readonly string[]): void {
  if (method === undefined) return;
  checkShapes({ ...method }, METHOD, path);
  const { validateRequestBody, isValid } = method;
  if (validateRequestBody !== true || isValid !== undefined) return;
  throw invalidOption([...path, 'isValid'], 'a function if `validateRequestBody` is true', isValid, 'Pass a JSON Schema validator.');
}
