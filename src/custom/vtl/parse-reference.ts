import type { Token } from './lexer.js';
import type { TokenKind } from './lexer-rules.js';
import type { Access, Expression, Reference } from './nodes.js';
import { nest, type Parser, placeOf, sourceOf } from './parser.js';
import { accept, expect, isNext, peek } from './token-stream.js';

/** What the argument of a method can start with. */
export const PARAMETER_START = [
  'blank',
  'string',
  'integer',
  '[',
  '{',
  'true',
  'false',
  'identifier',
  'curly{',
  'float',
] as const satisfies readonly TokenKind[];

/** How arguments and indexes are read. */
export interface ParseArguments {
  parameter(parser: Parser): Expression;
  index(parser: Parser): Expression;
}

/** Reads a reference whose first token comes next. */
export function parseReference(parser: Parser, parse: ParseArguments): Reference {
  return nest(parser, () => {
    const { stream } = parser;
    const start = stream.next;
    const curly = accept(stream, 'curly{');
    const name = expect(stream, 'identifier');
    const path = parsePath(parser, parse);
    if (curly !== undefined) expect(stream, 'curly}');
    const first = curly ?? name;
    return {
      type: 'reference',
      path,
      ...readStart(first, name),
      at: placeOf(parser, first),
      literal: sourceOf(parser, start, stream.next),
    };
  });
}

function parsePath(parser: Parser, parse: ParseArguments): Access[] {
  const { stream } = parser;
  const path: Access[] = [];
  parseIndexes(parser, parse, path);
  while (isNext(stream, '.') && peek(stream, 1).kind === 'identifier') {
    stream.next += 1;
    const { image: name } = expect(stream, 'identifier');
    // Velocity looks three tokens ahead: the name, the parenthesis and what follows.
    const isMethod = isNext(stream, '(') && ['arguments)', ...PARAMETER_START].includes(peek(stream, 1).kind);
    path.push(isMethod ? { type: 'method', name, args: parseArguments(parser, parse) } : { type: 'property', name });
    parseIndexes(parser, parse, path);
  }
  return path;
}

function parseIndexes(parser: Parser, parse: ParseArguments, path: Access[]): void {
  const { stream } = parser;
  while (accept(stream, 'index[')) {
    path.push({ type: 'index', argument: parse.index(parser) });
    expect(stream, 'index]');
  }
}

function parseArguments(parser: Parser, parse: ParseArguments): Expression[] {
  const { stream } = parser;
  const args: Expression[] = [];
  expect(stream, '(');
  if (isNext(stream, ...PARAMETER_START)) {
    do args.push(parse.parameter(parser));
    while (accept(stream, ','));
  }
  expect(stream, 'arguments)');
  return args;
}

type Start = Pick<Reference, 'root' | 'setName' | 'isEscaped' | 'isText' | 'hasNoValue' | 'backslashes' | 'prefix'>;

/** Takes apart the first token, which holds everything from the first backslash to the name. */
function readStart(first: Token, name: Token): Start {
  const plain = { isEscaped: false, isText: false, hasNoValue: false, backslashes: '', prefix: '' };
  if (first.image.includes('\\!')) {
    const text = withoutOneBackslash(first.image);
    return { ...plain, root: text, setName: first.image.slice(1), hasNoValue: true };
  }
  const count = /^\\*/.exec(first.image)?.[0].length ?? 0;
  first.image = first.image.slice(count);
  const dollar = Math.max(0, first.image.lastIndexOf('$'));
  const prefix = first.image.slice(0, dollar);
  first.image = first.image.slice(dollar);
  const start = { ...plain, isEscaped: count % 2 === 1, backslashes: '\\'.repeat(count / 2), prefix, setName: first.image.slice(1) };
  if (!first.image.startsWith('$')) return { ...start, root: first.image, isText: true };
  return { ...start, root: first.image.endsWith('{') ? name.image : first.image.replace(/^\$!?/, '') };
}

/** `$\\!a` is printed with one backslash less. */
function withoutOneBackslash(image: string): string {
  const dollar = image.indexOf('$');
  return dollar < 0 ? image : image.slice(0, dollar) + image.slice(dollar).replace(/\\(\\*)/, '$1');
}
