import { dirname } from 'node:path';
import { readTemplate } from '../../deploy/read-template.js';
import { UsageError } from '../usage-error.js';
import { authorizersOf } from './authorizers.js';
import { createDeployedApi } from './create-api.js';
import { openFunctions } from './open-functions.js';
import { deployedRoutes } from './routes.js';

/**
 * Serves what a template deploys while `use` runs. Its argument has the URL of each API by name.
 *
 * @throws {UsageError} if the template has something that can't be served.
 */
export async function withServedTemplate<T>(file: string, use: (urls: Readonly<Record<string, string>>) => Promise<T>): Promise<T> {
  const deployment = readTemplate(file);
  const [gap] = deployment.unsupported;
  if (gap !== undefined) throw new UsageError(`${file} can't be served: ${gap.where}: ${gap.what}`, 'Leave it out.');
  const functions = openFunctions(deployment, { folder: dirname(file), env: {}, runtime: undefined });
  const modules = [...functions.values()].flatMap((found) => ('served' in found ? [found.served.module] : []));
  const servers: { readonly name: string; readonly url: string; readonly close: () => Promise<void> }[] = [];
  try {
    for (const api of deployment.apis) {
      const { api: local } = createDeployedApi({
        api,
        routes: deployedRoutes(api, { functions, forwards: false }),
        authorizers: authorizersOf(api, functions, { replaced: new Map(), decodes: false, identity: undefined }),
        apiKeys: [],
        onExchange: () => {},
      });
      const { url, close } = await local.listen(0, { host: '127.0.0.1' });
      servers.push({ name: api.name, url, close });
    }
    return await use(Object.fromEntries(servers.map(({ name, url }) => [name, url])));
  } finally {
    await Promise.all([...servers.map(({ close }) => close()), ...modules.map((module) => module.close())]);
  }
}
