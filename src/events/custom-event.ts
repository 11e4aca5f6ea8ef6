import { JSON_TYPE } from '../aws/media-types.js';
import { checkCustomIntegration } from '../gateway/check-custom-integration.js';
import { type CustomIntegration, type CustomIssue, customIssue } from '../gateway/custom-integration.js';
import { refusalCodeOf } from '../gateway/error.js';
import type { HttpRequest } from '../http/request.js';
import { checkRequestShape } from './request/check-request-shape.js';
import { codingOf, inflateBody } from './request/inflate-body.js';
import { mediaTypeOf } from './request/request-fields.js';

/** The event of a custom integration. */
export interface CustomEvent {
  /** The event of the function: any JSON value. `undefined` if an issue prevents the invocation. */
  readonly event: unknown;
  /** Why the function is not invoked. Empty if it is. */
  readonly issues: readonly CustomIssue[];
}

/**
 * Translates a request into the event of a custom (non-proxy) integration: the body, without headers, path and query. It doesn't throw,
 * whatever the client sends: if a request needs a mapping template, it returns an issue.
 *
 * @throws GatewayError `invalid-option` or `missing-option` if an argument has the wrong type.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/services-apigateway.html#apigateway-proxy
 */
export function toCustomEvent(request: HttpRequest, integration: CustomIntegration): CustomEvent {
  checkRequestShape(request);
  checkCustomIntegration(integration);
  const { requestTemplates = {}, passthroughBehavior = 'WHEN_NO_MATCH' } = integration;
  const types = Object.keys(requestTemplates).map((type) => type.toLowerCase());
  // documented: a request without a Content-Type is JSON.
  const type = mediaTypeOf(request) ?? JSON_TYPE;
  if (types.includes(type)) return refuse('template-needs-vtl', ['requestTemplates', type]);
  const passes = passthroughBehavior === 'WHEN_NO_MATCH' || (passthroughBehavior === 'WHEN_NO_TEMPLATE' && types.length === 0);
  if (!passes) return refuse('unsupported-media-type', ['passthroughBehavior']);
  const body = readBody(request);
  if (typeof body === 'string') return refuse(body, ['body'], codingOf(request));
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(body);
  // assumed: without a body the function gets an empty object.
  return text === '' ? { event: {}, issues: [] } : parseBody(text);
}

/** Returns the plain body of a request, or why a REST API refuses it. */
function readBody(request: HttpRequest): Uint8Array | undefined | 'unsupported-content-encoding' | 'request-too-large' {
  try {
    return inflateBody(request, { target: 'rest' });
  } catch (error) {
    const code = refusalCodeOf(error);
    if (code !== 'unsupported-content-encoding' && code !== 'request-too-large') throw error;
    return code;
  }
}

function parseBody(text: string): CustomEvent {
  try {
    return { event: JSON.parse(text), issues: [] };
  } catch {
    return refuse('body-not-json', []);
  }
}

function refuse(code: CustomIssue['code'], path: CustomIssue['path'], found = ''): CustomEvent {
  return { event: undefined, issues: [customIssue(code, path, found)] };
}
