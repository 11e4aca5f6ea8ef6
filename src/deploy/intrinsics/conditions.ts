import { shorten } from '../../http/describe-value.js';
import { isObject } from '../../http/is-object.js';
import { isUnresolved } from '../reading/values.js';
import { asValue, type Call, fail } from './call.js';
import type { Scope } from './scope.js';
import { filePathOf, inside, type Spot, spotOf } from './spot.js';
import { textOf } from './text.js';

/** How deep the functions of a condition may be nested. */
const DEEPEST = 100;

type Evaluate = Call['evaluate'];

/** `undefined`: only AWS knows. */
type Answer = boolean | undefined;

/**
 * Returns whether a condition of the template is true. One that only AWS can decide is reported, and counts as true.
 *
 * @param user where the condition is named.
 */
export function isTrue(name: string, user: Spot, scope: Scope, evaluate: Evaluate): boolean {
  const decided = scope.decided.get(name);
  if (decided !== undefined) return decided;
  if (!Object.hasOwn(scope.conditions, name)) return report(filePathOf(user), name, "isn't in the template", scope);
  const path = ['Conditions', name];
  const answer = scope.decided.has(name) ? report(path, name, 'refers to itself', scope) : decide(name, path, scope, evaluate);
  scope.decided.set(name, answer);
  if (namesGuess(scope.conditions[name], scope)) scope.guessed.add(name);
  return answer;
}

/** Checks whether a condition names one whose answer is a guess. */
function namesGuess(expression: unknown, scope: Scope, depth = 0): boolean {
  if (depth > DEEPEST || typeof expression !== 'object' || expression === null) return false;
  return Object.entries(expression).some(
    ([key, value]) => (key === 'Condition' && scope.guessed.has(value)) || namesGuess(value, scope, depth + 1),
  );
}

function decide(name: string, path: readonly string[], scope: Scope, evaluate: Evaluate): boolean {
  scope.decided.set(name, undefined);
  scope.budget.conditions -= 1;
  const isTooDeep = scope.budget.conditions < 0;
  const open = new Set<string>();
  const answer = isTooDeep ? undefined : judge(scope.conditions[name], spotOf(path), scope, noteOpen(evaluate, open));
  scope.budget.conditions += 1;
  if (scope.decided.get(name) !== undefined) return true; // it refers to itself, and was reported
  return answer ?? report(path, name, reasonOf(open), scope, fixOf(open, scope));
}

/** Returns an evaluation that notes values without an answer. */
function noteOpen(evaluate: Evaluate, open: Set<string>): Evaluate {
  return (value, spot) => {
    const evaluated = evaluate(value, spot);
    if (isUnresolved(evaluated)) open.add(evaluated.$unresolved);
    return evaluated;
  };
}

/** How many values a finding names. */
const MOST_NAMED = 3;

function reasonOf(open: ReadonlySet<string>): string {
  const named = [...open].slice(0, MOST_NAMED).map((text) => `\`${shorten(text)}\``);
  return `depends on ${named.length === 0 ? 'something' : named.join(', ')}${named.length < open.size ? ' and more' : ''}, which only AWS knows`;
}

/** Says how to decide a condition: by the parameters that it reads. */
function fixOf(open: ReadonlySet<string>, { parameters, prefix }: Scope): string {
  const read = [...open].flatMap((text) => [...text.matchAll(/\$\{([A-Za-z0-9]+)\}/g)].map(([, name = '']) => name));
  const names = [...new Set(read)].filter((name) => parameters.has(name)).slice(0, MOST_NAMED);
  if (names.length === 0) return 'To decide it here, compare a parameter instead.';
  if (prefix !== '') return `Pass ${names.join(', ')} in the \`Parameters\` of the nested stack.`;
  return `Set the option \`parameters\` (${names.map((name) => `--parameter ${name}=VALUE`).join(' ')}).`;
}

function report(path: readonly string[], name: string, why: string, scope: Scope, fix = ''): true {
  scope.guessed.add(name);
  scope.place.report.unsupported(path, `The condition \`${name}\` ${why}. It counts as true.${fix === '' ? '' : ` ${fix}`}`);
  return true;
}

/** The functions of a condition, each with its arguments. */
const JUDGES: Readonly<Record<string, (values: readonly unknown[], spot: Spot, scope: Scope, evaluate: Evaluate) => Answer>> = {
  'Fn::And': (values, spot, scope, evaluate) => and(judgeAll(values, spot, scope, evaluate)),
  'Fn::Or': (values, spot, scope, evaluate) => negate(and(judgeAll(values, spot, scope, evaluate).map(negate))),
  'Fn::Not': (values, spot, scope, evaluate) => negate(judge(values[0], inside(spot, '0'), scope, evaluate)),
  'Fn::Equals': (values, spot, _scope, evaluate) =>
    areEqual(evaluate(values[0], inside(spot, '0')), evaluate(values[1], inside(spot, '1'))),
};

function judge(expression: unknown, spot: Spot, scope: Scope, evaluate: Evaluate): Answer {
  if (spot.depth > DEEPEST) return undefined;
  const [entry, ...others] = isObject(expression) ? Object.entries(expression) : [];
  const [name, argument] = entry ?? ['', undefined];
  if (name === 'Condition' && typeof argument === 'string') return isTrue(argument, spot, scope, evaluate);
  const judgeValues = Object.hasOwn(JUDGES, name) ? JUDGES[name] : undefined;
  if (judgeValues !== undefined && others.length === 0 && Array.isArray(argument)) {
    return judgeValues(argument, inside(spot, name), scope, evaluate);
  }
  fail({ scope, spot }, 'Condition', 'A condition must be `Fn::And`, `Fn::Or`, `Fn::Not`, `Fn::Equals` or `Condition`.');
  return undefined;
}

function judgeAll(values: readonly unknown[], spot: Spot, scope: Scope, evaluate: Evaluate): readonly Answer[] {
  return values.map((value, index) => judge(value, inside(spot, String(index)), scope, evaluate));
}

function and(answers: readonly Answer[]): Answer {
  if (answers.includes(false)) return false;
  return answers.includes(undefined) ? undefined : true;
}

function negate(answer: Answer): Answer {
  return answer === undefined ? undefined : !answer;
}

/** Compares strings. Two placeholders with the same text are equal; other placeholders can be anything. */
function areEqual(left: unknown, right: unknown): Answer {
  const [a, b] = [asValue(left), asValue(right)];
  if (a === undefined || b === undefined) return undefined;
  if (textOf(a) === textOf(b)) return true;
  return isUnresolved(a) || isUnresolved(b) ? undefined : false;
}
