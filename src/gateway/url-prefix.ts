import type { Gateway } from './gateway.js';
import { endpointOf } from './settings.js';

/** What a client's URL has in front of the path that routes match: base path and stage, as target and domain demand; perhaps nothing. */
export function urlPrefixOf(gateway: Gateway): string {
  const { target, customDomain, testInvoke } = gateway;
  const { stage } = endpointOf(gateway);
  const basePath = customDomain?.basePath && customDomain.basePath !== '(none)' ? `/${customDomain.basePath}` : '';
  const isStageInUrl =
    customDomain === undefined ? !testInvoke && stage !== '$default' : target === 'rest' && customDomain.stageInPath === true;
  return isStageInUrl ? `${basePath}/${stage}` : basePath;
}
