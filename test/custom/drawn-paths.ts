import fc from 'fast-check';

// Draws of JSONPaths: most as the grammar says, some of characters that mean something.

const key = fc.constantFrom('a', 'b', 'k', 'list', 'map', 'text', 'n', 'size', '1', 'it-em', '*', 'nope');

const condition = fc.oneof(
  fc.tuple(fc.constantFrom('@.', '$.', '@.a.', '!@.'), key).map(([start, name]) => start + name),
  fc
    .tuple(
      fc.constantFrom('@.', '$.'),
      key,
      fc.constantFrom('==', '!=', '<', '>', '<=', '>=', ' == ', ' =~ '),
      fc.constantFrom("'x'", '5', '1', 'null', 'true', "'5'", '@.b', '$.n', '/x.*/', '/X/i', "''", '1.5'),
    )
    .map((parts) => parts.join('')),
);

const filter = fc
  .tuple(condition, fc.array(fc.tuple(fc.constantFrom('&&', '||', ' && ', ' || '), condition), { maxLength: 2 }))
  .map(([first, more]) => `[?(${first}${more.flat().join('')})]`);

const step = fc.oneof(
  { weight: 6, arbitrary: key.map((name) => `.${name}`) },
  { weight: 2, arbitrary: key.map((name) => `['${name}']`) },
  { weight: 1, arbitrary: fc.tuple(key, key).map(([a, b]) => `['${a}','${b}']`) },
  { weight: 2, arbitrary: fc.constantFrom('[*]', '[0]', '[1]', '[-1]', '[0,1]', '[1:]', '[:1]', '[:-1]', '[0:2]', '[-2:]', '[1:3]') },
  { weight: 1, arbitrary: fc.constantFrom('[ 0 ]', '[2,0]', '[]', '[a]', '[:]', '[1:2:3]', '[(@.length-1)]', '[(@.size()-2)]') },
  { weight: 2, arbitrary: key.map((name) => `..${name}`) },
  { weight: 1, arbitrary: fc.constantFrom('..*', '..[0]', '..[*]', '..[?(@.a)]', '..[1:]', "..['a','b']") },
  { weight: 2, arbitrary: filter },
);

const noise = fc.constantFrom('$', '.', '[', ']', "'", 'a', '*', '?', '(', ')', '@', '0', '-', ':', ',', '..', '=', ' ', 'b');

/** JSONPaths. */
export const jsonPath: fc.Arbitrary<string> = fc.oneof(
  { weight: 9, arbitrary: fc.array(step, { maxLength: 4 }).map((steps) => `$${steps.join('')}`) },
  { weight: 1, arbitrary: fc.array(noise, { maxLength: 8 }).map((parts) => parts.join('')) },
);
