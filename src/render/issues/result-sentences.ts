import type { Target } from '../../aws/target.js';
import { closestName } from '../../gateway/did-you-mean.js';
import { assumption } from './assumption.js';
import type { CORS_SENTENCES } from './cors-sentences.js';
import type { GATEWAY_RESPONSE_SENTENCES } from './gateway-response-sentences.js';
import type { HANDLER_SENTENCES } from './handler-sentences.js';
import type { ResultIssueCode } from './other-rules.js';
import type { PAYLOAD_SENTENCES } from './payload-sentences.js';
import type { RESPONSE_SENTENCES } from './response-sentences.js';
import type { Sentences, Words } from './sentences.js';
import type { STREAM_SENTENCES } from './stream-sentences.js';
import { modeOf } from './streaming-switch.js';
import type { WEBSOCKET_SENTENCES } from './websocket-sentences.js';

const JSON_BODY = 'Return `JSON.stringify(...)` as `body`.';
const BASE64_BODY = "Return the bytes as base64, such as `buffer.toString('base64')`, and set `isBase64Encoded: true`.";

/** Findings whose sentences are elsewhere, because a plain result can't cause them. */
type CausedElsewhere =
  | keyof typeof HANDLER_SENTENCES
  | keyof typeof STREAM_SENTENCES
  | keyof typeof PAYLOAD_SENTENCES
  | keyof typeof CORS_SENTENCES
  | keyof typeof GATEWAY_RESPONSE_SENTENCES
  | keyof typeof RESPONSE_SENTENCES
  | keyof typeof WEBSOCKET_SENTENCES
  | 'preflight-refused'
  | 'behaviour-assumed';

/** What is assumed about a plain result. */
type Assumed = 'set-cookie-and-cookies' | 'header-sent';

