import { checkRequestShape } from '../../events/request/check-request-shape.js';
import { codingOf, inflateBody } from '../../events/request/inflate-body.js';
import { mediaTypeOf } from '../../events/request/request-fields.js';
import { readRequest, type SentRequest } from '../../events/request/sent-request.js';
import { refusalOf } from '../../events/routing/refusals.js';
import { checkGateway } from '../../gateway/check-gateway.js';
import { refusalCodeOf } from '../../gateway/error.js';
import type { Gateway } from '../../gateway/gateway.js';
import type { HttpRequest } from '../../http/request.js';
import { encodeText } from '../../http/text.js';
import { checkCustomIntegration } from '../integration/check-custom-integration.js';
import type { CustomIntegration } from '../integration/custom-integration.js';
import { type CustomIssue, customIssue, isRefused } from '../integration/custom-issue.js';
import type { CustomOverrides } from '../integration/custom-overrides.js';
import type { CustomResponse } from '../integration/custom-response.js';
import type { IntegrationRequest } from '../integration/integration-request.js';
import { getText, isObject } from '../java/value.js';
import { forbiddenHeader, mapRequest } from '../mapping/map-request.js';
import { type Meter, startMeter, TemplateFailure } from '../meter.js';
import { refuse } from '../response/refuse.js';
import { applyTemplate } from '../template/apply-template.js';
import { chooseRequestTemplate, REJECTED } from '../template/choose-template.js';
import { type Content, contentText, NOT_BASE64, requestContent } from '../template/content.js';
import { overriddenParameters } from '../variables/overrides.js';
import { type RequestVariables, requestVariables } from '../variables/request-variables.js';
import { validateRequest } from './validate-request.js';

/** What a custom integration makes of a request. */
export interface CustomEvent {
  /** The event of the function: any JSON value. `undefined` if the function is not invoked. */
  readonly event: unknown;
  /** The text that the gateway sends to Lambda. `undefined` if it sends nothing. Lambda rejects text that is not JSON. */
  readonly payload: string | undefined;
  /** Headers, query and path parameters of the request to Lambda. The function sees none of them. */
  readonly integrationRequest: IntegrationRequest;
  /** What the template overrides. Pass it to `renderCustomResult`. */
  readonly overrides: CustomOverrides;
  /** The response of the client if the function is not invoked, else absent. */
  readonly response?: CustomResponse;
  /** Findings about the request and the template. */
  readonly issues: readonly CustomIssue[];
}

/**
 * Translates a request into the event of a custom (non-proxy) integration: validates it, maps parameters, and runs the mapping template. It
 * doesn't throw, whatever the client sends. If the gateway answers itself, `response` has the answer.
 *
 * @param gateway the settings of the REST API. Default: the defaults of every setting.
 * @throws GatewayError `invalid-option` or `missing-option` if an argument has the wrong type; and, if a template, a mapping or a check needs
 *   parameters, what `toEvent` throws for a path that doesn't lead to the route.
 * @throws GatewayResponseError if a gateway response needs what this library does not do.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/request-response-data-mappings.html
 */
export function toCustomEvent(
  request: HttpRequest,
  integration: CustomIntegration,
  gateway: Gateway<'rest'> = { target: 'rest' },
): CustomEvent {
  checkRequestShape(request);
  checkCustomIntegration(integration);
  checkGateway(gateway);
  const issues: CustomIssue[] = [];
  const variables = requestVariables(request, gateway, undefined);
  const found = prepare(request, integration, gateway, variables, issues);
  const event = found.payload === undefined || isRefused(issues) ? undefined : parseEvent(found.payload, found.isMapped, issues);
  const { payload, integrationRequest, overrides, message } = found;
  const translated = { event, payload, integrationRequest, overrides, issues };
  return isRefused(issues) ? { ...translated, event: undefined, response: refuse(issues, gateway, request, message) } : translated;
}

interface Prepared {
  readonly payload: string | undefined;
  /** Whether a template made the payload. */
  readonly isMapped: boolean;
  readonly integrationRequest: IntegrationRequest;
  readonly overrides: CustomOverrides;
  /** The message of the gateway's own answer, if it is not the usual one. */
  readonly message?: string;
}

const NOTHING: Prepared = {
  payload: undefined,
  isMapped: false,
  integrationRequest: { headers: {}, query: {}, path: {} },
  overrides: { requestOverride: undefined, responseOverride: undefined },
};

function prepare(
  request: HttpRequest,
  integration: CustomIntegration,
  gateway: Gateway<'rest'>,
  variables: RequestVariables,
  issues: CustomIssue[],
): Prepared {
  const { method, contentHandling } = integration;
  const sent = readRequest(request);
  const body = readBody(sent, gateway);
  if (!(body instanceof Uint8Array)) {
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
  integration: CustomIntegration,
  mediaType: string | undefined,
  content: Content,
  variables: RequestVariables,
  issues: CustomIssue[],
): Prepared {
  const template = chooseRequestTemplate(integration, mediaType);
  if (template === REJECTED) {
    issues.push(customIssue('unsupported-media-type', ['passthroughBehavior'], mediaType ?? 'application/json'));
    return NOTHING;
  }
  const output =
    template === undefined ? content : applyTemplate(template, content, variables, ['requestTemplates', template.type], issues);
  const integrationRequest = mapParameters(integration, contentText(content), template !== undefined, variables, issues);
  const payload = output === undefined ? undefined : contentText(output);
  const overrides = template === undefined ? NOTHING.overrides : overridesOf(variables);
  return { payload, isMapped: template !== undefined, integrationRequest, overrides };
}

/** Maps the parameters, then applies the template's overrides. */
function mapParameters(
  integration: CustomIntegration,
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
    issues.push(customIssue('template-too-expensive', ['requestParameters'], error.message));
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

// recorded [no-body-no-template-is-empty-object]: nothing is an empty object. assumed: also if a template prints nothing.
function parseEvent(payload: string, isMapped: boolean, issues: CustomIssue[]): unknown {
  if (payload === '') return {};
  try {
    return JSON.parse(payload);
  } catch (error) {
    const reason = error instanceof Error ? `${error.message}.` : '';
    issues.push(customIssue(isMapped ? 'event-not-json' : 'body-not-json', isMapped ? ['requestTemplates'] : [], reason));
    return undefined;
  }
}
