import type { FailureType } from '../outcome/failure-type.js';
import type { Sentences } from './sentences.js';

/** The sentences of the failures that a result can lead to. */
export const OWN_FAILURE_SENTENCES = {
  'malformed-result': {
    message: "The gateway can't read the function's result.",
    fix: 'Return an object with a `statusCode` and a string `body`.',
  },
  'function-error': {
    message: 'The function threw an error, or its process ended.',
    fix: "Read the function's log. Catch errors in the handler and return a response for them.",
  },
  'response-too-large': {
    message: "The serialized result is larger than Lambda's limit of 6,291,556 bytes.",
    fix: 'Return less, or redirect the client to a place where the content is stored.',
  },
  'api-configuration': { message: "The settings of the API don't work.", fix: 'Correct the settings of the API.' },
} as const satisfies { readonly [Type in FailureType]?: Sentences };
