import { createLexer, type Token } from './lexer.js';
import type { TokenKind } from './lexer-rules.js';
import type { Branch, Nodes, Statement } from './nodes.js';
import { isDirectiveName, parseDirective } from './parse-directive.js';
import { parseExpression, parseReferenceStatement } from './parse-expression.js';
import { isMacroName, nest, type Parser, placeOf } from './parser.js';
import { TemplateSyntaxError } from './template-syntax-error.js';
import { accept, expect, failUnexpected, isNext, peek, streamOf } from './token-stream.js';

/** A template that is ready to run. */
export interface Template {
  readonly nodes: Nodes;
  /** What it defines before it runs, wherever that stands. */
  readonly definitions: Definitions;
}

/** The macros of a template. Text for `#evaluate` adds to them. */
export type Definitions = Pick<Parser, 'names' | 'macros'>;

/** Parses a template as Velocity 1.7 does. Throws a {@link TemplateSyntaxError}. */
export function parseTemplate(text: string): Template {
  const definitions: Definitions = { names: new Set(), macros: new Map() };
  return { nodes: parseText(text, { ...definitions, offset: 0, isInside: false, nesting: { depth: 0 } }), definitions };
}

/** Parses text that a running template gives to `#evaluate`. */
export function parseEvaluated(text: string, definitions: Definitions): Nodes {
  return parseText(text, { ...definitions, offset: 0, isInside: true, nesting: { depth: 0 } });
}

type Setting = Pick<Parser, 'offset' | 'names' | 'macros' | 'isInside' | 'nesting'>;

function parseText(text: string, setting: Setting): Nodes {
  const parser: Parser = {
    ...setting,
    later: [],
    stream: streamOf(createLexer(text)),
    parseStatements: () => parseStatements(parser),
    parseInside: (inside, token) => parseInside(parser, inside, token),
  };
  const nodes = parseStatements(parser);
  if (!isNext(parser.stream, 'end of template')) failUnexpected(parser.stream);
  for (const act of parser.later) act();
  return nodes;
}

/** The place of a mistake inside a string is that of the string. */
function parseInside(parser: Parser, text: string, token: Token): Nodes {
  const { names, macros, nesting } = parser;
  const offset = placeOf(parser, token) + 1;
  const nodes: Statement[] = [];
  parser.later.push(() => {
    try {
      for (const node of nest(parser, () => parseText(text, { offset, names, macros, nesting, isInside: true }))) nodes.push(node);
    } catch (error) {
      if (error instanceof TemplateSyntaxError) throw new TemplateSyntaxError(`In a string: ${error.message}`, token.offset);
      throw error;
    }
  });
  return nodes;
}

function parseStatements(parser: Parser): Nodes {
  const nodes: Statement[] = [];
  for (let statement = parseStatement(parser); statement !== undefined; statement = parseStatement(parser)) nodes.push(statement);
  return nodes;
}

/** Other tokens that are text outside of directives. */
const TEXT: readonly TokenKind[] = ['text', '.', ')', '(', 'integer', 'float', 'string', 'escape', 'curly{', 'curly}', 'empty index'];

/** Reads the next statement. `undefined` at a token that none starts with, such as `#end`. */
function parseStatement(parser: Parser): Statement | undefined {
  const { stream } = parser;
  const token = peek(stream);
  switch (token.kind) {
    case 'if':
      return nest(parser, () => parseIf(parser));
    case 'identifier':
      return parseReferenceStatement(parser);
    case 'set':
      return parseSet(parser);
    case 'word':
    case 'bracketed word':
      return nest(parser, () => parseDirective(parser));
    case 'double escape':
      return parseEscapes(parser);
    default:
      if (token.kind === 'curly{' && peek(stream, 1).kind === 'identifier') return parseReferenceStatement(parser);
      return parseOther(parser, token);
  }
}

function parseOther(parser: Parser, token: Token): Statement | undefined {
  const { stream } = parser;
  const { kind, image, special } = token;
  if (TEXT.includes(kind)) {
    stream.next += 1;
    return text(special + image);
  }
  switch (kind) {
    case 'line comment start':
      stream.next += 1;
      accept(stream, 'line comment');
      return text(commentText(image));
    case 'comment':
    case 'formal comment':
      stream.next += 1;
      return text(commentText(image));
    case 'verbatim':
      stream.next += 1;
      return text(image.slice('#[['.length, -']]#'.length));
    case 'escaped directive':
      stream.next += 1;
      token.image = unescapeDirective(parser, image);
      return text(token.image);
    default:
      return undefined;
  }
}

function text(content: string): Statement {
  return { type: 'text', text: content };
}

/** What the lexer took along before a comment. */
function commentText(image: string): string {
  const start = image.includes('##') ? image.indexOf('##') : image.indexOf('#*');
  return start < 0 ? '' : image.slice(0, start);
}

/** `\#if` prints `#if`, and one backslash of two is left. Before a word that isn't a directive, all backslashes stay. */
function unescapeDirective(parser: Parser, image: string): string {
  const last = image.lastIndexOf('\\');
  const directive = image.slice(last + 1);
  const name = directive.slice(1).replace(/^\{(.*)\}$/, '$1');
  const isKnown = ['if', 'end', 'set', 'else', 'elseif'].includes(name) || isDirectiveName(name) || isMacroName(parser, name);
  return isKnown ? '\\'.repeat(Math.floor(last / 2)) + directive : image;
}

/** Pairs of backslashes. Before a directive, one of two is left. */
function parseEscapes(parser: Parser): Statement {
  const { stream } = parser;
  let count = 0;
  while (accept(stream, 'double escape')) count += 1;
  const { kind, image } = peek(stream);
  const name = image.slice(1);
  const isDirective = ['if', 'else', 'elseif', 'end'].includes(kind) || isDirectiveName(name) || isMacroName(parser, name);
  return text('\\'.repeat(isDirective ? count : 2 * count));
}

function parseSet(parser: Parser): Statement {
  const { stream } = parser;
  const at = placeOf(parser, expect(stream, 'set'));
  accept(stream, 'blank');
  const target = parseReferenceStatement(parser);
  accept(stream, 'blank');
  if (peek(stream).image !== '=') failUnexpected(stream);
  expect(stream, 'operator');
  const value = parseExpression(parser);
  expect(stream, ')');
  stream.lexer.endSet();
  return { type: 'set', target, value, at };
}

function parseIf(parser: Parser): Statement {
  const { stream } = parser;
  const branches: Branch[] = [];
  while (accept(stream, branches.length === 0 ? 'if' : 'elseif')) branches.push(parseBranch(parser));
  if (accept(stream, 'else')) branches.push({ condition: undefined, body: parser.parseStatements() });
  expect(stream, 'end');
  return { type: 'if', branches };
}

function parseBranch(parser: Parser): Branch {
  const { stream } = parser;
  accept(stream, 'blank');
  expect(stream, '(');
  const condition = parseExpression(parser);
  expect(stream, ')');
  return { condition, body: parser.parseStatements() };
}
