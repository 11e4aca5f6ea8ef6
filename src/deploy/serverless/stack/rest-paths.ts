import { readEntries, readKeys } from '../../reading/keys.js';
import { at, type Place } from '../../reading/place.js';
import type { Service } from '../service/service.js';
import { createIds } from './ids.js';
import { REST_API, restResourceId } from './naming.js';
import { restApiId } from './rest-api.js';
import { addResource, type Stack } from './stack.js';

/** Returns the resource of a path, and adds it with those above it. `users/{id}` is below `users`. */
export type ResourceOf = (path: string, place: Place) => unknown;

/** Creates the table of a service's paths. */
export function createPaths(service: Service, stack: Stack): ResourceOf {
  const known = new Map<string, unknown>([['', rootOf(service)]]);
  const idOf = createIds();
  return (path, place) => {
    const parts = path.split('/').filter((part) => part !== '');
    let parent: unknown = known.get('');
    for (const [index, part] of parts.entries()) {
      const sub = parts.slice(0, index + 1).join('/');
      const id = idOf(restResourceId(sub), sub);
      if (id !== undefined) {
        const properties = { ParentId: parent, PathPart: part, RestApiId: restApiId(service) };
        addResource(stack, id, 'AWS::ApiGateway::Resource', properties, place);
        known.set(sub, { Ref: id });
      }
      parent = known.get(sub);
    }
    return parent;
  };
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
