import { JSON_TYPE } from '../../aws/media-types.js';
import type { GatewayResponse } from '../../gateway/gateway-responses.js';
import { describeValue } from '../../http/describe-value.js';
import { isFieldName, isSafeFieldValue } from '../../http/field-syntax.js';
import { isObject } from '../../http/is-object.js';
import type { HttpField } from '../../http/request.js';
import type { Parts } from '../compose.js';
import { assume, type Rendering } from '../rendering.js';
import type { Answer, FailureRules } from '../targets/own-failures.js';
import { GatewayResponseError } from './gateway-response-error.js';
import { createScope, fillTemplate, readParameter, type TemplateScope } from './gateway-template.js';

/** The answer of a gateway response, in place of a REST API's own. */
export interface CustomAnswer extends Pick<Parts, 'status' | 'type' | 'fields'> {
  /** `undefined`: the gateway's own. */
  readonly body: string | undefined;
}

/**
 * Returns the answer that replaces a REST API's own, from its settings; `undefined` if they have none for this failure.
 *
 * @throws GatewayResponseError if the settings can't be applied.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-gatewayResponse-definition.html
 */
export function customAnswer(rules: FailureRules, rendering: Rendering): CustomAnswer | undefined {
  const { gatewayResponses, target } = rendering.gateway;
  const specific = rules.gatewayResponse;
  if (gatewayResponses === undefined || target !== 'rest' || specific === 'none') return undefined;
  const own = rules.answers.rest;
  // documented: a type without a response has the one for its class.
  const fallback = own.status < 500 ? 'DEFAULT_4XX' : 'DEFAULT_5XX';
  const type = specific !== undefined && gatewayResponses[specific] !== undefined ? specific : fallback;
  const response = gatewayResponses[type];
  if (response == null) return undefined;
  const path = ['gatewayResponses', type];
  return answerWith(checkResponse(response, path), own, createScope(rendering, messageOf(own.body), specific ?? fallback, path));
}

function answerWith(response: CheckedResponse, own: Answer, scope: TemplateScope): CustomAnswer {
  const { statusCode, responseParameters, responseTemplates } = response;
  const template = templateOf(responseTemplates);
  const mapped = Object.entries(responseParameters).flatMap(([key, source]) => fieldOf(key, source, scope));
  const type = mapped.filter(([name]) => name.toLowerCase() === 'content-type');
  return {
    status: statusOf(statusCode, own.status, scope),
    type: type.length > 0 ? type : [['Content-Type', typeOf(template, scope)]],
    fields: mapped.filter((field) => !type.includes(field)),
    body: template && fillTemplate(template[1], { ...scope, path: [...scope.path, 'responseTemplates', template[0]] }),
  };
}

interface CheckedResponse {
  readonly statusCode: number | string | undefined;
  readonly responseParameters: Readonly<Record<string, string>>;
  readonly responseTemplates: Readonly<Record<string, string>>;
}

/** Fills in what a gateway response leaves out, and checks the types of the rest. */
function checkResponse(response: GatewayResponse, path: readonly string[]): CheckedResponse {
  if (typeof response !== 'object') throw invalidValue(response, path, 'an object', "Pass { statusCode: '500' }.");
  const { statusCode, responseParameters = {}, responseTemplates = {} } = response;
  for (const [part, map] of Object.entries<unknown>({ responseParameters, responseTemplates })) {
    if (!isObject(map)) throw invalidValue(map, [...path, part], 'an object of strings', 'Pass an object.');
    const key = Object.keys(map).find((name) => typeof map[name] !== 'string');
    if (key !== undefined) throw invalidValue(map[key], [...path, part, key], 'a string', 'Pass a string.');
  }
  return { statusCode, responseParameters, responseTemplates };
}

function invalidValue(value: unknown, path: readonly string[], must: string, fix: string): GatewayResponseError {
  return new GatewayResponseError('invalid-value', path, `must be ${must}; got ${describeValue(value)}.`, fix);
}

type Template = readonly [type: string, template: string];

// assumed: of several templates, the one for JSON counts, as for a client that names no type; otherwise the first.
function templateOf(templates: Readonly<Record<string, string>>): Template | undefined {
  const entries = Object.entries(templates);
  return entries.find(([type]) => type === JSON_TYPE) ?? entries[0];
}

function typeOf(template: Template | undefined, { path }: TemplateScope): string {
  const type = template?.[0] ?? JSON_TYPE;
  if (isSafeFieldValue(type)) return type;
  throw unsafeValue([...path, 'responseTemplates', type]);
}

function statusOf(value: unknown, own: number, { path }: TemplateScope): number {
  if (value === undefined) return own;
  const status = typeof value === 'string' ? Number(value) : value;
  if (typeof status === 'number' && Number.isInteger(status) && status >= 200 && status <= 599) return status;
  const reason = `must be a status from 200 to 599; got ${describeValue(value)}.`;
  throw new GatewayResponseError('invalid-status', [...path, 'statusCode'], reason, "Pass a status such as '403'.");
}

const PREFIX = 'gatewayresponse.header.';

/** Headers that only the gateway itself sets: a second one could change where the response ends. */
const RESERVED: ReadonlySet<string> = new Set(['connection', 'content-length', 'transfer-encoding']);

function fieldOf(key: string, source: string, scope: TemplateScope): readonly HttpField[] {
  const path = [...scope.path, 'responseParameters', key];
  const name = key.slice(PREFIX.length);
  if (!key.startsWith(PREFIX) || !isFieldName(name) || RESERVED.has(name.toLowerCase())) {
    const reason = "doesn't name a header that a gateway response can set.";
    throw new GatewayResponseError('unsupported-parameter', path, reason, `Write it as '${PREFIX}X-Name'.`);
  }
  const { value, isFixed } = readParameter(source, { ...scope, path });
  if (value === undefined) return [];
  if (isSafeFieldValue(value)) return [[name, value]];
  if (isFixed) throw unsafeValue(path);
  // assumed: a client can't add lines to a response or make it fail.
  assume(scope.rendering, 'request-value-left-out');
  return [];
}

function unsafeValue(path: readonly string[]): GatewayResponseError {
  const reason = 'contains a control character, which could split the response.';
  return new GatewayResponseError('unsafe-header-value', path, reason, 'Remove line breaks and other control characters.');
}

function messageOf(body: string): string | null {
  // Every answer of a REST API itself is an object with a message, spelled in one of two ways.
  const { message, Message = null } = JSON.parse(body) as { readonly message?: string | null; readonly Message?: string };
  return message === undefined ? Message : message;
}
