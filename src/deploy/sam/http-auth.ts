import { dropUndefined } from '../../gateway/drop-undefined.js';
import { isObject } from '../../http/is-object.js';
import type { AuthorizerDraft } from '../apis/draft.js';
import { JWT_FINDING } from '../cloudformation/v2-authorizers.js';
import { readFunctionUri } from '../functions/function-uri.js';
import { type KeyRules, readEntries } from '../reading/keys.js';
import { at, optional, type Place, unsupported } from '../reading/place.js';
import { readBoolean, readNumber } from '../reading/values.js';
import { isUnreadable, readGuardName, readScopes, UNREADABLE } from '../template/guards.js';
import { type Fields, readFields } from '../template/properties.js';
import { readPayloadVersion, readText, readTexts } from '../template/values.js';
import { IDENTITY_SOURCES, identitySourcesOf, type SourcePrefixes } from './identity-source.js';
import { namesOf, type SamAuth } from './rest-auth.js';

const AUTH = { Authorizers: 'read', DefaultAuthorizer: 'read', EnableIamAuthorizer: 'read' } as const satisfies KeyRules;

const AUTHORIZER = {
  JwtConfiguration: 'read',
  IdentitySource: 'read',
  AuthorizationScopes: 'read',
  FunctionArn: 'read',
  AuthorizerPayloadFormatVersion: 'read',
  EnableSimpleResponses: 'read',
  Identity: 'read',
  EnableFunctionDefaultPermissions: 'ignore',
  FunctionInvokeRole: 'ignore', // what API Gateway may call
  OpenIdConnectUrl: { optional: 'API Gateway reads the issuer of `JwtConfiguration`.' },
} as const satisfies KeyRules;

const IDENTITY = { ...IDENTITY_SOURCES, ReauthorizeEvery: 'read' } as const satisfies KeyRules;

const JWT = { issuer: 'read', audience: 'read' } as const satisfies KeyRules;

const PREFIXES: SourcePrefixes = {
  Headers: '$request.header.',
  QueryStrings: '$request.querystring.',
  StageVariables: '$stageVariables.',
  Context: '$context.',
};

/** Reads the `Auth` of an `AWS::Serverless::HttpApi`. */
export function readHttpAuth(value: unknown, place: Place): SamAuth & { readonly isIamEnabled: boolean } {
  const { keys, at: inside, read } = readFields(value ?? {}, AUTH, place);
  const scopes = new Map<string, readonly string[]>();
  const entries = readEntries(keys.Authorizers, inside('Authorizers'));
  const authorizers = entries.map(([name, authorizer]) => readAuthorizer(name, authorizer, scopes, at(inside('Authorizers'), name)));
  const isIamEnabled = read('EnableIamAuthorizer', readBoolean) === true;
  if (isIamEnabled)
    optional(inside('EnableIamAuthorizer'), 'Only AWS can check signatures. Routes answer 403 until you choose the caller (--identity).');
  const defaultAuthorizer = isUnreadable(value) ? UNREADABLE : read('DefaultAuthorizer', readGuardName);
  return {
    authorizers,
    names: namesOf(authorizers),
    scopes,
    defaultAuthorizer,
    preflight: { authorizer: false, apiKey: false },
    isIamEnabled,
  };
}

function readAuthorizer(name: string, value: unknown, scopes: Map<string, readonly string[]>, place: Place): AuthorizerDraft {
  const fields = readFields(value, AUTHORIZER, place);
  const ownScopes = fields.read('AuthorizationScopes', readScopes);
  if (ownScopes !== undefined) scopes.set(name, ownScopes);
  return fields.keys.JwtConfiguration === undefined ? lambdaAuthorizer(name, fields) : jwtAuthorizer(name, fields);
}

function jwtAuthorizer(name: string, { keys, place, at: inside, read }: Fields<typeof AUTHORIZER>): AuthorizerDraft {
  optional(place, JWT_FINDING);
  const configuration = readFields(withLowerKeys(keys.JwtConfiguration), JWT, inside('JwtConfiguration'));
  const details = dropUndefined({
    identitySource: read('IdentitySource', readTexts),
    issuer: configuration.read('issuer', readText),
    audience: configuration.read('audience', readTexts),
  });
  return { authorizer: { name, type: 'jwt', ...details }, place };
}

/** SAM takes the keys of `JwtConfiguration` in upper and lower case. */
function withLowerKeys(value: unknown): unknown {
  return isObject(value) ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key.toLowerCase(), item])) : value;
}

function lambdaAuthorizer(name: string, { keys, place, at: inside, read }: Fields<typeof AUTHORIZER>): AuthorizerDraft {
  const identity = readFields(keys.Identity ?? {}, IDENTITY, inside('Identity'));
  const details = dropUndefined({
    identitySource: identitySourcesOf(identity, PREFIXES),
    ttl: identity.read('ReauthorizeEvery', readNumber),
    payloadVersion: read('AuthorizerPayloadFormatVersion', readPayloadVersion),
    simpleResponses: read('EnableSimpleResponses', readBoolean) ?? false,
  });
  const functionName = readFunctionUri(read('FunctionArn', readText) ?? '')?.name;
  if (functionName === undefined) unsupported(inside('FunctionArn'), 'The authorizer has no function.');
  return { authorizer: { name, type: 'request', ...details }, functionName, place };
}
