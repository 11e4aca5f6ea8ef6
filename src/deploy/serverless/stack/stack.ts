import type { Place } from '../../reading/place.js';
import { mergeValues } from '../service/merge.js';

/** The CloudFormation template that Serverless makes of a service, as far as it has to do with APIs. */
export interface Stack {
  readonly resources: Map<string, Resource>;
  /** Where each resource comes from. */
  readonly origins: Map<string, Origin>;
}

/** A resource of the template. */
export type Resource = Readonly<Record<string, unknown>>;

/** Where a resource comes from. */
export interface Origin {
  readonly path: readonly string[];
  /** The file has the resource itself, so its properties are there too. */
  readonly isWritten: boolean;
}

/** Creates a template without resources. */
export function createStack(): Stack {
  return { resources: new Map(), origins: new Map() };
}

/** Adds a resource. Properties that are `undefined` count as absent. */
export function addResource(stack: Stack, id: string, type: string, properties: Resource, place: Place): void {
  stack.resources.set(id, { Type: type, Properties: withoutUndefined(properties) });
  if (!stack.origins.has(id)) stack.origins.set(id, { path: place.path, isWritten: false });
}

/** Merges a resource of the file into one that Serverless made, or adds it. */
export function mergeResource(stack: Stack, id: string, written: unknown, path: readonly string[]): void {
  const merged = mergeValues(stack.resources.get(id), written);
  stack.resources.set(id, merged as Resource); // the reader of CloudFormation reports what is no object
  if (!stack.origins.has(id)) stack.origins.set(id, { path, isWritten: true });
}

function withoutUndefined(properties: Resource): Resource {
  return Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== undefined));
}
