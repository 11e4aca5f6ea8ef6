import type { ResultIssueCode } from './other-rules.js';
import type { Sentences } from './sentences.js';

/** The sentences of what only a serialized result can cause. They travel with `payload`. */
export const PAYLOAD_SENTENCES: Readonly<Pick<Record<ResultIssueCode, Sentences>, 'payload-not-json' | 'duplicate-key'>> = {
  'payload-not-json': {
    message: ({ rejected }) => `The payload isn't valid JSON. ${rejected}`,
    fix: 'Let the Lambda runtime serialize the result, or send valid JSON.',
  },
  'duplicate-key': {
    message: ({ found }) => `The payload has the key ${found} twice in one object. This response assumes that the last one counts.`,
    fix: 'Write every key once.',
  },
};
