import { codingOf, inflateBody } from '../../events/request/inflate-body.js';
import { mediaTypeOf } from '../../events/request/request-fields.js';
import { readRequest, type SentRequest } from '../../events/request/sent-request.js';
import { refusalOf } from '../../events/routing/refusals.js';
import type { Gateway } from '../../gateway/gateway.js';
import { refusalCodeOf } from '../../gateway/refusal.js';
import { isBytes } from '../../http/is-object.js';
import type { HttpRequest } from '../../http/request.js';
import { encodeText } from '../../http/text.js';
import type { TemplateIntegration } from '../integration/custom-integration.js';
import { type CustomIssue, customIssue } from '../integration/custom-issue.js';
import type { CustomOverrides } from '../integration/custom-overrides.js';
import { MAPPING_FAILURES } from '../integration/failure-codes.js';
import type { IntegrationRequest } from '../integration/integration-request.js';
import { getText, isObject } from '../java/value.js';
import { forbiddenHeader, mapRequest } from '../mapping/map-request.js';
import { type Meter, startMeter, TemplateFailure } from '../meter.js';
import { applyTemplate } from '../template/apply-template.js';
import { chooseRequestTemplate, REJECTED } from '../template/choose-template.js';
import { type Content, contentText, NOT_BASE64, requestContent } from '../template/content.js';
import { overriddenParameters } from '../variables/overrides.js';
import type { RequestVariables } from '../variables/request-variables.js';
import { validateRequest } from './validate-request.js';

/** A request as an integration gets it. */
export interface TranslatedRequest {
  /** The body. `undefined` if the gateway sends nothing. */
  readonly content: Content | undefined;
  /** Whether a template made the body. */
  readonly isMapped: boolean;
  readonly integrationRequest: IntegrationRequest;
  readonly overrides: CustomOverrides;
  /** The message of the gateway's own answer, if it is not the usual one. */
  readonly message?: string;
}

/** The part of an integration that changes the request. */
export type RequestIntegration = Omit<TemplateIntegration, 'responses'>;

const NOTHING: TranslatedRequest = {
  content: undefined,
  isMapped: false,
  integrationRequest: { headers: {}, query: {}, path: {} },
  overrides: { requestOverride: undefined, responseOverride: undefined },
};

/** Validates a request, maps its parameters and runs the request template. Adds issues. */
export function translateRequest(
  request: HttpRequest,
  integration: RequestIntegration,
  gateway: Gateway<'rest'>,
  variables: RequestVariables,
  issues: CustomIssue[],
): TranslatedRequest {
  const { method, contentHandling } = integration;
  const sent = readRequest(request);
  const body = readBody(sent, gateway);
  if (!isBytes(body)) {
    issues.push(body);
    return NOTHING;
  }
  const mediaType = mediaTypeOf(sent);
  const content = requestContent(body, mediaType, gateway.binaryMediaTypes ?? [], contentHandling);
  const invalid = method === undefined ? undefined : validateRequest(method, variables.parts(), mediaType, decode(body));
  if (invalid !== undefined) {
    issues.push(invalid.issue);
    return { ...NOTHING, ...(invalid.message !== undefined && { message: invalid.message }) };
  }
  if (content === NOT_BASE64) {
    issues.push(customIssue('base64-invalid', ['contentHandling']));
    return NOTHING;
  }
  return transform(integration, mediaType, content, variables, issues);
}

/** Returns the plain body, or why a REST API refuses the request. */
function readBody(request: SentRequest, gateway: Gateway<'rest'>): Uint8Array | CustomIssue {
  try {
    const refusal = refusalOf(request, gateway);
    if (refusal !== undefined) throw refusal;
    const body = inflateBody(request, gateway) ?? new Uint8Array(0);
    return typeof body === 'string' ? encodeText(body) : body;
  } catch (error) {
    const code = refusalCodeOf(error);
    if (code === undefined) throw error;
    return customIssue(code, [], codingOf(request));
  }
}

function decode(body: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(body);
}

function transform(
  integration: RequestIntegration,
  mediaType: string | undefined,
  content: Content,
  variables: RequestVariables,
  issues: CustomIssue[],
): TranslatedRequest {
  const template = chooseRequestTemplate(integration, mediaType);
  if (template === REJECTED) {
    issues.push(customIssue('unsupported-media-type', ['passthroughBehavior'], mediaType ?? 'application/json'));
    return NOTHING;
  }
  const output =
    template === undefined ? content : applyTemplate(template, content, variables, ['requestTemplates', template.type], issues);
  const integrationRequest = mapParameters(integration, contentText(content), template !== undefined, variables, issues);
  const overrides = template === undefined ? NOTHING.overrides : overridesOf(variables);
  return { content: output, isMapped: template !== undefined, integrationRequest, overrides };
}

/** Maps the parameters, then applies the template's overrides. */
function mapParameters(
  integration: RequestIntegration,
  body: string,
  hasTemplate: boolean,
  variables: RequestVariables,
  issues: CustomIssue[],
): IntegrationRequest {
  if (integration.requestParameters === undefined && !hasTemplate) return NOTHING.integrationRequest;
  const meter = startMeter(() => undefined);
  const { stageVariables } = variables;
  try {
    const scope = { context: variables.context(), stageVariables, meter };
    const mapped = withOverrides(mapRequest(integration, variables.parts(), body, scope, issues), variables, meter);
    const forbidden = forbiddenHeader(mapped);
    if (forbidden !== undefined) issues.push(customIssue('header-not-mappable', ['requestParameters'], forbidden));
    return mapped;
  } catch (error) {
    if (!(error instanceof TemplateFailure)) throw error;
    issues.push(customIssue(MAPPING_FAILURES[error.reason], ['requestParameters'], error.message));
    return NOTHING.integrationRequest;
  }
}

// documented: an override takes the place of a mapping.
function withOverrides({ headers, query, path }: IntegrationRequest, variables: RequestVariables, meter: Meter): IntegrationRequest {
  const override = getText(variables.context(), 'requestOverride');
  if (!isObject(override) || override.kind !== 'map') return { headers, query, path };
  const overridden = (part: string): Record<string, string> => Object.fromEntries(overriddenParameters(override, part, meter));
  return {
    headers: { ...headers, ...overridden('header') },
    query: { ...query, ...overridden('querystring') },
    path: { ...path, ...overridden('path') },
  };
}

/** Without a template there is nothing to override, and the path of the request may lead nowhere. */
function overridesOf(variables: RequestVariables): CustomOverrides {
  const context = variables.context();
  return { requestOverride: getText(context, 'requestOverride'), responseOverride: getText(context, 'responseOverride') };
}
