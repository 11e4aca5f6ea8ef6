import { expect, test } from 'vitest';
import { headerLines, readHeaderLines } from '../../../../src/local/inspect/page/header-lines.js';

test('headers become lines and headers again', () => {
  const headers = [
    ['Accept', '*/*'],
    ['X-Time', '12:30'],
    ['X-Empty', ''],
  ] as const;
  expect(readHeaderLines(headerLines(headers))).toEqual({ headers });
});

test('empty lines are ignored', () => {
  expect(readHeaderLines('\nA: 1\n \nB:2\n')).toEqual({
    headers: [
      ['A', '1'],
      ['B', '2'],
    ],
  });
});

test.each(['no colon', ': no name'])('a line without a name and a colon is found: %j', (line) => {
  expect(readHeaderLines(`A: 1\n${line}`)).toEqual({ wrong: line });
});
