import { isObject } from '../http/is-object.js';
import { matchesGlob } from './glob.js';
import { matchesArn } from './match-arn.js';
import { stringsOf } from './policy-values.js';

/**
 * What is known of a request: the values of each condition key, in lower case. An empty array means that the request has no such key. Nothing
 * is known of a key that is missing here.
 */
export type ConditionKeys = ReadonlyMap<string, readonly string[]>;

/** Why it is unknown whether a condition is met. */
export type Doubt = 'unknown-operator' | 'unknown-key' | 'policy-variable';

/** A part of a statement, and whether the request matches it. */
export interface Part {
  /** Where: `['Principal']`, `['Condition', 'ArnLike', 'AWS:SourceArn']`. */
  readonly path: readonly string[];
  /** The values in the statement. */
  readonly expected: readonly string[];
  /** The request's values. Empty if it has no such key, `undefined` if nothing is known of it. */
  readonly given: readonly string[] | undefined;
  /** Whether the request matches, or why that is unknown. */
  readonly holds: boolean | Doubt;
}

interface Operator {
  /** Compares a value of the condition with a value of the request. */
  readonly compare: (expected: string, given: string) => boolean;
  readonly isNegated: boolean;
}

const equals = (expected: string, given: string): boolean => expected === given;
const equalsIgnoringCase = (expected: string, given: string): boolean => expected.toLowerCase() === given.toLowerCase();

/**
 * The operators that are evaluated here. documented: the two kinds of operators for ARNs compare alike.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
const OPERATORS: ReadonlyMap<string, Operator> = new Map([
  ['StringEquals', { compare: equals, isNegated: false }],
  ['StringNotEquals', { compare: equals, isNegated: true }],
  ['StringEqualsIgnoreCase', { compare: equalsIgnoringCase, isNegated: false }],
  ['StringNotEqualsIgnoreCase', { compare: equalsIgnoringCase, isNegated: true }],
  ['StringLike', { compare: matchesGlob, isNegated: false }],
  ['StringNotLike', { compare: matchesGlob, isNegated: true }],
  ['ArnEquals', { compare: matchesArn, isNegated: false }],
  ['ArnNotEquals', { compare: matchesArn, isNegated: true }],
  ['ArnLike', { compare: matchesArn, isNegated: false }],
  ['ArnNotLike', { compare: matchesArn, isNegated: true }],
  ['Bool', { compare: equalsIgnoringCase, isNegated: false }],
]);

/** `ForAllValues:StringLikeIfExists`: how the request's values count, the operator, and whether a missing key meets the condition. */
const NAME = /^(?:(ForAllValues|ForAnyValue):)?(.+?)(IfExists)?$/;

/** Compares each condition of a statement with what is known of a request. Keys match in any case. */
export function conditionsOf(block: unknown, known: ConditionKeys): Part[] {
  if (block === undefined || block === null) return [];
  if (!isObject(block)) return [unreadable(['Condition'])];
  return Object.entries(block).flatMap(([operator, keys]: [string, unknown]) => {
    if (!isObject(keys)) return [unreadable(['Condition', operator])];
    return Object.entries(keys).map(([key, value]) => {
      const expected = stringsOf(value);
      const given = known.get(key.toLowerCase());
      return { path: ['Condition', operator, key], expected, given, holds: evaluate(operator, expected, given) };
    });
  });
}

/** A condition that is no object of keys. IAM rejects it. */
function unreadable(path: readonly string[]): Part {
  return { path, expected: [], given: undefined, holds: 'unknown-operator' };
}

/** Compares values of a statement with one of the request. A match wins over a policy variable, which could stand for any value. */
export function matchesAny(
  expected: readonly string[],
  given: string,
  compare: (expected: string, given: string) => boolean,
): boolean | Doubt {
  if (expected.some((value) => !hasVariable(value) && compare(value, given))) return true;
  return expected.some(hasVariable) ? 'policy-variable' : false;
}

function hasVariable(value: string): boolean {
  return value.includes('${');
}

function evaluate(name: string, expected: readonly string[], given: readonly string[] | undefined): boolean | Doubt {
  // documented: `Null` has neither set operators nor IfExists. `true` means that the request has no such key.
  if (name === 'Null')
    return given === undefined ? 'unknown-key' : expected.some((value) => equalsIgnoringCase(value, `${given.length === 0}`));
  const [, set, base = '', ifExists] = NAME.exec(name) ?? [];
  const operator = OPERATORS.get(base);
  if (operator === undefined) return 'unknown-operator';
  if (given === undefined) return 'unknown-key';
  if (given.length === 0) return ifExists !== undefined || isMetWithoutKey(set, operator);
  // documented: a key with several values requires a set operator.
  if (set === undefined && given.length > 1) return 'unknown-operator';
  const results = given.map((value) => negateIf(operator.isNegated, matchesAny(expected, value, operator.compare)));
  return set === 'ForAllValues' ? negateIf(true, someOf(results.map((result) => negateIf(true, result)))) : someOf(results);
}

/** documented: without the key, a negated operator is met, ForAllValues is met, and ForAnyValue is not. */
function isMetWithoutKey(set: string | undefined, { isNegated }: Operator): boolean {
  return set === undefined ? isNegated : set === 'ForAllValues';
}

function someOf(results: readonly (boolean | Doubt)[]): boolean | Doubt {
  if (results.includes(true)) return true;
  return results.find((result) => result !== false) ?? false;
}

/** Returns the opposite of a result, if it is known and the operator is negated. */
export function negateIf(isNegated: boolean, result: boolean | Doubt): boolean | Doubt {
  return typeof result === 'boolean' ? result !== isNegated : result;
}
