import { JSON_TYPE } from '../aws/media-types.js';
import { describeValue } from '../http/describe-value.js';
import { isFieldName, isSafeFieldValue } from '../http/field-syntax.js';
import { isObject } from '../http/is-object.js';
import { closestName } from './did-you-mean.js';
import type { Gateway } from './gateway.js';
import { GatewayResponseError } from './gateway-response-error.js';
import { RESPONSE_STATUSES } from './gateway-responses.js';
import { parseParameter, parseTemplate, type ResponseSource } from './response-source.js';

/** A gateway response that was checked and parsed, so that sending it can't fail. */
export interface CompiledResponse {
  /** `undefined`: the gateway's own. */
  readonly status: number | undefined;
  readonly fields: readonly { readonly name: string; readonly value: ResponseSource }[];
  /** `undefined`: the gateway's own body. */
  readonly template: Template | undefined;
}

interface Template {
  readonly type: string;
  readonly parts: readonly ResponseSource[];
}

/**
 * Checks every gateway response in the settings. Other targets than REST have none, and ignore the setting.
 *
 * @throws GatewayResponseError if AWS would reject one, or this library can't apply it.
 */
export function checkGatewayResponses(gateway: Gateway): void {
  compileGatewayResponses(gateway);
}

/** Compiled gateway responses by type. */
type CompiledResponses = ReadonlyMap<string, CompiledResponse>;

/** What was compiled, by the setting. Every response of an API has the same settings. */
const COMPILED = /* @__PURE__ */ new WeakMap<
  object,
  { readonly stageVariables: Gateway['stageVariables']; readonly compiled: CompiledResponses }
>();

/**
 * Compiles the gateway responses in the settings. The same settings are compiled once, so a change inside them has no effect.
 *
 * @throws GatewayResponseError as {@link checkGatewayResponses} does.
 */
export function compileGatewayResponses({ gatewayResponses, stageVariables, target }: Gateway): CompiledResponses {
  if (target !== 'rest' || gatewayResponses === undefined) return NONE;
  const known = COMPILED.get(gatewayResponses);
  if (known !== undefined && known.stageVariables === stageVariables) return known.compiled;
  const compiled: CompiledResponses = new Map(
    Object.entries(gatewayResponses).flatMap(([type, response]) => {
      const one = compileGatewayResponse(type, response, stageVariables);
      return one === undefined ? [] : [[type, one] as const];
    }),
  );
  COMPILED.set(gatewayResponses, { stageVariables, compiled });
  return compiled;
}

const NONE: CompiledResponses = /* @__PURE__ */ new Map();

/** Compiles a gateway response. `undefined` for a type without one. */
function compileGatewayResponse(
  type: string,
  response: unknown,
  stageVariables: Readonly<Record<string, string>> = {},
): CompiledResponse | undefined {
  if (response === undefined || response === null) return undefined;
  const path = ['gatewayResponses', type];
  checkType(type, path);
  if (!isObject(response)) throw invalidValue(response, path, 'an object', "Pass { statusCode: '500' }.");
  const { statusCode, responseParameters, responseTemplates } = response;
  const parametersPath = [...path, 'responseParameters'];
  const templatesPath = [...path, 'responseTemplates'];
  const templates = stringsIn(responseTemplates, templatesPath).map(([key, text]) => templateOf(key, text, [...templatesPath, key]));
  return {
    status: statusOf(statusCode, [...path, 'statusCode']),
    fields: stringsIn(responseParameters, parametersPath).map(([key, source]) =>
      fieldOf(key, source, [...parametersPath, key], stageVariables),
    ),
    // assumed: of several templates, the one for JSON counts, as for a client that names no type; otherwise the first.
    template: templates.find((template) => template.type === JSON_TYPE) ?? templates[0],
  };
}

function checkType(type: string, path: readonly string[]): void {
  if (Object.hasOwn(RESPONSE_STATUSES, type)) return;
  // documented: the answer to a request that is too large can't be customized.
  if (type === 'REQUEST_TOO_LARGE') {
    throw new GatewayResponseError('fixed-type', path, "can't be customized: AWS always sends its own 413.", 'Remove this response.');
  }
  const meant = closestName(type, Object.keys(RESPONSE_STATUSES));
  const fix = meant === undefined ? `Use one of ${Object.keys(RESPONSE_STATUSES).join(', ')}.` : `Did you mean \`${meant}\`?`;
  throw new GatewayResponseError('unknown-type', path, "isn't a type of gateway response.", fix);
}

function stringsIn(map: unknown, path: readonly string[]): [key: string, value: string][] {
  if (map === undefined) return [];
  if (!isObject(map)) throw invalidValue(map, path, 'an object of strings', 'Pass an object.');
  return Object.entries(map).map(([key, value]): [string, string] => {
    if (typeof value === 'string') return [key, value];
    throw invalidValue(value, [...path, key], 'a string', 'Pass a string.');
  });
}

function invalidValue(value: unknown, path: readonly string[], must: string, fix: string): GatewayResponseError {
  return new GatewayResponseError('invalid-value', path, `must be ${must}; got ${describeValue(value)}.`, fix);
}

function statusOf(value: unknown, path: readonly string[]): number | undefined {
  if (value === undefined) return undefined;
  const status = typeof value === 'string' ? Number(value) : value;
  if (typeof status === 'number' && Number.isInteger(status) && status >= 200 && status <= 599) return status;
  const reason = `must be a status from 200 to 599; got ${describeValue(value)}.`;
  throw new GatewayResponseError('invalid-status', path, reason, "Pass a status such as '403'.");
}

function templateOf(type: string, text: string, path: readonly string[]): Template {
  if (!isSafeFieldValue(type)) throw unsafeValue(path);
  return { type, parts: parseTemplate(text, path) };
}

const PREFIX = 'gatewayresponse.header.';

/** Headers that only the gateway itself sets: a second one could change where the response ends. */
const RESERVED: ReadonlySet<string> = new Set(['connection', 'content-length', 'transfer-encoding']);

function fieldOf(
  key: string,
  source: string,
  path: readonly string[],
  stageVariables: Readonly<Record<string, string>>,
): CompiledResponse['fields'][number] {
  const name = key.slice(PREFIX.length);
  if (!key.startsWith(PREFIX) || !isFieldName(name) || RESERVED.has(name.toLowerCase())) {
    const reason = "doesn't name a header that a gateway response can set.";
    throw new GatewayResponseError('unsupported-parameter', path, reason, `Write it as '${PREFIX}X-Name'.`);
  }
  const value = parseParameter(source, path);
  const isStageVariable = value.from === 'stageVariables' && Object.hasOwn(stageVariables, value.name);
  const fixed = isStageVariable ? stageVariables[value.name] : value.name;
  if (typeof fixed === 'string' && !isSafeFieldValue(fixed)) throw unsafeValue(path);
  return { name, value };
}

function unsafeValue(path: readonly string[]): GatewayResponseError {
  const reason = 'contains a control character, which could split the response.';
  return new GatewayResponseError('unsafe-header-value', path, reason, 'Remove line breaks and other control characters.');
}
