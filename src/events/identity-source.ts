import { GatewayError } from '../gateway/error.js';
import type { Gateway } from '../gateway/gateway.js';
import { parseQuery } from '../http/percent.js';
import type { HttpRequest } from '../http/request.js';
import { queryOf } from './inner-path.js';
import { headerOf, sourceIpOf } from './request-fields.js';

/** `$request.header.Authorization`, `method.request.querystring.token`, `route.request.header.Auth`, `stageVariables.name`, … */
const SOURCE = /^(?:\$|method\.|route\.)?(request\.header|request\.querystring|stageVariables|context)\.(.+)$/;

/**
 * The values that the identity sources have in a request, in order; `undefined` when none is configured.
 *
 * @throws GatewayError `identity-missing` when a source has no value: the gateway then answers 401 and calls no authorizer (documented).
 */
export function identityOf(request: HttpRequest, gateway: Gateway): string[] | undefined {
  return gateway.identitySource?.map((source) => valueAt(source, request, gateway) ?? missing(source));
}

function valueAt(source: string, request: HttpRequest, gateway: Gateway): string | undefined {
  const [, place, name = ''] = SOURCE.exec(source) ?? [];
  if (place === 'request.header') return headerOf(request, name.toLowerCase());
  if (place === 'request.querystring') return parseQuery(queryOf(request.target)).findLast(([key]) => key === name)?.[1];
  if (place === 'stageVariables') return gateway.stageVariables?.[name];
  // Of the context, what identifies a caller.
  if (place === 'context' && /^(?:identity|http)\.sourceIp$/.test(name)) return sourceIpOf(request);
  return undefined;
}

function missing(source: string): never {
  throw new GatewayError(
    'identity-missing',
    ['identitySource'],
    `The request has no ${source}, so the gateway answers 401 without calling the authorizer.`,
    'Send it, or leave the source out.',
  );
}
