import { argumentError, requireString } from '../http/argument-error.js';
import { isObject } from '../http/is-object.js';
import { conditionsOf, type Part } from './conditions.js';
import { API_GATEWAY, type FunctionPolicy, type FunctionPolicyStatement } from './function-policy.js';
import { matchesGlob } from './glob.js';
import { hasAnyMethod, matchesArnLike } from './match-arn.js';
import { stringsOf } from './policy-values.js';

/** An invocation of a function by an API. */
export interface Invocation {
  /** ARN of the function as the integration names it, with the alias or version. */
  readonly functionArn: string;
  /** Source ARN of the request, as `sourceArnOf` returns it. */
  readonly sourceArn: string;
  /** Account that owns the API. Default: the account in `sourceArn`. */
  readonly sourceAccount?: string;
}

/** Whether a policy allows an invocation, and why. */
export interface InvokeCheck {
  /** Whether the policy allows it. If it does not, the client gets a 500. */
  readonly allowed: boolean;
  /** The statement that decided: its Sid, or its index in the policy. Absent if no statement allows the invocation. */
  readonly decidedBy?: string | number;
  /** Why it is not allowed: the parts that do not match, for each `Allow` statement; or the `Deny` statement. Empty if it is allowed. */
  readonly failures: readonly InvokeFailure[];
  /** Parts of the policy that should work according to AWS's guide but reportedly don't. */
  readonly warnings: readonly InvokeFailure[];
}

/** One part of a statement, and what is wrong with it. */
export interface InvokeFailure {
  /** The statement: its Sid, or its index in the policy. */
  readonly statement: string | number;
  /** The part: keys from the statement inwards, for example `['Condition', 'ArnLike', 'AWS:SourceArn']`. */
  readonly path: readonly string[];
  /** What is wrong with it: `mismatch`, `denied`, `unknown-operator`; as a warning, `any-method`. */
  readonly code: 'mismatch' | 'denied' | 'unknown-operator' | 'any-method';
  /** The cause, in a sentence. */
  readonly message: string;
  /** What to do about it, in a sentence. */
  readonly fix: string;
}

/**
 * Returns whether a function's policy allows an API to invoke the function for a request. If not, the result says which part of which
 * statement does not match.
 *
 * A `Deny` statement wins over every `Allow`. A condition on anything but the source counts as not met.
 *
 * @throws TypeError if the policy is not an object with statements, for example because it is JSON text, or if an ARN is not a string.
 * @example
 * ```ts
 * import { checkInvoke, functionPolicy, invokeStatement } from 'apigw-proxy';
 *
 * const functionArn = 'arn:aws:lambda:us-east-2:123456789012:function:my-function';
 * const api = 'arn:aws:execute-api:us-east-2:123456789012:mnh1xmpli7';
 * const policy = functionPolicy(invokeStatement({ functionArn, sourceArn: `${api}/*\/GET/users` }));
 * console.log(checkInvoke(policy, { functionArn, sourceArn: `${api}/prod/GET/users` }).allowed); // => true
 * ```
 */
export function checkInvoke(policy: FunctionPolicy, invocation: Invocation): InvokeCheck {
  requireString(['invocation', 'functionArn'], invocation.functionArn);
  requireString(['invocation', 'sourceArn'], invocation.sourceArn);
  const judged = statementsOf(policy).map((statement, index) => judge(statement, index, invocation));
  const denial = judged.find(({ statement, misses }) => statement.Effect === 'Deny' && misses.length === 0);
  if (denial !== undefined) return { allowed: false, decidedBy: denial.name, failures: [failureOfDenial(denial)], warnings: [] };
  const allowing = judged.filter(({ statement }) => statement.Effect === 'Allow');
  const grants = allowing.filter(({ misses }) => misses.length === 0);
  const [grant] = grants;
  if (grant === undefined) return { allowed: false, failures: allowing.flatMap(({ misses }) => misses), warnings: [] };
  return { allowed: true, decidedBy: grant.name, failures: [], warnings: warningsOf(grants, invocation) };
}

