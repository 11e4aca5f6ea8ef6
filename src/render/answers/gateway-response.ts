import { JSON_TYPE } from '../../aws/media-types.js';
import { invalidOption } from '../../gateway/check-shape.js';
import { checkGatewayResponses, compileGatewayResponses } from '../../gateway/compile-gateway-response.js';
import { type ContextScope, contextValueOf, createContextScope } from '../../gateway/context-values.js';
import { customization } from '../../gateway/customization.js';
import {
  CUSTOMIZATION,
  type CustomizedResponses,
  type GatewayResponses,
  type GatewayResponseType,
  RESPONSE_STATUSES,
} from '../../gateway/gateway-responses.js';
import { formatVariable, type ResponseSource } from '../../gateway/response-source.js';
import { splitAtSemicolons } from '../../gateway/rest-query.js';
import { matchPath, type PathParameters, REST_PATHS, readRoute } from '../../gateway/route.js';
import { urlPrefixOf } from '../../gateway/url-prefix.js';
import { isSafeFieldValue } from '../../http/field-syntax.js';
import { isObject } from '../../http/is-object.js';
import { parseQuery, queryOf } from '../../http/percent.js';
import type { HttpField } from '../../http/request.js';
import { GATEWAY_RESPONSE_SENTENCES } from '../issues/gateway-response-sentences.js';
import { reportOther } from '../issues/report-other.js';
import { assume, type Rendering } from '../rendering.js';
import type { FailureRules } from '../targets/own-failures.js';
import type { CustomAnswer } from './custom-answer.js';

/**
 * Makes the setting `gatewayResponses` of a REST API: responses in place of the gateway's own, by type of failure. It checks them at once.
 * A plain object works, too, but a bundler may leave out the code that it needs; then the renderer throws an error that names this function.
 *
 * @param responses the responses, by AWS's names.
 * @returns the same responses, and the code that sends them. If you copy them as JSON, call this function again.
 * @throws GatewayResponseError if AWS would reject a response, or this library can't apply it.
 * @throws GatewayError `invalid-option` if `responses` is not an object.
 * @example
 * ```ts
 * import { customizeResponses, functionError, renderResult } from 'apigw-proxy';
 *
 * const gatewayResponses = customizeResponses({ DEFAULT_5XX: { statusCode: 500 } });
 * console.log(renderResult(functionError(), { target: 'rest', gatewayResponses }).status); // => 500
 * ```
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-gatewayResponse-definition.html
 */
export function customizeResponses(responses: GatewayResponses): CustomizedResponses {
  if (!isObject(responses))
    throw invalidOption(['gatewayResponses'], 'an object', responses, 'Pass an object, such as { DEFAULT_5XX: … }.');
  const customized = { ...responses, [CUSTOMIZATION]: CODE };
  checkGatewayResponses({ target: 'rest', gatewayResponses: customized });
  return customized;
}

// A bundle that uses customizeResponses keeps this; Node always runs it.
const CODE = /* @__PURE__ */ customization.keep({
  check: checkGatewayResponses,
  answer: customAnswer,
  sentences: GATEWAY_RESPONSE_SENTENCES,
});

/**
 * Returns the answer that replaces a REST API's own, from its settings; `undefined` if they have none for this failure.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-gatewayResponse-definition.html
 */
