import { REFUSAL_SENTENCES } from '../../gateway/request-sentences.js';
import type { FailureType } from '../outcome/failure-type.js';
import { REFUSED_PREFLIGHT } from './refused-preflight-sentences.js';
import type { Sentences } from './sentences.js';

/**
 * The sentences of each failure but the one that a plain result can be. They travel with `failure()`. The table in `targets/failures.ts` has
 * the gateways' answers to it.
 */
export const FAILURE_SENTENCES: Readonly<Record<Exclude<FailureType, 'response-too-large'> | 'preflight-refused', Sentences>> = {
  'malformed-result': {
    message: "The gateway can't read the function's result.",
    fix: 'Return an object with a `statusCode` and a string `body`.',
  },
  'function-error': {
    message: 'The function threw an error, or its process ended.',
    fix: "Read the function's log. Catch errors in the handler and return a response for them.",
  },
  'api-configuration': { message: "The settings of the API don't work.", fix: 'Correct the settings of the API.' },
  'function-timeout': {
    message: 'The function ran longer than its own timeout.',
    fix: "Raise the function's timeout, or do less work in it.",
  },
  timeout: {
    message: "The function didn't answer within the gateway's time limit.",
    fix: 'Answer faster, or do the work asynchronously.',
  },
  throttled: { message: 'Lambda had no concurrency left for this invocation.', fix: "Raise the function's concurrency." },
  permission: {
    message: "The caller isn't allowed to invoke the function.",
    fix: "Add a statement to the function's resource policy.",
  },
  'integration-failure': {
    message: 'Lambda refused to invoke the function, or could not be reached.',
    fix: 'Check the integration: its method must be POST, and the ARN that of an existing function.',
  },
  'no-route': { message: 'No route matches the request.', fix: 'Add the route, or a catch-all route.' },
  'unknown-url': { message: 'There is no API at this host name and stage.', fix: 'Correct the URL.' },
  unauthorized: {
    message: 'The request has no valid credentials.',
    fix: 'Send the credentials that the authorizer expects.',
  },
  forbidden: {
    message: "The request isn't allowed.",
    fix: 'Send a valid API key, or let the authorizer allow the request.',
  },
  'access-denied': {
    message: 'A policy denies the request.',
    fix: 'Change the policy of the authorizer, the caller or the API.',
  },
  'expired-token': { message: 'The security token has expired.', fix: 'Send a new token.' },
  'invalid-signature': {
    message: 'The signature of the request is wrong.',
    fix: 'Sign the request exactly as you send it.',
  },
  'invalid-api-key': {
    message: "The API key isn't valid for this stage.",
    fix: 'Send a key from a usage plan of this stage.',
  },
  'authorizer-failure': { message: 'The authorizer failed.', fix: "Read the authorizer's log." },
  'authorizer-configuration': {
    message: "The gateway can't read the authorizer's result.",
    fix: "Correct the authorizer's result. To answer 401, throw `new Error('Unauthorized')` in the authorizer.",
  },
  'bad-request-body': {
    message: "The body doesn't match the model of the method.",
    fix: 'Send a body that matches the model.',
  },
  'bad-request-parameters': { message: 'A required parameter is missing.', fix: 'Send the parameter.' },
  'unsupported-media-type': {
    message: "The method doesn't accept this content type.",
    fix: 'Send a content type that the method accepts.',
  },
  'unsupported-content-encoding': REFUSAL_SENTENCES['unsupported-content-encoding'],
  'malformed-url': REFUSAL_SENTENCES['malformed-url'],
  'body-not-allowed': REFUSAL_SENTENCES['body-not-allowed'],
  'url-too-long': REFUSAL_SENTENCES['url-too-long'],
  'incomplete-signature': {
    message: 'No route matches the request, and its Authorization header is not a signature.',
    fix: 'Add the route, or correct the URL. The header is not the cause.',
  },
  'request-too-large': REFUSAL_SENTENCES['request-too-large'],
  'gateway-throttled': { message: 'The request is over the rate limit.', fix: 'Send requests more slowly, or raise the limit.' },
  'quota-exceeded': {
    message: 'The quota of the usage plan is used up.',
    fix: 'Wait for the next period, or raise the quota.',
  },
  'waf-filtered': { message: 'The web application firewall blocked the request.', fix: 'Change the rule that blocked it.' },
  'preflight-refused': REFUSED_PREFLIGHT,
};
