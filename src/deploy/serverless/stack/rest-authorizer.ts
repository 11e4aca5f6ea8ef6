import { type KeyRules, readKeys } from '../../reading/keys.js';
import { at, type Place, unsupported } from '../../reading/place.js';
import { readString } from '../../reading/values.js';
import type { Service } from '../service/service.js';
import { functionArn, invocationUri, nameInArn } from './function-arn.js';
import type { HttpEvent } from './http-event.js';
import { restAuthorizerId } from './naming.js';
import { restApiId } from './rest-api.js';
import { addResource, type Resource, type Stack } from './stack.js';

const AUTHORIZER = {
  arn: 'read',
  authorizerId: 'read',
  claims: 'read',
  identitySource: 'read',
  identityValidationExpression: 'read',
  managedExternally: 'ignore', // who gives API Gateway the permission
  name: 'read',
  resultTtlInSeconds: 'read',
  scopes: 'read',
  type: 'read',
} as const satisfies KeyRules;

/** Serverless' own default, in seconds, for an authorizer with settings. */
const DEFAULT_TTL = 300;

const USER_POOL = /^arn:[\w-]+:cognito-idp:/;

/** The properties of a method that say who may call it. `undefined`: it is not known, so the method must not be served as if it were open. */
export function authorizationOf(event: HttpEvent, service: Service, stack: Stack): Resource | undefined {
  const { authorizer } = event.keys;
  if (authorizer === undefined) return { AuthorizationType: 'NONE' };
  const place = at(event.place, 'authorizer');
  const written = typeof authorizer === 'string' ? fromWord(authorizer) : authorizer;
  const keys = readKeys(written, AUTHORIZER, place);
  const type = readString(keys.type, at(place, 'type'))?.toUpperCase();
  const scopes = keys.scopes === undefined ? {} : { AuthorizationScopes: keys.scopes };
  if (type === 'AWS_IAM') return { AuthorizationType: 'AWS_IAM' };
  if (keys.authorizerId !== undefined && type !== undefined) {
    const isPool = type === 'COGNITO_USER_POOLS';
    return { AuthorizationType: isPool ? type : 'CUSTOM', AuthorizerId: keys.authorizerId, ...(isPool ? scopes : {}) };
  }
  const arn = keys.arn ?? arnOf(keys.name, service, place);
  const name = readString(keys.name, at(place, 'name')) ?? (typeof arn === 'string' ? nameOfAuthorizer(arn) : undefined);
  if (arn === undefined || name === undefined) {
    if (arn !== undefined || keys.name === undefined)
      unsupported(place, 'The authorizer has no `name`, `arn` or `authorizerId`. The route is left out.');
    return undefined;
  }
  const isPool = type === 'COGNITO_USER_POOLS' || (typeof arn === 'string' && USER_POOL.test(arn));
  // An authorizer that is only a name has the default of API Gateway.
  const ttl = typeof authorizer === 'string' ? undefined : (keys.resultTtlInSeconds ?? DEFAULT_TTL);
  const isUncachedRequest = type === 'REQUEST' && ttl === 0;
  addResource(
    stack,
    restAuthorizerId(name),
    'AWS::ApiGateway::Authorizer',
    {
      Name: name,
      RestApiId: restApiId(service),
      AuthorizerResultTtlInSeconds: ttl,
      IdentitySource: keys.identitySource ?? (isUncachedRequest ? undefined : 'method.request.header.Authorization'),
      IdentityValidationExpression: keys.identityValidationExpression,
      ...(isPool ? { Type: 'COGNITO_USER_POOLS', ProviderARNs: [arn] } : { Type: typeOf(type), AuthorizerUri: invocationUri(arn) }),
    },
    place,
  );
  return {
    AuthorizationType: isPool ? 'COGNITO_USER_POOLS' : 'CUSTOM',
    AuthorizerId: { Ref: restAuthorizerId(name) },
    ...(isPool ? scopes : {}),
  };
}

/** `aws_iam`, the name of a function, or an ARN. */
function fromWord(word: string): Readonly<Record<string, unknown>> {
  if (word.toUpperCase() === 'AWS_IAM') return { type: 'AWS_IAM' };
  return word.includes(':') ? { arn: word } : { name: word };
}

function arnOf(name: unknown, { functions }: Service, place: Place): unknown {
  if (functions.some((fn) => fn.name === name)) return functionArn(String(name));
  if (name !== undefined) unsupported(place, `The service has no function ${JSON.stringify(name)}. The route is left out.`);
  return undefined;
}

/** The word after the last dash, as Serverless names its functions: `…:function:shop-dev-gate` → `gate`. */
function nameOfAuthorizer(arn: string): string {
  const name = nameInArn(arn);
  return name.slice(name.lastIndexOf('-') + 1);
}

function typeOf(type: string | undefined): string {
  return type === undefined || type === 'CUSTOM' ? 'TOKEN' : type;
}