export function customAnswer(rules: FailureRules, rendering: Rendering): CustomAnswer | undefined {
  const { gateway, request } = rendering;
  const { type: specific, evidence } = rules.gatewayResponse;
  if (specific === 'none') return undefined;
  const own = rules.answers.rest;
  // documented: a type without a response has the one for its class.
  const fallback = own.status < 500 ? 'DEFAULT_4XX' : 'DEFAULT_5XX';
  if (evidence === 'assumed') reportGuessedType(specific ?? fallback, rendering);
  const compiled = compileGatewayResponses(gateway);
  const response = (specific && compiled.get(specific)) ?? compiled.get(fallback);
  if (response === undefined) return undefined;
  // reported [gr-function-error-integration-failure]: the type is the specific one, even if the default of its class applies.
  const scope = createScope(
    createContextScope({ gateway, request, message: messageOf(own.body), responseType: specific ?? fallback }),
    rendering,
  );
  const fields = response.fields.flatMap(({ name, value }) => fieldOf(name, value, scope));
  const type = fields.filter(([name]) => name.toLowerCase() === 'content-type');
  return {
    status: response.status ?? own.status,
    type: type.length > 0 ? type : [['Content-Type', response.template?.type ?? JSON_TYPE]],
    fields: fields.filter((field) => !type.includes(field)),
    body: response.template && fillTemplate(response.template.parts, scope),
  };
}

/** Reports a guess about the type of a failure, if the settings have other responses that could be meant. */
function reportGuessedType(type: GatewayResponseType, { gateway, report }: Rendering): void {
  const isMeant = (name: string): boolean =>
    !name.startsWith('DEFAULT') && RESPONSE_STATUSES[name as GatewayResponseType] === RESPONSE_STATUSES[type]; // a known type: the settings are checked
  if (Object.keys(gateway.gatewayResponses ?? {}).some(isMeant)) reportOther(report, 'gateway-response-assumed', [], type);
}

/** Where the variables of a gateway response find their values. */
interface Scope {
  readonly rendering: Rendering;
  readonly read: (source: ResponseSource) => string | undefined;
}

/** Creates a scope. It parses the request once, for any number of variables. */
function createScope(context: ContextScope, rendering: Rendering): Scope {
  const { gateway, request } = context;
  // In a map, the last of several pairs with the same name wins.
  const headers = new Map(request.headers.map(([name, value]) => [name.toLowerCase(), value]));
  const query = new Map(parseQuery(splitAtSemicolons(queryOf(request.target))));
  const path = new Map(pathParametersOf(context));
  const { stageVariables = {} } = gateway;
  const READERS: Readonly<Record<ResponseSource['from'], (name: string) => string | undefined>> = {
    text: (name) => name,
    context: (name) => contextValueOf(name, context),
    stageVariables: (name) => (Object.hasOwn(stageVariables, name) ? stageVariables[name] : undefined),
    header: (name) => headers.get(name.toLowerCase()),
    querystring: (name) => query.get(name),
    path: (name) => path.get(name),
  };
  return { rendering, read: ({ from, name }) => READERS[from](name) };
}

function pathParametersOf({ gateway, request }: ContextScope): PathParameters {
  const route = readRoute(gateway.route ?? '');
  const inner = (request.target.split('?', 1)[0] ?? '').slice(urlPrefixOf(gateway).length);
  // assumed: still encoded, as in the event of a REST API and in its mapping templates.
  return ('fault' in route ? undefined : matchPath(route, inner, REST_PATHS)) ?? [];
}

function fillTemplate(parts: readonly ResponseSource[], scope: Scope): string {
  return parts.map((source) => scope.read(source) ?? writeNothing(source, scope)).join('');
}

// assumed: a variable without a value writes nothing.
function writeNothing(source: ResponseSource, { rendering }: Scope): string {
  reportOther(rendering.report, 'variable-without-value', [], formatVariable(source));
  return '';
}

function fieldOf(name: string, source: ResponseSource, { rendering, read }: Scope): readonly HttpField[] {
  const value = read(source);
  if (value === undefined) return [];
  if (isSafeFieldValue(value)) return [[name, value]];
  // assumed: a client can't add lines to a response or make it fail.
  assume(rendering, 'request-value-left-out');
  return [];
}

function messageOf(body: string): string | null {
  // Every answer of a REST API itself is an object with a message, spelled in one of two ways.
  const { message, Message = null } = JSON.parse(body) as { readonly message?: string | null; readonly Message?: string };
  return message === undefined ? Message : message;
}