/** The sentences of each finding about a plain result. */
export const RESULT_SENTENCES: Readonly<Record<Exclude<ResultIssueCode, CausedElsewhere> | Assumed | 'response-too-large', Sentences>> = {
  'response-too-large': {
    message: "The serialized result is larger than Lambda's limit of 6,291,556 bytes.",
    fix: 'Return less, or redirect the client to a place where the content is stored.',
  },
  'unserialisable-result': {
    message: ({ found }) => `The result can't be serialized as JSON: ${found}. The invocation fails.`,
    fix: 'Return only values that JSON can represent: no BigInt, no cycle, no getter or `toJSON` that throws.',
  },
  'result-not-an-object': {
    message: ({ found, rejected, format }) => `The result is ${found}, but ${format} only accepts an object. ${rejected}`,
    fix: ({ found }) =>
      found.startsWith('"{')
        ? 'Return the object itself, not the result of `JSON.stringify`.'
        : 'Return an object with a `statusCode` and a string `body`.',
  },
  'status-code-missing': {
    message: ({ rejected, format }) => `The result has no \`statusCode\`, but ${format} requires one. ${rejected}`,
    fix: 'Return a `statusCode`.',
  },
  'status-code-invalid': {
    message: ({ found, rejected, gateway, target }) =>
      `\`statusCode\` is ${found}, but ${gateway} only accepts ${statusFor(target)}. ${rejected}`,
    fix: 'Return an integer from 200 to 599 as `statusCode`.',
  },
  'unknown-key': { message: ({ found, rejected, Gateway }) => `${Gateway} rejects the key ${found}. ${rejected}`, fix: fixUnknownKey },
  'headers-not-a-map': {
    message: ({ place, found, rejected }) => `\`${place}\` must be an object; got ${found}. ${rejected}`,
    fix: ({ place }) => `Return an object with header names as the keys of \`${place}\`.`,
  },
  'header-value-invalid': {
    message: ({ place, found, rejected, gateway }) => `\`${place}\` is ${found}, but ${gateway} only accepts a string. ${rejected}`,
    fix: ({ target }) => (target === 'websocket' ? 'Return a string.' : `Return a string. ${severalValues(target)}`),
  },
  'header-list-invalid': {
    message: ({ place, found, rejected }) => `\`${place}\` must be an array of strings; got ${found}. ${rejected}`,
    fix: 'Return an array of strings, even for a single value.',
  },
  'cookies-invalid': {
    message: ({ place, header, found, rejected }) =>
      `\`${place}\` must be ${header === '' ? 'an array of strings' : 'a string'}; got ${found}. ${rejected}`,
    fix: 'Return an array with one string for each Set-Cookie line.',
  },
  'body-not-text': {
    message: ({ found, rejected, gateway }) => `\`body\` is ${found}, but ${gateway} only accepts a string. ${rejected}`,
    fix: ({ found }) => fixBody(found) ?? JSON_BODY,
  },
  'base64-flag-invalid': {
    message: ({ found, rejected }) => `\`isBase64Encoded\` must be a boolean; got ${found}. ${rejected}`,
    fix: 'Return `true` or `false`.',
  },
  'base64-invalid': {
    message: ({ gateway }) => `\`body\` isn't valid base64, so ${gateway} can't decode it. The client gets an error instead.`,
    fix: 'Encode the body as standard base64 (A-Z a-z 0-9 + /) without line breaks, or remove `isBase64Encoded`.',
  },
  'unsafe-header-name': {
    message: ({ found, rejected }) => `${found} isn't a valid header name. ${rejected}`,
    fix: "Use only letters, digits and !#$%&'*+-.^_`|~ in header names.",
  },
  'unsafe-header-value': {
    message: ({ place, found, rejected }) =>
      `\`${place}\` contains a control character, which could split the response: ${found}. ${rejected}`,
    fix: 'Remove line breaks and other control characters, or percent-encode them.',
  },
  'result-is-body': {
    message: ({ found, format }) =>
      `The result has no \`statusCode\`, so ${format} sends the whole result as the body and ignores its ${found}.`,
    fix: 'Return a `statusCode` too.',
  },
  'body-missing': {
    message: ({ gateway }) =>
      `Nobody has recorded what ${gateway} sends for a result with a \`statusCode\` and no \`body\`. This response assumes an empty body.`,
    fix: "Return `body: ''`.",
  },
  'result-not-streamed': {
    message: explainUnstreamed,
    fix: ({ target }) => `Wrap the handler in \`awslambda.streamifyResponse\`, or set the ${modeOf(target)} to BUFFERED.`,
  },
  'null-result': {
    message: ({ format }) =>
      `The result is null. Nobody has recorded how ${format} answers it. This response assumes a 200 with the body \`null\`.`,
    fix: 'Return an object with a `statusCode`. A handler that returns nothing has null as its result.',
  },
  'result-emptied': {
    message: ({ found, place }) =>
      place === ''
        ? `The result is ${found}, which JSON turns into an empty object.`
        : `\`${place}\` is ${found}, which JSON turns into an empty object. All of its headers are lost.`,
    fix: ({ found, place }) =>
      place === ''
        ? 'Return plain data, and await promises. `fromFetchResponse` turns a Fetch `Response` into a result.'
        : found === 'a Promise'
          ? `Await it before you return it as \`${place}\`.`
          : `Return a plain object, such as \`Object.fromEntries(${place})\`.`,
  },
  'result-is-json-text': {
    message: ({ Format }) => `The result is a string with a response as JSON. ${Format} sends it as the body of a 200.`,
    fix: 'Return the object itself, not the result of `JSON.stringify`.',
  },
  'key-ignored': {
    message: ({ found, Gateway }) => `${Gateway} ignores the key ${found}.`,
    fix: 'Remove the key. A REST API would reject the result.',
  },
  'key-misspelled': {
    message: ({ place, found, Gateway }) => `The key \`${place}\` isn't documented. ${Gateway} probably reads it as \`${found}\`.`,
    fix: ({ found }) => `Write \`${found}\`.`,
  },
  'multi-value-headers-ignored': {
    message: ({ Format }) => `${Format} ignores \`multiValueHeaders\`.`,
    fix: 'Use `headers` with several values joined by commas, and `cookies` for Set-Cookie.',
  },
  'cookies-ignored': {
    message: ({ Format }) => `${Format} ignores \`cookies\`.`,
    fix: "Use `multiValueHeaders: { 'Set-Cookie': [...] }`.",
  },
  'status-code-coerced': {
    message: ({ found, Gateway }) =>
      `\`statusCode\` is ${found}. ${Gateway} ${found === 'null' ? 'ignores it' : 'converts it to an integer'}.`,
    fix: 'Return an integer as `statusCode`.',
  },
  'status-code-informational': {
    message: ({ found }) => `The status ${found} isn't a final one, so clients keep waiting for another response.`,
    fix: 'Return a status from 200 to 599.',
  },
  'header-value-coerced': {
    message: ({ place, found, Gateway }) => `\`${place}\` is ${found}. ${Gateway} sends it as a string.`,
    fix: 'Return a string. HTTP APIs may reject anything else.',
  },
  'header-value-null': {
    message: ({ place, found }) => `\`${place}\` is null, so ${NULL_EFFECTS[found] ?? found}.`,
    fix: 'Remove the header, or return a string.',
  },
  'header-list-empty': {
    message: ({ place, found }) =>
      `\`${place}\` is an empty array, so ${found === 'all-lists' ? 'a REST API ignores all of `multiValueHeaders`' : "the header isn't sent"}.`,
    fix: 'Remove the header.',
  },
  'header-spellings': {
    message: ({ header, found, Gateway }) =>
      `The header ${header} appears here in several spellings. ${Gateway} sends ${found === 'all' ? 'all of them' : 'only the first'}.`,
    fix: ({ target }) => `Use one spelling. ${severalValues(target)}`,
  },
  'header-in-both': {
    message: ({ header, found, Gateway }) =>
      `\`headers\` and \`multiValueHeaders\` have the same value for ${header}. ${Gateway} sends it ${found}.`,
    fix: 'Put the header into only one of them.',
  },
  'header-dropped': {
    message: ({ found, Gateway }) => `${Gateway} doesn't send the function's ${found}.`,
    fix: ({ severity }) => (severity === 'info' ? 'Nothing to fix: the gateway sets its own where one is needed.' : 'Remove the header.'),
  },
  'header-remapped': {
    message: ({ header, found, Gateway }) => `${Gateway} sends ${header} under the name ${found}.`,
    fix: ({ severity, header }) =>
      severity === 'info'
        ? `Nothing to fix: the gateway sends its own ${header}.`
        : 'Use another header name, or an HTTP API, which sends most headers unchanged.',
  },
  'header-not-ascii': {
    message: ({ place, gateway }) =>
      `\`${place}\` has characters outside ASCII. Nobody has recorded what ${gateway} does with them. This response assumes UTF-8.`,
    fix: "Use ASCII only: percent-encode the value, or write it as RFC 8187 does (`filename*=UTF-8''...`).",
  },
  'headers-too-large': {
    message: ({ found, gateway }) =>
      `The headers have ${found} bytes, but ${gateway} only allows 10,240. Nobody has recorded what happens in this case. This response assumes that all are sent.`,
    fix: 'Send fewer or shorter headers.',
  },
  'content-type-default': {
    message: ({ found, gateway }) => `The result has no content type, so ${gateway} sends ${found}, which doesn't match the body.`,
    fix: 'Return a `content-type` header.',
  },
  'base64-not-decoded': {
    message: ({ target, found }) => `The client gets the base64 text, because ${whyNotDecoded(target, found)}.`,
    fix: ({ target }) =>
      target === 'websocket'
        ? 'Return text.'
        : "Add the type that clients accept to the API's `binaryMediaTypes`. Only the first type in Accept counts.",
  },
  'base64-flag-coerced': {
    message: ({ found, Gateway }) => `\`isBase64Encoded\` is ${found}. ${Gateway} probably reads it as a boolean.`,
    fix: 'Return `true` or `false`.',
  },
  'body-coerced': {
    message: ({ found, Gateway }) => `\`body\` is ${found}. ${Gateway} sends it as JSON text.`,
    fix: ({ found }) => fixBody(found) ?? 'Return a string as `body`.',
  },
  'binary-as-text': {
    message: ({ found }) => `The content type is ${found}, but \`isBase64Encoded\` is not set, so the client gets \`body\` as text.`,
    fix: ({ target }) =>
      target === 'rest' ? `${BASE64_BODY} Add the type that clients accept to the API's \`binaryMediaTypes\`.` : BASE64_BODY,
  },
  'encoding-over-text': {
    message: ({ found }) =>
      `The Content-Encoding is ${found}, but \`isBase64Encoded\` is not set. The client gets text that it can't decode.`,
    fix: 'Remove the header, or return the compressed bytes as base64 and set `isBase64Encoded: true`.',
  },
  'body-dropped': {
    message: ({ found }) => `A response with the status ${found} has no body, so the function's body isn't sent.`,
    fix: 'Return no body, or another status.',
  },
  'body-not-well-formed': {
    message: "The body contains half of a surrogate pair, which UTF-8 can't encode. The client gets U+FFFD instead.",
    fix: "Don't cut strings in the middle of a character.",
  },
  'set-cookie-and-cookies': assumption(
    ({ gateway }) => `whether ${gateway} sends a Set-Cookie header next to \`cookies\``,
    'that all of them are sent',
  ),
  'header-sent': assumption(({ gateway, header }) => `how ${gateway} handles the header ${header}`, 'that it is sent unchanged'),
};

