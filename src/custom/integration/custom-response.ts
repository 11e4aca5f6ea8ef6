import type { HttpResponse } from '../../http/response.js';
import type { CustomIssue } from './custom-issue.js';

/** The response of a custom integration. */
export interface CustomResponse extends HttpResponse {
  /** Whether an integration response answers. If `false`, the gateway answers with its own error, or the answer is unknown. */
  readonly ok: boolean;
  /** Findings about the integration and the outcome. */
  readonly issues: readonly CustomIssue[];
}
