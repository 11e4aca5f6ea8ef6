import type { Target } from '../aws/target.js';
import { explainIssue } from '../render/issues/explain-issue.js';
import type { Issue } from '../render/issues/issue.js';
import { SHAPES, type ShapeVerdict } from './check-shape.js';
import { EXIT } from './command.js';
import type { Io } from './io.js';
import { issueLines } from './issue-lines.js';
import type { KnownKind } from './meant-kind.js';
import { paint } from './paint.js';
import { printable } from './printable.js';

/** What `check` found out. */
export type Verdict = ShapeVerdict | ResultsVerdict | WrongKind;

/** About a result, for each target that was checked. */
export interface ResultsVerdict {
  readonly kind: 'result';
  readonly isValid: boolean;
  readonly results: readonly ResultVerdict[];
}

/** About a result, for one target. */
export interface ResultVerdict {
  readonly target: Target;
  readonly isValid: boolean;
  /** The status that the client gets, or whether it gets a message. */
  readonly status: number | string;
  readonly issues: readonly Issue[];
}

/** About JSON that is not what it must be. */
export interface WrongKind {
  readonly kind: KnownKind | 'event' | 'result' | 'unknown';
  readonly isValid: false;
  readonly reason: string;
  readonly target?: Target | undefined;
}

/** Prints a verdict for people, or as JSON for programs. Returns the exit code. */
export function printVerdict(verdict: Verdict, asJson: boolean, io: Io): number {
  if (asJson) io.write(`${JSON.stringify(toJson(verdict), null, 2)}\n`);
  else if ('reason' in verdict) printReason(verdict, io);
  else if ('results' in verdict) for (const result of verdict.results) printResult(result, io);
  else printShape(verdict, io);
  return verdict.isValid ? EXIT.ok : EXIT.invalid;
}

/** The same for programs. Issues have their sentences. */
function toJson(verdict: Verdict): object {
  const { isValid: valid, kind } = verdict;
  if ('reason' in verdict) return { valid, kind, reason: verdict.reason };
  if (!('results' in verdict)) return { valid, kind, problems: verdict.problems ?? [] };
  const results = verdict.results.map(({ target, isValid, status, issues }) => ({
    target,
    valid: isValid,
    status,
    issues: issues.map(explainIssue),
  }));
  return { valid, kind, results };
}

function printReason({ kind, reason, target }: WrongKind, io: Io): void {
  const what = kind === 'result' ? ` result${target === undefined ? '' : ` for ${target}`}` : nameOf(kind);
  io.write(`${mark(false, io)}${what}: ${printable(reason)}\n`);
}

function nameOf(kind: string): string {
  return Object.hasOwn(SHAPES, kind) ? ` ${SHAPES[kind as KnownKind].name}` : ''; // an own key
}

function printResult({ target, isValid, status, issues }: ResultVerdict, io: Io): void {
  io.write(`${mark(isValid, io)} result for ${target}: ${status}\n`);
  for (const line of issueLines(issues, io.isColoured)) io.write(`${line}\n`);
}

const WITHOUT_ZOD = 'apigw-proxy: Install zod to see which field is wrong, or run npx -p zod -p apigw-proxy apigw-proxy check.';

function printShape({ kind, isValid, problems }: ShapeVerdict, io: Io): void {
  const { name, example } = SHAPES[kind];
  io.write(`${mark(isValid, io)} ${name}\n`);
  if (isValid) return;
  if (problems === undefined) {
    io.warn(WITHOUT_ZOD);
    return;
  }
  for (const { path, message } of problems) io.write(`  ${printable(`${path.join('.') || '(the value)'}: ${message}`)}\n`);
  io.write(`    A valid one: ${example}\n`);
}

function mark(isValid: boolean, io: Io): string {
  return isValid ? paint('valid', 'green', io.isColoured) : paint('invalid', 'red', io.isColoured);
}
