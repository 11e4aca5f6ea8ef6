import { ANSWER_ASSUMED } from './answer-assumed.js';
import type { AssumedTopic } from './assumed-topic.js';
import { assumption } from './assumption.js';
import type { ResultIssueCode } from './other-rules.js';
import type { Sentences } from './sentences.js';

/** The sentences of what a WebSocket API finds beyond the result itself. They travel with its code. */
export const WEBSOCKET_SENTENCES: Readonly<
  Pick<
    Record<ResultIssueCode | AssumedTopic, Sentences>,
    'answer-assumed' | 'message-too-large' | 'message-not-sent' | 'message-in-frames' | 'not-visible' | 'empty-message'
  >
> = {
  'answer-assumed': ANSWER_ASSUMED,
  'message-too-large': {
    message: ({ found, gateway }) => `The message has ${found} bytes, but ${gateway} sends at most 131,072.`,
    fix: 'Send less, or send several messages through the management API.',
  },
  'message-not-sent': {
    message: ({ found }) => `The client doesn't get this body: ${UNSENT[found] ?? found}.`,
    fix: ({ found }) =>
      found === 'no-route-response'
        ? 'Give the route a route response, or post to the connection through the management API.'
        : 'Nothing to fix. To send something, post to an open connection through the management API.',
  },
  'message-in-frames': {
    message: ({ found, gateway }) => `The message has ${found} bytes, so ${gateway} splits it into frames of at most 32,768.`,
    fix: 'Nothing to fix: clients put the frames together.',
  },
  'not-visible': {
    message: ({ place, found }) =>
      `${found === '' ? `\`${place}\`` : `The status ${found}`} doesn't reach a WebSocket client. It only gets the body.`,
    fix: 'Put the information into the body.',
  },
  'empty-message': assumption(
    ({ gateway }) => `whether ${gateway} sends an empty message for a result without a body`,
    'that it does',
    'Only one report shows',
  ),
};

const UNSENT: Readonly<Record<string, string>> = {
  'no-route-response': 'the route has no route response',
  connect: 'the answer to a handshake has no body',
  disconnect: 'the connection is closed',
};
