import type { Finding } from '../../deploy/deployment.js';
import { printable } from '../printable.js';

/** Returns findings as lines, with place and line. No lines if there are none. */
export function findingLines(title: string, findings: readonly Finding[]): string[] {
  if (findings.length === 0) return [];
  return [
    title,
    ...findings.map(({ where, what, line }) => `  ${[line === undefined ? '' : `line ${line}  `, where, `: ${what}`].join('')}`),
  ].map(printable);
}
