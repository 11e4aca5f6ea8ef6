import { parseDecimal } from '../../java/decimal.js';
import { compareNumbers, numberText } from '../../java/numbers.js';
import { textOf } from '../../java/print.js';
import { isNumber, type Value } from '../../java/value.js';
import { javaThrows, type Meter } from '../../meter.js';
import { compileRegex, type JavaRegex, matchesWhole } from '../../regex/java-regex.js';
import { PatternError } from '../../regex/pattern.js';
import { evaluatePath } from './evaluate-path.js';
import { isDefinite, type JsonPath, JsonPathError, NOT_FOUND, type PathState, type Predicate } from './token.js';

type CompilePath = (path: string) => JsonPath;

/** Compiles a filter such as `[?(@.price < 10 && @.title)]`. */
export function compileFilter(filter: string, compilePath: CompilePath): Predicate {
  const inner = /^\[\s*\?\s*\(([\s\S]*)\)\s*\]$/.exec(filter.trim())?.[1];
  if (inner === undefined) throw new JsonPathError(`The filter ${filter.slice(0, 200)} is not valid.`);
  // `&&` binds more than `||`; an operator in a string splits, too. Jayway begins with the last.
  const options = inner
    .split('||')
    .map((option) =>
      option
        .split('&&')
        .map((criterion) => compileCriterion(bare(criterion), compilePath))
        .reverse(),
    )
    .reverse();
  return (item, state) => options.some((criteria) => criteria.every((holds) => holds(item, state)));
}

