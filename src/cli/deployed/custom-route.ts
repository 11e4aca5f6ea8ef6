import { isObject } from '../../http/is-object.js';

/**
 * Returns the custom integration of a REST API, from `x-amazon-apigateway-integration`. The local API checks it.
 *
 * documented: the keys of `responses` are selection patterns and `default`.
 */
export function customIntegrationOf(details: Readonly<Record<string, unknown>> = {}): object {
  const { requestTemplates, requestParameters, passthroughBehavior, contentHandling, responses } = details;
  return {
    integration: 'custom',
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
    statusCode: Number(statusCode),
    ...(selectionPattern !== 'default' && { selectionPattern }),
    ...(responseParameters !== undefined && { responseParameters }),
    ...(responseTemplates !== undefined && { responseTemplates }),
    ...(typeof contentHandling === 'string' && { contentHandling }),
  };
}
