// How Velocity 1.7 cuts a template into tokens. Which tokens are possible depends on the lexical state; of those that match, the longest wins,
// then the one that stands higher in the table. What looks odd is so in Velocity, and templates depend on it: `5-3` is the number 5 and the
// number -3, `$true` is no reference, and a blank before `#set` vanishes only where no other text comes before it.

/** A lexical state. The first word says what is being read; `member` is the part behind the dot of `$a.b`. */
export type LexState =
  | 'text'
  | 'hash'
  | 'directive'
  | 'reference'
  | 'member'
  | 'arguments'
  | 'index'
  | 'line comment'
  | 'formal comment'
  | 'comment'
  | 'verbatim';

/** What a rule makes of the characters: a token, the start of a longer token, nothing, or a mark on the next token. */
export type RuleResult = 'token' | 'more' | 'skip' | 'special';

export type TokenKind =
  | 'index['
  | 'index]'
  | '['
  | ']'
  | ','
  | '..'
  | ':'
  | '{'
  | '}'
  | '('
  | ')'
  | 'arguments)'
  | 'escaped directive'
  | 'set'
  | 'line comment start'
  | 'double escape'
  | 'escape'
  | 'text'
  | 'line comment'
  | 'formal comment'
  | 'comment'
  | 'verbatim'
  | 'blank'
  | 'string'
  | 'true'
  | 'false'
  | 'operator'
  | 'end'
  | 'if'
  | 'elseif'
  | 'else'
  | 'integer'
  | 'float'
  | 'word'
  | 'bracketed word'
  | 'identifier'
  | '.'
  | 'curly{'
  | 'curly}'
  | 'empty index'
  | 'end of template';

/** Names of the rules that do something besides. */
export type RuleName = TokenKind | 'dollar' | 'dollar bang' | 'verbatim start' | 'formal comment start' | 'comment start' | 'hash' | 'any';

export interface Rule {
  readonly name: RuleName;
  readonly result: RuleResult;
  readonly states: readonly LexState[] | 'all';
  /** What the characters may start with. */
  readonly starts: RegExp;
  readonly matches: Matcher;
}

/** Returns the end of the characters that fit, starting at `at`; -1 if they don't. */
export type Matcher = (text: string, at: number, slashesEnd: number) => number;

const IN_CODE: readonly LexState[] = ['directive', 'arguments'];

