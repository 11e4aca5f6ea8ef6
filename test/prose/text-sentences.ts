import ts from 'typescript';

/** A sentence that users read. */
export interface Sentence {
  /** Its file and line: `src/cli/run.ts:12`. */
  readonly place: string;
  readonly kind: 'error' | 'issue' | 'cli' | 'page' | 'heading' | 'doc';
  readonly text: string;
}

/** The kind of text in each part of the source. The first match counts; everything else is an error. */
const KINDS: readonly (readonly [path: RegExp, kind: Sentence['kind']])[] = [
  [/^src\/cli\//, 'cli'],
  [/^src\/local\/inspect\//, 'page'],
  [/issues?\/|custom-issues/, 'issue'],
];

/** Text for people has at least two words, or ends like a sentence. */
const PROSE = /[A-Za-z}`'"]\s+[A-Za-z`'"$]|[A-Za-z]\.$/;
/** Text with two words that nobody reads: JSON, certificates, and lists of header names. */
const NOT_PROSE = /^\{"|^-----|^[a-z-]+(?: [a-z-]+){2,}$/;
/** The text that people read in HTML and in a script: text between tags, and strings. */
const SHOWN = />([^<>{}]+)<|'([^']+)'/g;

/** Finds the string literals and templates of a file that contain prose. A text of several lines becomes several sentences. */
export function textSentences(file: string, code: string): Sentence[] {
  const source = ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true);
  const kind = KINDS.find(([path]) => path.test(file))?.[1] ?? 'error';
  const found: Sentence[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isTypeNode(node)) return;
    const text = textOf(node, source);
    if (text === undefined) {
      ts.forEachChild(node, visit);
      return;
    }
    const line = source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
    text.split('\n').forEach((part, index) => {
      for (const shown of kind === 'page' && text.includes('\n') ? shownIn(part) : [part.trim()]) {
        if (PROSE.test(shown) && !NOT_PROSE.test(shown)) found.push({ place: `${file}:${line + index}`, kind, text: shown });
      }
    });
    if (ts.isTemplateExpression(node)) for (const span of node.templateSpans) visit(span.expression);
  };
  visit(source);
  return found;
}

function shownIn(line: string): string[] {
  return [...line.matchAll(SHOWN)].map(([, text, string]) => text ?? string ?? '');
}

/**
 * Returns the text of a string literal or template. An expression in a template is shown as source code. `undefined` for any other node.
 */
function textOf(node: ts.Node, source: ts.SourceFile): string | undefined {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return undefined;
  const spans = node.templateSpans.map(({ expression, literal }) => `\${${expression.getText(source)}}${literal.text}`);
  return node.head.text + spans.join('');
}
