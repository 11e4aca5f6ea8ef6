/** What the keys do. */
export interface KeyActions {
  /** Up and down, or k and j. */
  readonly move: (by: number) => void;
  /** Left and right. */
  readonly moveInConversation: (by: number) => void;
  /** The slash. */
  readonly startFilter: () => void;
  /** Escape in the filter. */
  readonly leaveFilter: () => void;
  /** Escape anywhere else. */
  readonly goBack: () => void;
}

type Action = (actions: KeyActions) => void;

const KEYS: Readonly<Record<string, Action>> = {
  ArrowDown: ({ move }) => move(1),
  ArrowUp: ({ move }) => move(-1),
  j: ({ move }) => move(1),
  k: ({ move }) => move(-1),
  ArrowRight: ({ moveInConversation }) => moveInConversation(1),
  ArrowLeft: ({ moveInConversation }) => moveInConversation(-1),
  '/': ({ startFilter }) => startFilter(),
  Escape: ({ goBack }) => goBack(),
};

/** In the filter, Down goes to the list and Escape clears it. */
const KEYS_IN_FILTER: Readonly<Record<string, Action>> = {
  ArrowDown: ({ move }) => move(0),
  Escape: ({ leaveFilter }) => leaveFilter(),
};

/** The part of a key press that decides what it does. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** Where the focus is: the arrow keys scroll a block, and other fields keep their keys. */
export type FocusPlace = 'page' | 'filter' | 'field' | 'block';

/** Returns what a key does, or `undefined` if the browser should handle it. */
export function actionOf({ key, ctrlKey, metaKey, altKey }: KeyPress, place: FocusPlace): Action | undefined {
  if (ctrlKey || metaKey || altKey || place === 'field') return undefined;
  if (place === 'block' && key.startsWith('Arrow')) return undefined;
  const keys = place === 'filter' ? KEYS_IN_FILTER : KEYS;
  return Object.hasOwn(keys, key) ? keys[key] : undefined;
}

/** Listens to the keys of the whole page. */
export function listenToKeys(actions: KeyActions): void {
  document.addEventListener('keydown', (event) => {
    const action = actionOf(event, placeOf(event.target));
    if (action === undefined) return;
    event.preventDefault();
    action(actions);
  });
}

function placeOf(target: EventTarget | null): FocusPlace {
  if (!(target instanceof Element)) return 'page';
  if (target.id === 'filter') return 'filter';
  if (target.matches('input, textarea, select') || target.closest('dialog') !== null) return 'field';
  return target.matches('pre, ol') ? 'block' : 'page';
}
