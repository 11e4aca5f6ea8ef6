import type { PostedMessage } from '../../view.js';
import { formatTime } from '../format.js';
import { type Bubble, bubblesOf, type Row } from '../rows.js';
import { button, element } from './element.js';
import { badges } from './list.js';

/** What a conversation needs besides its messages. */
export interface ChatInput {
  readonly posts: readonly PostedMessage[];
  /** The exchange that is shown below. */
  readonly chosen: number | undefined;
  readonly isOpen: boolean;
  readonly choose: (index: number) => void;
}

/** Shows a WebSocket connection as a conversation: the client on the right, the API on the left. */
export function chatOf(row: Row, { posts, chosen, isOpen, choose }: ChatInput): HTMLElement {
  const bubbles = bubblesOf(row, posts).map((bubble) => element('li', { class: `from-${bubble.from}` }, bubbleOf(bubble, chosen, choose)));
  return element(
    'section',
    { class: 'chat', attributes: { 'aria-label': 'Conversation' } },
    element('h2', {}, element('span', { class: `pill ${isOpen ? 'good' : 'moved'}` }, isOpen ? 'open' : 'closed'), ' ', row.connectionId),
    element('ol', { attributes: { tabindex: '0', 'aria-label': 'Messages' } }, bubbles),
  );
}

const SPEAKERS: Readonly<Record<Bubble['from'], string>> = { client: 'Client', api: 'API', connection: '' };

function bubbleOf({ from, text, at, exchange }: Bubble, chosen: number | undefined, choose: (index: number) => void): HTMLElement {
  const speaker = exchange === undefined ? 'Posted by a function' : SPEAKERS[from];
  const facts = [speaker, formatTime(at)].filter((part) => part !== '').join(' · ');
  const content = [
    element('span', { class: 'said' }, text === '' ? '(empty)' : text),
    ' ',
    element('span', { class: 'facts' }, facts),
    ' ',
    exchange === undefined || from === 'api' ? undefined : badges([exchange]),
  ];
  if (exchange === undefined) return element('div', { class: 'bubble' }, content);
  const attributes = { type: 'button', 'aria-current': exchange.index === chosen ? 'true' : undefined };
  return element('button', { class: 'bubble', attributes, onClick: () => choose(exchange.index) }, content);
}

/** Creates the field for a message to the API. It keeps its text while the conversation changes. */
export function createComposer(send: (message: string) => void): { readonly form: HTMLFormElement; readonly field: HTMLTextAreaElement } {
  const field = element('textarea', {
    attributes: { rows: '2', 'aria-label': 'Message', placeholder: 'Send a message as this client', spellcheck: 'false' },
  });
  const submit = (): void => {
    if (field.value !== '') send(field.value);
    field.value = '';
  };
  const form = element('form', { class: 'composer' }, field, button('Send', submit, { class: 'primary' }));
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    submit();
  });
  return { form, field };
}
