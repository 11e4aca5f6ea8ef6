import { JSON_TYPE } from '../../aws/media-types.js';
import { withoutParameters } from '../../gateway/media-types.js';
import { listValueOf } from '../../http/field-values.js';
import type { HttpRequest } from '../../http/request.js';
import type { IntegrationResponse, TemplateIntegration } from '../integration/custom-integration.js';

/** A template and its media type, as the integration spells it. */
export interface ChosenTemplate {
  readonly type: string;
  readonly text: string;
}

/** The body isn't allowed to pass without a template. */
export const REJECTED: unique symbol = Symbol('rejected');

/**
 * Chooses the template for a request. `undefined`: the body passes as it is.
 *
 * @param mediaType the type of the body, in lower case and without parameters. `undefined` without a Content-Type.
 */
export function chooseRequestTemplate(
  { requestTemplates = {}, passthroughBehavior = 'WHEN_NO_MATCH' }: Omit<TemplateIntegration, 'responses'>,
  mediaType: string | undefined,
): ChosenTemplate | undefined | typeof REJECTED {
  // documented: a request without a Content-Type is JSON.
  const found = findTemplate(requestTemplates, mediaType ?? JSON_TYPE);
  if (found !== undefined) return found.text === '' ? undefined : found;
  if (passthroughBehavior === 'WHEN_NO_MATCH') return undefined;
  const hasTemplates = Object.keys(requestTemplates).length > 0;
  return passthroughBehavior === 'NEVER' || hasTemplates ? REJECTED : undefined;
}

/** Chooses the template for a response. documented: by the request's Accept, else for JSON, else the first. assumed: only the first type of Accept. */
export function chooseResponseTemplate({ responseTemplates = {} }: IntegrationResponse, request: HttpRequest): ChosenTemplate | undefined {
  const accept = findAcceptedType(request);
  const found =
    (accept === undefined ? undefined : findTemplate(responseTemplates, accept)) ??
    findTemplate(responseTemplates, JSON_TYPE) ??
    templatesOf(responseTemplates)[0];
  return found === undefined || found.text === '' ? undefined : found;
}

/** The first type in the Accept header, in lower case and without parameters. */
export function findAcceptedType({ headers }: HttpRequest): string | undefined {
  const accept = listValueOf(headers, 'accept')?.split(',', 1)[0];
  return accept === undefined ? undefined : withoutParameters(accept);
}

function findTemplate(templates: Readonly<Record<string, string>>, mediaType: string): ChosenTemplate | undefined {
  return templatesOf(templates).find(({ type }) => type.toLowerCase() === mediaType);
}

function templatesOf(templates: Readonly<Record<string, string>>): ChosenTemplate[] {
  return Object.entries(templates).map(([type, text]) => ({ type, text }));
}
