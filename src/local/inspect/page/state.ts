import type { Target } from '../../../aws/target.js';
import type { ExchangeSummary, InspectedApi, PostedMessage } from '../view.js';
import { createFilter } from './filter.js';
import { type Row, rowsOf, rowWith } from './rows.js';

/** What the page shows. Each change makes a new state. */
export interface State {
  /** The server's start that the exchanges are from. `undefined` before the first answer. */
  readonly run: string | undefined;
  readonly target: Target | undefined;
  readonly prefix: string;
  /** All exchanges that the server has, oldest first. */
  readonly exchanges: readonly ExchangeSummary[];
  readonly posts: readonly PostedMessage[];
  readonly open: readonly string[];
  /** Numbers of the exchanges that were cleared. */
  readonly cleared: ReadonlySet<number>;
  /** When the last posted message was sent that is cleared, in milliseconds since the Unix epoch. */
  readonly clearedAt: number;
  readonly filter: string;
  readonly isPaused: boolean;
  /** Number of the exchange that is shown. `undefined` for none. */
  readonly chosen: number | undefined;
}

/** The state of a page that has just been opened. */
export const FIRST_STATE: State = {
  run: undefined,
  target: undefined,
  prefix: '',
  exchanges: [],
  posts: [],
  open: [],
  cleared: new Set(),
  clearedAt: 0,
  filter: '',
  isPaused: false,
  chosen: undefined,
};

/** Returns the rows of the list: what is not cleared and matches the filter, newest first. */
export function visibleRows(state: State): Row[] {
  const matches = createFilter(state.filter);
  return rowsOf(state.exchanges.filter(({ index }) => !state.cleared.has(index))).filter(({ exchanges }) => exchanges.some(matches));
}

/** Returns the messages that functions posted since the last clearing. */
export function visiblePosts({ posts, clearedAt }: State): PostedMessage[] {
  return posts.filter(({ postedAt }) => postedAt > clearedAt);
}

/**
 * Takes what the server sent. If the newest request is chosen, the next one is chosen when it comes. If the newest message of a conversation
 * is chosen, its next one is.
 */
export function update(state: State, api: InspectedApi): State {
  const isRestarted = state.run !== undefined && state.run !== api.run;
  const known = isRestarted ? { ...state, exchanges: [], cleared: new Set<number>(), chosen: undefined } : state;
  const next = { ...known, ...api };
  const rows = visibleRows(next);
  const kept = rowWith(rows, known.chosen);
  // The server may have dropped the exchange.
  if (kept === undefined) return { ...next, chosen: rows[0]?.index };
  if (!isNewest(known)) return next;
  const followed = next.target === 'websocket' ? kept : rows[0];
  return { ...next, chosen: followed?.index };
}

/** Whether the newest request is chosen, or the newest message of a conversation. */
function isNewest(state: State): boolean {
  const rows = visibleRows(state);
  const row = state.target === 'websocket' ? rowWith(rows, state.chosen) : rows[0];
  return row !== undefined && row.index === state.chosen;
}

/** Clears the list. New exchanges still appear. */
export function clear(state: State): State {
  const clearedAt = state.posts.reduce((latest, { postedAt }) => Math.max(latest, postedAt), state.clearedAt);
  return { ...state, cleared: new Set(state.exchanges.map(({ index }) => index)), clearedAt, chosen: undefined };
}

/** Chooses the newest exchange, so that the next one is chosen when it comes. In a conversation, its newest exchange. */
export function chooseNewest(state: State): State {
  const rows = visibleRows(state);
  const row = state.target === 'websocket' ? rowWith(rows, state.chosen) : rows[0];
  return row === undefined ? state : { ...state, chosen: row.index };
}

/** Changes the filter. If it hides the chosen exchange, the newest one that matches is chosen. */
export function filterBy(state: State, filter: string): State {
  const next = { ...state, filter };
  const rows = visibleRows(next);
  return rowWith(rows, next.chosen) === undefined ? { ...next, chosen: rows[0]?.index } : next;
}

/** Chooses the row that is so many places further down; at the ends of the list, the last one. */
export function moveChoice(state: State, by: number): State {
  const rows = visibleRows(state);
  const row = rowWith(rows, state.chosen);
  const place = row === undefined ? -1 : rows.indexOf(row);
  const next = rows[Math.min(Math.max(place + by, 0), rows.length - 1)];
  return next === undefined ? state : { ...state, chosen: next.index };
}

/** Chooses the exchange of the same conversation that is so many places later. */
export function moveInConversation(state: State, by: number): State {
  const exchanges = rowWith(visibleRows(state), state.chosen)?.exchanges ?? [];
  const place = exchanges.findIndex(({ index }) => index === state.chosen);
  const next = exchanges[Math.min(Math.max(place + by, 0), exchanges.length - 1)];
  return next === undefined ? state : { ...state, chosen: next.index };
}
