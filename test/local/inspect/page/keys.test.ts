import { expect, test, vi } from 'vitest';
import { actionOf, type FocusPlace } from '../../../../src/local/inspect/page/keys.js';

const none = { ctrlKey: false, metaKey: false, altKey: false };

/** Returns the call that a key causes: `move 1`. */
function callOf(key: string, place: FocusPlace, modifiers: Partial<typeof none> = {}): string | undefined {
  const calls: string[] = [];
  const actions = Object.fromEntries(
    (['move', 'moveInConversation', 'startFilter', 'leaveFilter', 'goBack'] as const).map((name) => [
      name,
      vi.fn((...values: unknown[]) => calls.push([name, ...values].join(' '))),
    ]),
  );
  actionOf({ key, ...none, ...modifiers }, place)?.(actions as never); // every action is in the list
  return calls[0];
}

test.each<[key: string, place: FocusPlace, call: string | undefined]>([
  ['ArrowDown', 'page', 'move 1'],
  ['ArrowUp', 'page', 'move -1'],
  ['j', 'page', 'move 1'],
  ['k', 'page', 'move -1'],
  ['ArrowRight', 'page', 'moveInConversation 1'],
  ['ArrowLeft', 'page', 'moveInConversation -1'],
  ['/', 'page', 'startFilter'],
  ['Escape', 'page', 'goBack'],
  ['Enter', 'page', undefined],
  ['constructor', 'page', undefined],
  ['ArrowDown', 'block', undefined],
  ['/', 'block', 'startFilter'],
  ['Escape', 'filter', 'leaveFilter'],
  ['ArrowDown', 'filter', 'move 0'],
  ['/', 'filter', undefined],
  ['j', 'field', undefined],
  ['Escape', 'field', undefined],
])('%s in the %s calls %s', (key, place, call) => {
  expect(callOf(key, place)).toBe(call);
});

test.each(['ctrlKey', 'metaKey', 'altKey'] as const)('keys with %s are the browser’s', (modifier) => {
  expect(callOf('j', 'page', { [modifier]: true })).toBeUndefined();
});
