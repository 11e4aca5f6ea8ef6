import type { ExchangeView, SentAgain } from '../view.js';
import { type Answer, loadExchange, loadList, sendAgain, sendMessage } from './client.js';
import { createEditor } from './dom/editor.js';
import { find } from './dom/element.js';
import { createPage } from './dom/page.js';
import { listenToKeys } from './keys.js';
import { chooseNewest, clear, FIRST_STATE, filterBy, moveChoice, moveInConversation, type State, update } from './state.js';

/** How often the page asks for new exchanges, in milliseconds. */
const INTERVAL = 1000;

let state: State = FIRST_STATE;
/** The exchange that was loaded last. */
let view: ExchangeView | undefined;
let isOffline = false;

const filter = find('filter', HTMLInputElement);
const openEditor = createEditor(async (index, edited) => problemOf(await send(sendAgain(index, edited))));
const page = createPage({
  choose,
  copy: (text, what) => void copy(text, what),
  edit(edited) {
    if (edited.kind === 'message') page.draftMessage(edited.request.body.text ?? '');
    else openEditor(edited);
  },
  sendAgain: ({ index, kind, request }) => void send(kind === 'message' ? sendMessage(index, request.body.text ?? '') : sendAgain(index)),
  sendMessage(message) {
    if (state.chosen !== undefined) void send(sendMessage(state.chosen, message));
  },
});

function change(next: State): void {
  state = next;
  page.draw(state, view);
  void loadChosen();
}

function choose(index: number): void {
  change({ ...state, chosen: index });
  page.showDetail();
}

async function loadChosen(): Promise<void> {
  const { chosen } = state;
  if (chosen === undefined || view?.index === chosen) return;
  const answer = await loadExchange(chosen);
  if (state.chosen !== chosen) return;
  if ('problem' in answer) page.say(answer.problem);
  else view = answer.value;
  page.draw(state, view);
}

async function refresh(): Promise<void> {
  const answer = await loadList();
  if ('problem' in answer) page.say(answer.problem);
  else if (isOffline) page.say('');
  isOffline = 'problem' in answer;
  if ('problem' in answer) return;
  if (state.run !== answer.value.run) view = undefined;
  change(update(state, answer.value));
}

/** Waits until a request or a message is sent, and shows the new exchange. */
async function send(sent: Promise<Answer<SentAgain>>): Promise<Answer<SentAgain>> {
  const answer = await sent;
  if ('problem' in answer) {
    page.say(`Not sent. ${answer.problem}`);
    return answer;
  }
  page.say('Sent.');
  state = chooseNewest(state);
  await refresh();
  const { index } = answer.value;
  if (state.exchanges.some((exchange) => exchange.index === index)) change({ ...state, chosen: index });
  return answer;
}

function problemOf(answer: Answer<unknown>): string | undefined {
  return 'problem' in answer ? answer.problem : undefined;
}

async function copy(text: string, what: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    page.say(`Copied as ${what}.`);
  } catch {
    page.say('The browser does not let this page copy.');
  }
}

function refreshIfSeen(): void {
  if (!document.hidden && !state.isPaused) void refresh();
}

filter.addEventListener('input', () => change(filterBy(state, filter.value)));
find('pause', HTMLButtonElement).addEventListener('click', () => {
  change({ ...state, isPaused: !state.isPaused });
  refreshIfSeen();
});
find('clear', HTMLButtonElement).addEventListener('click', () => {
  change(clear(state));
  page.say('');
});
listenToKeys({
  move(by) {
    change(moveChoice(state, by));
    page.focusList();
  },
  moveInConversation: (by) => change(moveInConversation(state, by)),
  startFilter() {
    page.showList();
    filter.focus();
    filter.select();
  },
  leaveFilter() {
    filter.value = '';
    change(filterBy(state, ''));
    page.focusList();
  },
  goBack: page.showList,
});
document.addEventListener('visibilitychange', refreshIfSeen);
void refresh();
setInterval(refreshIfSeen, INTERVAL);
