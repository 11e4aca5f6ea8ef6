import type { ExchangeView } from '../../view.js';
import { isTooLong } from '../copy/copied-request.js';
import { curlText } from '../copy/curl-text.js';
import { fetchText } from '../copy/fetch-text.js';
import { type TestedApi, testText } from '../copy/test-text.js';
import { formatDuration, formatTime } from '../format.js';
import { button, element } from './element.js';
import { findings } from './findings.js';
import { statusPill } from './list.js';
import { panels } from './panels.js';

/** What the buttons of an exchange do. */
export interface DetailActions {
  readonly sendAgain: (view: ExchangeView) => void;
  readonly edit: (view: ExchangeView) => void;
  readonly copy: (text: string, what: string) => void;
}

/** Shows an exchange: what is wrong first, then everything that happened. */
export function detailOf(view: ExchangeView, api: TestedApi, actions: DetailActions): HTMLElement {
  return element('article', { class: 'exchange' }, titleOf(view), actionsOf(view, api, actions), findings(view), panels(view));
}

function titleOf(view: ExchangeView): HTMLElement {
  const { kind, method, target, route, startedAt, duration } = view;
  const name =
    kind === 'request' || kind === 'connect' ? [element('span', { class: 'method' }, method), ' ', target] : [route ?? '(no route)'];
  const facts = [formatTime(startedAt), formatDuration(duration), route === undefined ? 'no route' : `route ${route}`];
  return element(
    'header',
    { class: 'title' },
    element('h2', {}, statusPill(view), ' ', name),
    element('p', { class: 'muted' }, facts.join(' · ')),
  );
}

function actionsOf(view: ExchangeView, api: TestedApi, { sendAgain, edit, copy }: DetailActions): HTMLElement {
  const { kind } = view;
  const isSendable = kind !== 'disconnect' && kind !== 'connect';
  return element(
    'div',
    { class: 'actions' },
    isSendable ? button('Send again', () => sendAgain(view), { class: 'primary' }) : undefined,
    isSendable ? button('Edit and send', () => edit(view)) : undefined,
    element(
      'span',
      { class: 'group', attributes: { role: 'group', 'aria-label': 'Copy as' } },
      element('span', { class: 'muted' }, 'Copy as'),
      copyButtons(view, api, copy),
    ),
  );
}

function copyButtons(view: ExchangeView, api: TestedApi, copy: DetailActions['copy']): HTMLElement[] {
  const { origin } = location;
  const cut = isTooLong(view) ? 'The body is too long to copy.' : undefined;
  const notCalled = view.event === undefined ? 'The function was not called.' : undefined;
  const made: readonly (readonly [label: string, what: string, text: () => string, obstacle: string | undefined])[] = [
    ['curl', 'a curl command', () => curlText(view, origin), cut],
    ['fetch', 'a fetch call', () => fetchText(view, origin), cut],
    ['test', 'a test', () => testText(view, api), cut ?? notCalled],
  ];
  return made
    .filter(([label]) => label === 'test' || view.kind === 'request')
    .map(([label, what, text, obstacle]) =>
      button(label, () => copy(text(), what), { attributes: { title: obstacle, disabled: obstacle !== undefined } }),
    );
}
