import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import ts from 'typescript';
import { beforeAll, describe, expect, test } from 'vitest';
import { compileText } from './language.js';
import { instantiationsPerRefinement } from './refine-cost.js';

// Both tests compile with the declarations of zod and the browser, which take long to read, so they share them in one file.

const FILE = resolve('test/types/mistakes.test-d.ts');
/** The comment about a mistake, in one line or several, up to the line with the mistake. */
const EXPECTATION = /^ *\/\/ @ts-expect-error (.*\n(?: *\/\/ .*\n)*)/gm;

const text = readFileSync(FILE, 'utf8');

/** The quoted message of each mistake, by the number of its line, counted from 0. */
const quoted = new Map(
  Array.from(text.matchAll(EXPECTATION), ({ 0: comment, 1: message = '', index }) => [
    text.slice(0, index + comment.length).split('\n').length - 1,
    message.replace(/\n *(?:\/\/ *)?/g, ' ').trim(),
  ]),
);

describe('mistakes.test-d.ts', () => {
  let messages: Map<number, string>;
  beforeAll(() => {
    // Without the directives, the compiler reports what they hide.
    messages = messagesOf(text.replace(/\/\/ @ts-expect-error/g, '// expected:'));
  }, 120_000);

  test('has at least thirty mistakes', () => {
    expect(quoted.size).toBeGreaterThanOrEqual(30);
  });

  test('quotes the first line of each message', () => {
    expect(Object.fromEntries(messages)).toEqual(Object.fromEntries(quoted));
  });
});

/** Returns the first line of each error's message, by the number of its line, counted from 0. */
function messagesOf(text: string): Map<number, string> {
  const { program, source } = compileText(FILE, text);
  return new Map(
    program.getSemanticDiagnostics(source).map(({ start = 0, messageText }) => {
      const [first = ''] = ts.flattenDiagnosticMessageText(messageText, '\n').split('\n');
      return [source.getLineAndCharacterOfPosition(start).line, first];
    }),
  );
}

/** Most instantiations of types that a further call of `refineEvent` may cost. The number is the same on every computer. */
const LIMIT = 1500;

describe('refineEvent', () => {
  test(`costs the compiler at most ${LIMIT} instantiations`, () => {
    const cost = instantiationsPerRefinement();
    expect(cost).toBeLessThanOrEqual(LIMIT);
    expect(cost).toBeGreaterThan(0);
  }, 120_000);
});
