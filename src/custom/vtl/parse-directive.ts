import type { Token } from './lexer.js';
import type { TokenKind } from './lexer-rules.js';
import type { Expression, Nodes, Statement } from './nodes.js';
import { parseDirectiveArgument } from './parse-expression.js';
import { type Parser, placeOf, sourceOf } from './parser.js';
import { TemplateSyntaxError } from './template-syntax-error.js';
import { accept, expect, isNext, peek, type TokenStream } from './token-stream.js';

/** The directives that are not part of Velocity's grammar, and whether `#end` ends them. */
const DIRECTIVES = {
  foreach: 'block',
  define: 'block',
  macro: 'block',
  literal: 'block',
  include: 'line',
  parse: 'line',
  evaluate: 'line',
  break: 'line',
  stop: 'line',
} as const;

type DirectiveName = keyof typeof DIRECTIVES;

export function isDirectiveName(name: string): name is DirectiveName {
  return Object.hasOwn(DIRECTIVES, name);
}

interface Argument {
  readonly value: Expression;
  /** The indexes of its tokens. */
  readonly start: number;
  readonly end: number;
}

/** A directive that was read: its name, arguments and body. */
interface Directive {
  readonly token: Token;
  readonly name: string;
  readonly start: number;
  readonly args: readonly Argument[];
  readonly body: Nodes | undefined;
  /** The indexes of the body's tokens. */
  readonly bodyStart: number;
  readonly bodyEnd: number;
}

/** Reads a directive, the call of a macro, or what only looks like one. */
export function parseDirective(parser: Parser): Statement {
  const { stream } = parser;
  const start = stream.next;
  const token = expect(stream, 'word', 'bracketed word');
  const name = token.kind === 'word' ? token.image.slice(1) : token.image.slice(2, -1);
  stream.lexer.enterDirective();
  if (!stream.lexer.isParenthesisNext()) {
    stream.lexer.leave();
    return bareDirective(parser, name, token);
  }
  accept(stream, 'blank');
  expect(stream, '(');
  const args = parseArguments(parser, name);
  accept(stream, 'blank');
  expect(stream, ')');
  const bodyStart = stream.next;
  const body = hasBody(name) ? parser.parseStatements() : undefined;
  const bodyEnd = stream.next;
  if (body !== undefined) expect(stream, 'end');
  return build(parser, { token, name, start, args, body, bodyStart, bodyEnd });
}

function hasBody(name: string): boolean {
  return isDirectiveName(name) ? DIRECTIVES[name] === 'block' : name.startsWith('@');
}

/** A name without parentheses: only `#break` and `#stop` mean something then, and `#include` prints nothing. */
function bareDirective(parser: Parser, name: string, token: Token): Statement {
  const at = placeOf(parser, token);
  if (name.startsWith('@')) return { type: 'text', text: `#${name}` };
  if (!isDirectiveName(name)) return { type: 'call', name, args: [], body: undefined, literal: () => token.image, at };
  if (name === 'break' || name === 'stop') return { type: name, argument: undefined, at };
  if (name === 'include') return { type: 'text', text: '' };
  if (name === 'parse') return { type: 'load', name, at };
  return fail(`#${name} needs arguments in parentheses.`, token);
}

const ARGUMENT_START = [
  'identifier',
  'curly{',
  'word',
  'string',
  'integer',
  '[',
  'float',
  '{',
  'true',
  'false',
] as const satisfies readonly TokenKind[];

function parseArguments(parser: Parser, name: string): Argument[] {
  const { stream } = parser;
  const args: Argument[] = [];
  while (isArgumentNext(stream)) {
    accept(stream, 'blank');
    if (accept(stream, ',')) accept(stream, 'blank');
    const start = stream.next;
    const token = peek(stream);
    const value = parseDirectiveArgument(parser);
    checkArgument(parser, name, token, args.length);
    args.push({ value, start, end: stream.next });
  }
  return args;
}

/** Velocity looks two tokens ahead. */
function isArgumentNext(stream: TokenStream): boolean {
  if (isNext(stream, ...ARGUMENT_START)) return true;
  if (isNext(stream, 'blank')) return [',', ...ARGUMENT_START].includes(peek(stream, 1).kind);
  return isNext(stream, ',') && ['blank', ...ARGUMENT_START].includes(peek(stream, 1).kind);
}

