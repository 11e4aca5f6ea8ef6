import type { Lexer, Token } from './lexer.js';
import type { TokenKind } from './lexer-rules.js';
import { TemplateSyntaxError } from './template-syntax-error.js';

/** The tokens of a template, with a look ahead. A token is read no sooner than needed: the parser decides how the lexer goes on. */
export interface TokenStream {
  readonly lexer: Lexer;
  /** Every token that was read. */
  readonly tokens: Token[];
  /** The index of the next token. */
  next: number;
}

export function streamOf(lexer: Lexer): TokenStream {
  return { lexer, tokens: [], next: 0 };
}

/** The token that comes next, or later. */
export function peek(stream: TokenStream, ahead = 0): Token {
  while (stream.tokens.length <= stream.next + ahead) stream.tokens.push(stream.lexer.next());
  const token = stream.tokens[stream.next + ahead];
  if (token === undefined) throw new Error('The lexer never reaches the end.');
  return token;
}

export function isNext(stream: TokenStream, ...kinds: readonly TokenKind[]): boolean {
  return kinds.includes(peek(stream).kind);
}

/** Takes the next token if it is of a kind. */
export function accept(stream: TokenStream, ...kinds: readonly TokenKind[]): Token | undefined {
  return acceptOneOf(stream, kinds);
}

function acceptOneOf(stream: TokenStream, kinds: readonly TokenKind[]): Token | undefined {
  const token = peek(stream);
  if (!kinds.includes(token.kind)) return undefined;
  stream.next += 1;
  return token;
}

/** Takes the next token, which has to be of a kind. */
export function expect(stream: TokenStream, ...kinds: readonly TokenKind[]): Token {
  return acceptOneOf(stream, kinds) ?? failUnexpected(stream);
}

export function failUnexpected(stream: TokenStream): never {
  const { kind, image, offset } = peek(stream);
  throw new TemplateSyntaxError(
    kind === 'end of template' ? 'The template ends too early.' : `Unexpected ${JSON.stringify(image)}.`,
    offset,
  );
}

/** The source from one token to the one before `end`. */
export function literalOf({ tokens }: TokenStream, start: number, end: number): string {
  return tokens
    .slice(start, end)
    .map(({ kind, image, special }) => (kind === 'comment' ? '' : special + image))
    .join('');
}
