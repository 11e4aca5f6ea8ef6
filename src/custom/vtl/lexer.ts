import { type LexState, RULES, type Rule, type TokenKind } from './lexer-rules.js';
import { TemplateSyntaxError } from './template-syntax-error.js';

export interface Token {
  readonly kind: TokenKind;
  /** The characters of the token. The parser removes backslashes from it, so the source of what is around loses them, too. */
  image: string;
  /** `$`, `#` and backslashes before the token that turned out to be text. */
  readonly special: string;
  /** Where the token starts in the template. */
  readonly offset: number;
}

/** Cuts a template into tokens, one by one: what the parser has understood so far decides how the rest is read. */
export interface Lexer {
  next(): Token;
  /** Continues as if the name of a directive had just been read. */
  enterDirective(): void;
  /** Goes back to the state before the current one. */
  leave(): void;
  /** The expression of a `#set` is over. */
  endSet(): void;
  /** Whether an opening parenthesis comes next, behind blanks. */
  isParenthesisNext(): boolean;
}

interface Saved {
  readonly state: LexState;
  readonly opened: number;
  readonly closed: number;
}

interface Machine {
  readonly text: string;
  at: number;
  state: LexState;
  readonly stack: Saved[];
  /** Parentheses opened and closed in the current state. */
  opened: number;
  closed: number;
  inComment: boolean;
  inSet: boolean;
  slashesEnd: number;
}

/** Starts at the beginning of a template. */
export function createLexer(text: string): Lexer {
  const machine: Machine = { text, at: 0, state: 'text', stack: [], opened: 0, closed: 0, inComment: false, inSet: false, slashesEnd: 0 };
  return {
    next: () => nextToken(machine),
    enterDirective() {
      machine.state = 'directive';
    },
    leave: () => void pop(machine),
    endSet() {
      machine.inSet = false;
    },
    isParenthesisNext: () => text.charAt(blankEnd(text, machine.at)) === '(',
  };
}

function blankEnd(text: string, at: number): number {
  let end = at;
  while (' \n\r\t'.includes(text.charAt(end)) && end < text.length) end += 1;
  return end;
}

function nextToken(machine: Machine): Token {
  let special = '';
  let start = machine.at;
  let isStarted = false;
  for (;;) {
    if (machine.at >= machine.text.length) {
      if (isStarted) throw new TemplateSyntaxError('The template ends too early.', start);
      return { kind: 'end of template', image: '', special, offset: start };
    }
    const { rule, end } = longestMatch(machine);
    machine.at = end;
    const image = machine.text.slice(start, end);
    act(machine, rule);
    if (rule.result === 'token') return finish(machine, rule, image, special, start);
    isStarted = rule.result === 'more';
    if (rule.result === 'special') special += specialText(image);
    if (!isStarted) start = machine.at;
  }
}

interface Match {
  readonly rule: Rule;
  readonly end: number;
}

function longestMatch(machine: Machine): Match {
  const { text, at, state } = machine;
  if (text.charAt(at) === '\\' && machine.slashesEnd <= at) machine.slashesEnd = slashesEndAt(text, at);
  let best: Match | undefined;
  for (const rule of rulesFor(state, text.charAt(at))) {
    const end = rule.matches(text, at, machine.slashesEnd);
    if (end > (best?.end ?? at)) best = { rule, end };
  }
  if (best === undefined) throw new TemplateSyntaxError(`Unexpected ${JSON.stringify(text.charAt(at))}.`, at);
  return best;
}

function slashesEndAt(text: string, at: number): number {
  let end = at;
  while (text.charAt(end) === '\\') end += 1;
  return end;
}

const RULES_FOR = new Map<string, readonly Rule[]>();

function rulesFor(state: LexState, first: string): readonly Rule[] {
  const key = first < '\u0080' ? state + first : state;
  const known = RULES_FOR.get(key);
  if (known !== undefined) return known;
  const found = RULES.filter(({ states, starts }) => (states === 'all' || states.includes(state)) && starts.test(first));
  RULES_FOR.set(key, found);
  return found;
}

function finish(machine: Machine, { name }: Rule, image: string, special: string, offset: number): Token {
  const kind = name as TokenKind; // a rule whose result is a token has the name of its kind
  if (kind === '.') {
    // Only the dot; the letter behind it belongs to the next token.
    machine.at -= 1;
    return { kind, image: '.', special, offset };
  }
  if (kind === 'integer' && image.endsWith('..')) {
    machine.at -= 2;
    return { kind, image: image.slice(0, -2), special, offset };
  }
  return { kind, image, special, offset };
}