/** @throws TypeError if the policy is not an object with statements. */
function statementsOf(policy: FunctionPolicy): readonly FunctionPolicyStatement[] {
  const fix = typeof policy === 'string' ? 'Parse the JSON first: `JSON.parse(policy)`.' : undefined;
  if (!isObject(policy)) throw argumentError(['policy'], 'an object with statements', policy, fix);
  const statements: readonly FunctionPolicyStatement[] = [policy.Statement].flat();
  for (const [index, statement] of statements.entries()) {
    if (!isObject(statement)) throw argumentError(['policy', 'Statement', String(index)], 'an object', statement);
  }
  return statements;
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
  return { statement, name, parts, misses: parts.filter(({ holds }) => holds !== true).map((part) => failureOf(part, name)) };
}

function partsOf(statement: FunctionPolicyStatement, { functionArn, sourceArn, sourceAccount }: Invocation): Part[] {
  const known = new Map([
    ['aws:sourcearn', sourceArn],
    ['aws:sourceaccount', sourceAccount ?? sourceArn.split(':', 5)[4] ?? ''],
  ]);
  return [
    partOf('Principal', principalsOf(statement), API_GATEWAY, (expected, given) => expected === '*' || expected === given),
    // documented: actions match in any case.
    partOf('Action', stringsOf(statement.Action), 'lambda:InvokeFunction', (expected, given) =>
      matchesGlob(expected.toLowerCase(), given.toLowerCase()),
    ),
    partOf(
      'Resource',
      stringsOf(statement.Resource),
      functionArn,
      (expected, given) => expected === '*' || matchesArnLike(expected, given),
    ),
    ...conditionsOf(statement.Condition, known),
  ];
}

function partOf(name: string, expected: readonly string[], given: string, matches: (expected: string, given: string) => boolean): Part {
  return { path: [name], expected, given, holds: expected.some((value) => matches(value, given)) };
}

/** Returns the principals that can be a service. */
function principalsOf({ Principal }: FunctionPolicyStatement): string[] {
  if (typeof Principal === 'string') return [Principal];
  return Object.entries(Principal ?? {}).flatMap(([kind, names]) =>
    kind === 'Service' ? stringsOf(names) : stringsOf(names).filter((name) => name === '*'),
  );
}

function failureOf({ path, expected, given, holds }: Part, statement: string | number): InvokeFailure {
  const name = path.join('.');
  if (holds === undefined) {
    const message = `The operator of \`${name}\` is unknown, so the condition counts as not met.`;
    return { statement, path, code: 'unknown-operator', message, fix: 'Use a String or Arn operator, or check this condition yourself.' };
  }
  const request = given === undefined ? 'nothing is known about the request' : `the request has ${given}`;
  const message = `\`${name}\` does not match: the statement has ${expected.join(' or ')}, ${request}.`;
  return { statement, path, code: 'mismatch', message, fix: 'Change this part of the statement, or add a statement that matches.' };
}

function failureOfDenial({ name }: Judged): InvokeFailure {
  return {
    statement: name,
    path: ['Effect'],
    code: 'denied',
    message: 'The statement denies the invocation.',
    fix: 'Remove the statement, or add a condition that excludes this invocation.',
  };
}

/**
 * documented: `ANY` matches every method. reported [rest-permission-any, rest-permission-any-star]: with such a policy the client gets a
 * 500, and `*` works.
 */
function warningsOf(grants: readonly Judged[], { sourceArn }: Invocation): readonly InvokeFailure[] {
  const doubtful = grants.map(({ name, parts }) => ({ name, part: parts.find(({ expected }) => matchesByAny(expected, sourceArn)) }));
  if (doubtful.some(({ part }) => part === undefined)) return [];
  return doubtful.map(({ name, part }) => ({
    statement: name,
    path: part?.path ?? [],
    code: 'any-method',
    message: 'AWS documents that `ANY` matches every method, but people report that it matches none.',
    fix: 'Write `*` instead of `ANY`.',
  }));
}

/** Returns whether the values match only because `ANY` matches every method. */
function matchesByAny(expected: readonly string[], sourceArn: string): boolean {
  return expected.some(hasAnyMethod) && !expected.some((pattern) => matchesArnLike(pattern, sourceArn));
}
