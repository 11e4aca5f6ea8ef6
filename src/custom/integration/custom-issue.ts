import type { Evidence } from '../../aws/evidence.js';
import { CUSTOM_ISSUES } from './custom-issues.js';

/** One finding about a custom integration. */
export interface CustomIssue {
  /** The kind of finding, as a stable code. */
  readonly code: CustomIssueCode;
  /**
   * `error`: the gateway answers in place of the function, or the library can't tell. `warning`: it works, but perhaps not as you expect.
   * `info`: it is good to know, and there is nothing to fix.
   */
  readonly severity: 'error' | 'warning' | 'info';
  /** Where: keys from the integration inwards, for example `['responses', 0, 'responseTemplates', 'application/json']`. */
  readonly path: readonly (string | number)[];
  /** Line of the template, from 1. Absent unless the finding is about a place in a template. */
  readonly line?: number;
  /** Column of that line, from 1. Absent without a line. */
  readonly column?: number;
  /** What is wrong, in a sentence. */
  readonly message: string;
  /** What to do about it, in a sentence. */
  readonly fix: string;
  /** How well the gateway's behavior is known. */
  readonly evidence: Evidence;
}

/** Stable codes of {@link CustomIssue}. */
export type CustomIssueCode = keyof typeof CUSTOM_ISSUES;

/** A place in a template. */
export interface TemplatePlace {
  readonly line: number;
  readonly column: number;
}

/**
 * Makes the issue of a code.
 *
 * @param path where, from the integration inwards.
 * @param found what was found there, for the message.
 * @param place the place in the template, if the path leads to one.
 */
export function customIssue(code: CustomIssueCode, path: CustomIssue['path'], found = '', place?: TemplatePlace): CustomIssue {
  const [severity, evidence, message, fix] = CUSTOM_ISSUES[code];
  const where = place === undefined ? '' : `Line ${place.line}: `;
  return { code, severity, path, ...place, message: where + message.replace('{}', () => found), fix, evidence };
}

/** Whether the gateway answers in place of the function. */
export function isRefused(issues: readonly CustomIssue[]): boolean {
  return issues.some(({ severity }) => severity === 'error');
}
