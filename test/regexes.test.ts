import { readFileSync } from 'node:fs';
import { checkSync } from 'recheck';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { filesIn } from './files.js';

// A regular expression that backtracks can take seconds for a few kilobytes that a client sends. recheck proves that an expression is
// linear, or finds a string for which it is slow.

interface Found {
  place: string;
  source: string;
  flags: string;
}

const files = filesIn('src', '.ts').map((file) => ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true));
const all = files.flatMap((file) => nodesOf(file, ts.isRegularExpressionLiteral).map((node) => readLiteral(file, node)));
/** Each regular expression once, at its first place. */
const literals = [...new Map(all.toReversed().map((found) => [`/${found.source}/${found.flags}`, found])).values()].toReversed();

/** The files that create regular expressions at run time, and why that is safe. */
const MADE_AT_RUN_TIME: Readonly<Record<string, string>> = {
  'src/custom/regex/characters.ts': 'It has one class of characters between `^` and `$`, so that there is nothing to backtrack.',
};

describe('every regular expression in src', () => {
  test.each(literals)('$place needs linear time: /$source/$flags', ({ source, flags }) => {
    const diagnostics = checkSync(source, flags, { timeout: 20_000 });
    const { status, complexity } = diagnostics as { status: string; complexity?: { summary: string } }; // every kind has the first, most the second
    expect({ status, complexity: complexity?.summary }).toEqual({ status: 'safe', complexity: expect.stringMatching(/^(linear|safe)/) });
  });

  test('is a literal, unless the table explains why it is created at run time', () => {
    const made = files.filter((file) => nodesOf(file, ts.isNewExpression).some(({ expression }) => expression.getText(file) === 'RegExp'));
    expect(made.map(({ fileName }) => fileName)).toEqual(Object.keys(MADE_AT_RUN_TIME));
  });
});

function readLiteral(file: ts.SourceFile, node: ts.RegularExpressionLiteral): Found {
  const end = node.text.lastIndexOf('/');
  const { line } = file.getLineAndCharacterOfPosition(node.getStart(file));
  return { place: `${file.fileName}:${line + 1}`, source: node.text.slice(1, end), flags: node.text.slice(end + 1) };
}

function nodesOf<T extends ts.Node>(root: ts.Node, is: (node: ts.Node) => node is T): T[] {
  const found: T[] = [];
  const visit = (node: ts.Node): void => {
    if (is(node)) found.push(node);
    ts.forEachChild(node, visit);
  };
  visit(root);
  return found;
}
