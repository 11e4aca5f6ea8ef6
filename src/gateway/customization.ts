import type { Gateway } from './gateway.js';
import { CUSTOMIZATION } from './gateway-responses.js';
import { type SettingCode, settingCode } from './setting-code.js';

/** The code that gateway responses need. */
export interface Customization {
  /** Throws a GatewayResponseError for responses that AWS would reject. */
  readonly check: (gateway: Gateway) => void;
  /** A function of the renderer, which finds the response that replaces the gateway's own. */
  readonly answer: object;
  /** The sentences of issues that only gateway responses have. */
  readonly sentences: object;
}

/** Where the code for gateway responses is found. */
export const customization: SettingCode<Customization> = settingCode('gatewayResponses', CUSTOMIZATION, 'customizeResponses');

/**
 * Returns the code for the gateway responses in the settings; `undefined` without any. Other targets than REST have none, and ignore the
 * setting.
 *
 * @throws GatewayError `invalid-option` for a value that is no object, and for a plain object in a bundle without `customizeResponses`.
 */
export function customizationOf({ target, gatewayResponses }: Gateway): Customization | undefined {
  return target === 'rest' && gatewayResponses !== undefined ? customization.find(gatewayResponses) : undefined;
}
