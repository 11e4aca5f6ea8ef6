import type { Fields } from '../request/fields.js';
import { type HeaderLayout, type HeaderSituation, layOutHeaders } from './header-layout.js';
import type { HeaderRules } from './header-rules.js';

/** A layout, and what it was found for. */
interface KnownLayout extends HeaderSituation {
  readonly sent: readonly string[];
  readonly layout: HeaderLayout;
  /** An object with the names of the layout; `undefined` until the layout is used again. See {@link exampleOf}. */
  example: object | undefined;
}

/** How many layouts are kept for each kind of event. */
const MOST = 64;
/** Names that are longer in total are not kept, in UTF-16 units. Clients choose the names, so there is a limit. */
const LONGEST = 1000;

/** The layouts of one kind of event, by the hash of their names. */
interface LayoutTable {
  readonly byHash: Map<number, KnownLayout>;
  /** The layout that was used last. */
  last: KnownLayout | undefined;
}

/**
 * Returns where the headers of an event come from, see {@link layOutHeaders}. Programs send the same few lists of names again and again, so the
 * latest layouts are kept.
 */
export function layoutFor(fields: Fields, situation: HeaderSituation): HeaderLayout {
  const table = tableOf(situation.rules);
  if (table.last !== undefined && isFor(table.last, fields, situation)) return useAgain(table.last);
  const hash = hashOf(fields.names);
  if (hash === undefined) return layOutHeaders(fields, situation);
  const known = table.byHash.get(hash);
  if (known !== undefined && isFor(known, fields, situation)) {
    table.last = known;
    return useAgain(known);
  }
  const found: KnownLayout = { ...situation, sent: fields.names.slice(), layout: layOutHeaders(fields, situation), example: undefined };
  if (table.byHash.size >= MOST) table.byHash.clear();
  table.byHash.set(hash, found);
  table.last = found;
  return found.layout;
}

function useAgain(known: KnownLayout): HeaderLayout {
  known.example ??= exampleOf(known.layout);
  return known.layout;
}

const TABLES = /* @__PURE__ */ new Map<HeaderRules, LayoutTable>();

function tableOf(rules: HeaderRules): LayoutTable {
  const known = TABLES.get(rules);
  if (known !== undefined) return known;
  const table: LayoutTable = { byHash: new Map(), last: undefined };
  TABLES.set(rules, table);
  return table;
}

/** Returns a number for a list of names, or `undefined` if they are too long. Different lists can have the same number. */
function hashOf(names: readonly string[]): number | undefined {
  let length = 0;
  let hash = 0;
  for (let place = 0; place < names.length; place += 1) {
    const name = names[place] ?? '';
    length += name.length;
    hash = (hash * 31 + name.length + 7 * name.charCodeAt(name.length - 1) + 5 * name.charCodeAt(name.length >> 1)) & 0x3fffffff;
  }
  return length > LONGEST ? undefined : hash;
}

function isFor({ sent, isEdge, isHttp2 }: KnownLayout, { names }: Fields, situation: HeaderSituation): boolean {
  if (sent.length !== names.length || isEdge !== situation.isEdge || isHttp2 !== situation.isHttp2) return false;
  for (let place = 0; place < sent.length; place += 1) if (sent[place] !== names[place]) return false;
  return true;
}

/**
 * Returns an object with the names of a layout. As long as it exists, V8 knows an object with these names in this order. Without it, V8 makes an
 * object that gets more than 16 names one by one a slow one.
 */
function exampleOf({ names }: HeaderLayout): object {
  return Object.fromEntries(names.map((name) => [name, '']));
}
