import type { Target } from '../../gateway/target.js';
import type { Evidence } from '../evidence.js';

/** How one code becomes an issue. */
export interface IssueRule {
  readonly severity: 'error' | 'warning';
  readonly evidence: Evidence | Readonly<Record<Target, Evidence>>;
  /** The cause, from what was found and who speaks (`a REST API`); its first letter becomes a capital. */
  readonly message: (found: string, gateway: string) => string;
  readonly cure: string;
}
