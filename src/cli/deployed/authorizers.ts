import type { DeployedApi, DeployedAuthorizer } from '../../deploy/deployment.js';
import { isObject } from '../../http/is-object.js';
import type { Claims, LocalAuthorizer } from '../../local/api/local-authorizer.js';
import type { LocalHandler } from '../../local/api/local-route.js';
import { buildContext } from '../../local/function/build-context.js';
import { invoke } from '../../local/function/invoke.js';
import { readOutcome } from '../../render/outcome/outcome.js';
import type { ServedModule } from '../served-modules.js';
import { decodeToken } from './decode-token.js';
import type { OpenFunction } from './open-functions.js';

/** What a user decides about authorizers. Without it, a route whose authorizer can't run here stays closed. */
export interface AuthorizerOptions {
  /** Functions by the name of the authorizer that they stand for. */
  readonly replaced: ReadonlyMap<string, ServedModule>;
  /** Whether tokens are decoded, and accepted without verifying them. */
  readonly decodes: boolean;
  /** ARN of the caller whom every signed route gets. `undefined`: there is none. */
  readonly identity: string | undefined;
}

/** The name that routes with IAM authorization have for their authorizer. */
export const IAM = 'AWS_IAM';

/** Returns the authorizers of an API, by name. */
export function authorizersOf(
  { target, routes, authorizers = [] }: DeployedApi,
  functions: ReadonlyMap<string, OpenFunction>,
  options: AuthorizerOptions,
): Record<string, LocalAuthorizer> {
  const named = authorizers.map((authorizer) => [authorizer.name, authorizerOf(authorizer, target, functions, options)] as const);
  const missing = routes.flatMap(({ authorizer: name }) => (name === undefined ? [] : [[name, missingAuthorizer(name)] as const]));
  return Object.fromEntries([...missing, ...named, [IAM, signedBy(options.identity)]]);
}

/** A route with an authorizer that the template doesn't have stays closed. */
function missingAuthorizer(name: string): LocalAuthorizer {
  return { refuse: 'lambda', fix: `The template has no authorizer ${name}. Add it there.` };
}

function authorizerOf(
  authorizer: DeployedAuthorizer,
  target: DeployedApi['target'],
  functions: ReadonlyMap<string, OpenFunction>,
  { replaced, decodes }: AuthorizerOptions,
): LocalAuthorizer {
  const { name, type } = authorizer;
  const own = replaced.get(name);
  if (type === 'jwt' || type === 'cognito') return tokenVerifier(authorizer, own, decodes);
  const found = authorizer.function === undefined ? undefined : functions.get(authorizer.function);
  const served = own ?? (found !== undefined && 'served' in found ? found.served : undefined);
  if (served === undefined) {
    const gap = found !== undefined && 'gap' in found ? `${found.gap} ` : '';
    return { refuse: 'lambda', fix: `${gap}Pass --authorizer ${name}=FILE#EXPORT with a function that answers as this authorizer does.` };
  }
  return lambdaAuthorizer(authorizer, served.module.handler, target);
}

function lambdaAuthorizer(authorizer: DeployedAuthorizer, handler: LocalHandler<never>, target: DeployedApi['target']): LocalAuthorizer {
  const { name, type, ttl, validation, identitySource = [], payloadVersion, simpleResponses } = authorizer;
  const caching = ttl === undefined ? {} : { ttl };
  if (type === 'token') {
    const header = headerOf(identitySource);
    if (header === undefined) return { refuse: 'lambda', fix: `The token of ${name} must be in a header.` };
    const pattern = validation === undefined ? undefined : compile(validation);
    if (pattern === null)
      return { refuse: 'lambda', fix: `The pattern of ${name} isn't a regular expression in JavaScript: ${validation}` };
    return { token: handler, header, ...caching, ...(pattern && { validation: pattern }) };
  }
  const isHttp = target === 'http-1.0' || target === 'http-2.0';
  const payload = payloadVersion ?? '2.0';
  return {
    request: handler,
    identitySource,
    ...caching,
    ...(isHttp && { payload }),
    ...(isHttp && payload === '2.0' && { enableSimpleResponses: simpleResponses === true }),
  };
}

/** Compiles the pattern of a valid token. Returns `null` if JavaScript has no such pattern. */
function compile(pattern: string): RegExp | null {
  try {
    return new RegExp(pattern);
  } catch {
    return null;
  }
}

/** Returns what checks the token of a JWT authorizer or a Cognito user pool. The keys of the issuer are not fetched. */
function tokenVerifier(
  { name, type, identitySource = [] }: DeployedAuthorizer,
  own: ServedModule | undefined,
  decodes: boolean,
): LocalAuthorizer {
  const refuse = type === 'jwt' ? 'jwt' : 'cognito';
  const header = identitySource.length === 0 ? 'Authorization' : headerOf(identitySource);
  if (header === undefined) return { refuse, fix: `The token of ${name} must be in a header.` };
  if (own !== undefined) return { verify: (token) => askFunction(own, token), header };
  if (decodes) return { verify: decodeToken, header };
  const other = `--authorizer ${name}=FILE#EXPORT with a function that gets the token and returns its claims`;
  return { refuse, fix: `Pass --jwt to accept tokens without verifying them, or ${other}.` };
}

/** Calls a user's function with a token. What it throws refuses the request. */
async function askFunction({ module }: ServedModule, token: string): Promise<Claims> {
  const invocation = await invoke(module.handler, token, buildContext({ timeout: 10_000 }));
  if (!invocation.ok) throw invocation.error;
  const outcome = readOutcome(invocation.result);
  const claims: unknown = outcome !== undefined && 'text' in outcome ? JSON.parse(outcome.text) : undefined;
  if (isObject(claims)) return claims;
  throw new Error('The function returned no claims. Return an object.');
}

/** `arn:aws:sts::123456789012:assumed-role/role/session`. */
function signedBy(userArn: string | undefined): LocalAuthorizer {
  if (userArn === undefined) {
    return {
      refuse: 'iam',
      fix: 'Pass --identity ARN to let every request pass as this caller, such as arn:aws:iam::123456789012:user/me.',
    };
  }
  const accountId = userArn.split(':')[4] ?? '';
  return { iam: { userArn, ...(accountId !== '' && { accountId }) } };
}

/** Returns the header of an identity source: `$request.header.X-Token` or `method.request.header.X-Token`. */
function headerOf([source = '', another]: readonly string[]): string | undefined {
  return another === undefined ? /^(?:\$|method\.)request\.header\.(.+)$/.exec(source)?.[1] : undefined;
}
