import { describe, expect, test } from 'vitest';
import { bubblesOf, rowsOf, rowWith } from '../../../../src/local/inspect/page/rows.js';
import { summary } from './summaries.js';

const conversation = [
  summary({ index: 1, kind: 'connect', connectionId: 'a', status: 101, startedAt: 0 }),
  summary({ index: 2, kind: 'connect', connectionId: 'b', status: 403, startedAt: 5 }),
  summary({ index: 3, kind: 'message', connectionId: 'a', sent: 'hi', received: 'hello', startedAt: 10, duration: 5 }),
  summary({ index: 4, kind: 'message', connectionId: 'a', sent: 'quiet', startedAt: 30 }),
  summary({ index: 5, kind: 'disconnect', connectionId: 'a', startedAt: 40 }),
];

describe('rowsOf', () => {
  test('has a row for each request, newest first', () => {
    expect(rowsOf([summary({ index: 1 }), summary({ index: 2 })]).map(({ index }) => index)).toEqual([2, 1]);
  });

  test('has one row for each connection', () => {
    const rows = rowsOf(conversation);
    expect(rows.map(({ index, connectionId, exchanges }) => [index, connectionId, exchanges.length])).toEqual([
      [2, 'b', 1],
      [5, 'a', 4],
    ]);
    expect([rowWith(rows, 3)?.connectionId, rowWith(rows, 9), rowWith(rows, undefined)]).toEqual(['a', undefined, undefined]);
  });

  test('keeps connections with strange ids apart from requests', () => {
    expect(rowsOf([summary({ index: 1 }), summary({ index: 2, connectionId: '__proto__' })])).toHaveLength(2);
  });
});

describe('bubblesOf', () => {
  test('has what both sides said, in order', () => {
    const [refused, row] = rowsOf(conversation);
    const posts = [
      { connectionId: 'a', postedAt: 9, after: 1, text: 'early' },
      { connectionId: 'b', postedAt: 10, after: 2, text: 'elsewhere' },
      { connectionId: 'a', postedAt: 10, after: 2, text: 'posted' },
      { connectionId: 'a', postedAt: 30, after: 3, text: 'during' },
      { connectionId: 'a', postedAt: 90, after: 5, text: 'late' },
    ];
    expect(bubblesOf(row ?? expect.fail(), posts).map(({ from, text, exchange }) => [from, text, exchange?.index])).toEqual([
      ['connection', 'Connected', 1],
      ['api', 'early', undefined],
      ['client', 'hi', 3],
      ['api', 'posted', undefined],
      ['api', 'hello', 3],
      ['client', 'quiet', 4],
      ['api', 'during', undefined],
      ['connection', 'Disconnected', 5],
      ['api', 'late', undefined],
    ]);
    expect(bubblesOf(refused ?? expect.fail(), []).map(({ text }) => text)).toEqual(['Refused: 403']);
  });
});
