import { by } from '../../aws/evidence.js';
import type { FailureType } from '../outcome/outcome.js';
import type { IssueRule } from './issue-rule.js';

/** What is to be said of each failure. How the gateway answers to it is in the table of `failures.ts`. */
export const FAILURE_ISSUES = {
  'malformed-result': because('recorded', 'The gateway cannot read the result.', 'Return an object with `statusCode` and a text `body`.'),
  'function-error': because(
    by('documented', 'reported', 'reported', 'recorded', 'reported'),
    'The function threw, or its process ended.',
    "Read the function's log; catch errors and answer them.",
  ),
  'function-timeout': because('reported', "The function's own time ran out.", "Raise the function's timeout, or do less."),
  'response-too-large': because(
    'reported',
    "The serialised result is over Lambda's limit of 6291556 bytes.",
    'Send less, or a redirect to where the content is stored.',
  ),
  timeout: because('reported', "The function did not answer within the gateway's time.", 'Answer sooner, or work asynchronously.'),
  throttled: because('reported', 'Lambda had no concurrency left for the invocation.', "Raise the function's concurrency."),
  permission: because(
    by('documented', 'reported', 'reported', 'recorded'),
    'The caller may not invoke the function.',
    "Add a statement to the function's resource policy.",
  ),
  'integration-failure': because('documented', 'The gateway could not reach Lambda.', 'Try again.'),
  'api-configuration': because('documented', 'The settings of the API cannot be carried out.', 'Correct the settings of the API.'),
  'no-route': because(
    by('recorded', 'reported', 'reported', 'assumed', 'reported'),
    'No route matched the request.',
    'Add the route, or a catch-all.',
  ),
  'unknown-url': because('recorded', 'Nothing answers at this host name and stage.', 'Correct the URL.'),
  unauthorized: because('reported', 'The request lacks valid credentials.', 'Send the credentials that the authorizer wants.'),
  forbidden: because('reported', 'The request may not pass.', 'Send a valid API key, or let the authorizer allow the request.'),
  'access-denied': because('reported', 'A policy denies the request.', 'Change the policy of the authorizer, the caller or the API.'),
  'expired-token': because('documented', 'The security token has expired.', 'Send a fresh token.'),
  'invalid-signature': because('documented', 'The signature of the request is wrong.', 'Sign the request as it is sent.'),
  'invalid-api-key': because('documented', 'The API key is not valid for this stage.', 'Send a key of a usage plan of the stage.'),
  'authorizer-failure': because('documented', 'The authorizer could not be asked.', "Read the authorizer's log."),
  'authorizer-configuration': because(
    'documented',
    'The authorizer answered what the gateway cannot read.',
    "Correct the authorizer's result.",
  ),
  'bad-request-body': because('documented', "The body does not fit the method's model.", 'Send a body that fits.'),
  'bad-request-parameters': because('documented', 'A required parameter is missing.', 'Send the parameter.'),
  'unsupported-media-type': because('documented', 'The method does not take this content type.', 'Send a type that it takes.'),
  'request-too-large': because('documented', "The request is over the gateway's limit.", 'Send less.'),
  'gateway-throttled': because('documented', 'The request is over the rate limit.', 'Slow down, or raise the limit.'),
  'quota-exceeded': because('documented', "The usage plan's quota is used up.", 'Wait for the next period, or raise the quota.'),
  'waf-filtered': because('documented', 'The web application firewall blocked the request.', 'Change the rule that blocked it.'),
} satisfies Readonly<Record<FailureType, IssueRule>>;

function because(evidence: IssueRule['evidence'], cause: string, cure: string): IssueRule {
  return { severity: 'error', evidence, message: () => cause, cure };
}
