import type { GatewayAuthorizer } from '../../gateway/authorizer.js';
import type { RequestIssue } from '../../gateway/request-issue.js';
import type { FailureType } from '../../render/outcome/failure-type.js';
import type { Authorization } from '../api/local-exchange.js';

/** What an authorizer decided about a request. */
export type Verdict = Allowed | Denied;

/** The request may pass. */
export interface Allowed {
  /** What the event contains about the caller. `undefined` without an authorizer. */
  readonly authorizer: GatewayAuthorizer | undefined;
  /** The API key that the authorizer named. Absent if it named none. */
  readonly usageKey?: string;
  /** The call of the authorizer. Absent if none was called. */
  readonly authorization?: Authorization;
}

/** The gateway answers, and the function is not invoked. */
export interface Denied {
  readonly failure: FailureType;
  /** What the authorizer left for gateway responses. Absent if it left nothing. */
  readonly authorizer?: GatewayAuthorizer;
  /** Set if AWS answers as it does without a signature: on REST, not with the usual 403. */
  readonly isUnsigned?: true;
  /** Why the authorizer can't run here. Absent for an authorizer that ran. */
  readonly issue?: RequestIssue;
  /** HTTP APIs: what a JWT authorizer writes into `www-authenticate`. Absent for other authorizers. */
  readonly challenge?: string;
  /** The call of the authorizer. Absent if none was called. */
  readonly authorization?: Authorization;
}
