import { isHttpApi } from '../aws/target.js';
import { basePathOf, keepsBasePath } from './custom-domain.js';
import type { Gateway } from './gateway.js';
import { isConsoleTest, stageOf } from './settings.js';

/** Returns the part of a client's URL in front of the path that routes match: the base path, the stage, both, or nothing. */
export function urlPrefixOf(gateway: Gateway): string {
  const { target, customDomain } = gateway;
  // recorded [furl-get-no-body, rest-console-test-invoke]: function URLs and console tests have neither stage nor base path in the path.
  if (target === 'function-url' || isConsoleTest(gateway)) return '';
  const stage = stageOf(gateway);
  if (customDomain === undefined) return stage === '$default' && isHttpApi(target) ? '' : `/${stage}`;
  const name = keepsBasePath(target, customDomain) ? '' : basePathOf(customDomain);
  const basePath = name === '' ? '' : `/${name}`;
  return target === 'rest' && customDomain.stageInPath === true ? `${basePath}/${stage}` : basePath;
}
