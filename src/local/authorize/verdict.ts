import type { GatewayAuthorizer } from '../../gateway/authorizer.js';
import type { FailureType } from '../../render/outcome/failure-type.js';
import type { Authorization } from '../api/local-exchange.js';

/** Whether a request may pass, and what an authorizer was asked about it. */
export type Verdict = Passed | Refused;

/** The request may pass. */
export interface Passed {
  /** What the event will say of the caller; `undefined`: nothing, there is no authorizer. */
  readonly passed: GatewayAuthorizer | undefined;
  /** The API key that the authorizer named. */
  readonly usageKey?: string;
  readonly asked?: Authorization;
}

/** The gateway answers, and the function is not invoked. */
export interface Refused {
  readonly refused: FailureType;
  /** HTTP APIs: what a JWT authorizer says of the token. */
  readonly challenge?: string;
  readonly asked?: Authorization;
}
