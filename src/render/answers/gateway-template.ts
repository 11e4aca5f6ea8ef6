import { DEFAULT_SOURCE_IP } from '../../aws/defaults.js';
import { formatRequestTime, nowOf } from '../../gateway/clock.js';
import type { Gateway } from '../../gateway/gateway.js';
import { idsOf } from '../../gateway/ids.js';
import { endpointOf } from '../../gateway/settings.js';
import { lastParameterOf, lastValueOf } from '../../http/field-values.js';
import type { HttpRequest } from '../../http/request.js';
import { GatewayResponseError } from './gateway-response-error.js';

/** What a template can speak of. */
export interface TemplateScope {
  readonly gateway: Gateway;
  readonly request: HttpRequest;
  /** The gateway's own message; `null`: it has none. */
  readonly message: string | null;
  /** AWS's name of the type of answer. */
  readonly responseType: string;
  /** Where the template stands in the settings. */
  readonly path: readonly string[];
}

/** Variables after `$context.`: those that the settings and the request hold. */
const CONTEXT: Readonly<Record<string, (scope: TemplateScope) => string>> = {
  'error.message': ({ message }) => `${message}`,
  // documented: the message in quotes.
  'error.messageString': ({ message }) => JSON.stringify(message),
  'error.responseType': ({ responseType }) => responseType,
  'identity.sourceIp': ({ request }) => request.sourceIp ?? DEFAULT_SOURCE_IP,
  'identity.userAgent': ({ request }) => lastValueOf(request.headers, 'user-agent') ?? '',
  accountId: ({ gateway }) => endpointOf(gateway).accountId,
  apiId: ({ gateway }) => endpointOf(gateway).apiId,
  domainName: ({ gateway }) => endpointOf(gateway).domainName,
  domainPrefix: ({ gateway }) => endpointOf(gateway).domainPrefix,
  extendedRequestId: ({ gateway }) => idsOf(gateway).extendedRequestId,
  httpMethod: ({ request }) => request.method,
  path: ({ request }) => request.target.split('?', 1)[0] ?? '',
  requestId: ({ gateway }) => idsOf(gateway).requestId,
  requestTime: ({ gateway }) => formatRequestTime(nowOf(gateway)),
  requestTimeEpoch: ({ gateway }) => `${nowOf(gateway)}`,
  stage: ({ gateway }) => endpointOf(gateway).stage,
};

/** documented: templates of gateway responses know variables and nothing else; `${x}` and `$x` are the same. */
const VARIABLE = /\$(?:\{([^}]*)\}|(method\.request\.\w+\.[\w-]+|[a-zA-Z]\w*(?:\.[a-zA-Z_]\w*)*))/g;

/** Velocity's directives and functions, which belong to mapping templates. */
const VELOCITY = /#(?:\{|if\b|else|end\b|set\b|foreach\b|macro\b|parse\b|include\b|stop\b|break\b)|\$!|\$\w+(?:\.\w+)*\(/;

/**
 * Fills a template by putting the values of its variables in.
 *
 * @throws GatewayResponseError `unsupported-template` for Velocity and for a variable that is not known.
 */
export function fillTemplate(template: string, scope: TemplateScope): string {
  const velocity = VELOCITY.exec(template)?.[0];
  if (velocity !== undefined) {
    throw new GatewayResponseError(
      'unsupported-template',
      scope.path,
      `'${velocity}' is Velocity.`,
      'Use variables only: a gateway response has no Velocity on AWS either.',
    );
  }
  return template.replace(VARIABLE, (_, braced?: string, plain?: string) => variableOf(braced ?? plain ?? '', scope) ?? '');
}

/**
 * The value of a response parameter: a text in single quotes, or a variable without its dollar sign. `undefined`: the request has no such
 * thing.
 *
 * @throws GatewayResponseError `unsupported-parameter` for a source that is not known.
 */
export function valueOfParameter(source: string, scope: TemplateScope): string | undefined {
  const [, fixed] = /^'(.*)'$/s.exec(source) ?? [];
  return fixed ?? variableOf(source, scope, 'unsupported-parameter');
}

function variableOf(
  variable: string,
  scope: TemplateScope,
  code: 'unsupported-template' | 'unsupported-parameter' = 'unsupported-template',
): string | undefined {
  const { gateway, request } = scope;
  const [, root = '', name = ''] =
    /^(context|stageVariables|method\.request\.header|method\.request\.querystring)\.(.+)$/.exec(variable) ?? [];
  const read = root === 'context' && Object.hasOwn(CONTEXT, name) ? CONTEXT[name] : undefined;
  if (read !== undefined) return read(scope);
  if (root === 'stageVariables') return new Map(Object.entries(gateway.stageVariables ?? {})).get(name);
  if (root === 'method.request.header') return lastValueOf(request.headers, name.toLowerCase());
  if (root === 'method.request.querystring') return lastParameterOf(request.target, name);
  throw new GatewayResponseError(
    code,
    scope.path,
    `The variable '${variable}' is not known here.`,
    `Known are $stageVariables.…, $method.request.header.…, $method.request.querystring.… and, after $context., ${Object.keys(CONTEXT).join(', ')}.`,
  );
}
