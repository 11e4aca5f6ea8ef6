import type { Evidence } from '../../aws/evidence.js';
import type { Target } from '../../aws/target.js';

/** How one code becomes an issue. */
export interface IssueRule {
  readonly severity: 'error' | 'warning';
  readonly evidence: Evidence | Readonly<Record<Target, Evidence>>;
  /** The cause, from what was found and who speaks (`a REST API`); its first letter becomes a capital. */
  readonly message: (found: string, gateway: string) => string;
  readonly cure: string;
}
