import { equalValues } from '../java/equals.js';
import { compareNumbers } from '../java/numbers.js';
import { textOf } from '../java/print.js';
import { isNumber, isObject, type Value } from '../java/value.js';
import type { Meter } from '../meter.js';
import type { CompareOperator } from './nodes.js';

/** Compares as Velocity does: numbers by value, values of one class by `equals`, others by what they print. */
export function compareValues(operator: CompareOperator, left: Value, right: Value, meter: Meter): boolean {
  if (operator === '==' || operator === '!=') return isSame(left, right, meter) === (operator === '==');
  if (!isNumber(left) || !isNumber(right)) return false;
  const order = compareNumbers(left, right);
  switch (operator) {
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    default:
      return order >= 0;
  }
}

function isSame(left: Value, right: Value, meter: Meter): boolean {
  if (isNumber(left) && isNumber(right)) return compareNumbers(left, right) === 0;
  if (left !== null && right !== null && isOneClass(left, right)) return equalValues(left, right, meter);
  const [leftText, rightText] = [left, right].map((value) => (value === null ? undefined : textOf(value, meter)));
  return leftText === rightText;
}

function isOneClass(left: Exclude<Value, null>, right: Exclude<Value, null>): boolean {
  if (!isObject(left) || !isObject(right)) return typeof left === typeof right;
  if (left.kind === 'view' && right.kind === 'view') return left.shows === right.shows;
  return left.kind === right.kind;
}
