import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import ts from 'typescript';
import { beforeAll, describe, expect, test } from 'vitest';
import { compileText } from './language.js';

const FILE = resolve('test/types/mistakes.test-d.ts');
const EXPECTATION = /^( *)\/\/ @ts-expect-error (.*)$/;

/** The mistakes in the file: the quoted message, by the number of the line that follows it. */
const quoted = new Map(
  readFileSync(FILE, 'utf8')
    .split('\n')
    .flatMap((line, index) => (EXPECTATION.test(line) ? [[index + 1, EXPECTATION.exec(line)?.[2] ?? ''] as const] : [])),
);

describe('mistakes.test-d.ts', () => {
  let messages: Map<number, string>;
  beforeAll(() => {
    // Without the directives, the compiler reports what they hide.
    messages = messagesOf(readFileSync(FILE, 'utf8').replace(/\/\/ @ts-expect-error/g, '// expected:'));
  }, 120_000);

  test('has at least twelve mistakes', () => {
    expect(quoted.size).toBeGreaterThanOrEqual(12);
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
