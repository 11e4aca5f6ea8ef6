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

/** The most segments and the most characters that a path can have here. */
const LONGEST = { segments: 200, characters: 8192 };

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
  const known = new Map<string, string>();
  return (resourceId, place) => findPath(textIn(resourceId), segments, known, place);
}

function textIn(value: unknown): string {
  const known = asValue(value);
  return known === undefined ? '' : textOf(known);
}

/** Follows the resource ids up to the root, or to one whose path is known. */
function findPath(resourceId: string, segments: ReadonlyMap<string, Segment>, known: Map<string, string>, place: Place): string {
  const below: (readonly [id: string, part: string])[] = [];
  let id = resourceId;
  let at = place;
  while (!ROOT.test(id) && !known.has(id)) {
    const segment = segments.get(logicalIdIn(id) ?? '');
    if (segment === undefined || below.length >= LONGEST.segments) {
      reportUnknown(at, segment === undefined ? `The resource \`${id}\` isn't in this file` : TOO_LONG);
      break;
    }
    below.push([id, segment.part]);
    ({ parent: id, place: at } = segment);
  }
  let path = known.get(id) ?? '';
  if (path.length > LONGEST.characters) {
    reportUnknown(at, TOO_LONG);
    path = '';
  }
  for (const [under, part] of below.toReversed()) {
    path = `${path}/${part}`;
    known.set(under, path);
  }
  return path === '' ? '/' : path;
}

const TOO_LONG = 'The path is too long, or its resources form a cycle';

function reportUnknown(place: Place, why: string): void {
  unsupported(place, `${why}, so its parent path is unknown and counts as \`/\`.`);
}
