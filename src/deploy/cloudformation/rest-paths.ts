import { logicalIdIn } from '../functions/function-uri.js';
import { asValue } from '../intrinsics/call.js';
import { textOf } from '../intrinsics/text.js';
import type { KeyRules } from '../reading/keys.js';
import { type Place, unsupported } from '../reading/place.js';
import { type Reading, readProperties, resourcesOfType } from '../template/reading.js';
import { readText } from '../template/values.js';

const RESOURCE = { ParentId: 'read', PathPart: 'read', RestApiId: 'read' } as const satisfies KeyRules;

/** `${Api.RootResourceId}` */
const ROOT = /\.RootResourceId\}$/;

/** The most segments that a path can have here. */
const LONGEST = 200;

/** One segment of a path. */
interface Segment {
  readonly part: string;
  /** The id of the resource above, in a placeholder. */
  readonly parent: string;
  readonly place: Place;
}

/** Returns a function that returns the path of a resource id. */
export function readRestPaths(reading: Reading): (resourceId: unknown, place: Place) => string {
  const segments = new Map(
    resourcesOfType(reading, 'AWS::ApiGateway::Resource').map((resource) => {
      const { keys, place, read } = readProperties(resource, RESOURCE);
      return [resource.id, { part: read('PathPart', readText) ?? '', parent: textIn(keys.ParentId), place } satisfies Segment];
    }),
  );
  return (resourceId, place) => pathOf(textIn(resourceId), segments, place);
}

function textIn(value: unknown): string {
  const known = asValue(value);
  return known === undefined ? '' : textOf(known);
}

/** Follows the resource ids up to the root. */
function pathOf(resourceId: string, segments: ReadonlyMap<string, Segment>, place: Place): string {
  const parts: string[] = [];
  let id = resourceId;
  let at = place;
  while (!ROOT.test(id)) {
    const segment = segments.get(logicalIdIn(id) ?? '');
    if (segment === undefined || parts.length >= LONGEST) {
      const why = segment === undefined ? `The resource \`${id}\` isn't in this file` : 'The resources refer to each other in a circle';
      unsupported(at, `${why}, so the path above is not known. It counts as \`/\`.`);
      break;
    }
    parts.push(segment.part);
    ({ parent: id, place: at } = segment);
  }
  return `/${parts.reverse().join('/')}`;
}
