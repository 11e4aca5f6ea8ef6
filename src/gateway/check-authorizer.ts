import { isHttpApi, type Target } from '../aws/target.js';
import { isObject } from '../http/is-object.js';
import { checkNames, checkRequired, checkShapes, formatPath, invalidOption, type Path, type Shapes } from './check-shape.js';
import { closestName } from './did-you-mean.js';
import { GatewayError } from './error.js';

const CLAIMS = { is: 'strings by name', example: "claims as strings, such as { sub: 'ada', exp: '1718722804' }", required: true } as const;

/** The fields that each kind of authorizer adds to the event. */
const KINDS = {
  lambda: {
    principalId: { is: 'string', example: "a name such as 'user'" },
    context: { is: 'object', orNull: true, example: "an object such as { tenant: 'a' }, or null" },
    integrationLatency: { is: 'number', example: 'a number of milliseconds' },
  },
  cognito: { claims: CLAIMS },
  jwt: { claims: CLAIMS, scopes: { is: 'strings', orNull: true, example: "scopes such as ['read'], or null" } },
  iam: {
    accessKey: { is: 'string', example: "'ASIAIOSFODNN7EXAMPLE'" },
    accountId: { is: 'string', example: "'123456789012'" },
    callerId: { is: 'string', example: "'AROAIOSFODNN7EXAMPLE:session'" },
    cognitoIdentity: {
      orNull: true,
      example: "{ amr: ['authenticated'], identityId: 'id', identityPoolId: 'pool' }, or null",
      fields: {
        amr: { is: 'strings', example: "['authenticated']", required: true },
        identityId: { is: 'string', example: "'us-east-1:…'", required: true },
        identityPoolId: { is: 'string', example: "'us-east-1:…'", required: true },
      },
    },
    principalOrgId: { is: 'string', orNull: true, example: "'o-a1b2c3', or null" },
    userArn: { is: 'string', example: "'arn:aws:sts::123456789012:assumed-role/role/session'" },
    userId: { is: 'string', example: "'AROAIOSFODNN7EXAMPLE:session'" },
  },
} as const satisfies Record<string, Shapes>;

type AuthorizerKind = keyof typeof KINDS;

const NAMES: readonly string[] = ['lambda', 'cognito', 'jwt', 'iam'] satisfies AuthorizerKind[];
const MUST = 'an object with one of the keys lambda, cognito, jwt, iam';

/**
 * Checks the authorizer's data: exactly one kind, and the fields of that kind.
 *
 * @param path where the authorizer is. Default: `['authorizer']`.
 * @throws GatewayError `invalid-option`, `missing-option`, `unknown-option`, or `conflicting-options` for several kinds.
 */
export function checkAuthorizer(authorizer: object, target: Target, path: Path = ['authorizer']): void {
  if (!isObject(authorizer)) throw invalidOption(path, MUST, authorizer, `Pass ${EXAMPLES[kindFor(target)]}.`);
  const keys = Object.keys(authorizer);
  const [kind, another] = keys.filter((key): key is AuthorizerKind => NAMES.includes(key));
  if (kind === undefined) throw unknownKind(keys, target, path);
  if (another !== undefined) {
    const [first, second] = [kind, another].map((key) => formatPath([...path, key]));
    const reason = `\`${first}\` and \`${second}\` contradict each other.`;
    throw new GatewayError('conflicting-options', path, reason, 'Remove one of them.');
  }
  checkNames(authorizer, NAMES, path);
  checkFound(authorizer[kind], kind, [...path, kind]);
}

function checkFound(found: unknown, kind: AuthorizerKind, path: Path): void {
  if (!isObject(found)) throw invalidOption(path, 'an object', found, `Pass ${EXAMPLES[kind]} as \`authorizer\`.`);
  checkNames(found, Object.keys(KINDS[kind]), path);
  checkShapes(found, KINDS[kind], path);
  checkRequired(found, KINDS[kind], path);
}

const EXAMPLES: Readonly<Record<AuthorizerKind, string>> = {
  lambda: "{ lambda: { principalId: 'user', context: { tenant: 'a' } } }",
  cognito: "{ cognito: { claims: { sub: 'ada' } } }",
  jwt: "{ jwt: { claims: { sub: 'ada' }, scopes: null } }",
  iam: '{ iam: {} }',
};

/** Keys that belong inside a kind but are often written without it. */
const INNER: Readonly<Record<string, 'lambda' | 'token'>> = {
  claims: 'token',
  scopes: 'token',
  principalId: 'lambda',
  context: 'lambda',
};

function unknownKind(keys: readonly string[], target: Target, path: Path): GatewayError {
  const inner = keys.find((key) => Object.hasOwn(INNER, key));
  const near = keys.map((key) => closestName(key, NAMES)).find((name) => name !== undefined);
  const kind = inner === undefined ? undefined : INNER[inner] === 'token' ? kindFor(target) : 'lambda';
  const fix =
    kind !== undefined
      ? `Did you mean \`{ ${kind}: { ${keys.join(', ')} } }\`?`
      : near !== undefined
        ? `Did you mean \`${near}\`?`
        : `Pass ${EXAMPLES[kindFor(target)]}.`;
  const got = keys.length === 0 ? 'an empty object' : `an object with ${keys.join(', ')}`;
  return new GatewayError('invalid-option', path, `\`${formatPath(path)}\` must be ${MUST}; got ${got}.`, fix);
}

/** The kind of authorizer that checks tokens at a target. */
function kindFor(target: Target): AuthorizerKind {
  if (target === 'rest') return 'cognito';
  if (target === 'function-url') return 'iam';
  return isHttpApi(target) ? 'jwt' : 'lambda';
}
