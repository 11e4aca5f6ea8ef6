import type { ExchangeView } from '../../view.js';
import { TARGET_NAMES } from '../format.js';
import { rowWith } from '../rows.js';
import { type State, visiblePosts, visibleRows } from '../state.js';
import { chatOf, createComposer } from './chat.js';
import { type DetailActions, detailOf } from './detail.js';
import { button, fill, find } from './element.js';
import { focusChosen, showList } from './list.js';

/** What the user can do besides the buttons of an exchange. */
export interface PageActions extends DetailActions {
  readonly choose: (index: number) => void;
  readonly sendMessage: (message: string) => void;
}

/** The page in the browser. */
export interface Page {
  /** Shows a state. `view` is the exchange that was loaded last; any other one is not shown. */
  draw(state: State, view: ExchangeView | undefined): void;
  /** Shows a sentence about what happened last. */
  say(sentence: string): void;
  /** On a small screen, shows the list in place of the exchange. */
  showList(): void;
  /** On a small screen, shows the exchange in place of the list. */
  showDetail(): void;
  /** Moves the focus to the chosen row. */
  focusList(): void;
  /** Puts a text into the field for WebSocket messages. */
  draftMessage(text: string): void;
}

/** Prepares the page that the server has sent. */
export function createPage(actions: PageActions): Page {
  const [list, detail, empty] = [find('list', HTMLOListElement), find('detail', HTMLElement), find('empty', HTMLElement)];
  const [api, notice, heading] = [find('api', HTMLElement), find('notice', HTMLOutputElement), find('heading', HTMLElement)];
  const pause = find('pause', HTMLButtonElement);
  const composer = createComposer(actions.sendMessage);
  /** What is shown now. It is drawn again only if something differs, so that the focus and the scrolling stay. */
  let drawn = { list: '', detail: '' };

  function showListView(): void {
    document.body.dataset['view'] = 'list';
    focusChosen(list);
  }

  function drawBar({ target, isPaused }: State): void {
    heading.textContent = target === 'websocket' ? 'Conversations' : 'Requests';
    api.textContent = target === undefined ? '' : TARGET_NAMES[target];
    pause.textContent = isPaused ? 'Resume' : 'Pause';
    pause.setAttribute('aria-pressed', String(isPaused));
  }

  function drawDetail(state: State, view: ExchangeView): void {
    const { target, prefix, chosen, open } = state;
    const row = rowWith(visibleRows(state), chosen);
    if (row === undefined || target === undefined) return;
    const back = button('Back to the list', showListView, { class: 'back' });
    const isOpen = row.connectionId !== undefined && open.includes(row.connectionId);
    const chat = { posts: visiblePosts(state), chosen, isOpen, choose: actions.choose };
    const conversation = row.connectionId === undefined ? [] : [chatOf(row, chat), composer.form];
    const focused = describeFocus(detail);
    fill(detail, [back, ...conversation, detailOf(view, { target, prefix }, actions)]);
    if (row.connectionId === undefined) detail.scrollTop = 0;
    showChosenMessage(detail);
    restoreFocus(detail, focused);
  }

  return {
    draw(state, view) {
      const rows = visibleRows(state);
      const chosen = rowWith(rows, state.chosen);
      drawBar(state);
      empty.textContent = rows.length > 0 ? '' : emptyText(state);
      const next = {
        list: JSON.stringify([rows, chosen?.index, state.open]),
        detail: JSON.stringify([chosen, state.chosen, view?.index, state.run, chosen?.connectionId && [visiblePosts(state), state.open]]),
      };
      if (next.list !== drawn.list) showList(list, rows, { chosen, open: state.open, choose: actions.choose });
      if (chosen === undefined) fill(detail, []);
      else if (next.detail !== drawn.detail && view !== undefined && view.index === state.chosen) drawDetail(state, view);
      drawn = next;
    },
    say(sentence) {
      notice.textContent = sentence;
    },
    showList: showListView,
    showDetail() {
      document.body.dataset['view'] = 'detail';
      showChosenMessage(detail);
    },
    focusList: () => focusChosen(list),
    draftMessage(text) {
      composer.field.value = text;
      composer.field.focus();
    },
  };
}

function emptyText({ filter, exchanges, cleared, prefix }: State): string {
  const isFiltered = filter !== '' && exchanges.some(({ index }) => !cleared.has(index));
  if (isFiltered) return 'Nothing matches the filter.';
  return `No requests yet. Send one to ${location.origin}${prefix}/ and it appears here.`;
}

/** Scrolls a conversation to the message that is shown below. */
function showChosenMessage(detail: HTMLElement): void {
  const messages = detail.querySelector<HTMLElement>('.chat ol');
  const chosen = [...(messages?.querySelectorAll<HTMLElement>('[aria-current]') ?? [])].at(-1);
  if (messages === null || chosen === undefined) return;
  const overlap = chosen.getBoundingClientRect().bottom - messages.getBoundingClientRect().bottom;
  messages.scrollTop += overlap + 8;
}

/** The text of the button that has the focus, or `message` for a message or the field for messages. `undefined` without the focus. */
function describeFocus(detail: HTMLElement): string | undefined {
  const { activeElement } = document;
  if (activeElement === null || !detail.contains(activeElement)) return undefined;
  if (activeElement instanceof HTMLTextAreaElement) return 'field';
  return activeElement.classList.contains('bubble') ? 'message' : (activeElement.textContent ?? undefined);
}

/** Gives the focus back to the same control, because the old one is gone. */
function restoreFocus(detail: HTMLElement, focused: string | undefined): void {
  if (focused === undefined) return;
  const controls = [...detail.querySelectorAll<HTMLElement>('button, textarea')];
  const isSame = (control: HTMLElement): boolean => {
    if (focused === 'field') return control instanceof HTMLTextAreaElement;
    return focused === 'message' ? control.matches('.bubble[aria-current]') : control.textContent === focused;
  };
  controls.find(isSame)?.focus();
}
