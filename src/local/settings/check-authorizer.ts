import type { Target } from '../../aws/target.js';
import { isIdentitySource } from '../../events/context/identity-source.js';
import { invalidOption } from '../../gateway/check-shape.js';
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
      'unsupported-option',
      path,
      `The target \`${target}\` has no authorizer with ${Object.keys(settings).join(', ') || 'no key'}.`,
      `Pass an object with one of the keys ${KINDS[target].join(', ')}.`,
    );
  }
  checkNames(settings, namesOf(SHAPES[kind]), path);
  checkShapes(settings, SHAPES[kind], path);
  if (!('identitySource' in settings)) return;
  const unknown = settings.identitySource?.find((source) => !isIdentitySource(source));
  if (unknown === undefined) return;
  const fix = "Pass sources such as '$request.header.Authorization' or 'method.request.querystring.token'.";
  throw invalidOption([...path, 'identitySource'], 'an array of identity sources', unknown, fix);
}

function namesOf(shapes: Shapes): Names {
  return Object.fromEntries(Object.keys(shapes).map((name) => [name, true] as const));
}
