import { keyOf } from '../java/equals.js';
import { calculate, toInt } from '../java/numbers.js';
import { textOf } from '../java/print.js';
import { emptyMap, isNumber, isObject, type JavaMap, listOf, putEntry, type Value } from '../java/value.js';
import { compareValues } from './compare.js';
import type { CompareChain, Expression, InterpolatedString, MathChain, MathOperator } from './nodes.js';
import { resolve } from './reference.js';
import { type Run, renderText } from './run.js';
import type { Variables } from './variables.js';

/** The value of an expression. `null` only for arithmetic and ranges that make no sense, and for words. */
export function evaluate(run: Run, expression: Expression, variables: Variables): Value {
  run.meter.spend(1);
  switch (expression.type) {
    case 'reference':
      return expression.hasNoValue ? null : run.meter.deeper(() => resolve(run, expression, variables, evaluate));
    case 'constant':
      return expression.value;
    case 'interpolated':
      return interpolate(run, expression, variables);
    case 'list':
      return run.meter.deeper(() => listOf(expression.items.map((item) => evaluate(run, item, variables))));
    case 'map':
      return run.meter.deeper(() => buildMap(run, expression.entries, variables));
    case 'range':
      return buildRange(run, evaluate(run, expression.from, variables), evaluate(run, expression.to, variables));
    case 'math':
      return run.meter.deeper(() => calculateChain(run, expression, variables));
    case 'word':
      return null;
    default:
      return test(run, expression, variables);
  }
}

/** Whether a condition holds. A literal that is neither `true` nor a comparison never does, not even a string. */
export function test(run: Run, expression: Expression, variables: Variables): boolean {
  run.meter.spend(1);
  switch (expression.type) {
    case 'reference':
      return isTrue(
        run,
        run.meter.deeper(() => resolve(run, expression, variables, evaluate)),
      );
    case 'constant':
      return expression.value === true;
    case 'not':
      return !run.meter.deeper(() => test(run, expression.operand, variables));
    case 'and':
      return run.meter.deeper(() => expression.operands.every((operand) => test(run, operand, variables)));
    case 'or':
      return run.meter.deeper(() => expression.operands.some((operand) => test(run, operand, variables)));
    case 'compare':
      return run.meter.deeper(() => compareChain(run, expression, variables));
    default:
      return false;
  }
}

// Everything but `false` is true, even an empty string, 0 and a variable that isn't set.
function isTrue(run: Run, value: Value): boolean {
  if (value === null || typeof value === 'boolean') return value === true;
  return !isObject(value) || value.kind !== 'block' || textOf(value, run.meter) !== undefined;
}

function interpolate(run: Run, { nodes, hasBlankBehind }: InterpolatedString, variables: Variables): string {
  const text = run.meter.deeper(() => renderText(run, nodes, variables));
  return hasBlankBehind ? text.slice(0, -1) : text;
}

function buildMap(run: Run, entries: readonly (readonly [Expression, Expression])[], variables: Variables): JavaMap {
  const map = emptyMap();
  for (const [key, value] of entries) {
    const name = evaluate(run, key, variables);
    putEntry(map, keyOf(name, run.meter), name, evaluate(run, value, variables));
  }
  return map;
}

/** `[1..3]`, or downwards. */
function buildRange(run: Run, from: Value, to: Value): Value {
  if (!isNumber(from) || !isNumber(to)) return null;
  const [first, last] = [toInt(from), toInt(to)];
  const length = Math.abs(first - last) + 1;
  run.meter.spend(length);
  const step = first >= last ? -1 : 1;
  return listOf(Array.from({ length }, (_, index) => first + index * step));
}

function compareChain(run: Run, { first, rest }: CompareChain, variables: Variables): boolean {
  let left = evaluate(run, first, variables);
  for (const { operator, operand } of rest) left = compareValues(operator, left, evaluate(run, operand, variables), run.meter);
  return left === true;
}

function calculateChain(run: Run, { first, rest }: MathChain, variables: Variables): Value {
  let left = evaluate(run, first.value, variables);
  let { literal } = first;
  for (const step of rest) {
    const right = evaluate(run, step.operand.value, variables);
    left = operate(run, step.operator, left, right, literal, step.operand.literal);
    literal = step.literal;
  }
  return left;
}

/** `+` joins strings. For a side without a value, its source is joined. */
function operate(run: Run, operator: MathOperator, left: Value, right: Value, leftSource: () => string, rightSource: () => string): Value {
  if (operator === '+' && (typeof left === 'string' || typeof right === 'string')) {
    const joined = sideText(run, left, leftSource) + sideText(run, right, rightSource);
    run.meter.write(joined.length);
    return joined;
  }
  return isNumber(left) && isNumber(right) ? calculate(operator, left, right) : null;
}

function sideText(run: Run, side: Value, source: () => string): string {
  return side === null ? source() : (textOf(side, run.meter) ?? 'null');
}
