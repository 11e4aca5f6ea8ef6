import { isObject } from '../../../http/is-object.js';
import { type KeyRules, readEntries, readKeys } from '../../reading/keys.js';
import { at, type Place, unsupported } from '../../reading/place.js';
import { mergeValues } from '../service/merge.js';
import type { Service } from '../service/service.js';
import { mergeResource, type Resource, type Stack } from './stack.js';

const RESOURCES = {
  Resources: 'read',
  extensions: 'read',
  Conditions: 'read',
  Mappings: 'read',
  Parameters: 'read',
  Transform: 'read',
  AWSTemplateFormatVersion: 'ignore',
  Description: 'ignore',
  Metadata: 'ignore',
  Outputs: 'ignore',
  Rules: 'ignore',
} as const satisfies KeyRules;

/** What an extension can change. */
const EXTENSION = {
  Properties: 'read',
  Metadata: 'read',
  Condition: 'read',
  CreationPolicy: 'ignore',
  DeletionPolicy: 'ignore',
  DependsOn: 'ignore',
  UpdatePolicy: 'ignore',
  UpdateReplacePolicy: 'ignore',
} as const satisfies KeyRules;

/**
 * Adds the `resources` of a service, which can be an array of objects, and returns their other sections.
 *
 * Then come the `extensions` of what Serverless made: a property of an extension replaces the one that was there.
 */
export function addWrittenResources({ resources, place }: Service, stack: Stack): Resource {
  const parts = listParts(resources, at(place, 'resources'));
  for (const { keys, place: inside } of parts) {
    for (const [id, resource] of readEntries(keys.Resources, at(inside, 'Resources'))) {
      mergeResource(stack, id, resource, at(inside, 'Resources', id).path);
    }
  }
  for (const { keys, place: inside } of parts) {
    for (const [id, extension] of readEntries(keys.extensions, at(inside, 'extensions')))
      extend(stack, id, extension, at(inside, 'extensions', id));
  }
  return parts.reduce<Resource>((sections, { keys: { Resources: _, extensions: __, ...others } }) => joinSections(sections, others), {});
}

function listParts(value: unknown, place: Place) {
  const parts = Array.isArray(value) ? value.map((item, index) => ({ item, inside: at(place, index) })) : [{ item: value, inside: place }];
  return parts.map(({ item, inside }) => ({ keys: readKeys(item, RESOURCES, inside), place: inside }));
}

function joinSections(first: Resource, second: Resource): Resource {
  const merged = mergeValues(first, second);
  return isObject(merged) ? merged : {};
}

function extend(stack: Stack, id: string, extension: unknown, place: Place): void {
  const { Properties: properties, ...others } = readKeys(extension, EXTENSION, place);
  const resource = stack.resources.get(id);
  if (resource === undefined) {
    unsupported(place, `Serverless creates no API or function with the resource \`${id}\`.`);
    return;
  }
  const own = isObject(resource['Properties']) ? resource['Properties'] : {};
  const replaced = isObject(properties) ? { Properties: { ...own, ...properties } } : {};
  stack.resources.set(id, { ...resource, ...others, ...replaced });
}
