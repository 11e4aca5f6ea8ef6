import { relative } from 'node:path';
import ts from 'typescript';
import { readEntryExports } from '../entry-exports.js';
import type { Sentence } from './text-sentences.js';

/** Finds the first sentence of the doc comment of everything that the entries export, and of its fields and methods. */
export function docSentences(entries: readonly string[]): Sentence[] {
  const { checker, symbols } = readEntryExports(entries);
  const found = new Map<string, Sentence>();
  for (const symbol of symbols) {
    const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
    for (const declaration of target.declarations ?? [])
      for (const sentence of sentencesOf(declaration)) found.set(sentence.place, sentence);
  }
  return [...found.values()].sort((a, b) => (a.place < b.place ? -1 : 1));
}

/** The first sentences of a declaration and of everything in it: fields, methods, and members of nested types. */
function sentencesOf(declaration: ts.Node): Sentence[] {
  const owner = ts.isVariableDeclaration(declaration) ? declaration.parent.parent : declaration;
  const sentences: Sentence[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isBlock(node)) return;
    for (const comment of ts.getJSDocCommentsAndTags(node)) if (ts.isJSDoc(comment)) sentences.push(...sentenceOf(comment));
    ts.forEachChild(node, visit);
  };
  visit(owner);
  return sentences;
}

function sentenceOf(comment: ts.JSDoc): Sentence[] {
  const file = comment.getSourceFile();
  const text = (ts.getTextOfJSDocComment(comment.comment) ?? '').replace(/\s+/g, ' ').trim();
  const first = /^.*?[.?](?= [A-Z`]|$)/.exec(text)?.[0] ?? text;
  const { line } = file.getLineAndCharacterOfPosition(comment.getStart(file));
  return first === '' ? [] : [{ place: `${relative('.', file.fileName)}:${line + 1}`, kind: 'doc', text: first }];
}
