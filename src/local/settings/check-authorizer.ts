import { isHttpApi, type Target } from '../../aws/target.js';
import { isIdentitySource } from '../../events/context/identity-source.js';
import { checkAuthorizer as checkFixedAuthorizer } from '../../gateway/check-authorizer.js';
import { checkRequired, checkShapes, formatPath, invalidOption, type Path, type Shapes } from '../../gateway/check-shape.js';
import { closestName } from '../../gateway/did-you-mean.js';
import { GatewayError } from '../../gateway/error.js';
import { isObject } from '../../http/is-object.js';
import { checkGuards } from './check-guards.js';
import { AUTHORIZER_SHAPES } from './local-shapes.js';

type FixedKind = 'lambda' | 'cognito' | 'jwt' | 'iam';
type CallingKind = keyof typeof AUTHORIZER_SHAPES;

/** Kinds of authorizers that each target has. */
const KINDS: Readonly<Record<Target, readonly (FixedKind | CallingKind)[]>> = {
  rest: ['lambda', 'cognito', 'iam', 'token', 'request', 'verify', 'refuse'],
  'http-1.0': ['lambda', 'jwt', 'iam', 'request', 'verify', 'refuse'],
  'http-2.0': ['lambda', 'jwt', 'iam', 'request', 'verify', 'refuse'],
  websocket: ['lambda', 'iam', 'request', 'refuse'],
  'function-url': ['iam', 'refuse'],
};

/**
 * Checks an authorizer: it is of one kind that the target has, with the settings of that kind.
 *
 * @throws GatewayError
 */
export function checkAuthorizer(name: string, settings: unknown, target: Target): void {
  const path = ['authorizers', name];
  const fix = `Pass an object with one of the keys ${KINDS[target].join(', ')}.`;
  if (!isObject(settings)) throw invalidOption(path, 'an object', settings, fix);
  const kind = KINDS[target].find((known) => known in settings);
  if (kind === undefined) throw unknownKind(settings, target, path, fix);
  if (!isCalling(kind)) {
    checkFixedAuthorizer(settings, target, path);
    return;
  }
  const shapes: Shapes = AUTHORIZER_SHAPES[kind];
  checkGuards(settings, shapes, path);
  checkShapes(settings, shapes, path);
  checkRequired(settings, shapes, path);
  checkSources(settings['identitySource'], [...path, 'identitySource']);
  checkAnswerForm(settings, target, path);
  if (settings['payload'] === undefined || isHttpApi(target)) return;
  const reason = `Only HTTP APIs have a choice of payload formats, and the target is \`${target}\`.`;
  throw new GatewayError('unsupported-option', [...path, 'payload'], reason, 'Remove `payload`.');
}

/** documented: only an authorizer of an HTTP API with payload 2.0 has a choice of the answer's form. */
function checkAnswerForm(settings: Readonly<Record<string, unknown>>, target: Target, path: Path): void {
  const payload = settings['payload'] ?? (target === 'http-2.0' ? '2.0' : '1.0');
  if (settings['enableSimpleResponses'] === undefined || (isHttpApi(target) && payload === '2.0')) return;
  const reason = 'Only an authorizer of an HTTP API with payload 2.0 may return `isAuthorized`.';
  const fix = 'Remove `enableSimpleResponses`, and return a policy.';
  throw new GatewayError('unsupported-option', [...path, 'enableSimpleResponses'], reason, fix);
}

function unknownKind(settings: object, target: Target, path: Path, fix: string): GatewayError {
  const other = Object.values(KINDS)
    .flat()
    .find((known) => known in settings);
  if (other !== undefined) {
    return new GatewayError('unsupported-option', path, `The target \`${target}\` has no \`${other}\` authorizer.`, fix);
  }
  const keys = Object.keys(settings);
  const meant = keys.map((key) => closestName(key, KINDS[target])).find((name) => name !== undefined);
  const must = `an object with one of the keys ${KINDS[target].join(', ')}`;
  const got = keys.length === 0 ? 'an empty object' : `an object with ${keys.join(', ')}`;
  const reason = `\`${formatPath(path)}\` must be ${must}; got ${got}.`;
  return new GatewayError('invalid-option', path, reason, meant === undefined ? fix : `Did you mean \`${meant}\`?`);
}

function isCalling(kind: FixedKind | CallingKind): kind is CallingKind {
  return Object.hasOwn(AUTHORIZER_SHAPES, kind);
}

function checkSources(sources: unknown, path: Path): void {
  if (!Array.isArray(sources)) return;
  const at = sources.findIndex((source) => !isIdentitySource(source));
  if (at < 0) return;
  const fix = "Pass sources such as '$request.header.Authorization' or 'method.request.querystring.token'.";
  throw invalidOption([...path, at], 'an identity source', sources[at], fix);
}
