import type { Fields } from '../request/fields.js';
import { type HeaderLayout, type HeaderSituation, layOutHeaders } from './header-layout.js';
import type { HeaderRules } from './header-rules.js';

/** A layout, and what it was found for. */
interface KnownLayout extends HeaderSituation {
  readonly keys: Fields['keys'];
  readonly layout: HeaderLayout;
  /** An object with the names of the layout; `undefined` until the layout is used again. See {@link exampleOf}. */
  example: object | undefined;
}

/** The layouts of one kind of event. */
interface LayoutTable {
  /** By the keys of the client's headers. The latest lists of keys are kept, and their layouts as long as them. */
  readonly byKeys: WeakMap<Fields['keys'], KnownLayout>;
  /** The layout that was used last. */
  last: KnownLayout | undefined;
}

/** Returns where the headers of an event come from, see {@link layOutHeaders}. It remembers the layouts of the latest lists of names. */
export function layoutFor(fields: Fields, situation: HeaderSituation): HeaderLayout {
  const table = tableOf(situation.rules);
  if (isFor(table.last, fields, situation)) return useAgain(table.last);
  const known = table.byKeys.get(fields.keys);
  if (isFor(known, fields, situation)) {
    table.last = known;
    return useAgain(known);
  }
  const found: KnownLayout = { ...situation, keys: fields.keys, layout: layOutHeaders(fields, situation), example: undefined };
  table.byKeys.set(fields.keys, found);
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
  const table: LayoutTable = { byKeys: new WeakMap(), last: undefined };
  TABLES.set(rules, table);
  return table;
}

function isFor(known: KnownLayout | undefined, { keys }: Fields, { isEdge, isHttp2 }: HeaderSituation): known is KnownLayout {
  return known !== undefined && known.keys === keys && known.isEdge === isEdge && known.isHttp2 === isHttp2;
}

/**
 * Returns an object with the names of a layout. As long as it exists, V8 knows an object with these names in this order. Without it, V8 makes an
 * object that gets more than 16 names one by one a slow one.
 */
function exampleOf({ names }: HeaderLayout): object {
  return Object.fromEntries(names.map((name) => [name, name]));
}