export const RULES: readonly Rule[] = [
  token('index[', ['reference', 'member'], /\[/, /\[/y),
  token('index]', ['index'], /\]/, /\]/y),
  token('[', IN_CODE, /\[/, /\[/y),
  token(']', IN_CODE, /\]/, /\]/y),
  token(',', IN_CODE, /,/, /,/y),
  token('..', IN_CODE, /\./, /\.\./y),
  token(':', IN_CODE, /:/, /:/y),
  token('{', IN_CODE, /\{/, /\{/y),
  token('}', IN_CODE, /\}/, /\}/y),
  token('(', ['directive', 'member'], /\(/, /\(/y),
  token(')', ['directive'], /\)/, /\)(?:[ \t]*(?:\r\n|[\n\r]))?/y),
  token('arguments)', ['arguments'], /\)/, /\)/y),
  { name: 'escaped directive', result: 'token', states: ['text'], starts: /\\/, matches: escapedDirective },
  token('set', ['text', 'reference', 'member', 'arguments'], /[ \t#]/, /[ \t]*(?:#set|#\{set\}) *\(/y),
  { name: 'dollar', result: 'more', states: 'all', starts: /[\\$]/, matches: dollar },
  { name: 'dollar bang', result: 'more', states: 'all', starts: /[\\$]/, matches: dollarBang },
  more('verbatim start', /#/, /#\[\[/y),
  more('formal comment start', /#/, /#\*\*[^#]/y),
  more('comment start', /#/, /#\*/y),
  more('hash', /#/, /#/y),
  token('line comment start', ['text', 'hash', 'directive', 'reference'], /#/, /##/y),
  token('double escape', ['text'], /\\/, /\\\\/y),
  token('escape', ['text'], /\\/, /\\/y),
  token('text', ['text'], /[^$#\\]/, /[^$#\\]+/y),
  token('line comment', ['line comment'], /[\n\r]/, /\r\n|[\n\r]/y),
  token('formal comment', ['formal comment'], /\*/, /\*#/y),
  token('comment', ['comment'], /\*/, /\*#/y),
  token('verbatim', ['verbatim'], /\]/, /\]\]#/y),
  { name: 'any', result: 'skip', states: ['line comment', 'formal comment', 'comment'], starts: /[\s\S]/, matches: anyCharacter },
  { name: 'any', result: 'more', states: ['verbatim'], starts: /[\s\S]/, matches: anyCharacter },
  token('blank', ['directive', 'arguments', 'index'], /[ \t\n\r]/, /[ \t\n\r]+/y),
  { name: 'string', result: 'token', states: ['directive', 'arguments', 'index'], starts: /["']/, matches: stringLiteral },
  token('true', ['reference', 'directive', 'member', 'arguments', 'index'], /t/, /true/y),
  token('false', ['reference', 'directive', 'member', 'arguments', 'index'], /f/, /false/y),
  token('operator', ['directive'], /[-+*/%&|<>=!aolgne]/, /[-+*/%]|&&|and|\|\||or|<=|<|lt|le|>=|>|gt|ge|==|eq|!=|ne|!|not|=/y),
  token('end', ['hash'], /[e{]/, /(?:end|\{end\})(?:[ \t]*(?:\r\n|[\n\r]))?/y),
  token('if', ['hash'], /[i{]/, /if|\{if\}/y),
  token('elseif', ['hash'], /[e{]/, /elseif|\{elseif\}/y),
  token('else', ['hash'], /[e{]/, /(?:else|\{else\})(?:[ \t]*(?:\r\n|[\n\r]))?/y),
  token('integer', ['hash', 'directive', 'arguments', 'index'], /[-0-9]/, /-?\d+(?:\.\.)?/y),
  token(
    'float',
    ['hash', 'directive', 'arguments', 'index'],
    /[-.0-9]/,
    /-?(?:\d+\.\d*(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?|\d+[eE][+-]?\d+)/y,
  ),
  token('word', ['hash', 'directive'], /[A-Za-z_@]/, /[A-Za-z_@][A-Za-z0-9_@]*/y),
  token('bracketed word', ['hash', 'directive'], /\{/, /\{[A-Za-z_][A-Za-z0-9_@]*\}/y),
  token('identifier', ['reference', 'member', 'arguments'], /[A-Za-z_]/, /[A-Za-z_][A-Za-z0-9_-]*/y),
  token('.', ['reference', 'member', 'arguments'], /\./, /\.[A-Za-z]/y),
  token('curly{', ['reference', 'member'], /\{/, /\{/y),
  token('curly}', ['reference', 'member'], /\}/, /\}/y),
  { name: 'any', result: 'special', states: ['reference', 'member', 'hash'], starts: /[\s\S]/, matches: anyCharacter },
  token('empty index', ['text', 'reference'], /\$/, /\$!\[|\$\\!\[|\$\[|\$\./y),
];

function token(name: TokenKind, states: readonly LexState[], starts: RegExp, pattern: RegExp): Rule {
  return { name, result: 'token', states, starts, matches: matcherOf(pattern) };
}

function more(name: RuleName, starts: RegExp, pattern: RegExp): Rule {
  return { name, result: 'more', states: 'all', starts, matches: matcherOf(pattern) };
}

/** Makes a matcher of a sticky expression. */
function matcherOf(sticky: RegExp): Matcher {
  return (text, at) => {
    sticky.lastIndex = at;
    return sticky.test(text) ? sticky.lastIndex : -1;
  };
}

function anyCharacter(_: string, at: number): number {
  return at + 1;
}

// A long run of backslashes is measured once, not once for each rule and backslash.

function dollar(text: string, at: number, slashesEnd: number): number {
  const end = text.charAt(at) === '\\' ? slashesEnd : at;
  return text.charAt(end) === '$' ? end + 1 : -1;
}

function dollarBang(text: string, at: number, slashesEnd: number): number {
  const end = dollar(text, at, slashesEnd);
  return end < 0 ? -1 : BANG(text, end, slashesEnd);
}

const BANG = matcherOf(/\\*!/y);
const DIRECTIVE = matcherOf(/#(?:[A-Za-z_@][A-Za-z0-9_@]*|\{[A-Za-z_][A-Za-z0-9_@]*\})/y);

/** An odd number of backslashes before a directive. */
function escapedDirective(text: string, at: number, slashesEnd: number): number {
  return (slashesEnd - at) % 2 === 1 ? DIRECTIVE(text, slashesEnd, slashesEnd) : -1;
}

/** Two quotes inside stand for one. If the string does not end behind a pair, it ends between the two. */
function stringLiteral(text: string, at: number): number {
  const quote = text.charAt(at);
  let accepted = -1;
  for (let from = at + 1; ; ) {
    const next = text.indexOf(quote, from);
    if (next < 0) return accepted;
    accepted = next + 1;
    if (text.charAt(accepted) !== quote) return accepted;
    from = accepted + 1;
  }
}
