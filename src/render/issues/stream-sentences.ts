import type { AssumedTopic } from './assumed-topic.js';
import { assumption } from './assumption.js';
import type { ResultIssueCode } from './other-rules.js';
import type { Sentences } from './sentences.js';
import { modeOf } from './streaming-switch.js';

/** The sentences of what only a stream can cause. They travel with `streamedResult`. */
export const STREAM_SENTENCES: Readonly<
  Pick<
    Record<ResultIssueCode | AssumedTopic, Sentences>,
    | 'stream-without-prelude'
    | 'prelude-not-json'
    | 'stream-unsupported'
    | 'stream-failed'
    | 'stream-buffered'
    | 'content-length-wrong'
    | 'stream-type'
    | 'stream-head'
  >
> = {
  'stream-without-prelude': {
    message: ({ severity }) =>
      severity === 'error'
        ? 'The stream has no metadata: there are no eight NUL bytes in its first 16 KB. The client gets an error instead.'
        : 'The stream ended without a write, so its metadata is missing. The client gets an empty 200.',
    fix: 'Start with `awslambda.HttpResponseStream.from(responseStream, metadata)`, write at least once, and keep the metadata under 16 KB.',
  },
  'prelude-not-json': {
    message: "The metadata in front of the stream isn't a JSON object. The client gets an error instead.",
    fix: 'Write the metadata with `awslambda.HttpResponseStream.from(responseStream, metadata)`.',
  },
  'stream-unsupported': {
    message: ({ rejected, Gateway }) =>
      `${Gateway} doesn't support streaming. It reads everything that the function wrote as one payload, which isn't JSON. ${rejected}`,
    fix: 'Return a result, or stream through a REST API or a function URL.',
  },
  'stream-failed': {
    message: ({ found }) => `The stream failed before its metadata was complete: ${found}.`,
    fix: "Read the function's log, and catch errors before the first write.",
  },
  'stream-buffered': {
    message: 'The function streams, but streaming is off. The client gets the status and the headers, but no body.',
    fix: ({ target }) => `Set the ${modeOf(target)} to ${target === 'rest' ? 'STREAM' : 'RESPONSE_STREAM'}, or return a result.`,
  },
  'content-length-wrong': {
    message: ({ found }) => `The Content-Length of the stream doesn't match its body: ${found}.`,
    fix: 'Remove Content-Length, or set it to the exact number of bytes.',
  },
  'stream-type': assumption(({ gateway }) => `which content type ${gateway} gives a stream that has none`, '`application/json`'),
  'stream-head': assumption(({ gateway }) => `whether ${gateway} sends Transfer-Encoding in answer to HEAD`, "that it doesn't"),
};
