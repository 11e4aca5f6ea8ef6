import type { Token } from './lexer.js';
import type { MacroNode, Nodes } from './nodes.js';
import { TemplateSyntaxError } from './template-syntax-error.js';
import { literalOf, type TokenStream } from './token-stream.js';

/** What the parts of the parser share. */
export interface Parser {
  readonly stream: TokenStream;
  /** Where the parsed text starts in the template: a string in quotes is parsed as a template, too. */
  readonly offset: number;
  /** The names of macros that were read. */
  readonly names: Set<string>;
  /** The macros that are defined. */
  readonly macros: Map<string, MacroNode>;
  /** What Velocity does once the text is parsed, in this order: it parses the strings in it, and defines the macros. */
  readonly later: (() => void)[];
  /** Whether this is the text of a string or of `#evaluate`. */
  readonly isInside: boolean;
  /** Levels of nesting, of all texts inside each other. */
  readonly nesting: { depth: number };
  /** Reads statements up to a token that none starts with. */
  parseStatements(): Nodes;
  /** Parses the text of a string that starts at a token, once this text is parsed. */
  parseInside(text: string, token: Token): Nodes;
}

/** Blocks, expressions and strings inside each other. */
const MAX_DEPTH = 200;

/** Counts a level of nesting while `parse` runs. */
export function nest<T>({ nesting, stream }: Parser, parse: () => T): T {
  nesting.depth += 1;
  if (nesting.depth > MAX_DEPTH)
    throw new TemplateSyntaxError(`More than ${MAX_DEPTH} levels of nesting.`, stream.tokens.at(-1)?.offset ?? 0);
  const result = parse();
  nesting.depth -= 1;
  return result;
}

/** Returns whether Velocity already knows a macro of this name when it reads a backslash before it. */
export function isMacroName({ names, macros, isInside }: Parser, name: string): boolean {
  return names.has(name) || (isInside && macros.has(name));
}

/** Where a token stands in the template. */
export function placeOf({ offset }: Parser, token: Token): number {
  return offset + token.offset;
}

/** The source between two indexes of tokens, joined when it is asked for. */
export function sourceOf({ stream }: Parser, start: number, end: number): () => string {
  return () => literalOf(stream, start, end);
}
