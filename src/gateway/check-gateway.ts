import { TARGETS, type Target } from '../aws/target.js';
import { describeValue } from '../http/describe-value.js';
import { isObject } from '../http/is-object.js';
import { checkAuthorizer } from './check-authorizer.js';
import { checkShapes, invalidOption, type Shapes } from './check-shape.js';
import { GatewayError } from './error.js';
import type { Gateway } from './gateway.js';
import { ENDPOINT_SHAPES, SETTING_SHAPES } from './setting-shapes.js';

/**
 * Checks the settings of a gateway: the target exists, and every setting has the right type. The compiler does the same for TypeScript.
 *
 * @throws GatewayError `unknown-target`, `invalid-option`, `missing-option`, or `unknown-option` for a key inside a setting.
 */
export function checkGateway(gateway: Gateway): void {
  checkSettings(gateway, SETTING_SHAPES);
  if (gateway.authorizer !== undefined) checkAuthorizer(gateway.authorizer, gateway.target);
}

/**
 * Checks only the settings that determine the gateway's URL. This is less code, for functions that read no other settings.
 *
 * @throws GatewayError as {@link checkGateway} does.
 */
export function checkEndpoint(gateway: Gateway): void {
  checkSettings(gateway, ENDPOINT_SHAPES);
}

function checkSettings(gateway: Gateway, shapes: Shapes): void {
  if (!isObject(gateway)) throw invalidOption(['gateway'], 'an object', gateway, "Pass settings such as { target: 'rest' }.");
  checkTarget(gateway.target);
  checkShapes(gateway, shapes, []);
  if (gateway.target === 'rest' && gateway.stage === '$default') throw noDefaultStage(gateway.stage);
}

/** documented: a stage of a REST API has no `$` in its name. */
function noDefaultStage(stage: string): GatewayError {
  const fix = "Pass a stage name such as 'prod'. A REST API has no stage `$default`.";
  return invalidOption(['stage'], 'at most 128 letters, digits, - and _', stage, fix);
}

/**
 * Checks that a target exists.
 *
 * @throws GatewayError `unknown-target`.
 */
export function checkTarget(target: unknown): asserts target is Target {
  if ((TARGETS as readonly unknown[]).includes(target)) return;
  const meant = typeof target === 'string' ? MEANT.get(target.toLowerCase()) : undefined;
  const reason = target === undefined ? '`target` is missing.' : `Unknown target ${describeValue(target)}.`;
  const fix = meant === undefined ? `Use one of ${TARGETS.join(', ')}.` : `Did you mean \`${meant}\`?`;
  throw new GatewayError('unknown-target', ['target'], reason, fix);
}

/** Other names of targets that people know. There are only five targets, so an error about a typo lists them all. */
const MEANT: ReadonlyMap<string, Target> = /* @__PURE__ */ new Map([
  ['restapi', 'rest'],
  ['rest-api', 'rest'],
  ['apigateway', 'rest'],
  ['v1', 'rest'],
  ['1.0', 'http-1.0'],
  ['http', 'http-2.0'],
  ['httpapi', 'http-2.0'],
  ['http-api', 'http-2.0'],
  ['apigatewayv2', 'http-2.0'],
  ['v2', 'http-2.0'],
  ['2.0', 'http-2.0'],
  ['ws', 'websocket'],
  ['url', 'function-url'],
  ['lambda-url', 'function-url'],
  ['lambda', 'function-url'],
]);
