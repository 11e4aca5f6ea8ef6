import { cookies } from 'apigw-proxy';
import { describe, expect, test } from 'vitest';
import { everywhere } from './everywhere.js';

describe('cookies', () => {
  test.each<[string, [string, string][]]>([
    ['a=1; a=2', [['a', '1']]],
    [
      'a="b c"; d=%C3%A9; e=%ff',
      [
        ['a', 'b c'],
        ['d', 'é'],
        ['e', '%ff'],
      ],
    ],
    ['a; =b; c=', [['c', '']]],
    ['a="', [['a', '"']]],
    ['a=b=c', [['a', 'b=c']]],
    ['abc; d=1', [['d', '1']]],
    [
      ' a = 1 ;\tb="2" ; c=" 3 "',
      [
        ['a', '1'],
        ['b', '2'],
        ['c', ' 3 '],
      ],
    ],
    ['a="b', [['a', '"b']]],
    ['a=b"', [['a', 'b"']]],
    ['a=bcb', [['a', 'bcb']]],
    ['a=""', [['a', '']]],
    ['__proto__=x', [['__proto__', 'x']]],
  ])('reads %j', (text, expected) => {
    for (const event of everywhere({ headers: { Cookie: text } })) expect([...cookies(event)]).toEqual(expected);
  });

  test('returns an empty map without cookies', () => {
    for (const event of everywhere({})) expect(cookies(event).size).toBe(0);
  });
});
