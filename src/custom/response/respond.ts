import type { Gateway } from '../../gateway/gateway.js';
import type { HttpRequest } from '../../http/request.js';
import { type CustomIssue, customIssue } from '../integration/custom-issue.js';
import type { Received } from '../integration/received.js';
import { applyTemplate } from '../template/apply-template.js';
import { chooseResponseTemplate, findAcceptedType } from '../template/choose-template.js';
import { NOT_BASE64, responseContent } from '../template/content.js';
import type { RequestVariables } from '../variables/request-variables.js';
import { finishResponse, type ResponseParts } from './finish-response.js';
import type { Selected } from './select-response.js';

/** Runs the template of an integration response, and maps its headers. `undefined` if an issue prevents the response. */
export function respond(
  selected: Selected,
  received: Received,
  gateway: Gateway<'rest'>,
  request: HttpRequest,
  variables: RequestVariables,
  issues: CustomIssue[],
): ResponseParts | undefined {
  const { response, path } = selected;
  if (response.statusCode < 100 || response.statusCode > 599) {
    issues.push(customIssue('invalid-status', [...path, 'statusCode'], String(response.statusCode)));
    return undefined;
  }
  const content = responseContent(received, findAcceptedType(request), gateway.binaryMediaTypes ?? [], response.contentHandling);
  if (content === NOT_BASE64) {
    issues.push(customIssue('base64-invalid', [...path, 'contentHandling']));
    return undefined;
  }
  const template = chooseResponseTemplate(response, request);
  const place = [...path, 'responseTemplates', template?.type ?? ''];
  const body = template === undefined ? content : applyTemplate(template, content, variables, place, issues);
  return body && finishResponse(selected, received, body, template && place, variables, issues);
}
