import type { AssumedTopic } from './assumed-topic.js';
import type { Words } from './sentences.js';

/** The unknown behavior, and what the response assumes. */
type Assumption = (words: Words) => readonly [question: string, assumption: string];

/** The sentences of each unknown behavior. */
export const ASSUMPTIONS: Readonly<Record<AssumedTopic, Assumption>> = {
  'preflight-status': ({ gateway }) => [`with which status ${gateway} answers a preflight request`, '204'],
  'own-cors': ({ gateway }) => [`whether ${gateway} adds CORS headers to its own answers`, 'that it does'],
  'own-headers': ({ gateway }) => [
    `which headers ${gateway} adds to its own answers`,
    'the content type `application/json`, an error type and no trace id',
  ],
  'coding-choice': ({ gateway }) => [`which of several codings ${gateway} picks`, 'the first one that the request names'],
  'two-vary': ({ gateway }) => [`what ${gateway} does with the function's Vary header when CORS adds one`, 'that both are sent'],
  'length-of-304': ({ gateway }) => [`whether ${gateway} sends a Content-Length with a 304`, "that it doesn't"],
  'length-of-head': ({ gateway }) => [`which Content-Length ${gateway} sends in answer to HEAD`, 'the one that GET would get'],
  'set-cookie-and-cookies': ({ gateway }) => [
    `whether ${gateway} sends a Set-Cookie header next to \`cookies\``,
    'that all of them are sent',
  ],
  'header-sent': ({ gateway, header }) => [`how ${gateway} handles the header ${header}`, 'that it is sent unchanged'],
  'request-value-left-out': ({ gateway }) => [
    `what ${gateway} does if a header can't contain a value of the request`,
    'that the header is left out',
  ],
  'stream-type': ({ gateway }) => [`which content type ${gateway} gives a stream that has none`, '`application/json`'],
  'stream-head': ({ gateway }) => [`whether ${gateway} sends Transfer-Encoding in answer to HEAD`, "that it doesn't"],
  'empty-message': ({ gateway }) => [`whether ${gateway} sends an empty message for a result without a body`, 'that it does'],
};

/** Explains an issue with the code `behaviour-assumed`. */
export function explainAssumption(words: Words): string {
  const [question, assumption] = ASSUMPTIONS[words.found as AssumedTopic](words); // such issues have found a topic
  const reported = words.found === 'empty-message' ? 'Only one report shows' : 'Reports disagree on';
  const opening = words.evidence === 'assumed' ? 'Nobody has recorded' : reported;
  return `${opening} ${question}. This response assumes ${assumption}.`;
}
