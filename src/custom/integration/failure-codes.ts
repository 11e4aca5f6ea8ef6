import type { FailureReason } from '../meter.js';
import type { CustomIssueCode } from './custom-issue.js';

/** The issue of each reason why a template stops. */
export const TEMPLATE_FAILURES = {
  exception: 'template-exception',
  budget: 'template-too-expensive',
  unsupported: 'template-unsupported',
} as const satisfies Record<FailureReason, CustomIssueCode>;

/** The issue of each reason why the mapping of a parameter stops. */
export const MAPPING_FAILURES = {
  exception: 'mapping-exception',
  budget: 'mapping-too-expensive',
  unsupported: 'template-unsupported',
} as const satisfies Record<FailureReason, CustomIssueCode>;
