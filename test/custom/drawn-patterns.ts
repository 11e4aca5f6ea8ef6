import fc from 'fast-check';

// Draws of Java's regular expressions, and texts to compare with them.

const atom = fc.constantFrom(
  ...['a', 'b', 'c', 'A', '1', '_', ' ', '.', '-', '/', "'", '"', 'é', '\n'],
  ...['\\d', '\\w', '\\s', '\\D', '\\W', '\\S', '\\h', '\\.', '\\\\', '\\n', '\\t', '\\Qa.\\E', '\\x41', '\\u0062'],
  ...['[ab]', '[^a]', '[a-c&&[^b]]', '[a-b[1-2]]', '[^a-b1]', '[\\w.-]', '[a-]', '[]a]', '[^]a]', '[^a&&b]', '[a&&ab]'],
  ...['\\p{Lower}', '\\p{L}', '\\P{Alpha}', '\\p{Punct}'],
  ...['^', '$', '\\b', '\\B', '\\A', '\\z', '\\Z'],
);
const isPlace = (text: string): boolean => /^(?:[\^$]|\\[bBAzZ])$/.test(text);
const repeat = fc.constantFrom(
  '',
  '',
  '',
  '',
  '*',
  '+',
  '?',
  '*?',
  '+?',
  '??',
  '*+',
  '++',
  '?+',
  '{2}',
  '{1,2}',
  '{0,3}?',
  '{2,}',
  '{1,}+',
);
const group = fc.constantFrom('(', '(?:', '(', '(?i:', '(?=', '(?!', '(?>', '(?<n>', '(?s:', '(?m:', '(?<=', '(?<!');

export const { pattern } = fc.letrec<{ pattern: string; branch: string; item: string }>((tie) => ({
  pattern: fc.array(tie('branch'), { minLength: 1, maxLength: 2 }).map((branches) => branches.join('|')),
  branch: fc.array(tie('item'), { maxLength: 4 }).map((items) => items.join('')),
  item: fc.oneof(
    { maxDepth: 4 },
    { weight: 6, arbitrary: fc.tuple(atom, repeat).map(([one, times]) => (isPlace(one) ? one : one + times)) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(group, tie('pattern'), repeat)
        .map(([start, inner, times]) => `${start}${inner})${/[=!]$/.test(start) ? '' : times}`),
    },
    { weight: 1, arbitrary: fc.constantFrom('\\1', '\\2', '(?i)', '\\k<n>') },
  ),
}));

/** Texts to compare with patterns. */
export const subject: fc.Arbitrary<string> = fc
  .array(fc.constantFrom('a', 'b', 'c', 'A', 'B', '1', '2', ' ', '.', '\n', '\r\n', '_', '-', 'é', 'x', 'ab', '😀'), { maxLength: 9 })
  .map((parts) => parts.join(''));
