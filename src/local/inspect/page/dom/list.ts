import type { ExchangeSummary } from '../../view.js';
import { formatCount, formatDuration, formatTime, toneOf } from '../format.js';
import type { Row } from '../rows.js';
import { element, fill } from './element.js';

/** What the list needs besides its rows. */
export interface ListInput {
  /** The row that is shown. `undefined` for none. */
  readonly chosen: Row | undefined;
  /** Ids of the open connections. */
  readonly open: readonly string[];
  readonly choose: (index: number) => void;
}

/** Shows the rows. The one that is chosen, or the first, can be reached with the Tab key, and the others with the arrow keys. */
export function showList(list: HTMLElement, rows: readonly Row[], { chosen, open, choose }: ListInput): void {
  const hadFocus = list.contains(document.activeElement);
  const reachable = chosen ?? rows[0];
  fill(
    list,
    rows.map((row) => {
      const attributes = { type: 'button', 'aria-current': row === chosen ? 'true' : undefined, tabindex: row === reachable ? '0' : '-1' };
      const content = row.connectionId === undefined ? requestLines(row) : connectionLines(row, open.includes(row.connectionId));
      return element('li', {}, element('button', { class: 'row', attributes, onClick: () => choose(row.index) }, content));
    }),
  );
  if (hadFocus) focusChosen(list);
}

/** Moves the focus to the chosen row. */
export function focusChosen(list: HTMLElement): void {
  const row = list.querySelector<HTMLElement>('[tabindex="0"]');
  row?.focus();
  row?.scrollIntoView({ block: 'nearest' });
}

function requestLines({ exchanges: [exchange] }: Row): HTMLElement[] {
  if (exchange === undefined) return [];
  const { method, target, startedAt, duration } = exchange;
  return [
    element('span', { class: 'method' }, method),
    element('span', { class: 'path', attributes: { title: target } }, target),
    statusPill(exchange),
    element('span', { class: 'more' }, element('time', {}, formatTime(startedAt)), ' ', element('span', {}, formatDuration(duration))),
    badges([exchange]),
  ];
}

function connectionLines({ exchanges, connectionId = '' }: Row, isOpen: boolean): HTMLElement[] {
  const [first] = exchanges;
  const messages = exchanges.filter(({ kind }) => kind === 'message').length;
  const refused = exchanges.find(({ kind, status }) => kind === 'connect' && status !== 101);
  const state = element('span', { class: `pill ${isOpen ? 'good' : 'moved'}` }, isOpen ? 'open' : 'closed');
  const time = element('time', {}, formatTime(first?.startedAt ?? 0));
  return [
    element('span', { class: 'method' }, 'WS'),
    element('span', { class: 'path', attributes: { title: connectionId } }, connectionId),
    refused === undefined ? state : statusPill(refused),
    element('span', { class: 'more' }, time, ' ', element('span', {}, formatCount(messages, 'message'))),
    badges(exchanges),
  ];
}

/** Creates the coloured status of an exchange. */
export function statusPill({ status, isFailed }: ExchangeSummary): HTMLElement {
  if (status !== undefined) return element('span', { class: `pill ${toneOf(status)}` }, String(status));
  return element('span', { class: `pill ${isFailed ? 'failed' : 'good'}` }, isFailed ? 'failed' : 'ok');
}

/** Creates the counts of errors and warnings. */
export function badges(exchanges: readonly ExchangeSummary[]): HTMLElement {
  const errors = exchanges.reduce((sum, exchange) => sum + exchange.errors, 0);
  const warnings = exchanges.reduce((sum, exchange) => sum + exchange.warnings, 0);
  return element(
    'span',
    { class: 'badges' },
    errors === 0 ? undefined : element('span', { class: 'badge error' }, formatCount(errors, 'error')),
    errors === 0 || warnings === 0 ? undefined : ' ',
    warnings === 0 ? undefined : element('span', { class: 'badge warning' }, formatCount(warnings, 'warning')),
  );
}
