import { isObject } from '../../../http/is-object.js';
import { readEntries, readKeys } from '../../reading/keys.js';
import { at, type Place } from '../../reading/place.js';
import type { Service } from '../service/service.js';
import { REST_API, restResourceId } from './naming.js';
import { restApiId } from './rest-api.js';
import { addResource, type Stack } from './stack.js';

/** Returns the resource of a path, and adds it with those above it. `users/{id}` is below `users`. */
export type ResourceOf = (path: string, place: Place) => unknown;

/** Creates the table of a service's paths. */
export function createPaths(service: Service, stack: Stack): ResourceOf {
  const known = new Map<string, unknown>([['', rootOf(service)]]);
  const ids = new Set<string>();
  return (path, place) => {
    const parts = path.split('/').filter((part) => part !== '');
    let parent: unknown = known.get('');
    for (const [index, part] of parts.entries()) {
      const sub = parts.slice(0, index + 1).join('/');
      const resource = known.get(sub) ?? { Ref: freeId(restResourceId(sub), ids) };
      if (!known.has(sub)) {
        addResource(
          stack,
          idOf(resource),
          'AWS::ApiGateway::Resource',
          { ParentId: parent, PathPart: part, RestApiId: restApiId(service) },
          place,
        );
      }
      known.set(sub, resource);
      parent = resource;
    }
    return parent;
  };
}

/** Two paths can have the same name without their special characters. */
function freeId(id: string, ids: Set<string>): string {
  let free = id;
  for (let count = 2; ids.has(free); count += 1) free = `${id}${count}`;
  ids.add(free);
  return free;
}

function idOf(resource: unknown): string {
  return isObject(resource) ? String(resource['Ref']) : '';
}

/** An API of another stack has a root too: the paths of its `restApiResources` are known by name. */
function rootOf({ apiGateway, place }: Service): unknown {
  reportImported(apiGateway.restApiResources, at(place, 'provider', 'apiGateway', 'restApiResources'));
  if (apiGateway.restApiId === undefined) return { 'Fn::GetAtt': [REST_API, 'RootResourceId'] };
  return { $unresolved: `\${restApiId.RootResourceId}` };
}

const IMPORTED = { path: 'ignore', resourceId: 'ignore' } as const;

/** `restApiResources` is an object of ids by path, or an array of both. Here, every path starts at the root. */
function reportImported(value: unknown, place: Place): void {
  if (!Array.isArray(value)) readEntries(value, place);
  else for (const [index, item] of value.entries()) readKeys(item, IMPORTED, at(place, index));
}
