import { type ApiDraft, type ApiKind, createDraft } from '../apis/draft.js';
import type { FunctionTable } from '../functions/function-table.js';
import { referenceOf } from '../functions/function-uri.js';
import { asValue } from '../intrinsics/call.js';
import { textOf } from '../intrinsics/text.js';
import type { ReadContext } from '../read-context.js';
import type { KeyRules } from '../reading/keys.js';
import { at, optional, type Place } from '../reading/place.js';
import type { Template } from './open-template.js';
import { type Fields, readFields } from './properties.js';
import type { Resource } from './resource.js';

/** What the readers of a template share. Each adds to `apis` and `functions`. */
export interface Reading {
  readonly resources: ReadonlyMap<string, Resource>;
  readonly template: Template;
  readonly functions: FunctionTable;
  /** The APIs by id, in the order of the file. */
  readonly apis: Map<string, ApiDraft>;
  /** The names of stages, by the id of their resource. */
  readonly stageNames: Map<string, string>;
  readonly context: ReadContext;
}

/** Lists the resources of a type. */
export function resourcesOfType({ resources }: Reading, type: string): readonly Resource[] {
  return [...resources.values()].filter((resource) => resource.type === type);
}

/** Reads the properties of a resource by a table, and reports the others. */
export function readProperties<Rules extends KeyRules>(resource: Resource, rules: Rules): Fields<Rules> {
  return readFields(resource.properties() ?? {}, rules, at(resource.place, 'Properties'));
}

/** Returns the API that a property refers to. An API of another stack is added when it is first met. */
export function findApi(reading: Reading, value: unknown, kind: ApiKind, place: Place): ApiDraft {
  const reference = asValue(value);
  const id = referenceOf(reference) ?? textOf(reference ?? '');
  const known = reading.apis.get(id);
  if (known !== undefined) return known;
  optional(place, `The API \`${id}\` belongs to another stack, so its stage, authorizers and CORS settings are not known.`);
  const imported = createDraft(kind, id, id, place, { imported: true });
  reading.apis.set(id, imported);
  return imported;
}

/** Returns the name of the stage that a property names or refers to. `null`: it is not in the file. */
export function findStage({ stageNames }: Reading, value: unknown): string | null {
  const reference = asValue(value);
  const id = referenceOf(reference);
  if (id !== undefined) return stageNames.get(id) ?? null;
  return typeof reference === 'string' ? reference : null;
}
