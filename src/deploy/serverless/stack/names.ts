import { isObject } from '../../../http/is-object.js';
import type { DeployedApi, DeployedAuthorizer, DeployedRoute, Deployment } from '../../deployment.js';
import type { Service } from '../service/service.js';
import { functionId } from './naming.js';
import type { Stack } from './stack.js';

/** Gives functions and authorizers the names that they have in `serverless.yml`, instead of those of their resources. */
export function withServiceNames(deployment: Deployment, { functions }: Service, stack: Stack): Deployment {
  const functionNames = new Map(functions.map(({ name }) => [functionId(name), name]));
  const nameOf = (id: string): string => functionNames.get(id) ?? id;
  return {
    ...deployment,
    functions: Object.fromEntries(Object.entries(deployment.functions).map(([id, fn]) => [nameOf(id), fn])),
    apis: deployment.apis.map((api) => renameInApi(api, nameOf, stack)),
  };
}

function renameInApi(api: DeployedApi, nameOf: (id: string) => string, stack: Stack): DeployedApi {
  const names = authorizerNames(api, stack);
  const routes = api.routes.map((route) => renameInRoute(route, nameOf, names));
  if (api.authorizers === undefined) return { ...api, routes };
  return { ...api, routes, authorizers: api.authorizers.map((authorizer) => renameAuthorizer(authorizer, nameOf, names)) };
}

/** The names of authorizers by the id of their resource, unless two have the same name. */
function authorizerNames({ authorizers = [] }: DeployedApi, { resources, origins }: Stack): ReadonlyMap<string, string> {
  const names = authorizers.flatMap(({ name: id }) => {
    const properties = resources.get(id)?.['Properties'];
    const name = isObject(properties) && origins.get(id)?.isWritten === false ? properties['Name'] : undefined;
    return typeof name === 'string' ? [[id, name] as const] : [];
  });
  return new Set(names.map(([, name]) => name)).size < names.length ? new Map() : new Map(names);
}

function renameInRoute(route: DeployedRoute, nameOf: (id: string) => string, names: ReadonlyMap<string, string>): DeployedRoute {
  const { authorizer, function: id } = route;
  return {
    ...route,
    ...(typeof id === 'string' ? { function: nameOf(id) } : {}),
    ...(authorizer === undefined ? {} : { authorizer: names.get(authorizer) ?? authorizer }),
  };
}

function renameAuthorizer(
  authorizer: DeployedAuthorizer,
  nameOf: (id: string) => string,
  names: ReadonlyMap<string, string>,
): DeployedAuthorizer {
  const { name, function: id } = authorizer;
  return { ...authorizer, name: names.get(name) ?? name, ...(id === undefined ? {} : { function: nameOf(id) }) };
}
