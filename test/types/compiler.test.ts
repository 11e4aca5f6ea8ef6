import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { compileTexts } from './language.js';
import { COST_TEXTS, instantiationsPerRefinement } from './refine-cost.js';

// Both tests compile with the declarations of zod and the browser, which take long to read and check, so they are one program.

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

// Without the directives, the compiler reports what they hide.
const { program, sources } = compileTexts({ [FILE]: text.replace(/\/\/ @ts-expect-error/g, '// expected:'), ...COST_TEXTS });
const [mistakes, ...costs] = sources;

describe('mistakes.test-d.ts', () => {
  test('has at least thirty mistakes', () => {
    expect(quoted.size).toBeGreaterThanOrEqual(30);
  });

  test('quotes the first line of each message', () => {
    expect(Object.fromEntries(messagesOf(mistakes))).toEqual(Object.fromEntries(quoted));
  }, 120_000);
});

/** Returns the first line of each error's message, by the number of its line, counted from 0. */
function messagesOf(source: ts.SourceFile | undefined): Map<number | undefined, string> {
  return new Map(
    program.getSemanticDiagnostics(source).map(({ start = 0, messageText }) => {
      const [first = ''] = ts.flattenDiagnosticMessageText(messageText, '\n').split('\n');
      return [source?.getLineAndCharacterOfPosition(start).line, first];
    }),
  );
}

/** Most instantiations of types that a further call of `refineEvent` may cost. The number is the same on every computer. */
const LIMIT = 1500;

describe('refineEvent', () => {
  test(`costs the compiler at most ${LIMIT} instantiations`, () => {
    const cost = instantiationsPerRefinement({ program, sources: costs });
    expect(cost).toBeLessThanOrEqual(LIMIT);
    expect(cost).toBeGreaterThan(0);
  }, 120_000);
});
