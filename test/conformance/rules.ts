import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { filesIn } from '../files.js';
import { OPEN_CASES } from './judge.js';

/** A place in the source that names the evidence for a rule. */
export interface Rule {
  /** Where: `src/render/body/body.ts:31`. */
  readonly place: string;
  /** Ids of the cases that show the rule. Empty if the source names none, which is a mistake. */
  readonly cases: readonly string[];
  /** The line that names them. */
  readonly line: string;
}

/** `recorded [case-id]` or `reported [one-case, another-case]` in a comment, but not in a sentence such as "nobody has recorded it" or "the recorded cases". */
const WORD = /(?<!\b(?:has|have|is|are|was|been|and|not) )\b(?:[Rr]ecorded|[Rr]eported)\b(?! cases?\b)(?:\s\[([^\]]*)\])?/g;
const ADDRESS = /\[([a-z][^\]\s]*(?:,\s[^\]\s]+)*)\]/gi;

/** The ids of all cases in `data/`. */
export function caseIds(): Set<string> {
  return new Set(OPEN_CASES.flatMap((path) => (JSON.parse(readFileSync(path, 'utf8')) as { id: string }[]).map(({ id }) => id)));
}

/**
 * Finds every rule in src that is marked `recorded` or `reported`. A comment names its cases after the word. The evidence words in a table
 * (`'recorded'`) have their cases in the comment above them, or at the end of the line.
 */
export function findRules(): Rule[] {
  return filesIn('src', '.ts')
    .filter((file) => file !== 'src/aws/evidence.ts')
    .flatMap(rulesIn);
}

function rulesIn(file: string): Rule[] {
  const text = readFileSync(file, 'utf8');
  if (!/recorded|reported/i.test(text)) return [];
  const lines = text.split('\n');
  const rules: Rule[] = [];
  let above: string[] = [];
  for (const { kind, start, token } of tokensOf(text)) {
    const number = text.slice(0, start).split('\n').length;
    if (isComment(kind)) {
      above = [...token.matchAll(ADDRESS)].flatMap(([, ids = '']) => ids.split(/,\s/));
      for (const match of token.matchAll(WORD)) {
        const at = number + token.slice(0, match.index).split('\n').length - 1;
        rules.push({ place: `${file}:${at}`, cases: match[1]?.split(/,\s/) ?? [], line: lines[at - 1]?.trim() ?? '' });
      }
    } else if (kind === ts.SyntaxKind.StringLiteral && /^'(?:recorded|reported)'$/.test(token)) {
      const line = lines[number - 1] ?? '';
      const beside = [...line.matchAll(ADDRESS)].flatMap(([, ids = '']) => ids.split(/,\s/));
      rules.push({ place: `${file}:${number}`, cases: line.includes('//') ? beside : above, line: line.trim() });
    }
  }
  return rules;
}

function isComment(kind: ts.SyntaxKind): boolean {
  return kind === ts.SyntaxKind.SingleLineCommentTrivia || kind === ts.SyntaxKind.MultiLineCommentTrivia;
}

interface Token {
  readonly kind: ts.SyntaxKind;
  readonly start: number;
  readonly token: string;
}

/** The comments and string literals of a source text, in order. */
function tokensOf(text: string): Token[] {
  const file = ts.createSourceFile('a.ts', text, ts.ScriptTarget.Latest, true);
  const tokens = new Map<number, Token>();
  const add = (kind: ts.SyntaxKind, start: number, end: number): void => {
    tokens.set(start, { kind, start, token: text.slice(start, end) });
  };
  const visit = (node: ts.Node): void => {
    for (const range of ts.getLeadingCommentRanges(text, node.getFullStart()) ?? []) add(range.kind, range.pos, range.end);
    for (const range of ts.getTrailingCommentRanges(text, node.end) ?? []) add(range.kind, range.pos, range.end);
    if (ts.isStringLiteral(node)) add(node.kind, node.getStart(file), node.end);
    for (const child of node.getChildren(file)) visit(child);
  };
  visit(file);
  return joinLines(
    [...tokens.values()].sort((a, b) => a.start - b.start),
    text,
  );
}

/** Makes one comment of the lines that follow each other, each without its `//` or `*`, so that an address may be broken like a sentence. */
function joinLines(tokens: readonly Token[], text: string): Token[] {
  const joined: Token[] = [];
  for (const next of tokens) {
    const last = joined.at(-1);
    const follows =
      last?.kind === ts.SyntaxKind.SingleLineCommentTrivia && next.kind === last.kind && /^\n *$/.test(text.slice(endOf(last), next.start));
    if (follows) joined[joined.length - 1] = { ...last, token: text.slice(last.start, endOf(next)) };
    else joined.push(next);
  }
  return joined.map((token) => ({ ...token, token: token.token.replace(/\n *(?:\/\/|\*) ?/g, '\n') }));
}

function endOf({ start, token }: Token): number {
  return start + token.length;
}
