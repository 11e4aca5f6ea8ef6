import { DEFAULT_SOURCE_IP } from '../../aws/defaults.js';
import { formatRequestTime, nowOf } from '../../gateway/clock.js';
import { idsOf } from '../../gateway/ids.js';
import { endpointOf } from '../../gateway/settings.js';
import { parseQuery, queryOf } from '../../http/percent.js';
import type { Rendering } from '../rendering.js';
import { GatewayResponseError } from './gateway-response-error.js';

/** What the templates and parameters of a gateway response can use. */
export interface TemplateScope {
  readonly rendering: Rendering;
  /** The gateway's own message; `null` if it doesn't have one. */
  readonly message: string | null;
  /** AWS's name of the type of answer. */
  readonly responseType: string;
  /** Headers of the request by name in lower case, the last value of each. */
  readonly headers: ReadonlyMap<string, string>;
  /** Query parameters of the request, the last value of each. */
  readonly query: ReadonlyMap<string, string>;
  /** Where the template is in the settings. */
  readonly path: readonly string[];
}

/** Creates a scope. It parses the request once, for any number of variables. */
export function createScope(rendering: Rendering, message: string | null, responseType: string, path: readonly string[]): TemplateScope {
  const { headers, target } = rendering.request;
  // In a map, the last of several pairs with the same name wins.
  const fields = new Map(headers.map(([name, value]) => [name.toLowerCase(), value]));
  return { rendering, message, responseType, headers: fields, query: new Map(parseQuery(queryOf(target))), path };
}

/** Variables after `$context.`: those that the settings and the request hold. */
const CONTEXT: Readonly<Record<string, (scope: TemplateScope) => string>> = {
  'error.message': ({ message }) => `${message}`,
  // documented: the message in quotes.
  'error.messageString': ({ message }) => JSON.stringify(message),
  'error.responseType': ({ responseType }) => responseType,
  'identity.sourceIp': ({ rendering: { request } }) => request.sourceIp ?? DEFAULT_SOURCE_IP,
  'identity.userAgent': ({ headers }) => headers.get('user-agent') ?? '',
  accountId: ({ rendering: { gateway } }) => endpointOf(gateway).accountId,
  apiId: ({ rendering: { gateway } }) => endpointOf(gateway).apiId,
  domainName: ({ rendering: { gateway } }) => endpointOf(gateway).domainName,
  domainPrefix: ({ rendering: { gateway } }) => endpointOf(gateway).domainPrefix,
  extendedRequestId: ({ rendering: { gateway } }) => idsOf(gateway).extendedRequestId,
  httpMethod: ({ rendering: { request } }) => request.method,
  path: ({ rendering: { request } }) => request.target.split('?', 1)[0] ?? '',
  requestId: ({ rendering: { gateway } }) => idsOf(gateway).requestId,
  requestTime: ({ rendering: { gateway } }) => formatRequestTime(nowOf(gateway)),
  requestTimeEpoch: ({ rendering: { gateway } }) => `${nowOf(gateway)}`,
  stage: ({ rendering: { gateway } }) => endpointOf(gateway).stage,
};

/** documented: templates of gateway responses know variables and nothing else; `${x}` and `$x` are the same. */
const VARIABLE = /\$(?:\{([^{}$]*)\}|(method\.request\.\w+\.[\w-]+|[a-zA-Z]\w*(?:\.[a-zA-Z_]\w*)*))/g;

/** Velocity's directives and functions, which only mapping templates can use. */
const VELOCITY = /#(?:\{|if\b|else|end\b|set\b|foreach\b|macro\b|parse\b|include\b|stop\b|break\b)|\$!|\$\w+(?:\.\w+)*\(/;

/**
 * Fills a template: replaces its variables with their values.
 *
 * @throws GatewayResponseError `unsupported-template` for Velocity, `unknown-variable` for a variable that is not known.
 */
export function fillTemplate(template: string, scope: TemplateScope): string {
  const velocity = VELOCITY.exec(template)?.[0];
  if (velocity !== undefined) {
    const fix = 'Use variables only: gateway responses have no Velocity on AWS either.';
    throw new GatewayResponseError('unsupported-template', scope.path, `contains Velocity: \`${velocity}\`.`, fix);
  }
  return template.replace(VARIABLE, (_, braced?: string, plain?: string) => readVariable(braced ?? plain ?? '', scope) ?? '');
}

/** The value of a response parameter. */
export interface ParameterValue {
  /** `undefined`: the request doesn't have it. */
  readonly value: string | undefined;
  /** Whether the value comes from the settings only. Otherwise it comes from the request. */
  readonly isFixed: boolean;
}

/**
 * Reads a response parameter: a string in single quotes, or a variable without its dollar sign.
 *
 * @throws GatewayResponseError `unknown-variable` for a variable that is not known.
 */
export function readParameter(source: string, scope: TemplateScope): ParameterValue {
  const [, fixed] = /^'(.*)'$/s.exec(source) ?? [];
  if (fixed !== undefined) return { value: fixed, isFixed: true };
  return { value: readVariable(source, scope), isFixed: source.startsWith('stageVariables.') };
}

function readVariable(variable: string, scope: TemplateScope): string | undefined {
  const { stageVariables = {} } = scope.rendering.gateway;
  const [, root = '', name = ''] =
    /^(context|stageVariables|method\.request\.header|method\.request\.querystring)\.(.+)$/s.exec(variable) ?? [];
  const read = root === 'context' && Object.hasOwn(CONTEXT, name) ? CONTEXT[name] : undefined;
  if (read !== undefined) return read(scope);
  if (root === 'stageVariables') return Object.hasOwn(stageVariables, name) ? stageVariables[name] : undefined;
  if (root === 'method.request.header') return scope.headers.get(name.toLowerCase());
  if (root === 'method.request.querystring') return scope.query.get(name);
  throw new GatewayResponseError(
    'unknown-variable',
    scope.path,
    `uses \`${variable}\`, which is unknown here.`,
    `Use a string in single quotes, $stageVariables.…, $method.request.header.…, $method.request.querystring.… or, after $context., one of ${Object.keys(CONTEXT).join(', ')}.`,
  );
}
