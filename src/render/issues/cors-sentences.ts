import type { AssumedTopic } from './assumed-topic.js';
import { assumption } from './assumption.js';
import type { ResultIssueCode } from './other-rules.js';
import type { Sentences } from './sentences.js';

/** The sentences of what only a CORS configuration can cause. They travel with `configureCors`. */
export const CORS_SENTENCES: Readonly<
  Pick<
    Record<ResultIssueCode | AssumedTopic, Sentences>,
    'cors-overridden' | 'preflight-answered' | 'preflight-invoked' | 'preflight-status' | 'own-cors' | 'two-vary'
  >
> = {
  'cors-overridden': {
    message: ({ found }) => `The CORS configuration replaces the function's ${found}.`,
    fix: 'Set CORS headers in the configuration only, or remove the configuration.',
  },
  'preflight-answered': {
    message: ({ Gateway }) => `${Gateway} with a CORS configuration answers a preflight request itself. It doesn't call the function.`,
    fix: 'Nothing to fix. To answer preflight requests in the function, remove the CORS configuration.',
  },
  'preflight-invoked': {
    message: ({ found, Gateway }) =>
      `${Gateway} calls the function for this preflight request, because the route matches OPTIONS, and replaces its CORS headers with the configured ones. ${found === '' ? "One report shows this; AWS doesn't document it." : `Browsers reject the status ${found}.`}`,
    fix: ({ found }) =>
      `${found === '' ? 'Nothing to fix.' : 'Return a 2xx status for OPTIONS.'} To let the gateway answer preflight requests, use routes with another method, such as \`GET /users\`.`,
  },
  'preflight-status': assumption(({ gateway }) => `with which status ${gateway} answers a preflight request`, '204'),
  'own-cors': assumption(({ gateway }) => `whether ${gateway} adds CORS headers to its own answers`, 'that it does'),
  'two-vary': assumption(({ gateway }) => `what ${gateway} does with the function's Vary header when CORS adds one`, 'that both are sent'),
};
