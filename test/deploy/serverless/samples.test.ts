import { readdirSync } from 'node:fs';
import { type DeployedApi, type DeployedFunction, type DeployedRoute, type Deployment, readTemplate } from 'apigw-proxy/deploy';
import { describe, expect, test } from 'vitest';
import { functionId } from '../../../src/deploy/serverless/stack/naming.js';

// Each sample has the stack that osls 4.3.1, the maintained fork of Serverless 3, makes of it: a reader of the file must conclude the same.

const FOLDER = 'test/deploy/serverless/samples';

/** Paths of an imported API that osls gives by the ids of its resources only. */
const IDS_ONLY: ReadonlySet<string> = new Set(['imported-apis']);

/** The regions of samples that name one. A stack doesn't have it. */
const REGIONS: Readonly<Record<string, string>> = { 'variables-and-lists': 'eu-central-1' };

describe('readTemplate of a serverless.yml', () => {
  test.each(readdirSync(FOLDER).filter((name) => !IDS_ONLY.has(name)))('concludes from %s what its stack says', (name) => {
    const own = readTemplate(`${FOLDER}/${name}/serverless.yml`);
    const stack = readTemplate(`${FOLDER}/${name}/stack.json`, { region: REGIONS[name] ?? 'us-east-1' });
    expect(comparable(own, functionId)).toEqual(comparable(stack, (id) => id));
  });

  test('starts the paths of an imported API at its root', () => {
    const { apis } = readTemplate(`${FOLDER}/imported-apis/serverless.yml`);
    expect(apis.map(({ id, imported, routes }) => ({ id, imported, keys: routes.map(({ key }) => key) }))).toEqual([
      { id: 'abc123', imported: true, keys: ['GET /users', 'PUT /users/{id}/x'] },
      { id: 'ws99', imported: true, keys: ['$default'] },
      { id: 'http77', imported: true, keys: ['GET /y', 'GET /z', 'GET /z2'] },
    ]);
  });
});

/** What both must say, with the ids of resources as names. */
function comparable({ apis, functions }: Deployment, idOf: (name: string) => string): object {
  return {
    apis: Object.fromEntries(apis.map((api) => [api.id, comparableApi(api, idOf)])),
    functions: Object.fromEntries(Object.entries(functions).map(([name, fn]) => [idOf(name), comparableFunction(fn)])),
  };
}

function comparableApi({ routes, authorizers = [], ...api }: DeployedApi, idOf: (name: string) => string): object {
  const authorizerOf = ({ authorizer }: DeployedRoute): unknown => {
    const { name: _, function: fn, ...found } = authorizers.find(({ name }) => name === authorizer) ?? { name: '' };
    return authorizer === 'AWS_IAM' || authorizer === undefined ? authorizer : { ...found, function: fn && idOf(fn) };
  };
  return {
    ...api,
    routes: Object.fromEntries(
      routes.map((route) => {
        const { function: fn, details = {}, ...rest } = route;
        return [route.key, { ...rest, function: fn && idOf(fn), authorizer: authorizerOf(route), details: comparableDetails(details) }];
      }),
    ),
  };
}

/** The templates of the framework are written in other words here. The method by which Lambda is called is not of interest. */
function comparableDetails({ httpMethod: _, ...details }: NonNullable<DeployedRoute['details']>): object {
  return JSON.parse(
    JSON.stringify(details, (_, value) => (typeof value === 'string' && /foreach|#if|the template/.test(value) ? 'a template' : value)),
  );
}

function comparableFunction({ logicalId, handler, runtime, timeout, environment }: DeployedFunction): object {
  return { logicalId, handler, runtime, timeout, environment };
}
