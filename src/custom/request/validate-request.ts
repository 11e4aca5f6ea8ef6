import { JSON_TYPE } from '../../aws/media-types.js';
import { mapOf } from '../../events/request/maps.js';
import type { MethodRequest } from '../integration/custom-integration.js';
import { type CustomIssue, customIssue } from '../integration/custom-issue.js';
import { ownValue } from '../mapping/source.js';
import type { RequestParts } from '../variables/parameters.js';

/** What is wrong with a request. */
export interface InvalidRequest {
  readonly issue: CustomIssue;
  /** The message that the client gets, if it is not the usual one. */
  readonly message?: string;
}

/** Checks a request as a REST API's request validator does. Parameters come first. */
export function validateRequest(
  method: MethodRequest,
  parts: RequestParts,
  mediaType: string | undefined,
  body: string,
): InvalidRequest | undefined {
  const missing = (method.validateRequestParameters === true ? missingParameters(method, parts) : []).join(', ');
  if (missing !== '') {
    const issue = customIssue('missing-parameters', ['method', 'requestParameters'], missing);
    return { issue, message: `Missing required request parameters: [${missing}]` };
  }
  if (method.validateRequestBody !== true || isValidBody(method, mediaType, body)) return undefined;
  return { issue: customIssue('invalid-body', ['method', 'requestModels']) };
}

/** recorded [validator-missing-all]: in the order of their whole names, so headers come before the path and the query. */
function missingParameters({ requestParameters = {} }: MethodRequest, { parameters }: RequestParts): string[] {
  const { path, querystring } = parameters;
  // assumed: a required header may have any case, because an HTTP/2 client sends small letters only.
  const header = mapOf(Object.entries(parameters.header).map(([name, value]) => [name.toLowerCase(), value]));
  const given = { header, path, querystring };
  return Object.keys(requestParameters)
    .filter((name) => requestParameters[name as keyof typeof requestParameters] === true) // one of its own keys
    .sort()
    .flatMap((parameter) => {
      const [, location, name = ''] = /^method\.request\.(header|path|querystring)\.(.+)$/s.exec(parameter) ?? [];
      if (location === undefined) return [];
      const values = given[location as keyof typeof given]; // the pattern lets only these three through
      const value = ownValue(values, location === 'header' ? name.toLowerCase() : name);
      // documented: a parameter must be there, and must not be blank.
      return value === undefined || value.trim() === '' ? [name] : [];
    });
}

/** recorded [validator-empty-body]: without a body, an empty object is checked. documented: a type without a model is not checked. */
function isValidBody({ requestModels = {}, isValid }: MethodRequest, mediaType: string | undefined, body: string): boolean {
  const models = new Map(Object.entries(requestModels));
  const model = models.get(mediaType ?? JSON_TYPE) ?? models.get('$default');
  if (model === undefined || isValid === undefined) return true;
  let value: unknown;
  try {
    value = JSON.parse(body === '' ? '{}' : body);
  } catch {
    return false;
  }
  return isValid(value, model) === true;
}
