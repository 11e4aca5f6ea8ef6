import { checkShapes, invalidOption, type Shapes } from '../../gateway/check-shape.js';
import { isObject } from '../../http/is-object.js';
import type { CustomIntegration } from './custom-integration.js';

const TEMPLATES = { is: 'strings by name', example: "templates by media type, such as { 'application/json': '…' }" } as const;
const CONTENT_HANDLING = { oneOf: ['CONVERT_TO_BINARY', 'CONVERT_TO_TEXT'] } as const;

const INTEGRATION: Shapes = {
  integration: { oneOf: ['custom'] },
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

const EXAMPLE = "Pass { integration: 'custom', responses: [{ statusCode: 200 }] }.";

/**
 * Checks that a custom integration has settings of the right types.
 *
 * @param path where the integration is, for the error.
 * @throws GatewayError `invalid-option`.
 */
export function checkCustomIntegration(integration: CustomIntegration, path: readonly string[] = []): void {
  if (!isObject(integration)) throw invalidOption(path.length > 0 ? path : ['integration'], 'an object', integration, EXAMPLE);
  checkShapes(integration, INTEGRATION, path);
  checkMethod(integration, [...path, 'method']);
  const responses: unknown = integration.responses;
  if (!Array.isArray(responses)) throw invalidOption([...path, 'responses'], 'an array', responses, EXAMPLE);
  for (const [index, response] of responses.entries()) {
    const place = [...path, 'responses', index];
    if (!isObject(response)) throw invalidOption(place, 'an object', response, 'Pass { statusCode: 200 }.');
    checkShapes(response, RESPONSE, place);
  }
}

/** Fails closed: a validator without a function to validate would let every body pass. */
function checkMethod({ method }: CustomIntegration, path: readonly string[]): void {
  if (method === undefined) return;
  checkShapes({ ...method }, METHOD, path);
  const { validateRequestBody, isValid } = method;
  if (validateRequestBody !== true || isValid !== undefined) return;
  throw invalidOption([...path, 'isValid'], 'a function if `validateRequestBody` is true', isValid, 'Pass a JSON Schema validator.');
}
