import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { run } from '../run.js';

// Jayway's own example, and what each path finds in it.
const STORE = JSON.stringify({
  store: {
    book: [
      { category: 'reference', author: 'Nigel Rees', title: 'Sayings of the Century', price: 8.95 },
      { category: 'fiction', author: 'Evelyn Waugh', title: 'Sword of Honour', price: 12.99 },
      { category: 'fiction', author: 'Herman Melville', title: 'Moby Dick', isbn: '0-553-21311-3', price: 8.99 },
      { category: 'fiction', author: 'J. R. R. Tolkien', title: 'The Lord of the Rings', isbn: '0-395-19395-8', price: 22.99 },
    ],
    bicycle: { color: 'red', price: 19.95 },
  },
  expensive: 10,
});

const find = (path: string, body: string): unknown => {
  const printed = run({ template: `$input.json("${path}")`, body });
  return 'text' in printed ? JSON.parse(printed.text) : printed.stops;
};

describe('a path finds', () => {
  test.each<[path: string, found: unknown]>([
    ['$.store.book[*].author', ['Nigel Rees', 'Evelyn Waugh', 'Herman Melville', 'J. R. R. Tolkien']],
    ['$..author', ['Nigel Rees', 'Evelyn Waugh', 'Herman Melville', 'J. R. R. Tolkien']],
    ['$.store..price', [8.95, 12.99, 8.99, 22.99, 19.95]],
    ['$..book[2].title', ['Moby Dick']],
    ['$.store.book[-1:].title', ['The Lord of the Rings']],
    ['$.store.book[(@.length-1)].title', 'The Lord of the Rings'],
    ['$.store.book[0,1].price', [8.95, 12.99]],
    ['$.store.book[:2].price', [8.95, 12.99]],
    ['$.store.book[1:3].price', [12.99, 8.99]],
    ['$.store.book[?(@.isbn)].title', ['Moby Dick', 'The Lord of the Rings']],
    ['$.store.book[?(!@.isbn)].title', ['Sayings of the Century', 'Sword of Honour']],
    ['$.store.book[?(@.price < 10)].title', ['Sayings of the Century', 'Moby Dick']],
    ['$.store.book[?(@.price <= $.expensive)].price', [8.95, 8.99]],
    ["$.store.book[?(@.category == 'fiction' && @.price > 20)].price", [22.99]],
    ["$.store.book[?(@.category == 'reference' || @.price > 20)].price", [8.95, 22.99]],
    ['$.store.book[?(@.author =~ /.*rees/i)].price', [8.95]],
    ["$['store']['bicycle']['color']", 'red'],
    ["$.store.book[0]['title','price']", { title: 'Sayings of the Century', price: 8.95 }],
    ['$.store.none', ''],
    ['$.store.book[9]', ''],
    ['$.store.book[*].isbn', ['0-553-21311-3', '0-395-19395-8']],
    ['$..none', []],
    ['$.expensive.none', ''],
  ])('%s', (path, found) => {
    expect(find(path, STORE)).toEqual(found);
  });

  test.each(['$.', '$..', '$[', '$[?(@.a]', "$['a'", '$.a[b]'])('nothing, because Jayway throws: %s', (path) => {
    expect(find(path, STORE)).toBe('exception');
  });

  test('what JavaScript finds at the same keys and indexes', () => {
    const key = fc
      .string({ unit: fc.constantFrom('a', 'b', 'Z', '0', '_'), minLength: 1, maxLength: 3 })
      .filter((name) => /^[a-zA-Z_]/.test(name));
    const leaf = fc.oneof(fc.integer(), fc.boolean(), fc.string({ unit: 'grapheme-ascii' }));
    fc.assert(
      fc.property(fc.array(fc.oneof(key, fc.nat({ max: 3 })), { maxLength: 6 }), leaf, (steps, value) => {
        const document = steps.reduceRight<unknown>((inner, step) => {
          return typeof step === 'number' ? [...Array.from({ length: step }, () => 'x'), inner] : { other: 1, [step]: inner };
        }, value);
        const path = steps.map((step, index) => (typeof step === 'number' ? `[${step}]` : index % 2 === 0 ? `.${step}` : `['${step}']`));
        expect(find(`$${path.join('')}`, JSON.stringify(document))).toEqual(value);
      }),
    );
  });
});
