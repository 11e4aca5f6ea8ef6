import { readDeployment } from '../../src/deploy/formats.js';
import type { DeployedApi, DeployedRoute, Deployment, ReadTemplateOptions } from '../../src/deploy/index.js';

const files = { readFile: () => undefined, listFiles: () => [] };

/** Reads a template whose resources are given. */
export function readResources(resources: object, options: ReadTemplateOptions = {}, sections: object = {}): Deployment {
  return readText(JSON.stringify({ ...sections, Resources: resources }), options);
}

/** Reads the text of a template. Files beside it are given by name. */
export function readText(text: string, options: ReadTemplateOptions = {}, beside: Readonly<Record<string, string>> = {}): Deployment {
  const folder = { ...files, readFile: (path: string) => beside[path.replace(/^\.\//, '')], listFiles: () => Object.keys(beside) };
  return readDeployment(text, 'template.yaml', options, folder);
}

/** Returns the only API of a deployment. */
export function onlyApi({ apis }: Deployment): DeployedApi {
  const [api, another] = apis;
  if (api === undefined || another !== undefined) throw new Error(`The deployment has ${apis.length} APIs.`);
  return api;
}

/** Returns a route of the only API. */
export function routeOf(deployment: Deployment, key: string): DeployedRoute {
  const route = onlyApi(deployment).routes.find((candidate) => candidate.key === key);
  if (route === undefined) throw new Error(`No route ${key}.`);
  return route;
}

/** Lists findings as `where: what`. */
export function say(findings: Deployment['unsupported']): string[] {
  return findings.map(({ where, what }) => `${where}: ${what}`);
}
