import { matchesGlob } from './glob.js';
import { matchesArn } from './match-arn.js';

/** How a value of a condition and a value of the request are compared. */
type Comparison = (expected: string, given: string) => boolean;

/** One condition of a statement, and whether it holds. */
export interface Condition {
  /** Where: `['Condition', 'ArnLike', 'AWS:SourceArn']`. */
  readonly path: readonly string[];
  /** The values that the statement names. */
  readonly expected: readonly string[];
  /** The request's value; `undefined` when the request has none, or the key is not known here. */
  readonly given: string | undefined;
  /** Whether it holds; `undefined` when the operator is not known here. */
  readonly holds: boolean | undefined;
}

const STRING_EQUALS: Comparison = (expected, given) => expected === given;

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html */
const COMPARISONS: ReadonlyMap<string, Comparison> = new Map([
  ['StringEquals', STRING_EQUALS],
  ['StringEqualsIgnoreCase', (expected, given) => expected.toLowerCase() === given.toLowerCase()],
  ['StringLike', matchesGlob],
  // documented: both ARN operators behave alike.
  ['ArnLike', matchesArn],
  ['ArnEquals', matchesArn],
]);

/**
 * Compares each condition of a statement with what is known of a request, keys without regard to case.
 *
 * @param known values by condition key in lower case.
 */
export function conditionsOf(
  block: { readonly [operator: string]: { readonly [key: string]: string | readonly string[] } } | undefined,
  known: ReadonlyMap<string, string>,
): Condition[] {
  return Object.entries(block ?? {}).flatMap(([operator, keys]) =>
    Object.entries(keys).map(([key, value]) => {
      const expected = [value].flat();
      const given = known.get(key.toLowerCase());
      return { path: ['Condition', operator, key], expected, given, holds: holds(operator, expected, given) };
    }),
  );
}

// documented: several values are alternatives; a negated operator wants none of them; a key that is not there fails but for `…IfExists` and negation.
function holds(operator: string, expected: readonly string[], given: string | undefined): boolean | undefined {
  const base = operator.replace(/IfExists$/, '');
  const isNegated = /^(?:String|Arn)Not/.test(base);
  const compare = COMPARISONS.get(base.replace(/^(String|Arn)Not/, '$1'));
  if (compare === undefined) return undefined;
  if (given === undefined) return isNegated || base !== operator;
  return expected.some((value) => compare(value, given)) !== isNegated;
}
