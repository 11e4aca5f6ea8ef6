import type { Gateway } from '../../gateway/gateway.js';
import { REQUEST_RULES } from '../../gateway/request-issue.js';
import type { RefusingAuthorizer } from '../api/local-authorizer.js';
import type { Denied } from './verdict.js';

/** How each kind of authorizer refuses a request without credentials. */
const REFUSALS: Readonly<Record<RefusingAuthorizer['refuse'], Denied>> = {
  // assumed: the challenge for a missing token.
  jwt: { failure: 'unauthorized', challenge: 'Bearer' },
  cognito: { failure: 'unauthorized' },
  lambda: { failure: 'unauthorized' },
  iam: { failure: 'forbidden', isUnsigned: true },
};

/** Refuses a request, and says what lets it pass. */
export function refuseAll({ refuse, fix }: RefusingAuthorizer, { target }: Gateway): Denied {
  const [severity, evidence] = REQUEST_RULES['route-closed'];
  return { ...REFUSALS[refuse], issue: { code: 'route-closed', severity, path: [], found: fix, evidence, target } };
}
