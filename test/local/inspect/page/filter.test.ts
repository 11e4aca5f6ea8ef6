import { expect, test } from 'vitest';
import { createFilter } from '../../../../src/local/inspect/page/filter.js';
import { summary } from './summaries.js';

const exchange = summary({ method: 'POST', target: '/Users/42', route: 'POST /users/{id}', status: 502, isFailed: true, errors: 1 });

test.each([
  ['', true],
  ['  ', true],
  ['post', true],
  ['/users', true],
  ['{id}', true],
  ['502', true],
  ['5xx', true],
  ['4xx', false],
  ['is:error', true],
  ['is:warning', false],
  ['post 5xx is:error', true],
  ['post 4xx', false],
  ['-is:warning', true],
  ['-5xx', false],
  ['-get post', true],
  ['-', true],
  ['constructor', false],
])('the filter %j matches: %s', (filter, answer) => {
  expect(createFilter(filter)(exchange)).toBe(answer);
});

test('matches the messages of a conversation', () => {
  const message = summary({ kind: 'message', connectionId: 'Xc1=', sent: '{"action":"Say"}', received: 'heard' });
  expect(['xc1', 'say', 'heard', 'shout'].map((filter) => createFilter(filter)(message))).toEqual([true, true, true, false]);
});
