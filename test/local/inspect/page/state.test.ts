import { describe, expect, test } from 'vitest';
import {
  chooseNewest,
  clear,
  FIRST_STATE,
  filterBy,
  moveChoice,
  moveInConversation,
  type State,
  update,
  visiblePosts,
  visibleRows,
} from '../../../../src/local/inspect/page/state.js';
import { listed, summary } from './summaries.js';

const three = [1, 2, 3].map((index) => summary({ index, target: `/${index}` }));
const four = [...three, summary({ index: 4, target: '/4' })];
const start = update(FIRST_STATE, listed(three));
const indexes = (state: State): number[] => visibleRows(state).map(({ index }) => index);

describe('update', () => {
  test('chooses the newest request, and the next one when it comes', () => {
    expect([start.chosen, update(start, listed(four)).chosen]).toEqual([3, 4]);
  });

  test('keeps an older request', () => {
    expect(update({ ...start, chosen: 2 }, listed(four)).chosen).toBe(2);
  });

  test('chooses the newest request if the server has dropped the chosen one', () => {
    expect(update({ ...start, chosen: 1 }, listed(four.slice(1))).chosen).toBe(4);
  });

  test('follows only what matches the filter', () => {
    expect(update(filterBy(start, '/3'), listed(four)).chosen).toBe(3);
  });

  test('forgets everything when the server starts again', () => {
    const again = update(clear({ ...start, chosen: 2 }), listed([summary({ index: 1 })], { run: 'b' }));
    expect([indexes(again), again.chosen]).toEqual([[1], 1]);
  });

  test('follows a conversation, but not the others', () => {
    const message = (index: number, connectionId: string) => summary({ index, kind: 'message', connectionId });
    const websocket = { target: 'websocket' } as const;
    const talk = update(FIRST_STATE, listed([message(1, 'a'), message(2, 'a')], websocket));
    const more = update(talk, listed([message(1, 'a'), message(2, 'a'), message(3, 'b'), message(4, 'a')], websocket));
    expect([talk.chosen, more.chosen, update({ ...talk, chosen: 1 }, listed(more.exchanges, websocket)).chosen]).toEqual([2, 4, 1]);
    expect([chooseNewest({ ...more, chosen: 1 }).chosen, chooseNewest({ ...start, chosen: 1 }).chosen]).toEqual([4, 3]);
  });
});

describe('clear', () => {
  test('hides what there is, but not what comes', () => {
    const cleared = clear(start);
    expect([indexes(cleared), cleared.chosen]).toEqual([[], undefined]);
    const next = update(cleared, listed(four));
    expect([indexes(next), next.chosen]).toEqual([[4], 4]);
  });

  test('hides posted messages', () => {
    const post = (postedAt: number) => ({ connectionId: 'a', postedAt, after: 0, text: '' });
    const cleared = clear(update(FIRST_STATE, listed([], { posts: [post(1), post(2)] })));
    expect(visiblePosts({ ...cleared, posts: [post(1), post(2), post(3)] })).toEqual([post(3)]);
  });
});

describe('filterBy', () => {
  test('keeps the chosen request if it matches, or else chooses the newest that does', () => {
    expect([filterBy(start, '/3').chosen, filterBy(start, '/1').chosen, filterBy(start, 'none').chosen]).toEqual([3, 1, undefined]);
  });
});

describe('moving', () => {
  test.each([
    [3, 1, 2],
    [2, -1, 3],
    [1, 1, 1],
    [3, -1, 3],
    [undefined, 1, 3],
    [3, 0, 3],
  ])('from %s by %d chooses %d', (chosen, by, expected) => {
    expect(moveChoice({ ...start, chosen }, by).chosen).toBe(expected);
  });

  test('in an empty list changes nothing', () => {
    expect(moveChoice(FIRST_STATE, 1)).toBe(FIRST_STATE);
    expect(moveInConversation(FIRST_STATE, 1)).toBe(FIRST_STATE);
  });

  test('in a conversation chooses its other messages', () => {
    const talk = update(
      FIRST_STATE,
      listed(
        [1, 2, 3].map((index) => summary({ index, connectionId: index === 2 ? 'b' : 'a' })),
        { target: 'websocket' },
      ),
    );
    expect([moveInConversation({ ...talk, chosen: 1 }, 1).chosen, moveInConversation({ ...talk, chosen: 3 }, 1).chosen]).toEqual([3, 3]);
  });
});
