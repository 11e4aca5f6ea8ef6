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

/** The code of the renderer, once its module is loaded. A bundler removes the module if nothing imports `customizeResponses`. */
let loaded: Customization | undefined;

/** Keeps the code for gateway responses that are a plain object. */
export function keepCustomization(customization: Customization): Customization {
  loaded = customization;
  return customization;
}

/**
 * Returns the code for the gateway responses in the settings; `undefined` without any. Other targets than REST have none, and ignore the
 * setting.
 *
 * @throws GatewayError `invalid-option` for a value that is no object, and for a plain object in a bundle without `customizeResponses`.
 */
export function customizationOf({ target, gatewayResponses }: Gateway): Customization | undefined {
  if (target !== 'rest' || gatewayResponses === undefined) return undefined;
  if (!isObject(gatewayResponses)) throw invalidOption(['gatewayResponses'], 'an object', gatewayResponses, FIX);
  const customization: unknown = Reflect.get(gatewayResponses, CUSTOMIZATION);
  const code = isCustomization(customization) ? customization : loaded;
  if (code === undefined) throw invalidOption(['gatewayResponses'], 'the return value of `customizeResponses`', gatewayResponses, FIX);
  return code;
}

const FIX = 'Pass `customizeResponses({ … })`.';

function isCustomization(value: unknown): value is Customization {
  return isObject(value) && typeof value['check'] === 'function' && typeof value['answer'] === 'function';
}
