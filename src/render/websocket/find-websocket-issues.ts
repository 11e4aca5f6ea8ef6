import type { Gateway } from '../../gateway/gateway.js';
import { WEBSOCKET_SENTENCES } from '../issues/websocket-sentences.js';
import type { Findings } from '../rendering.js';
import { findHandshakeIssues } from './handshake.js';
import { findMessageIssues } from './render-message.js';

/**
 * Returns only the issues that `renderHandshake` or `renderMessage` would return, by the route in the settings.
 *
 * @throws as they do.
 */
export function findWebsocketIssues(result: unknown, gateway: Gateway<'websocket'>): Findings {
  const { issues, explanations } = gateway.route === '$connect' ? findHandshakeIssues(result, gateway) : findMessageIssues(result, gateway);
  return { issues, explanations: [...explanations, WEBSOCKET_SENTENCES] };
}
