import { ANSWER_ASSUMED } from './answer-assumed.js';
import type { AssumedTopic } from './assumed-topic.js';
import { assumption } from './assumption.js';
import type { ResultIssueCode } from './other-rules.js';
import type { Sentences } from './sentences.js';

/** The sentences about what the gateway adds to a response, and about its own answer to a result that it rejects. */
export const RESPONSE_SENTENCES: Readonly<
  Pick<
    Record<ResultIssueCode | AssumedTopic, Sentences>,
    'answer-assumed' | 'compression-not-applied' | 'own-headers' | 'coding-choice' | 'length-of-304' | 'length-of-head'
  >
> = {
  'answer-assumed': ANSWER_ASSUMED,
  'compression-not-applied': {
    message: ({ found, Gateway }) => `${Gateway} would compress the body with ${found}, but there is no compressor here.`,
    fix: 'Pass `compress`, or run in Node.js.',
  },
  'own-headers': assumption(
    ({ gateway }) => `which headers ${gateway} adds to its own answers`,
    'the content type `application/json`, an error type and no trace id',
  ),
  'coding-choice': assumption(({ gateway }) => `which of several codings ${gateway} picks`, 'the first one that the request names'),
  'length-of-304': assumption(({ gateway }) => `whether ${gateway} sends a Content-Length with a 304`, "that it doesn't"),
  'length-of-head': assumption(({ gateway }) => `which Content-Length ${gateway} sends in answer to HEAD`, 'the one that GET would get'),
};