/** A word can be the name of a macro, the `in` of a loop, or an argument of a macro that may still be defined. */
function checkArgument(parser: Parser, name: string, token: Token, position: number): void {
  const isWord = token.kind === 'word';
  if (name === 'macro' && position === 0) {
    if (!isWord) fail('The first argument of #macro must be its name.', token);
    return;
  }
  if (!isWord) return;
  const isAllowed = isDirectiveName(name) ? name === 'foreach' && position === 1 : !(parser.isInside && parser.macros.has(name));
  if (!isAllowed) fail(`Invalid argument ${JSON.stringify(token.image)} of #${name}.`, token);
}

function fail(message: string, { offset }: Token): never {
  throw new TemplateSyntaxError(message, offset);
}

function build(parser: Parser, directive: Directive): Statement {
  const { name, args, token, body = [] } = directive;
  const at = placeOf(parser, token);
  const [first] = args;
  switch (name) {
    case 'foreach':
      return buildForeach(parser, directive);
    case 'define':
      if (args.length !== 1 || first === undefined) return fail('#define needs the name of one variable.', token);
      return { type: 'define', name: firstImage(parser, first).slice(1), body, at };
    case 'macro':
      return buildMacro(parser, directive);
    case 'literal':
      return buildLiteral(parser, directive);
    case 'evaluate':
      return { type: 'evaluate', argument: requireEvaluable(args, token), at };
    case 'break':
    case 'stop':
      if (args.length > 1) return fail(`#${name} accepts at most one argument.`, token);
      return { type: name, argument: first?.value, at };
    case 'include':
    case 'parse':
      return { type: 'load', name, at };
    default:
      return buildCall(parser, directive);
  }
}

function firstImage({ stream }: Parser, { start }: Argument): string {
  return stream.tokens[start]?.image ?? '';
}

/** The list is the third argument, whatever stands between; a fourth one is rendered instead of the body. */
function buildForeach(parser: Parser, { args, token, body = [] }: Directive): Statement {
  const [variable, , list, instead] = args;
  const named = variable?.value;
  return {
    type: 'foreach',
    variable: named?.type === 'reference' ? named.root : variable === undefined ? '' : firstImage(parser, variable).slice(1),
    list: list?.value,
    body: instead === undefined ? body : instead.value.type === 'reference' ? [instead.value] : [],
    isBroken: args.length < 2,
    at: placeOf(parser, token),
  };
}

/** Of two macros of one name, the first counts. */
function buildMacro(parser: Parser, { args, token, body = [] }: Directive): Statement {
  const [name, ...parameters] = args.map((argument) => firstImage(parser, argument));
  if (name === undefined) return fail('#macro needs a name.', token);
  const names = parameters.map((parameter) => parameter.replace(/^\$/, ''));
  parser.names.add(name);
  parser.later.push(() => {
    if (!parser.macros.has(name)) parser.macros.set(name, { type: 'macro', name, parameters: names, body });
  });
  return { type: 'text', text: '' };
}

function buildLiteral(parser: Parser, { args, token, bodyStart, bodyEnd }: Directive): Statement {
  const [first] = args;
  const { start, end } = first ?? { start: bodyStart, end: bodyEnd };
  if (start === end) return fail('#literal must not be empty.', token);
  return { type: 'text', text: sourceOf(parser, start, end)() };
}

function requireEvaluable(args: readonly Argument[], token: Token): Expression {
  const [first] = args;
  if (args.length !== 1 || first === undefined) return fail('#evaluate needs exactly one argument.', token);
  const { value } = first;
  const isAllowed =
    value.type === 'reference' || value.type === 'interpolated' || (value.type === 'constant' && typeof value.value === 'string');
  return isAllowed ? value : fail('The argument of #evaluate must be a string or a reference.', token);
}

function buildCall(parser: Parser, { name, args, body, start, token }: Directive): Statement {
  const { stream } = parser;
  const end = stream.next;
  return {
    type: 'call',
    name: name.replace(/^@/, ''),
    args: args.map(({ value, start: from, end: to }) => ({ value, literal: sourceOf(parser, from, to) })),
    body,
    literal: () =>
      stream.tokens
        .slice(start, end)
        .map(({ image }) => image)
        .join(''),
    at: placeOf(parser, token),
  };
}
