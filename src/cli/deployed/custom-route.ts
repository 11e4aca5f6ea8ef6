import type { AnyIntegration } from '../../custom/integration/check-custom-integration.js';
import { isObject } from '../../http/is-object.js';

/** The integrations of a REST API that have templates or mappings. */
type Kind = AnyIntegration['integration'];

/**
 * Returns an integration of a REST API, from `x-amazon-apigateway-integration`. The local API checks it.
 *
 * documented: the keys of `responses` are selection patterns and `default`.
 */
export function integrationOf(integration: Kind, details: Readonly<Record<string, unknown>> = {}): object {
  const { requestTemplates, requestParameters, passthroughBehavior, contentHandling, responses } = details;
  return {
    integration,
    ...(requestTemplates !== undefined && { requestTemplates }),
    ...(requestParameters !== undefined && { requestParameters }),
    ...(typeof passthroughBehavior === 'string' && { passthroughBehavior: passthroughBehavior.toUpperCase() }),
    ...(typeof contentHandling === 'string' && { contentHandling }),
    responses: Object.entries(isObject(responses) ? responses : {}).map(([pattern, response]) => responseOf(pattern, Object(response))),
  };
}

function responseOf(
  selectionPattern: string,
  { statusCode, responseParameters, responseTemplates, contentHandling }: Readonly<Record<string, unknown>>,
): object {
  return {
    statusCode: Number.isInteger(Number(statusCode)) ? Number(statusCode) : 0, // a status that the request's issue shows
    ...(selectionPattern !== 'default' && { selectionPattern }),
    ...(responseParameters !== undefined && { responseParameters }),
    ...(responseTemplates !== undefined && { responseTemplates }),
    ...(typeof contentHandling === 'string' && { contentHandling }),
  };
}