/** What a rule does to the state. */
function act(machine: Machine, { name, result }: Rule): void {
  if (result === 'special') {
    machine.at -= 1;
    pop(machine);
    return;
  }
  const action = ACTIONS[name];
  if (action !== undefined) action(machine);
}

const ACTIONS: Readonly<Record<string, (machine: Machine) => void>> = {
  'index[': (machine) => push(machine, 'index'),
  'index]': pop,
  '(': openParenthesis,
  ')': closeParenthesis,
  'arguments)': (machine) => switchTo(machine, 'reference'),
  set: startSet,
  dollar: startReference,
  'dollar bang': startReference,
  'verbatim start': (machine) => startComment(machine, 'verbatim'),
  'formal comment start': startFormalComment,
  'comment start': (machine) => startComment(machine, 'comment'),
  hash: startDirective,
  'line comment start': startLineComment,
  'line comment': endComment,
  'formal comment': endComment,
  comment: endComment,
  verbatim: endComment,
  string: (machine) => leaveWord(machine, machine.state === 'directive'),
  integer: (machine) => leaveWord(machine, machine.state !== 'arguments' && machine.state !== 'index'),
  float: (machine) => leaveWord(machine, machine.state !== 'arguments'),
  end: pop,
  if: (machine) => switchTo(machine, 'directive'),
  elseif: (machine) => switchTo(machine, 'directive'),
  else: pop,
  '.': (machine) => switchTo(machine, 'member'),
  'curly}': pop,
};

function switchTo(machine: Machine, state: LexState): void {
  machine.state = state;
}

function push(machine: Machine, state: LexState): void {
  const { opened, closed } = machine;
  machine.stack.push({ state: machine.state, opened, closed });
  machine.opened = 0;
  machine.state = state;
}

/** Returns whether there was a state to go back to. */
function pop(machine: Machine): boolean {
  const saved = machine.stack.pop();
  machine.opened = saved?.opened ?? 0;
  machine.closed = saved?.closed ?? machine.closed;
  machine.state = saved?.state ?? 'text';
  return saved !== undefined;
}

function openParenthesis(machine: Machine): void {
  machine.opened += 1;
  if (machine.state === 'member') machine.state = 'arguments';
}

/** Leaves the states that have no open parenthesis, then the one whose last parenthesis this closes. */
function closeParenthesis(machine: Machine): void {
  while (machine.opened === 0) {
    if (!pop(machine)) return;
  }
  if (machine.opened === machine.closed + 1) pop(machine);
  else machine.closed += 1;
}

function startSet(machine: Machine): void {
  push(machine, 'directive');
  machine.inSet = true;
  machine.opened += 1;
}

function startReference(machine: Machine): void {
  if (machine.inComment) return;
  if (machine.state === 'reference') pop(machine);
  push(machine, 'reference');
}

function startDirective(machine: Machine): void {
  if (machine.inComment) return;
  if (machine.state === 'reference' || machine.state === 'member') pop(machine);
  push(machine, 'hash');
}

function startComment(machine: Machine, state: LexState): void {
  if (machine.inComment) return;
  machine.inComment = true;
  push(machine, state);
}

/** `#**#` is empty: the character behind the second star may belong to the end. */
function startFormalComment(machine: Machine): void {
  if (machine.inComment) return;
  machine.at -= 1;
  startComment(machine, 'formal comment');
}

function startLineComment(machine: Machine): void {
  if (machine.state === 'reference') pop(machine);
  startComment(machine, 'line comment');
}

function endComment(machine: Machine): void {
  machine.inComment = false;
  pop(machine);
}

/** A literal behind `#` or outside of parentheses is text. */
function leaveWord(machine: Machine, mayLeave: boolean): void {
  if (mayLeave && !machine.inSet && machine.opened === 0) pop(machine);
}

/** Returns the text in characters that looked like the start of a reference or directive: `$`, `#` and the backslashes before `$`. */
function specialText(image: string): string {
  // A character behind such a `$` is lost.
  return (image.match(/\\+(?:\$[\s\S]?)?|[#$]/g) ?? []).map((piece) => /^(?:\\*\$|#)/.exec(piece)?.[0] ?? '').join('');
}
