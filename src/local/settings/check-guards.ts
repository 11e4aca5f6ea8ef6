import { checkNames, invalidOption, type Path, type Shapes } from '../../gateway/check-shape.js';

/**
 * Settings that guard access. Everywhere else, `undefined` means the default; here the default lets more requests pass, so a setting that
 * is present must have a value.
 */
const GUARDS: readonly string[] = [
  'authorizers',
  'authorizer',
  'refuse',
  'apiKeys',
  'apiKeyRequired',
  'apiKeySource',
  'scopes',
  'header',
  'validation',
  'identitySource',
  'payload',
  'enableSimpleResponses',
  'tenantId',
  'ttl',
];

/**
 * Looks for unknown names, and for guards without a value.
 *
 * @param shapes the known settings, by name.
 * @throws GatewayError `unknown-option` or `invalid-option`.
 */
export function checkGuards(settings: object, shapes: Shapes, path: Path): void {
  checkNames(settings, Object.keys(shapes), path);
  const empty = GUARDS.find((name) => Object.hasOwn(settings, name) && Reflect.get(settings, name) === undefined);
  if (empty === undefined) return;
  throw invalidOption([...path, empty], 'set, because it guards access', undefined, 'Pass a value, or leave the name out.');
}
