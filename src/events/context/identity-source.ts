import { GatewayError } from '../../gateway/error.js';
import { lastField } from '../request/fields.js';
import { lastValueIn } from '../request/maps.js';
import { parametersOf, restParametersOf } from '../request/query.js';
import type { ResolvedRequest } from '../request/resolved-request.js';
import { valueAt } from '../request/value-at.js';

/** `$request.header.Authorization`, `method.request.querystring.token`, `route.request.header.Auth`, `stageVariables.name`, … */
const SOURCE = /^(?:\$|method\.|route\.)?(request\.header|request\.querystring|stageVariables|context)\.(.+)$/;

/** Variables of the context, and where payload 2.0 has them. */
const IN_HTTP: ReadonlyMap<string, string> = /* @__PURE__ */ new Map([
  ['httpMethod', 'http.method'],
  ['path', 'http.path'],
  ['protocol', 'http.protocol'],
  ['identity.sourceIp', 'http.sourceIp'],
  ['identity.userAgent', 'http.userAgent'],
]);

/** Returns whether a string is an identity source. */
export function isIdentitySource(source: string): boolean {
  return SOURCE.test(source);
}

/** A request and the settings of its gateway. */
export type IdentifiedRequest = Pick<ResolvedRequest, 'request' | 'gateway'>;

/**
 * Returns the values that the identity sources have in a request, in order, or `undefined` if none is configured.
 *
 * @param context `requestContext` of the event.
 * @param sources the identity sources. Default: those of the settings.
 * @throws GatewayError `identity-missing` if a source has no value: the gateway then answers 401 and calls no authorizer (documented).
 */
export function identityOf(
  identified: IdentifiedRequest,
  context: object,
  sources: readonly string[] | undefined = identified.gateway.identitySource,
): string[] | undefined {
  if (sources === undefined || sources.length === 0) return undefined;
  return sources.map((source) => identityAt(source, identified, context) || throwMissing(source));
}

function identityAt(source: string, { request, gateway }: IdentifiedRequest, context: object): string | undefined {
  const [, place, name = ''] = SOURCE.exec(source) ?? [];
  if (place === 'request.header') return lastField(request.fields, name.toLowerCase());
  if (place === 'request.querystring') {
    return lastValueIn(gateway.target === 'rest' ? restParametersOf(request) : parametersOf(request), name);
  }
  if (place === 'stageVariables') return textAt(gateway.stageVariables ?? {}, [name]);
  if (place !== 'context') return undefined;
  return textAt(context, name.split('.')) ?? textAt(context, IN_HTTP.get(name)?.split('.') ?? []);
}

function textAt(root: object, path: readonly string[]): string | undefined {
  const found = valueAt(root, path);
  return typeof found === 'string' || typeof found === 'number' ? String(found) : undefined;
}

function throwMissing(source: string): never {
  throw new GatewayError(
    'identity-missing',
    ['identitySource'],
    `The request has no \`${source}\`, so the gateway answers 401 without calling the authorizer.`,
    'Send it, or remove it from `identitySource`.',
  );
}
