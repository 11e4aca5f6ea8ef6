import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { filesIn } from '../files.js';

/** A regular expression in src, at its first place. */
export interface Expression {
  readonly place: string;
  readonly source: string;
  readonly flags: string;
}

const files = filesIn('src', '.ts').map((file) => ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true));

/** Returns every regular expression in src once. */
export function findExpressions(): Expression[] {
  const all = files.flatMap((file) => nodesOf(file, ts.isRegularExpressionLiteral).map((node) => readLiteral(file, node)));
  return [...new Map(all.toReversed().map((found) => [textOf(found), found])).values()].toReversed();
}

/** Returns the files that create regular expressions at run time. */
export function findMakers(): string[] {
  const makes = (file: ts.SourceFile): boolean =>
    nodesOf(file, ts.isNewExpression).some(({ expression }) => expression.getText(file) === 'RegExp');
  return files.filter(makes).map(({ fileName }) => fileName);
}

export function textOf({ source, flags }: Expression): string {
  return `/${source}/${flags}`;
}

function readLiteral(file: ts.SourceFile, node: ts.RegularExpressionLiteral): Expression {
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
