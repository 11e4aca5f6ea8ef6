import type { AssumedTopic } from './assumed-topic.js';
import { assumption } from './assumption.js';
import type { ResultIssueCode } from './other-rules.js';
import type { Sentences } from './sentences.js';

/** The sentences of what only gateway responses can cause. They travel with `customizeResponses`. */
export const GATEWAY_RESPONSE_SENTENCES: Readonly<
  Pick<Record<ResultIssueCode | AssumedTopic, Sentences>, 'gateway-response-assumed' | 'variable-without-value' | 'request-value-left-out'>
> = {
  'gateway-response-assumed': {
    message: ({ found, gateway }) =>
      `Nobody has recorded which gateway response ${gateway} uses for this failure. This response assumes \`${found}\`.`,
    fix: 'Customize all types that could apply in the same way.',
  },
  'variable-without-value': {
    message: ({ found, gateway }) =>
      `\`${found}\` in a gateway response has no value here. Nobody has recorded what ${gateway} prints in this case. This response assumes an empty string.`,
    fix: "Check the name of the variable, and don't rely on it for requests without such a value.",
  },
  'request-value-left-out': assumption(
    ({ gateway }) => `what ${gateway} does if a header can't contain a value of the request`,
    'that the header is left out',
  ),
};
