import { GatewayError } from '../../gateway/error.js';
import type { Gateway } from '../../gateway/gateway.js';
import { parseQuery } from '../../http/percent.js';
import type { HttpRequest } from '../../http/request.js';
import { headerOf } from '../request/request-fields.js';
import { valueAt } from '../request/value-at.js';
import { queryOf } from '../routing/inner-path.js';

/** `$request.header.Authorization`, `method.request.querystring.token`, `route.request.header.Auth`, `stageVariables.name`, … */
const SOURCE = /^(?:\$|method\.|route\.)?(request\.header|request\.querystring|stageVariables|context)\.(.+)$/;

/** Variables of the context that payload 2.0 keeps elsewhere. */
const IN_HTTP: Readonly<Record<string, string>> = {
  httpMethod: 'method',
  path: 'path',
  protocol: 'protocol',
  'identity.sourceIp': 'sourceIp',
  'identity.userAgent': 'userAgent',
};

/** Whether a text says where in a request something is. */
export function isIdentitySource(source: string): boolean {
  return SOURCE.test(source);
}

/**
 * The values that the identity sources have in a request, in order; `undefined` when none is configured.
 *
 * @param context `requestContext` of the event.
 * @throws GatewayError `identity-missing` when a source has no value: the gateway then answers 401 and calls no authorizer (documented).
 */
export function identityOf(request: HttpRequest, gateway: Gateway, context: object): string[] | undefined {
  return gateway.identitySource?.map((source) => identityAt(source, request, gateway, context) || missing(source));
}

function identityAt(source: string, request: HttpRequest, gateway: Gateway, context: object): string | undefined {
  const [, place, name = ''] = SOURCE.exec(source) ?? [];
  if (place === 'request.header') return headerOf(request, name.toLowerCase());
  if (place === 'request.querystring') return parseQuery(queryOf(request.target)).findLast(([key]) => key === name)?.[1];
  if (place === 'stageVariables') return gateway.stageVariables?.[name];
  return place === 'context' ? (textAt(context, name) ?? textAt(context, `http.${IN_HTTP[name]}`)) : undefined;
}

function textAt(context: object, path: string): string | undefined {
  const found = valueAt(context, path);
  return typeof found === 'string' || typeof found === 'number' ? String(found) : undefined;
}

function missing(source: string): never {
  throw new GatewayError(
    'identity-missing',
    ['identitySource'],
    `The request has no ${source}, so the gateway answers 401 without calling the authorizer.`,
    'Send it, or leave the source out.',
  );
}
