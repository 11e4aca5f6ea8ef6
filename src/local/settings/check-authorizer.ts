import type { Target } from '../../aws/target.js';
import { isIdentitySource } from '../../events/context/identity-source.js';
import { GatewayError } from '../../gateway/error.js';
import type { Names } from '../../gateway/setting-names.js';
import type { LocalAuthorizer } from '../api/local-authorizer.js';
import { checkNames, checkShape, checkShapes, type Shapes } from './setting-shapes.js';

type AuthorizerKind = 'lambda' | 'cognito' | 'jwt' | 'iam' | 'token' | 'request' | 'verify';

/** Kinds of authorizers that each target has. */
const KINDS: Readonly<Record<Target, readonly AuthorizerKind[]>> = {
  rest: ['lambda', 'cognito', 'iam', 'token', 'request', 'verify'],
  'http-1.0': ['lambda', 'jwt', 'iam', 'request', 'verify'],
  'http-2.0': ['lambda', 'jwt', 'iam', 'request', 'verify'],
  websocket: ['lambda', 'iam', 'request'],
  'function-url': ['iam'],
};

/** What the settings of each kind have to be; there are no others. */
const SHAPES: Readonly<Record<AuthorizerKind, Shapes>> = {
  lambda: { lambda: 'object!' },
  cognito: { cognito: 'object!' },
  jwt: { jwt: 'object!' },
  iam: { iam: 'object!' },
  token: { token: 'function!', header: 'text', validation: 'pattern', ttl: 'number' },
  request: { request: 'function!', identitySource: 'list', payload: 'text', ttl: 'number' },
  verify: { verify: 'function!', header: 'text' },
};

/** Looks at an authorizer: it is of one kind, and has the settings of that kind alone. */
export function checkAuthorizer(name: string, settings: LocalAuthorizer, target: Target): void {
  const path = ['authorizers', name];
  checkShape(settings, 'object!', path);
  const kind = KINDS[target].find((known) => known in settings);
  if (kind === undefined) {
    throw new GatewayError(
      'unknown-option',
      path,
      `A ${target} API has no such authorizer.`,
      `It can be one of ${KINDS[target].join(', ')}.`,
    );
  }
  checkNames(settings, namesOf(SHAPES[kind]), path);
  checkShapes(settings, SHAPES[kind], path);
  if (!('identitySource' in settings)) return;
  const unknown = settings.identitySource?.find((source) => !isIdentitySource(source));
  if (unknown === undefined) return;
  const cure = "Write '$request.header.Authorization', 'method.request.querystring.token', '$context.…' or '$stageVariables.…'.";
  throw new GatewayError('unknown-option', [...path, 'identitySource'], `There is no identity source '${unknown}'.`, cure);
}

function namesOf(shapes: Shapes): Names {
  return Object.fromEntries(Object.keys(shapes).map((name) => [name, true] as const));
}
