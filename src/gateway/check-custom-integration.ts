import { isObject } from '../http/is-object.js';
import { checkShapes, invalidOption, type Shapes } from './check-shape.js';
import type { CustomIntegration } from './custom-integration.js';

const INTEGRATION: Shapes = {
  integration: { oneOf: ['custom'] },
  passthroughBehavior: { oneOf: ['WHEN_NO_MATCH', 'WHEN_NO_TEMPLATE', 'NEVER'] },
  requestTemplates: { is: 'strings by name', example: "templates by media type, such as { 'application/json': '…' }" },
};

const RESPONSE: Shapes = {
  statusCode: { is: 'count', example: 'a status such as 200' },
  selectionPattern: { is: 'string', example: "a regular expression such as '.*Not found.*'" },
  responseParameters: { is: 'strings by name', example: "sources by header, such as { 'method.response.header.X': \"'text'\" }" },
  responseTemplates: { is: 'strings by name', example: "templates by media type, such as { 'application/json': '…' }" },
};

/**
 * Checks that a custom integration has settings of the right types.
 *
 * @throws GatewayError `invalid-option`.
 */
export function checkCustomIntegration(integration: CustomIntegration): void {
  const example = "{ integration: 'custom', responses: [{ statusCode: 200 }] }";
  if (!isObject(integration)) throw invalidOption(['integration'], 'an object', integration, `Pass ${example}.`);
  checkShapes(integration, INTEGRATION, []);
  const responses: unknown = integration.responses;
  if (!Array.isArray(responses)) throw invalidOption(['responses'], 'an array', responses, `Pass ${example}.`);
  for (const [index, response] of responses.entries()) {
    if (!isObject(response)) throw invalidOption(['responses', index], 'an object', response, 'Pass { statusCode: 200 }.');
    checkShapes(response, RESPONSE, ['responses', index]);
  }
}