/** The keys of a result that a REST or WebSocket API accepts. */
const KEYS = ['statusCode', 'headers', 'multiValueHeaders', 'body', 'isBase64Encoded'] as const;

/** What a status may be. An HTTP API rejects the string `"200"`, which the others convert. */
function statusFor(target: Target): string {
  return target === 'http-1.0' || target === 'http-2.0' ? 'an integer from 100 to 599' : 'a valid HTTP status';
}

function fixUnknownKey({ key, target }: Words): string {
  if (key === 'cookies') {
    return target === 'websocket' ? 'Remove it. A WebSocket API sends no cookies.' : "Use `multiValueHeaders: { 'Set-Cookie': [...] }`.";
  }
  const meant = closestName(key, KEYS);
  if (meant !== undefined) return `Did you mean \`${meant}\`?`;
  return `Put the data into \`body\`, such as \`{ statusCode: 200, body: JSON.stringify(data) }\`, or remove the key.`;
}

/** Where a payload format has several values of a header. */
function severalValues(target: Target): string {
  return target === 'http-2.0' || target === 'function-url'
    ? 'Join several values with commas, and put Set-Cookie lines into `cookies`.'
    : 'Put several values into `multiValueHeaders`.';
}

/** What to return in place of a body that is not a string, by what it is. */
const BODY_FIXES: readonly (readonly [is: RegExp, fix: string])[] = [
  [/(?:Buffer|Array|DataView)$/, BASE64_BODY],
  [/ (?:Blob|File)$/, "Return `Buffer.from(await blob.arrayBuffer()).toString('base64')` as `body`, and set `isBase64Encoded: true`."],
  [/ Promise$/, 'Await it: return the string that it resolves to as `body`.'],
  [
    /(?:Stream|Readable|Duplex|Transform|IncomingMessage)$/,
    'Read all of it: return `await new Response(stream).text()` as `body`, or base64 for bytes.',
  ],
  [/ Response$/, 'Return `await response.text()` as `body`, or let `fromFetchResponse` turn the whole response into a result.'],
  [/ URLSearchParams$/, 'Return `String(params)` as `body`.'],
  [/ (?:Map|Headers|FormData)$/, 'Return `JSON.stringify(Object.fromEntries(...))` as `body`.'],
  [/ Set$/, 'Return `JSON.stringify([...set])` as `body`.'],
];

function fixBody(found: string): string | undefined {
  return BODY_FIXES.find(([is]) => is.test(found))?.[1];
}

function explainUnstreamed({ target, gateway }: Words): string {
  const cause = 'The function returned its result instead of streaming it';
  return target === 'rest'
    ? `${cause}, but ${gateway} with streaming only accepts a stream. The client gets a 500.`
    : `${cause}, so ${gateway} with streaming sends the whole result as the body.`;
}

const NULL_EFFECTS: Readonly<Record<string, string>> = {
  'no-type': 'the response has no content type',
  'not-sent': "the header isn't sent",
  empty: 'the header is sent without a value',
};

function whyNotDecoded(target: Target, found: string): string {
  if (target === 'websocket') return 'a WebSocket API only sends text';
  if (found === 'no-types') return 'the API has no `binaryMediaTypes`';
  return `no entry of \`binaryMediaTypes\` matches ${found === '' ? 'a request without an Accept header' : found}`;
}
