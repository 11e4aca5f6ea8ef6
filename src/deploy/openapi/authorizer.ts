import { dropUndefined } from '../../gateway/drop-undefined.js';
import type { AuthorizerDraft } from '../apis/draft.js';
import type { DeployedAuthorizer } from '../deployment.js';
import { readFunctionUri } from '../functions/function-uri.js';
import { asValue } from '../intrinsics/call.js';
import { type KeyRules, type ReadKeys, readKeys } from '../reading/keys.js';
import { at, type Place, unsupported } from '../reading/place.js';
import { readBoolean, readNumber, readString, readStrings } from '../reading/values.js';
import { readPayloadVersion, readText, readTexts } from '../template/values.js';
import { AUTHORIZER } from './extension-names.js';
import { ruleOfUnknown } from './extension-rules.js';
import type { OpenApiDocument } from './open-api-document.js';
import type { Scheme } from './schemes.js';

const AUTHORIZER_KEYS = {
  type: 'read',
  authorizerUri: 'read',
  authorizerCredentials: 'ignore', // the role that API Gateway calls the function with
  authorizerPayloadFormatVersion: 'read',
  authorizerResultTtlInSeconds: 'read',
  enableSimpleResponses: 'read',
  identitySource: 'read',
  identityValidationExpression: 'read',
  jwtConfiguration: 'read',
  providerARNs: 'read',
} as const satisfies KeyRules;

const JWT_KEYS = { issuer: 'read', audience: 'read' } as const satisfies KeyRules;

/** The types of authorizers that each kind of API has. */
const TYPES: Readonly<Record<OpenApiDocument['kind'], Readonly<Record<string, DeployedAuthorizer['type']>>>> = {
  rest: { token: 'token', request: 'request', cognito_user_pools: 'cognito' },
  http: { request: 'request', jwt: 'jwt' },
};

/**
 * Reads the authorizer of a security scheme. Returns `undefined` for one that this kind of API does not have, which is reported.
 *
 * @param tokenHeader the header that the scheme names.
 */
export function readAuthorizer(scheme: Scheme, tokenHeader: string, document: OpenApiDocument): AuthorizerDraft | undefined {
  const place = at(scheme.place, AUTHORIZER);
  const written = scheme.value as Readonly<Record<string, unknown>>; // the caller has found the authorizer in it
  const keys = readKeys(document.evaluate(written[AUTHORIZER], place), AUTHORIZER_KEYS, place, ruleOfUnknown);
  const word = readString(keys.type, at(place, 'type'))?.toLowerCase() ?? '';
  const types = TYPES[document.kind];
  const type = Object.hasOwn(types, word) ? types[word] : undefined;
  if (type === undefined) {
    unsupported(place, `${document.kind === 'rest' ? 'A REST' : 'An HTTP'} API has no authorizer of the type ${JSON.stringify(word)}.`);
    return undefined;
  }
  const uri = asValue(keys.authorizerUri);
  const functionName = uri === undefined ? undefined : readFunctionUri(uri)?.name;
  if (isLambda(type) && functionName === undefined) unsupported(place, 'The authorizer has no `authorizerUri` of a function.');
  const authorizer: DeployedAuthorizer = {
    name: scheme.name,
    type,
    ...settingsOf(type, keys, tokenHeader, place),
    ...jwtOf(keys, scheme, place),
  };
  return { authorizer, functionName, place: scheme.place };
}

function isLambda(type: DeployedAuthorizer['type']): boolean {
  return type === 'token' || type === 'request';
}

function settingsOf(
  type: DeployedAuthorizer['type'],
  keys: ReadKeys<typeof AUTHORIZER_KEYS>,
  tokenHeader: string,
  place: Place,
): Partial<DeployedAuthorizer> {
  const sources = readStrings(keys.identitySource, at(place, 'identitySource'))?.flatMap((text) =>
    text.split(',').map((part) => part.trim()),
  );
  const usesHeader = type === 'token' || type === 'cognito';
  return dropUndefined({
    identitySource: usesHeader ? [`method.request.header.${tokenHeader}`] : sources?.filter((source) => source !== ''),
    ttl: readNumber(keys.authorizerResultTtlInSeconds, at(place, 'authorizerResultTtlInSeconds')),
    validation: readString(keys.identityValidationExpression, at(place, 'identityValidationExpression')),
    payloadVersion: readPayloadVersion(keys.authorizerPayloadFormatVersion, at(place, 'authorizerPayloadFormatVersion')),
    simpleResponses: readBoolean(keys.enableSimpleResponses, at(place, 'enableSimpleResponses')),
    userPools: readTexts(keys.providerARNs, at(place, 'providerARNs')),
  });
}

/** documented: the issuer of a scheme with `openIdConnectUrl` is that URL without the path of its discovery document. */
function jwtOf(
  { jwtConfiguration }: ReadKeys<typeof AUTHORIZER_KEYS>,
  { value, place: schemePlace }: Scheme,
  place: Place,
): Partial<DeployedAuthorizer> {
  const { openIdConnectUrl } = value as Readonly<Record<string, unknown>>; // the caller has found the authorizer in it
  const inside = at(place, 'jwtConfiguration');
  const { issuer, audience } = readKeys(jwtConfiguration, JWT_KEYS, inside, ruleOfUnknown);
  const discovered = readString(openIdConnectUrl, at(schemePlace, 'openIdConnectUrl'))?.replace(
    /\/\.well-known\/openid-configuration$/,
    '',
  );
  return dropUndefined({
    issuer: readText(issuer, at(inside, 'issuer')) ?? discovered,
    audience: readTexts(audience, at(inside, 'audience')),
  });
}
