import type { Target } from '../aws/target.js';
import type { RefusalCode } from './error.js';
import type { ExplainedRequestIssue, RequestFinding, RequestIssue, RequestIssueCode } from './request-issue.js';

/** What sentences about a request are made of. */
interface Words {
  readonly target: Target;
  /** What is there; empty if the issue has no such word. */
  readonly found: string;
}

type Sentence = string | ((words: Words) => string);

interface Sentences {
  readonly message: Sentence;
  readonly fix: Sentence;
}

/** What each refusal says to people. */
export const REFUSAL_SENTENCES: Readonly<Record<RefusalCode, Sentences>> = {
  'malformed-url': {
    message: "The URL contains an unencoded brace or vertical bar, or a percent sign that doesn't start an escape.",
    fix: 'Percent-encode the URL: `%7B`, `%7C`, `%7D`, `%25`.',
  },
  'unsupported-content-encoding': {
    message: "The gateway can't inflate the body.",
    fix: 'Send gzip or deflate with a matching Content-Encoding, or a plain body without one.',
  },
  'request-too-large': { message: "The request is larger than the gateway's limit.", fix: 'Send less.' },
  'body-not-allowed': {
    message: 'A GET has a body, which CloudFront refuses in front of an edge-optimized API.',
    fix: 'Use POST, or send no body.',
  },
  'url-too-long': {
    message: 'The URL is so long that the ARN of the method exceeds 1,600 bytes.',
    fix: 'Shorten the path, or send the values in the query or the body.',
  },
};

/** What each other finding says to people. */
const FINDING_SENTENCES: Readonly<Record<RequestFinding, Sentences>> = {
  'request-bytes-lost': {
    message: ({ target, found }) => `${GATEWAYS[target]} reads this ${found} body as UTF-8 text. It isn't, so bytes are lost.`,
    fix: ({ target, found }) => LOST[target](found),
  },
  'request-host-ignored': {
    message: ({ target, found }) => `${GATEWAYS[target]} never has the host name \`${found}\`, so the Host header is ignored.`,
    fix: 'Send the host name of the API, or check `target`.',
  },
  'request-query-split': {
    message: ({ found }) => `A REST API splits the query at the semicolon in \`${found}\`.`,
    fix: 'Write `%3B` for a semicolon that belongs to a value.',
  },
  'request-path-cut': {
    message: 'An HTTP API decodes the path and cuts it off at `%3F`. The function never sees the rest.',
    fix: 'Send the value in the query, or encode it twice: `%253F`.',
  },
  'request-slash-decoded': {
    message: 'An HTTP API decodes the path first, so `%2F` separates two segments like any other slash.',
    fix: 'Encode it twice, `%252F`, if it belongs to a value.',
  },
  'request-near-limit': {
    message: ({ found }) => `The request is close to a limit of the gateway: ${found}.`,
    fix: 'Send less, or upload large content to a place such as S3.',
  },
  'request-prefix-missing': {
    message: ({ found }) => `The URL is missing the stage or the base path. This API answers at \`${found}\`.`,
    fix: 'Request that URL.',
  },
  'request-method-unknown': {
    message: ({ found }) => `No route matches the path with this method. The path accepts ${found}.`,
    fix: 'Send one of these methods, or add the route.',
  },
  'request-route-close': {
    message: ({ found }) => `No route matches the path. The closest is \`${found}\`.`,
    fix: 'Correct the path, or add the route.',
  },
  'route-closed': {
    message: "The authorizer of this route can't run here, so every request is refused like one without credentials.",
    fix: ({ found }) => found || 'Pass an authorizer that can run here.',
  },
};

/** What each finding about a request says to people. */
export const REQUEST_SENTENCES: Readonly<Record<RequestIssueCode, Sentences>> = { ...REFUSAL_SENTENCES, ...FINDING_SENTENCES };

/** Explains an issue about a request. */
export function explainRequestIssue(issue: RequestIssue): ExplainedRequestIssue {
  const { message, fix } = REQUEST_SENTENCES[issue.code];
  const words: Words = { target: issue.target, found: issue.found ?? '' };
  return { ...issue, message: write(message, words), fix: write(fix, words) };
}

const GATEWAYS: Readonly<Record<Target, string>> = {
  rest: 'A REST API',
  'http-1.0': 'An HTTP API',
  'http-2.0': 'An HTTP API',
  'function-url': 'A function URL',
  websocket: 'A WebSocket API',
};

const OTHER_TYPE = 'Send UTF-8, or a media type that arrives as base64, such as `application/octet-stream`.';
const LOST: Readonly<Record<Target, (type: string) => string>> = {
  rest: (type) => `Add \`${type.includes('/') ? type : '*/*'}\` to \`binaryMediaTypes\`, so that the body arrives as base64.`,
  'http-1.0': () => OTHER_TYPE,
  'http-2.0': () => OTHER_TYPE,
  'function-url': () => OTHER_TYPE,
  websocket: () => 'Send text, such as base64.',
};

function write(sentence: Sentence, words: Words): string {
  return typeof sentence === 'string' ? sentence : sentence(words);
}
