import { knownName } from '../../http/known-name.js';
import { titleCase } from '../../http/title-case.js';
import type { Fields } from '../request/fields.js';
import { GATEWAY_HEADERS, type GatewayHeader } from './gateway-headers.js';
import type { HeaderRules } from './header-rules.js';
import { sortedOrder } from './sorted-order.js';

/** Where the headers of an event come from. It depends on the names that the client sent, not on their values. */
export interface HeaderLayout {
  /** The names in the event, in order. */
  readonly names: readonly string[];
  /** For each name, the place of its value, or the places of its values, in the client's values followed by those of `added`. */
  readonly sources: readonly (number | readonly number[])[];
  /** The headers that the gateway adds. */
  readonly added: readonly GatewayHeader[];
}

/** What else determines the layout. */
export interface HeaderSituation {
  readonly rules: HeaderRules;
  readonly isEdge: boolean;
  readonly isHttp2: boolean;
}

/** Finds where the headers come from: drops headers of the client, adds those of the gateway, sorts them, and joins those of one name. */
export function layOutHeaders(sent: Fields, situation: HeaderSituation): HeaderLayout {
  const { rules, isEdge } = situation;
  const added = GATEWAY_HEADERS.filter((header) => header.isAdded(sent.keys, rules, isEdge));
  const keys: string[] = [];
  const names: string[] = [];
  const places: number[] = [];
  sent.keys.forEach((key, place) => {
    if (rules.dropped.has(key)) return;
    keys.push(key);
    names.push(spell(sent.names[place] ?? '', key, situation));
    places.push(place);
  });
  added.forEach((header, index) => {
    const { name, lower } = knownName(header.name);
    keys.push(lower);
    names.push(rules.spelling === 'lower-case' ? lower : name);
    places.push(sent.keys.length + index);
  });
  const joined = joinByKey(keys, names, places, sent.keys.length);
  return { ...(rules.order === 'bytes' ? sortByName(joined) : joined), added };
}

/** Names, and where their values are. */
type Sources = Pick<HeaderLayout, 'names' | 'sources'>;

/** Sorts headers by key, and joins those of one key. The gateway's header replaces the client's ones. */
function joinByKey(keys: readonly string[], names: readonly string[], places: readonly number[], ofClient: number): Sources {
  const joined: string[] = [];
  const sources: (number | number[])[] = [];
  let last: string | undefined;
  for (const index of sortedOrder(keys)) {
    const place = places[index] ?? 0;
    const isRepeated = keys[index] === last;
    last = keys[index];
    if (isRepeated && place < ofClient) {
      addPlace(sources, place);
      continue;
    }
    if (isRepeated) {
      joined.pop();
      sources.pop();
    }
    joined.push(names[index] ?? '');
    sources.push(place);
  }
  return { names: joined, sources };
}

function addPlace(sources: (number | number[])[], place: number): void {
  const before = sources[sources.length - 1] ?? [];
  if (typeof before === 'object') before.push(place);
  else sources[sources.length - 1] = [before, place];
}

function sortByName({ names, sources }: Sources): Sources {
  const order = sortedOrder(names);
  return { names: order.map((index) => names[index] ?? ''), sources: order.map((index) => sources[index] ?? []) };
}

/** Spells the name of a client's header as in the event. */
function spell(name: string, key: string, { rules, isEdge, isHttp2 }: HeaderSituation): string {
  if (rules.spelling === 'lower-case') return key;
  // recorded [rest-greedy-plain]: CloudFront capitalizes these two, however the client spelled them.
  if (isEdge && (key === 'authorization' || key === 'user-agent')) return titleCase(key);
  if (isHttp2) return rules.capitalised.has(key) ? titleCase(key) : key;
  return name;
}
