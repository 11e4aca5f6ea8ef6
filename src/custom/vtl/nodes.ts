import type { JavaNumber } from '../java/value.js';

/** A parsed template, or a part of one. */
export type Nodes = readonly Statement[];

export type Statement = TextNode | Reference | SetNode | IfNode | ForeachNode | DefineNode | CallNode | JumpNode | EvaluateNode | LoadNode;

/** Where a node starts in the template, in UTF-16 units. */
interface Placed {
  readonly at: number;
}

export interface TextNode {
  readonly type: 'text';
  readonly text: string;
}

/** `$a.b[0].c('d')`. */
export interface Reference extends Placed {
  readonly type: 'reference';
  /** The name of the variable. */
  readonly root: string;
  /** The name of the variable that `#set` sets. It differs from `root` for `${a}` and `$!a`. */
  readonly setName: string;
  readonly path: readonly Access[];
  /** Has an odd number of backslashes before it, and prints as it is written. */
  readonly isEscaped: boolean;
  /** Looks like a reference, but is text: a name without `$` behind a comment, for example. */
  readonly isText: boolean;
  /** Has a backslash before the `!`, and has no value. */
  readonly hasNoValue: boolean;
  /** Half of the backslashes before it. */
  readonly backslashes: string;
  /** Text that the lexer took along, such as the first `$` of `$$a`. */
  readonly prefix: string;
  /** The source. */
  literal(): string;
}

export type Access =
  | { readonly type: 'property'; readonly name: string }
  | { readonly type: 'method'; readonly name: string; readonly args: readonly Expression[] }
  | { readonly type: 'index'; readonly argument: Expression };

export interface SetNode extends Placed {
  readonly type: 'set';
  readonly target: Reference;
  readonly value: Expression;
}

export interface IfNode {
  readonly type: 'if';
  readonly branches: readonly Branch[];
}

export interface Branch {
  /** `undefined` for `#else`. */
  readonly condition: Expression | undefined;
  readonly body: Nodes;
}

export interface ForeachNode extends Placed {
  readonly type: 'foreach';
  /** The name of the loop's variable. */
  readonly variable: string;
  /** `undefined` for a loop without one, which does nothing. */
  readonly list: Expression | undefined;
  readonly body: Nodes;
  /** Whether `#foreach` has too few arguments. It fails when it runs. */
  readonly isBroken: boolean;
}

export interface DefineNode extends Placed {
  readonly type: 'define';
  readonly name: string;
  readonly body: Nodes;
}

/** A macro is known before the template runs, wherever it stands. */
export interface MacroNode {
  readonly type: 'macro';
  readonly name: string;
  readonly parameters: readonly string[];
  readonly body: Nodes;
}

/** The call of a macro, `#name(…)` or `#@name(…) body #end`; text if there is no such macro. */
export interface CallNode extends Placed {
  readonly type: 'call';
  readonly name: string;
  readonly args: readonly Operand[];
  /** What `$bodyContent` prints in the macro. */
  readonly body: Nodes | undefined;
  /** The source. */
  literal(): string;
}

export interface JumpNode extends Placed {
  readonly type: 'break' | 'stop';
  readonly argument: Expression | undefined;
}

export interface EvaluateNode extends Placed {
  readonly type: 'evaluate';
  readonly argument: Expression;
}

/** `#include` or `#parse`. */
export interface LoadNode extends Placed {
  readonly type: 'load';
  readonly name: string;
}

export type Expression =
  | Reference
  | { readonly type: 'constant'; readonly value: string | JavaNumber | boolean }
  | InterpolatedString
  | { readonly type: 'list'; readonly items: readonly Expression[] }
  | { readonly type: 'map'; readonly entries: readonly (readonly [Expression, Expression])[] }
  | { readonly type: 'range'; readonly from: Expression; readonly to: Expression }
  | { readonly type: 'not'; readonly operand: Expression }
  | { readonly type: 'and' | 'or'; readonly operands: readonly Expression[] }
  | CompareChain
  | MathChain
  | { readonly type: 'word'; readonly text: string };

/** A string in double quotes with references or directives in it. */
export interface InterpolatedString {
  readonly type: 'interpolated';
  readonly nodes: Nodes;
  /** Velocity parses the string with a blank behind it, and takes the last character of the result away. */
  readonly hasBlankBehind: boolean;
}

export type CompareOperator = '==' | '!=' | '<' | '<=' | '>' | '>=';

/** `a == b != c`, from left to right. */
export interface CompareChain {
  readonly type: 'compare';
  readonly first: Expression;
  readonly rest: readonly { readonly operator: CompareOperator; readonly operand: Expression }[];
}

export type MathOperator = '+' | '-' | '*' | '/' | '%';

/** `a + b - c`, from left to right. */
export interface MathChain {
  readonly type: 'math';
  readonly first: Operand;
  readonly rest: readonly MathStep[];
}

export interface MathStep {
  readonly operator: MathOperator;
  readonly operand: Operand;
  /** What Velocity takes for the source of the chain up to here: the operand, with the blanks around it. */
  literal(): string;
}

/** An expression with its source, which shows where there is no value. */
export interface Operand {
  readonly value: Expression;
  /** The source. */
  literal(): string;
}
