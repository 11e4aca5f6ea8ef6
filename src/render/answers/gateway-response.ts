import { JSON_TYPE } from '../../aws/media-types.js';
import type { Gateway } from '../../gateway/gateway.js';
import type { GatewayResponse, GatewayResponseType } from '../../gateway/gateway-responses.js';
import { isFieldName, isSafeFieldValue } from '../../http/field-syntax.js';
import type { HttpField, HttpRequest } from '../../http/request.js';
import type { FailureType } from '../outcome/outcome.js';
import type { Answer } from '../targets/failures.js';
import type { RenderTarget } from '../types.js';
import { GatewayResponseError } from './gateway-response-error.js';
import { fillTemplate, type TemplateScope, valueOfParameter } from './gateway-template.js';

/** What a gateway response makes of a REST API's own answer. */
export interface CustomAnswer {
  readonly status: number;
  readonly type: readonly HttpField[];
  readonly fields: readonly HttpField[];
  /** `undefined`: the gateway's own. */
  readonly body: string | undefined;
}

/**
 * Type of the gateway response that stands for a failure; `undefined`: the default of its class alone (assumed: AWS lists no type for a
 * failed function); `none`: none at all, since no API was reached. documented: all others, by what AWS says of each type.
 */
const TYPES: Readonly<Record<FailureType, GatewayResponseType | 'none' | undefined>> = {
  'malformed-result': undefined,
  'function-error': undefined,
  'function-timeout': undefined,
  'response-too-large': undefined,
  timeout: 'INTEGRATION_TIMEOUT',
  throttled: undefined,
  permission: 'API_CONFIGURATION_ERROR', // assumed: the gateway's log calls it a configuration error
  'integration-failure': 'INTEGRATION_FAILURE',
  'api-configuration': 'API_CONFIGURATION_ERROR',
  'no-route': 'MISSING_AUTHENTICATION_TOKEN',
  'unknown-url': 'none',
  unauthorized: 'UNAUTHORIZED',
  forbidden: 'INVALID_API_KEY', // assumed: on REST, a key is what a plain Forbidden wants
  'access-denied': 'ACCESS_DENIED',
  'expired-token': 'EXPIRED_TOKEN',
  'invalid-signature': 'INVALID_SIGNATURE',
  'invalid-api-key': 'INVALID_API_KEY',
  'authorizer-failure': 'AUTHORIZER_FAILURE',
  'authorizer-configuration': 'AUTHORIZER_CONFIGURATION_ERROR',
  'bad-request-body': 'BAD_REQUEST_BODY',
  'bad-request-parameters': 'BAD_REQUEST_PARAMETERS',
  'unsupported-media-type': 'UNSUPPORTED_MEDIA_TYPE',
  'request-too-large': 'REQUEST_TOO_LARGE',
  'gateway-throttled': 'THROTTLED',
  'quota-exceeded': 'QUOTA_EXCEEDED',
  'waf-filtered': 'WAF_FILTERED',
};

/**
 * The answer that a REST API's settings put in place of its own; `undefined` when they have none for it.
 *
 * @throws GatewayResponseError when the settings need what this library does not do.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-gatewayResponse-definition.html
 */
export function customAnswer(
  failure: FailureType,
  own: Answer,
  gateway: Gateway<RenderTarget>,
  request: HttpRequest,
): CustomAnswer | undefined {
  const { gatewayResponses, target } = gateway;
  const specific = TYPES[failure];
  if (gatewayResponses === undefined || target !== 'rest' || specific === 'none') return undefined;
  // documented: a type without an answer has the one for its class.
  const fallback = own.status < 500 ? 'DEFAULT_4XX' : 'DEFAULT_5XX';
  const type = specific !== undefined && gatewayResponses[specific] !== undefined ? specific : fallback;
  const response = gatewayResponses[type];
  if (response === undefined) return undefined;
  const path = ['gatewayResponses', type];
  const scope: TemplateScope = { gateway, request, message: messageOf(own.body), responseType: specific ?? fallback, path };
  return answerOf(response, own, scope);
}

function answerOf(
  { statusCode, responseParameters = {}, responseTemplates = {} }: GatewayResponse,
  own: Answer,
  scope: TemplateScope,
): CustomAnswer {
  const template = templateOf(responseTemplates);
  const mapped = Object.entries(responseParameters).flatMap(([key, source]) => fieldOf(key, source, scope));
  const type = mapped.filter(([name]) => name.toLowerCase() === 'content-type');
  return {
    status: statusOf(statusCode, own.status, scope),
    type: type.length > 0 ? type : [['Content-Type', template?.[0] ?? JSON_TYPE]],
    fields: mapped.filter((field) => !type.includes(field)),
    body: template && fillTemplate(template[1], { ...scope, path: [...scope.path, 'responseTemplates', template[0]] }),
  };
}

// assumed: of several templates, the one for JSON counts, as for a client that names no type; else the first.
function templateOf(templates: Readonly<Record<string, string>>): readonly [type: string, template: string] | undefined {
  const entries = Object.entries(templates);
  return entries.find(([type]) => type === JSON_TYPE) ?? entries[0];
}

function statusOf(value: number | string | undefined, own: number, { path }: TemplateScope): number {
  const status = Number(value ?? own);
  if (Number.isInteger(status) && status >= 200 && status <= 599) return status;
  throw new GatewayResponseError('invalid-status', [...path, 'statusCode'], `${value} is no status.`, 'Say a number from 200 to 599.');
}

const PREFIX = 'gatewayresponse.header.';

function fieldOf(key: string, source: string, scope: TemplateScope): readonly HttpField[] {
  const path = [...scope.path, 'responseParameters', key];
  const name = key.slice(PREFIX.length);
  if (!key.startsWith(PREFIX) || !isFieldName(name)) {
    throw new GatewayResponseError('unsupported-parameter', path, 'It sets no header.', `Write it as '${PREFIX}X-Name'.`);
  }
  const value = valueOfParameter(source, { ...scope, path });
  if (value === undefined) return [];
  if (isSafeFieldValue(value)) return [[name, value]];
  throw new GatewayResponseError('unsafe-header-value', path, 'Its value holds a control character.', 'Remove line breaks from it.');
}

function messageOf(body: string): string | null {
  // Every own answer of a REST API is an object with a message, spelled either way.
  const { message, Message = null } = JSON.parse(body) as { readonly message?: string | null; readonly Message?: string };
  return message === undefined ? Message : message;
}
