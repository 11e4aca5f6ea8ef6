import { JSON_TYPE } from '../aws/media-types.js';
import { type CustomIntegration, type CustomIssue, customIssue } from '../gateway/custom-integration.js';
import type { HttpRequest } from '../http/request.js';
import { mediaTypeOf } from './request/request-fields.js';

/** What a custom integration makes of a request. */
export interface CustomEvent {
  /** What the function is invoked with: any JSON value. `undefined` when an issue stands in the way, and the function is not invoked. */
  readonly event: unknown;
  /** Why the function is not invoked; empty when it is. */
  readonly issues: readonly CustomIssue[];
}

/**
 * Translates a request into the event of a custom (non-proxy) integration: the body as it is, nothing of headers, path and query. Never
 * throws; what needs a mapping template is refused with an issue that says so.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/services-apigateway.html#apigateway-proxy
 */
export function toCustomEvent(request: HttpRequest, integration: CustomIntegration): CustomEvent {
  const { requestTemplates = {}, passthroughBehavior = 'WHEN_NO_MATCH' } = integration;
  const types = Object.keys(requestTemplates).map((type) => type.toLowerCase());
  // documented: a request without a Content-Type counts as JSON.
  const type = mediaTypeOf(request) ?? JSON_TYPE;
  if (types.includes(type)) return refused('template-needs-vtl', ['requestTemplates', type]);
  const passes = passthroughBehavior === 'WHEN_NO_MATCH' || (passthroughBehavior === 'WHEN_NO_TEMPLATE' && types.length === 0);
  if (!passes) return refused('unsupported-media-type', ['passthroughBehavior']);
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(request.body);
  // assumed: without a body the function gets an empty object.
  return text === '' ? { event: {}, issues: [] } : parsed(text);
}

function parsed(text: string): CustomEvent {
  try {
    return { event: JSON.parse(text), issues: [] };
  } catch {
    return refused('body-not-json', []);
  }
}

function refused(code: CustomIssue['code'], path: CustomIssue['path']): CustomEvent {
  return { event: undefined, issues: [customIssue(code, path)] };
}
