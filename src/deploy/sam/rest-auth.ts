import { dropUndefined } from '../../gateway/drop-undefined.js';
import type { AuthorizerDraft } from '../apis/draft.js';
import { COGNITO_FINDING } from '../cloudformation/rest-authorizers.js';
import { readFunctionUri } from '../functions/function-uri.js';
import { type KeyRules, readEntries } from '../reading/keys.js';
import { at, optional, type Place, unsupported } from '../reading/place.js';
import { NO_USAGE_LIMITS, POLICY_NOT_EVALUATED } from '../reading/rules.js';
import { readBoolean, readNumber, readString, readWord } from '../reading/values.js';
import { isUnreadable, readGuardName, readGuardSwitch, readScopes, UNREADABLE } from '../template/guards.js';
import { readFields } from '../template/properties.js';
import { readText, readTexts } from '../template/values.js';
import { IDENTITY_SOURCES, identitySourcesOf, type SourcePrefixes } from './identity-source.js';

const AUTH = {
  Authorizers: 'read',
  DefaultAuthorizer: 'read',
  ApiKeyRequired: 'read',
  AddDefaultAuthorizerToCorsPreflight: 'read',
  AddApiKeyRequiredToCorsPreflight: 'read',
  ResourcePolicy: POLICY_NOT_EVALUATED,
  UsagePlan: NO_USAGE_LIMITS,
  InvokeRole: 'ignore', // what API Gateway may call
} as const satisfies KeyRules;

const AUTHORIZER = {
  FunctionArn: 'read',
  FunctionPayloadType: 'read',
  UserPoolArn: 'read',
  Identity: 'read',
  AuthorizationScopes: 'read',
  AuthorizerPayloadFormatVersion: { optional: 'An authorizer of a REST API has one format.' },
  EnableSimpleResponses: { optional: 'An authorizer of a REST API returns a policy.' },
  DisableFunctionDefaultPermissions: 'ignore',
  FunctionInvokeRole: 'ignore', // what API Gateway may call
} as const satisfies KeyRules;

const IDENTITY = {
  ...IDENTITY_SOURCES,
  Header: 'read',
  ValidationExpression: 'read',
  ReauthorizeEvery: 'read',
} as const satisfies KeyRules;

const PREFIXES: SourcePrefixes = {
  Headers: 'method.request.header.',
  QueryStrings: 'method.request.querystring.',
  StageVariables: 'stageVariables.',
  Context: 'context.',
};

/** Who may call the routes of an API of SAM. */
export interface SamAuth {
  readonly authorizers: readonly AuthorizerDraft[];
  /** The names of the authorizers that routes can name. */
  readonly names: ReadonlySet<string>;
  /** The scopes of each authorizer that has some. */
  readonly scopes: ReadonlyMap<string, readonly string[]>;
  readonly defaultAuthorizer?: string | undefined;
  readonly apiKeyRequired?: boolean | undefined;
  /** Whether a preflight request needs what other requests need. */
  readonly preflight: { readonly authorizer: boolean; readonly apiKey: boolean };
}

/** Reads the `Auth` of an `AWS::Serverless::Api`. */
export function readRestAuth(value: unknown, place: Place): SamAuth {
  const { keys, at: inside, read } = readFields(value ?? {}, AUTH, place);
  const entries = readEntries(keys.Authorizers, inside('Authorizers'));
  const scopes = new Map<string, readonly string[]>();
  const authorizers = entries.flatMap(([name, authorizer]) => readAuthorizer(name, authorizer, scopes, at(inside('Authorizers'), name)));
  return {
    authorizers,
    names: namesOf(authorizers),
    scopes,
    defaultAuthorizer: isUnreadable(value) ? UNREADABLE : read('DefaultAuthorizer', readGuardName),
    apiKeyRequired: read('ApiKeyRequired', readGuardSwitch),
    preflight: {
      authorizer: read('AddDefaultAuthorizerToCorsPreflight', readBoolean) ?? true,
      apiKey: read('AddApiKeyRequiredToCorsPreflight', readBoolean) ?? true,
    },
  };
}

/** Returns the names of authorizers. */
export function namesOf(authorizers: readonly AuthorizerDraft[]): ReadonlySet<string> {
  return new Set(authorizers.map(({ authorizer }) => authorizer.name));
}

function readAuthorizer(name: string, value: unknown, scopes: Map<string, readonly string[]>, place: Place): readonly AuthorizerDraft[] {
  const { keys, at: inside, read } = readFields(value, AUTHORIZER, place);
  const ownScopes = read('AuthorizationScopes', readScopes);
  if (ownScopes !== undefined) scopes.set(name, ownScopes);
  const payload = read('FunctionPayloadType', (word, where) => readWord(word, ['TOKEN', 'REQUEST'], where));
  const isCognito = keys.UserPoolArn !== undefined;
  const type = isCognito ? 'cognito' : payload === 'REQUEST' ? 'request' : 'token';
  const authorizer = { name, type, ...readIdentity(keys.Identity, type, inside('Identity')) } as const;
  if (type === 'cognito') {
    optional(place, COGNITO_FINDING);
    return [{ authorizer: { ...authorizer, ...dropUndefined({ userPools: read('UserPoolArn', readTexts) }) }, place }];
  }
  const functionName = readFunctionUri(read('FunctionArn', readText) ?? '')?.name;
  if (functionName === undefined) unsupported(inside('FunctionArn'), 'The authorizer has no function.');
  return [{ authorizer, functionName, place }];
}

/** What identifies a caller. A TOKEN authorizer and a user pool read one header, `Authorization` by default. */
function readIdentity(value: unknown, type: 'cognito' | 'request' | 'token', place: Place): Partial<AuthorizerDraft['authorizer']> {
  const fields = readFields(value ?? {}, IDENTITY, place);
  const isRequest = type === 'request';
  const header = fields.read('Header', readText) ?? 'Authorization';
  return dropUndefined({
    identitySource: isRequest ? identitySourcesOf(fields, PREFIXES) : [`method.request.header.${header}`],
    ttl: type === 'cognito' ? undefined : fields.read('ReauthorizeEvery', readNumber),
    validation: isRequest ? undefined : fields.read('ValidationExpression', readString),
  });
}
