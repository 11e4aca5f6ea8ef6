import { argumentError } from '../http/argument-error.js';
import { isObject } from '../http/is-object.js';
import { type ConditionKeys, conditionsOf, matchesAny, negateIf, type Part } from './conditions.js';
import { matchesGlob } from './glob.js';
import { matchesArnLike } from './match-arn.js';
import { stringsOf } from './policy-values.js';
import { type Caller, principalPart } from './principal.js';

/** The request that a policy allows or denies. */
export interface PolicyRequest {
  /** Absent for a policy whose statements name no principal, such as an authorizer's. */
  readonly caller?: Caller;
  readonly action: string;
  readonly resource: string;
  readonly known: ConditionKeys;
  /** Compares a resource of a statement. Default: the parts between the colons, one by one. */
  readonly matchesResource?: (pattern: string, resource: string) => boolean;
}

/** A statement, and whether it applies to a request. */
export interface Judged {
  readonly effect: 'Allow' | 'Deny';
  /** Its Sid, or its index in the policy. */
  readonly name: string | number;
  readonly parts: readonly Part[];
  /** `unclear` if everything else matches, but a part can't be evaluated. */
  readonly applies: 'yes' | 'no' | 'unclear';
}

/** The statements that decide about a request. */
export interface Decision {
  /** The Deny statement that applies or could apply. */
  readonly denial: Judged | undefined;
  /** The Allow statements. */
  readonly allowing: readonly Judged[];
  /** The Allow statements that certainly apply. */
  readonly grants: readonly Judged[];
}

interface AnyStatement {
  readonly Sid?: string;
  readonly Effect?: unknown;
  readonly Condition?: object | null;
  readonly [element: string]: unknown;
}

/**
 * Finds the statements of a policy that decide about a request. If a condition can't be evaluated, a Deny counts and an Allow does not.
 *
 * @throws TypeError if the policy is not an object with statements, or if a statement has no valid effect.
 */
export function decide(policy: object, request: PolicyRequest): Decision {
  const judged = statementsOf(policy).map((statement, index) => judge(statement, index, request));
  const denying = judged.filter(({ effect }) => effect === 'Deny');
  const allowing = judged.filter(({ effect }) => effect === 'Allow');
  return {
    denial: denying.find(({ applies }) => applies === 'yes') ?? denying.find(({ applies }) => applies === 'unclear'),
    allowing,
    grants: allowing.filter(({ applies }) => applies === 'yes'),
  };
}

function statementsOf(policy: unknown): readonly AnyStatement[] {
  const fix = typeof policy === 'string' ? 'Parse the JSON first: `JSON.parse(policy)`.' : undefined;
  if (!isObject(policy)) throw argumentError(['policy'], 'an object with statements', policy, fix);
  const { Statement }: { Statement?: AnyStatement | readonly AnyStatement[] } = policy;
  return [Statement].flat().map((statement, index) => {
    const path = ['policy', 'Statement', String(index)];
    if (!isObject(statement)) throw argumentError(path, 'an object', statement);
    return statement;
  });
}

function judge(statement: AnyStatement, index: number, request: PolicyRequest): Judged {
  const { Effect, Sid, Condition } = statement;
  if (Effect !== 'Allow' && Effect !== 'Deny') {
    throw argumentError(['policy', 'Statement', String(index), 'Effect'], "'Allow' or 'Deny'", Effect);
  }
  const { caller, action, resource, known, matchesResource = matchesArnLike } = request;
  const elements = [
    ...(caller === undefined
      ? []
      : [principalPart('NotPrincipal' in statement ? 'NotPrincipal' : 'Principal', principalOf(statement), caller)]),
    // documented: actions match in any case.
    elementPart(statement, 'Action', action, (pattern, given) => matchesGlob(pattern.toLowerCase(), given.toLowerCase())),
    elementPart(statement, 'Resource', resource, (pattern, given) => pattern === '*' || matchesResource(pattern, given)),
  ].map((part) => (isRejected(part, statement) ? { ...part, holds: Effect === 'Deny' } : part));
  const parts = [...elements, ...conditionsOf(Condition, known)];
  const fails = parts.some(({ holds }) => holds === false);
  return {
    effect: Effect,
    name: Sid ?? index,
    parts,
    applies: fails ? 'no' : parts.every(({ holds }) => holds === true) ? 'yes' : 'unclear',
  };
}

/** Checks for an element that IAM rejects: it has no value, or its opposite stands beside it. assumed: a Deny counts, and an Allow does not. */
function isRejected({ path: [name = ''], expected }: Part, statement: AnyStatement): boolean {
  return expected.length === 0 || (name.startsWith('Not') && name.slice(3) in statement);
}

function principalOf(statement: AnyStatement): unknown {
  return statement['NotPrincipal'] ?? statement['Principal'];
}

/** Compares an element, or its opposite: `Action` or `NotAction`. */
function elementPart(
  statement: AnyStatement,
  name: 'Action' | 'Resource',
  given: string,
  compare: (pattern: string, given: string) => boolean,
): Part {
  const isNegated = `Not${name}` in statement;
  const element = isNegated ? `Not${name}` : name;
  const expected = stringsOf(statement[element]);
  return { path: [element], expected, given: [given], holds: negateIf(isNegated, matchesAny(expected, given, compare)) };
}
