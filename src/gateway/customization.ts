import { isObject } from '../http/is-object.js';
import { invalidOption } from './check-shape.js';
import type { Gateway } from './gateway.js';
import { CUSTOMIZATION } from './gateway-responses.js';

/** The code that gateway responses need. It travels with them, so that a bundle without gateway responses doesn't have it. */
export interface Customization {
  /** Throws a GatewayResponseError for responses that AWS would reject. */
  readonly check: (gateway: Gateway) => void;
  /** A function of the renderer, which finds the response that replaces the gateway's own. */
  readonly answer: object;
}

/**
 * Returns the code for the gateway responses in the settings; `undefined` without any. Other targets than REST have none, and ignore the
 * setting.
 *
 * @throws GatewayError `invalid-option` for responses that `customizeResponses` didn't make.
 */
export function customizationOf({ target, gatewayResponses }: Gateway): Customization | undefined {
  if (target !== 'rest' || gatewayResponses === undefined) return undefined;
  const customization: unknown = isObject(gatewayResponses) ? Reflect.get(gatewayResponses, CUSTOMIZATION) : undefined;
  if (isCustomization(customization)) return customization;
  const must = 'the return value of `customizeResponses`';
  throw invalidOption(['gatewayResponses'], must, gatewayResponses, 'Pass `customizeResponses({ … })`.');
}

function isCustomization(value: unknown): value is Customization {
  return isObject(value) && typeof value['check'] === 'function' && typeof value['answer'] === 'function';
}
