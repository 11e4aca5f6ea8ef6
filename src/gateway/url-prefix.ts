import { isHttpApi } from '../aws/target.js';
import { basePathOf } from './custom-domain.js';
import type { Gateway } from './gateway.js';
import { endpointOf, isConsoleTest } from './settings.js';

/** What a client's URL has in front of the path that routes match: base path and stage, as target and domain demand; perhaps nothing. */
export function urlPrefixOf(gateway: Gateway): string {
  const { target, customDomain } = gateway;
  // recorded: neither a function URL nor a console test knows of stages and domains.
  if (target === 'function-url' || isConsoleTest(gateway)) return '';
  const { stage } = endpointOf(gateway);
  if (customDomain === undefined) return stage === '$default' && isHttpApi(target) ? '' : `/${stage}`;
  const name = basePathOf(customDomain);
  const basePath = name === '' ? '' : `/${name}`;
  return target === 'rest' && customDomain.stageInPath === true ? `${basePath}/${stage}` : basePath;
}
