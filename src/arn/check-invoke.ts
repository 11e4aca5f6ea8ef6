import { type Condition, conditionsOf } from './conditions.js';
import { API_GATEWAY, type FunctionPolicy, type FunctionPolicyStatement } from './function-policy.js';
import { matchesGlob } from './glob.js';
import { hasAnyMethod, matchesArnLike } from './match-arn.js';

/** An invocation that an API wants to make. */
export interface Invocation {
  /** ARN of the function as the integration names it, with alias or version. */
  readonly functionArn: string;
  /** Source ARN of the request, as `sourceArnOf` finds it. */
  readonly sourceArn: string;
  /** Account that owns the API. Default: the one in `sourceArn`. */
  readonly sourceAccount?: string;
}

/** The verdict on an invocation. */
export interface InvokeCheck {
  /** Whether the policy lets the API invoke the function. Where it does not, the client reads a 500. */
  readonly allowed: boolean;
  /** The statement that decided: its Sid, or its place in the policy. Absent when none allows. */
  readonly decidedBy?: string | number;
  /** What stands in the way: for each statement that allows, the parts that do not match; the statement that denies. Empty when allowed. */
  readonly failures: readonly InvokeFailure[];
  /** What works by the letter of AWS's guide and is reported to fail. */
  readonly warnings: readonly InvokeFailure[];
}

/** One part of a statement, and why it matters. */
export interface InvokeFailure {
  /** The statement: its Sid, or its place in the policy. */
  readonly statement: string | number;
  /** The part: keys from the statement inwards, for example `['Condition', 'ArnLike', 'AWS:SourceArn']`. */
  readonly path: readonly string[];
  /** What is wrong with it: `mismatch`, `denied`, `unknown-operator`, or as a warning `any-method`. */
  readonly code: 'mismatch' | 'denied' | 'unknown-operator' | 'any-method';
  /** The cause, in a sentence. */
  readonly message: string;
}

/** A part of a statement that has to match. */
interface Part {
  readonly path: readonly string[];
  readonly expected: readonly string[];
  readonly given: string | undefined;
  readonly holds: boolean | undefined;
}

/**
 * Whether a function's policy lets an API invoke the function for a request; if not, which part of which statement is to blame. A
 * statement that denies goes before all that allow. Conditions that depend on more than the source are taken as not met.
 */
export function checkInvoke(policy: FunctionPolicy, invocation: Invocation): InvokeCheck {
  const judged = [policy.Statement].flat().map((statement, index) => judge(statement, index, invocation));
  const denial = judged.find(({ statement, misses }) => statement.Effect === 'Deny' && misses.length === 0);
  if (denial !== undefined) {
    const failure: InvokeFailure = {
      statement: denial.name,
      path: ['Effect'],
      code: 'denied',
      message: 'The statement denies the invocation.',
    };
    return { allowed: false, decidedBy: denial.name, failures: [failure], warnings: [] };
  }
  const allowing = judged.filter(({ statement }) => statement.Effect === 'Allow');
  const grant = allowing.find(({ misses }) => misses.length === 0);
  if (grant === undefined) return { allowed: false, failures: allowing.flatMap(({ misses }) => misses), warnings: [] };
  return {
    allowed: true,
    decidedBy: grant.name,
    failures: [],
    warnings: warningsOf(
      allowing.filter(({ misses }) => misses.length === 0),
      invocation,
    ),
  };
}

interface Judged {
  readonly statement: FunctionPolicyStatement;
  readonly name: string | number;
  readonly parts: readonly Part[];
  readonly misses: readonly InvokeFailure[];
}

function judge(statement: FunctionPolicyStatement, index: number, invocation: Invocation): Judged {
  const name = statement.Sid ?? index;
  const parts = partsOf(statement, invocation);
  return { statement, name, parts, misses: parts.filter(({ holds }) => holds !== true).map((part) => missOf(part, name)) };
}

function partsOf(statement: FunctionPolicyStatement, { functionArn, sourceArn, sourceAccount }: Invocation): Part[] {
  const account = sourceAccount ?? sourceArn.split(':')[4] ?? '';
  const known = new Map([
    ['aws:sourcearn', sourceArn],
    ['aws:sourceaccount', account],
  ]);
  return [
    part(['Principal'], principalsOf(statement), API_GATEWAY, (expected, given) => expected === '*' || expected === given),
    // documented: actions are matched without regard to case.
    part(['Action'], [statement.Action].flat(), 'lambda:InvokeFunction', (expected, given) =>
      matchesGlob(expected.toLowerCase(), given.toLowerCase()),
    ),
    part(['Resource'], [statement.Resource].flat(), functionArn, (expected, given) => expected === '*' || matchesArnLike(expected, given)),
    ...conditionsOf(statement.Condition, known),
  ];
}

function part(
  path: readonly string[],
  expected: readonly string[],
  given: string,
  matches: (expected: string, given: string) => boolean,
): Part {
  return { path, expected, given, holds: expected.some((value) => matches(value, given)) };
}

/** What of the principals can be a service. */
function principalsOf({ Principal }: FunctionPolicyStatement): string[] {
  if (typeof Principal === 'string') return [Principal];
  return Object.entries(Principal).flatMap(([kind, names]) =>
    kind === 'Service' ? [names].flat() : [names].flat().filter((name) => name === '*'),
  );
}

function missOf({ path, expected, given, holds }: Part | Condition, statement: string | number): InvokeFailure {
  const name = path.join('.');
  if (holds === undefined) return { statement, path, code: 'unknown-operator', message: `${name} cannot be judged here.` };
  const found = given === undefined ? 'nothing is known of it' : `the request has ${given}`;
  return { statement, path, code: 'mismatch', message: `${name} wants ${expected.join(' or ')}; ${found}.` };
}

// documented: `ANY` stands for every method. reported, and more than once: a policy that says so is answered with 500, and `*` works.
function warningsOf(grants: readonly Judged[], { sourceArn }: Invocation): readonly InvokeFailure[] {
  const doubtful = grants.map(({ name, parts }) => ({ name, part: parts.find(({ expected }) => isAnyAlone(expected, sourceArn)) }));
  if (doubtful.some(({ part }) => part === undefined)) return [];
  return doubtful.map(({ name, part }) => ({
    statement: name,
    path: part?.path ?? [],
    code: 'any-method',
    message: 'ANY is documented to stand for every method and reported to match none; write * in its place.',
  }));
}

/** Whether the values match by nothing but `ANY`. */
function isAnyAlone(expected: readonly string[], sourceArn: string): boolean {
  return expected.some(hasAnyMethod) && !expected.some((pattern) => matchesArnLike(pattern, sourceArn));
}