/** Jayway does not know parentheses inside a filter, and takes them away at both ends. */
function bare(criterion: string): string {
  const text = criterion.trim().replace(/^[[?( ]+/, '');
  let end = text.length;
  while (end > 0 && ') '.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

const OPERATORS = ['==', '>=', '<=', '!=', '<', '>', '=~'] as const;
type Operator = (typeof OPERATORS)[number];

/** One side of a comparison: a value, a path or a pattern. */
type Side =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'path'; readonly path: JsonPath }
  | { readonly kind: 'pattern'; readonly regex: JavaRegex };

function compileCriterion(text: string, compilePath: CompilePath): Predicate {
  const operator = OPERATORS.find((one) => text.includes(one));
  if (operator === undefined) return compileExistence(text.trim(), compilePath);
  const at = text.indexOf(operator);
  const leftText = text.slice(0, at).trim();
  const left = compileSide(leftText.startsWith('!@') ? leftText.slice(1) : leftText, compilePath);
  const right = compileSide(text.slice(at + operator.length).trim(), compilePath);
  return (item, state) => {
    const values = [left, right].map((side) => sideValue(side, item, state));
    const [model, expected] = values;
    return model !== undefined && expected !== undefined && holds(operator, expected, model, state.meter);
  };
}

/** `@.name` accepts items that have the name, `!@.name` items that don't. `$.name` also looks at the item, not at the document. */
function compileExistence(text: string, compilePath: CompilePath): Predicate {
  const isNegated = text.startsWith('!@');
  const path = definitePath(isNegated ? text.slice(1) : text, compilePath);
  return (item, state) => ((valueAt({ ...path, isRooted: false }, item, state) ?? null) !== null) !== isNegated;
}

function definitePath(text: string, compilePath: CompilePath): JsonPath {
  if (!/^[$@]/.test(text)) throw new JsonPathError(`The condition ${JSON.stringify(text.slice(0, 200))} of a filter is not valid.`);
  const path = compilePath(text);
  if (!isDefinite(path.tokens)) throw new JsonPathError(`The path ${text.slice(0, 200)} of a filter has more than one result.`);
  return path;
}

function compileSide(text: string, compilePath: CompilePath): Side {
  if (/^[$@]|^!@/.test(text)) return { kind: 'path', path: definitePath(text, compilePath) };
  const quoted = /^'([\s\S]*)'$/.exec(text)?.[1];
  if (quoted !== undefined) return { kind: 'text', text: quoted };
  const [, pattern, flag] = /^\/([\s\S]*)\/(i?)$/.exec(text) ?? [];
  return pattern === undefined ? { kind: 'text', text } : { kind: 'pattern', regex: compilePattern(pattern, flag === 'i') };
}

function compilePattern(pattern: string, ignoresCase: boolean): JavaRegex {
  try {
    return compileRegex(pattern, ignoresCase);
  } catch (error) {
    if (error instanceof PatternError) throw new JsonPathError(`The pattern /${pattern}/ is not valid: ${error.message}.`);
    throw error;
  }
}

type SideValue = Value | JavaRegex;

/** `undefined` for a path that leads nowhere: nothing compares with it. */
function sideValue(side: Side, item: Value, state: PathState): SideValue | undefined {
  if (side.kind === 'path') return valueAt(side.path, item, state);
  return side.kind === 'text' ? side.text : side.regex;
}

function valueAt(path: JsonPath, item: Value, state: PathState): Value | undefined {
  try {
    return evaluatePath(path, path.isRooted ? state.root : item, state);
  } catch (error) {
    if (error === NOT_FOUND) return undefined;
    throw error;
  }
}

function isRegex(value: SideValue): value is JavaRegex {
  return typeof value === 'object' && value !== null && 'compiled' in value;
}

/** `expected` stands on the right side, `model` on the left. */
function holds(operator: Operator, expected: SideValue, model: SideValue, meter: Meter): boolean {
  if (operator === '=~') return matches(expected, model, meter);
  if (isRegex(expected) || isRegex(model)) return false;
  const isOneMissing = (expected === null) !== (model === null);
  if (operator !== '==' && operator !== '!=' && isOneMissing) return false;
  const order = compare(expected, model);
  return order !== undefined && fits(operator, order);
}

function fits(operator: Exclude<Operator, '=~'>, order: number): boolean {
  switch (operator) {
    case '==':
      return order === 0;
    case '!=':
      return order !== 0;
    case '<':
      return order > 0;
    case '<=':
      return order >= 0;
    case '>':
      return order < 0;
    default:
      return order <= 0;
  }
}

function matches(expected: SideValue, model: SideValue, meter: Meter): boolean {
  const [regex, target] = isRegex(model) ? [model, expected] : [expected, model];
  if (regex === null && target === null) return false;
  if (!isRegex(regex)) return javaThrows('java.lang.ClassCastException: the right side of =~ is not a pattern');
  if (isRegex(target)) return false;
  return target !== null && matchesWhole(regex, textOf(target, meter) ?? 'null', meter);
}

/** `undefined` for values that do not compare. The word `null` stands for `null`. */
function compare(left: Value, right: Value): number | undefined {
  const isLeftNull = left === null || left === 'null';
  const isRightNull = right === null || right === 'null';
  if (isLeftNull || isRightNull) return Number(isRightNull) - Number(isLeftNull);
  if (typeof left === 'string') return compareText(left, right);
  if (isNumber(left) && isNumber(right)) return compareNumbers(exact(numberText(left)), exact(numberText(right)));
  if (typeof left === 'boolean' && typeof right === 'boolean') return Number(left) - Number(right);
  return left === right ? 0 : undefined;
}

function compareText(left: string, right: Value): number | undefined {
  if (typeof right === 'string') {
    const plain = left.replaceAll("\\'", "'");
    return plain === right ? 0 : plain < right ? -1 : 1;
  }
  if (isNumber(right)) return compareNumbers(exact(left), exact(numberText(right)));
  return typeof right === 'boolean' ? Number(left.toLowerCase() === 'true') - Number(right) : undefined;
}

/** A number by its digits. A string that is no number is an exception in Java. */
function exact(text: string): ReturnType<typeof parseDecimal> {
  if (!/^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,10})?$/.test(text)) javaThrows('java.lang.NumberFormatException');
  return parseDecimal(text);
}
