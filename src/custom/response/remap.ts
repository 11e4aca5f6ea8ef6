import type { HttpField } from '../../http/request.js';
import { REMAPPED_PREFIX, SPECIAL_HEADERS } from '../../render/targets/special-headers.js';
import { type CustomIssue, customIssue } from '../integration/custom-issue.js';
import type { PlacedField } from '../mapping/map-response.js';

/**
 * Renames the fields that a REST API sends under another name, and drops those that it does not send. recorded [response-headers-remapped]: the
 * name keeps its spelling. A second Content-Length could change where the response ends.
 */
export function remap(fields: readonly PlacedField[], issues: CustomIssue[]): HttpField[] {
  return fields.flatMap(({ field: [name, value], path }): HttpField[] => {
    const special = SPECIAL_HEADERS.rest.get(name.toLowerCase());
    if (special === undefined || special.fate === 'passed') return [[name, value]];
    const severity = special.isHarmless ? 'info' : 'warning';
    if (special.fate !== 'remapped') {
      issues.push({ ...customIssue('header-dropped', path, name), severity });
      return [];
    }
    issues.push({ ...customIssue('header-remapped', path, REMAPPED_PREFIX + name), severity });
    return [[REMAPPED_PREFIX + name, value]];
  });
}
