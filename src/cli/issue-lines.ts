import type { Issue } from '../render/issues/issues.js';
import { paint } from './paint.js';
import { printable } from './printable.js';

/** Issues for a reader, two lines each: what and where, then the cure. */
export function issueLines(issues: readonly Issue[], isColoured: boolean): string[] {
  return issues.flatMap(({ severity, code, path, message, cure }) => {
    const place = path.length === 0 ? '' : ` at ${path.join('.')}`;
    const mark = paint(severity, severity === 'error' ? 'red' : 'yellow', isColoured);
    return [`  ${mark} ${code}${printable(`${place}: ${message}`)}`, `    ${printable(cure)}`];
  });
}
