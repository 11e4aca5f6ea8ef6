import { JSON_TYPE } from '../../aws/media-types.js';
import { checkGateway } from '../../gateway/check-gateway.js';
import type { Gateway } from '../../gateway/gateway.js';
import { endpointOf } from '../../gateway/settings.js';
import { lastValueOf } from '../../http/field-values.js';
import type { HttpField, HttpRequest } from '../../http/request.js';
import { checkIntegration } from '../integration/check-custom-integration.js';
import type { HttpIntegration } from '../integration/custom-integration.js';
import { type CustomIssue, isRefused } from '../integration/custom-issue.js';
import type { CustomOverrides } from '../integration/custom-overrides.js';
import type { CustomResponse } from '../integration/custom-response.js';
import type { IntegrationRequest } from '../integration/integration-request.js';
import { placeField } from '../mapping/map-response.js';
import { translateRequest } from '../request/translate-request.js';
import { refuse } from '../response/refuse.js';
import { contentBytes } from '../template/content.js';
import { requestVariables } from '../variables/request-variables.js';
import { buildUrl } from './build-url.js';

/** What an HTTP integration makes of a request. */
export interface HttpCall {
  /** The request that the gateway sends to the URL. `undefined` if it sends none. */
  readonly sent: SentCall | undefined;
  /** What the template overrides. Pass it to `renderHttpAnswer`. */
  readonly overrides: CustomOverrides;
  /** The response of the client if the gateway answers itself, else absent. */
  readonly response?: CustomResponse;
  /** Findings about the request and the template. */
  readonly issues: readonly CustomIssue[];
}

/** A request to a URL. */
export interface SentCall {
  readonly url: URL;
  readonly method: string;
  readonly headers: readonly HttpField[];
  /** Empty without a body. */
  readonly body: Uint8Array;
}

/**
 * Translates a request into that of an HTTP integration. `http-proxy` passes headers, query and body on; `http` sends what is mapped.
 *
 * @throws GatewayError as `toCustomEvent` does.
 */
export function toHttpCall(request: HttpRequest, integration: HttpIntegration, gateway: Gateway<'rest'>): HttpCall {
  checkIntegration(integration, ['http', 'http-proxy']);
  checkGateway(gateway);
  const issues: CustomIssue[] = [];
  const variables = requestVariables(request, gateway, undefined);
  const isProxy = integration.integration === 'http-proxy';
  // documented: a proxy integration applies parameter mappings, and no templates.
  const { requestTemplates: _, passthroughBehavior: _behavior, ...mappingsOnly } = integration;
  const { content, integrationRequest, overrides } = translateRequest(
    request,
    isProxy ? mappingsOnly : integration,
    gateway,
    variables,
    issues,
  );
  const { headers, query, path } = integrationRequest;
  const passedQuery = isProxy ? (/\?(.*)/s.exec(request.target)?.[1] ?? '') : '';
  const url = buildUrl(integration.uri, { path, query, passedQuery, stageVariables: gateway.stageVariables ?? {} }, issues);
  const mapped = mappedFields(headers, issues);
  if (content === undefined || url === undefined || isRefused(issues)) {
    return { sent: undefined, overrides, issues, response: refuse(issues, gateway, request) };
  }
  const passed = isProxy ? passedFields(variables.parts().headers) : defaultFields(request, gateway);
  const method = (integration.httpMethod ?? 'ANY').toUpperCase();
  const sent: SentCall = {
    url,
    method: method === 'ANY' ? request.method : method,
    headers: withMapped(passed, mapped),
    body: isProxy ? (request.body ?? new Uint8Array(0)) : contentBytes(content),
  };
  return { sent, overrides, issues };
}

/** Headers about the connection of the client. */
const OF_CONNECTION: ReadonlySet<string> = new Set(['host', 'connection', 'content-length', 'keep-alive', 'transfer-encoding', 'upgrade']);

function passedFields(headers: readonly (readonly [name: string, values: readonly string[]])[]): readonly HttpField[] {
  return headers
    .filter(([name]) => !OF_CONNECTION.has(name.toLowerCase()))
    .flatMap(([name, values]) => values.map((value): HttpField => [name, value]));
}

/** assumed: without a mapping, the body keeps the type of the client's. */
function defaultFields({ headers }: HttpRequest, gateway: Gateway<'rest'>): readonly HttpField[] {
  const { apiId } = endpointOf(gateway, lastValueOf(headers, 'host'));
  return [
    ['Accept', JSON_TYPE],
    ['Content-Type', lastValueOf(headers, 'content-type') ?? JSON_TYPE],
    ['User-Agent', `AmazonAPIGateway_${apiId}`],
    ['X-Amzn-Apigateway-Api-Id', apiId],
  ];
}

/** The template can make any string a header, so the client can, too. */
function mappedFields(headers: IntegrationRequest['headers'], issues: CustomIssue[]): readonly HttpField[] {
  return Object.entries(headers).flatMap(([name, value]) =>
    placeField(name, value, ['requestParameters'], issues).map(({ field }) => field),
  );
}

/** A mapped header takes the place of another one. */
function withMapped(fields: readonly HttpField[], mapped: readonly HttpField[]): readonly HttpField[] {
  const names = new Set(mapped.map(([name]) => name.toLowerCase()));
  return [...fields.filter(([name]) => !names.has(name.toLowerCase())), ...mapped];
}
