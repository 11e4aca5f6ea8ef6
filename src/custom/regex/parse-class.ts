import { anyOf, between, both, exactly, not } from './characters.js';
import { caseRule, readCharacterEscape, readEscapedPoint } from './parse-escape.js';
import { type CharacterTest, PatternError } from './pattern.js';
import { nest, peek, type Source, skipComments, take, takePoint, takeUntil } from './source.js';

/** Reads a class such as `[a-z&&[^x]]`, behind its first bracket. */
export function parseClass(source: Source): CharacterTest {
  return nest(source, () => {
    const isNegated = take(source, '^');
    const test = readIntersection(source);
    return isNegated ? not(test) : test;
  });
}

/** `&&` binds less than everything else in a class. */
function readIntersection(source: Source): CharacterTest {
  let test: CharacterTest | undefined;
  let isFirst = true;
  for (;;) {
    const part = readUnion(source, isFirst);
    isFirst = false;
    if (part !== undefined) test = test === undefined ? part : both(test, part);
    if (take(source, ']')) break;
    while (take(source, '&&'));
  }
  if (test === undefined) throw new PatternError('Bad class syntax', source.at);
  return test;
}

/** Characters, ranges and classes up to `]` or `&&`. A bracket that comes first is a character. */
function readUnion(source: Source, isFirst: boolean): CharacterTest | undefined {
  const tests: CharacterTest[] = [];
  for (;;) {
    skipComments(source);
    if (peek(source) === '') throw new PatternError('Unclosed character class', source.at - 1);
    const isEnd = peek(source) === ']' && !(isFirst && tests.length === 0);
    if (isEnd || source.text.startsWith('&&', source.at)) return tests.length === 0 ? undefined : anyOf(tests);
    if (take(source, '[')) tests.push(parseClass(source));
    else if (take(source, '\\Q')) {
      for (const one of takeUntil(source, '\\E')) tests.push(exactly(one.codePointAt(0) ?? 0, caseRule(source)));
    } else tests.push(readRange(source));
  }
}

/** One character, a class such as `\d`, or a range. */
function readRange(source: Source): CharacterTest {
  const start = source.at;
  if (peek(source) === '\\' && /[pPdDwWsShHvV]/.test(peek(source, 1))) {
    source.at += 1;
    return readCharacterEscape(source);
  }
  const from = readPoint(source);
  skipComments(source);
  const isRange = peek(source) === '-' && !['', ']', '['].includes(peek(source, 1)) && !source.text.startsWith('-&&', source.at);
  if (!isRange) return exactly(from, caseRule(source));
  source.at += 1;
  const to = readPoint(source);
  if (to < from) throw new PatternError('Illegal character range', start);
  return between(from, to, caseRule(source));
}

function readPoint(source: Source): number {
  return take(source, '\\') ? readEscapedPoint(source) : takePoint(source);
}
