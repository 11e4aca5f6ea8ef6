import type { Doubt, Part } from './conditions.js';
import type { Judged } from './judge-statement.js';

/** One part of a statement, and what is wrong with it. */
export interface InvokeFailure {
  /** The statement: its Sid, or its index in the policy. */
  readonly statement: string | number;
  /** The part: keys from the statement inwards, for example `['Condition', 'ArnLike', 'AWS:SourceArn']`. */
  readonly path: readonly string[];
  /**
   * What is wrong with it: `mismatch`, `denied`; as a warning, `any-method`. If a condition can't be evaluated: `unknown-operator`,
   * `unknown-key` if the request's value is not known, `policy-variable` if the statement has a variable such as `${aws:username}`.
   */
  readonly code: 'mismatch' | 'denied' | 'any-method' | Doubt;
  /** The cause, in a sentence. */
  readonly message: string;
  /** What to do about it, in a sentence. */
  readonly fix: string;
}

/** Returns why an Allow statement doesn't apply: each part that doesn't match. */
export function missesOf(judged: Judged): InvokeFailure[] {
  return judged.parts.filter(({ holds }) => holds !== true).map((part) => failureOf(part, judged));
}

/** Returns the conditions of a statement that decide whether it applies, but can't be evaluated. */
export function doubtsOf(judged: Judged): InvokeFailure[] {
  return judged.applies === 'unclear' ? missesOf(judged) : [];
}

/** Returns the finding for a Deny statement that counts. */
export function denialOf({ name }: Judged): InvokeFailure {
  return {
    statement: name,
    path: ['Effect'],
    code: 'denied',
    message: 'The statement denies the invocation.',
    fix: 'Remove the statement, or add a condition that excludes this invocation.',
  };
}

function failureOf(part: Part, { name, effect }: Judged): InvokeFailure {
  const { path, holds } = part;
  if (typeof holds === 'boolean') return { statement: name, path, code: 'mismatch', ...mismatchOf(part) };
  const { cause, fix } = DOUBTS[holds];
  const consequence = effect === 'Deny' ? 'so the statement counts' : 'so the condition counts as not met';
  return { statement: name, path, code: holds, message: `${cause(path)}, ${consequence}.`, fix: fix(path) };
}

function mismatchOf({ path, expected, given = [] }: Part): { readonly message: string; readonly fix: string } {
  const [statement, request] = [expected.join(' or ') || 'no value', given.join(' and ') || 'no value'];
  return {
    message: `\`${path.join('.')}\` does not match: the statement has ${statement}, the request has ${request}.`,
    fix: 'Change this part of the statement, or add a statement that matches.',
  };
}

interface Sentences {
  readonly cause: (path: readonly string[]) => string;
  readonly fix: (path: readonly string[]) => string;
}

const DOUBTS: Readonly<Record<Doubt, Sentences>> = {
  'unknown-operator': {
    cause: (path) => `The operator of \`${path.join('.')}\` is not evaluated here`,
    fix: () => 'Use a String, Arn, Bool or Null operator, or check this condition yourself.',
  },
  'unknown-key': {
    cause: (path) => `The request's value for \`${path.join('.')}\` is unknown`,
    fix: (path) => `Pass it as \`context: { '${path.at(-1)}': '…' }\`, or \`null\` if the request has no such key.`,
  },
  'policy-variable': {
    cause: (path) => `\`${path.join('.')}\` has a policy variable, which is not evaluated here`,
    fix: () => 'Write the value in place of the variable, or check this part yourself.',
  },
};
