import type { ResultIssueCode } from './other-rules.js';
import type { Sentences } from './sentences.js';

/** The sentences of findings about a handler. Only the local API and the command line look at handlers. */
export const HANDLER_SENTENCES: Readonly<
  Pick<Record<ResultIssueCode, Sentences>, 'callback-handler' | 'result-fits-other' | 'handler-fits-other'>
> = {
  'callback-handler': {
    message: 'This handler takes a callback. Node.js 24 on Lambda rejects it, and every request fails.',
    fix: 'Make the handler `async` and return the result.',
  },
  'result-fits-other': {
    message: ({ found, format }) => `The result fits ${found}, but the route belongs to ${format}.`,
    fix: 'Return what the route accepts, or change its API or payload format.',
  },
  'handler-fits-other': {
    message: ({ found, format }) => `The handler expects the event of ${found}, but gets that of ${format}.`,
    fix: 'Read what the event has, or change the API or its payload format.',
  },
};
