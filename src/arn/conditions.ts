import { matchesGlob } from './glob.js';
import { matchesArn } from './match-arn.js';
import { stringsOf } from './policy-values.js';

/** Compares a value of a condition with a value of the request. */
type Comparison = (expected: string, given: string) => boolean;

/** A part of a statement, and whether the request matches it. */
export interface Part {
  /** Where: `['Principal']`, `['Condition', 'ArnLike', 'AWS:SourceArn']`. */
  readonly path: readonly string[];
  /** The values in the statement. */
  readonly expected: readonly string[];
  /** The request's value. `undefined` if the request has none, or if this key is not known here. */
  readonly given: string | undefined;
  /** Whether the request matches. `undefined` if the condition's operator is not known here. */
  readonly holds: boolean | undefined;
}

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html */
const COMPARISONS: ReadonlyMap<string, Comparison> = new Map([
  ['StringEquals', (expected, given) => expected === given],
  ['StringEqualsIgnoreCase', (expected, given) => expected.toLowerCase() === given.toLowerCase()],
  ['StringLike', matchesGlob],
  // documented: the two operators for ARNs compare alike.
  ['ArnLike', matchesArn],
  ['ArnEquals', matchesArn],
]);

/**
 * Compares each condition of a statement with what is known of a request. Keys match in any case.
 *
 * @param known values by condition key, in lower case.
 */
export function conditionsOf(block: object | undefined, known: ReadonlyMap<string, string>): Part[] {
  return Object.entries(block ?? {}).flatMap(([operator, keys]: [string, unknown]) =>
    Object.entries(keys ?? {}).map(([key, value]) => {
      const expected = stringsOf(value);
      const given = known.get(key.toLowerCase());
      return { path: ['Condition', operator, key], expected, given, holds: compare(operator, expected, given) };
    }),
  );
}

/**
 * documented: several values are alternatives, and a negated operator excludes all of them. If the request has no such key, the condition
 * is not met, unless the operator is negated or ends in `IfExists`.
 */
function compare(operator: string, expected: readonly string[], given: string | undefined): boolean | undefined {
  const base = operator.replace(/IfExists$/, '');
  const isNegated = /^(?:String|Arn)Not/.test(base);
  const comparison = COMPARISONS.get(base.replace(/^(String|Arn)Not/, '$1'));
  if (comparison === undefined) return undefined;
  if (given === undefined) return isNegated || base !== operator;
  return expected.some((value) => comparison(value, given)) !== isNegated;
}
