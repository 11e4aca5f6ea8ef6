import type { Evidence, IssueRule } from './issues.js';
import type { RenderTarget } from './types.js';

/** What can be said of a result. A code with severity `error` makes the gateway answer in place of the function. */
export const RESULT_ISSUES = {
  'unserialisable-result': {
    severity: 'error',
    evidence: 'reported',
    message: (found) => `The runtime cannot serialise the result, so the invocation fails: ${found}.`,
    cure: 'Return only what JSON can hold: no BigInt, no cycle, no getter that throws.',
  },
  'payload-not-json': {
    severity: 'error',
    evidence: 'assumed',
    message: (_, gateway) => `${gateway} cannot read the payload: it is not JSON.`,
    cure: 'Let the runtime serialise the result, or send valid JSON.',
  },
  'result-not-an-object': {
    severity: 'error',
    evidence: by('recorded', 'documented', 'assumed', 'assumed'),
    message: (found, gateway) => `${gateway} wants an object as result and got ${found}.`,
    cure: 'Return an object with `statusCode` and a text `body`.',
  },
  'status-code-missing': {
    severity: 'error',
    evidence: by('assumed', 'documented', 'assumed', 'assumed'),
    message: (_, gateway) => `${gateway} refuses a result without \`statusCode\`.`,
    cure: 'Return a `statusCode`.',
  },
  'status-code-invalid': {
    severity: 'error',
    evidence: by('recorded', 'recorded', 'recorded', 'assumed'),
    message: (found, gateway) => `${gateway} does not take ${found} for a status code.`,
    cure: 'Return a `statusCode` that is a whole number from 200 to 599.',
  },
  'unknown-key': {
    severity: 'error',
    evidence: 'recorded',
    message: (found, gateway) => `${gateway} refuses a result with the key ${found}.`,
    cure: 'Remove the key; a REST API takes statusCode, headers, multiValueHeaders, body and isBase64Encoded.',
  },
  'headers-not-a-map': {
    severity: 'error',
    evidence: by('reported', 'assumed', 'assumed', 'assumed'),
    message: (found, gateway) => `${gateway} wants an object of header names here and got ${found}.`,
    cure: 'Return an object with header names as keys.',
  },
  'header-value-invalid': {
    severity: 'error',
    evidence: by('assumed', 'assumed', 'reported', 'assumed'),
    message: (found, gateway) => `${gateway} wants text as a header's value and got ${found}.`,
    cure: 'Return the value as a string; several values belong into `multiValueHeaders` or `cookies`, whichever the payload format has.',
  },
  'header-list-invalid': {
    severity: 'error',
    evidence: by('recorded', 'assumed', 'assumed', 'assumed'),
    message: (found, gateway) => `${gateway} wants a list in \`multiValueHeaders\` and got ${found}.`,
    cure: 'Return a list of strings, also for one value.',
  },
  'cookies-invalid': {
    severity: 'error',
    evidence: 'assumed',
    message: (found, gateway) => `${gateway} wants a list of strings in \`cookies\` and got ${found}.`,
    cure: 'Return a list of strings, one for each Set-Cookie line.',
  },
  'body-not-text': {
    severity: 'error',
    evidence: 'reported',
    message: (found, gateway) => `${gateway} wants text as body and got ${found}.`,
    cure: 'Return `JSON.stringify(…)` of the value as `body`.',
  },
  'base64-flag-invalid': {
    severity: 'error',
    evidence: 'assumed',
    message: (found, gateway) => `${gateway} wants a boolean in \`isBase64Encoded\` and got ${found}.`,
    cure: 'Return `true` or `false`.',
  },
  'base64-invalid': {
    severity: 'error',
    evidence: by('recorded', 'assumed', 'assumed', 'assumed'),
    message: (_, gateway) => `${gateway} cannot decode the body: it is not standard base64.`,
    cure: 'Encode the body as base64 with the alphabet A-Z a-z 0-9 + / and without line breaks, or drop `isBase64Encoded`.',
  },
  'unsafe-header-name': {
    severity: 'error',
    evidence: 'assumed',
    message: (found) => `${found} is not a header name.`,
    cure: "Use letters, digits and !#$%&'*+-.^_`|~ only.",
  },
  'unsafe-header-value': {
    severity: 'error',
    evidence: 'assumed',
    message: (found) => `The value holds a control character, which could split the response: ${found}.`,
    cure: 'Remove line breaks and other control characters, or percent-encode them.',
  },
  'result-is-body': {
    severity: 'warning',
    evidence: by('assumed', 'assumed', 'reported', 'assumed'),
    message: (found, gateway) => `Without \`statusCode\`, ${gateway} sends the whole result as JSON body; its ${found} is not applied.`,
    cure: 'Return a `statusCode` to set the response.',
  },
  'null-result': {
    severity: 'warning',
    evidence: 'assumed',
    message: (_, gateway) => `${gateway} answers a result of null with 200 and the body null, as far as anyone knows.`,
    cure: 'Return an object with a `statusCode`.',
  },
  'key-ignored': {
    severity: 'warning',
    evidence: by('assumed', 'reported', 'reported', 'assumed'),
    message: (found, gateway) => `${gateway} ignores the key ${found}.`,
    cure: 'Remove the key; a REST API would refuse the result.',
  },
  'key-misspelled': {
    severity: 'warning',
    evidence: 'assumed',
    message: (found, gateway) => `${gateway} probably takes the key for ${found}.`,
    cure: 'Spell the key as documented.',
  },
  'multi-value-headers-ignored': {
    severity: 'warning',
    evidence: by('assumed', 'assumed', 'documented', 'reported'),
    message: (_, gateway) => `${gateway} ignores \`multiValueHeaders\`.`,
    cure: 'Use `headers`, with several values joined by commas, and `cookies` for Set-Cookie.',
  },
  'cookies-ignored': {
    severity: 'warning',
    evidence: 'reported',
    message: (_, gateway) => `${gateway} ignores \`cookies\`.`,
    cure: 'Use `multiValueHeaders` with Set-Cookie.',
  },
  'status-code-coerced': {
    severity: 'warning',
    evidence: 'assumed',
    message: (found, gateway) => `${gateway} reads the status code ${found}.`,
    cure: 'Return a `statusCode` that is a whole number.',
  },
  'status-code-informational': {
    severity: 'warning',
    evidence: 'assumed',
    message: (found) => `Clients do not take ${found} for a final response and wait for another.`,
    cure: 'Return a status from 200 to 599.',
  },
  'header-value-coerced': {
    severity: 'warning',
    evidence: 'assumed',
    message: (found, gateway) => `${gateway} sends ${found} as text.`,
    cure: 'Return the value as a string; HTTP APIs may refuse anything else.',
  },
  'header-value-null': {
    severity: 'warning',
    evidence: by('reported', 'assumed', 'assumed', 'assumed'),
    message: (found) => `The value is null: ${found}.`,
    cure: 'Leave the header out, or return a string.',
  },
  'header-list-empty': {
    severity: 'warning',
    evidence: by('reported', 'assumed', 'assumed', 'assumed'),
    message: (found) => `The list is empty: ${found}.`,
    cure: 'Leave the header out.',
  },
  'header-spellings': {
    severity: 'warning',
    evidence: 'reported',
    message: (found, gateway) => `The name stands here in several spellings: ${gateway} ${found}.`,
    cure: 'Spell the name once; several values belong into `multiValueHeaders` or `cookies`, whichever the payload format has.',
  },
  'header-in-both': {
    severity: 'warning',
    evidence: by('documented', 'reported', 'assumed', 'assumed'),
    message: (found, gateway) => `The same name and value stand in \`headers\` and \`multiValueHeaders\`: ${gateway} sends ${found}.`,
    cure: 'Put a header into one of the two.',
  },
  'header-dropped': {
    severity: 'warning',
    evidence: 'assumed',
    message: (found, gateway) => `${gateway} does not send the function's ${found}.`,
    cure: 'Leave the header out; the gateway sets its own where one is needed.',
  },
  'header-remapped': {
    severity: 'warning',
    evidence: 'documented',
    message: (found, gateway) => `${gateway} sends the header under the name ${found}.`,
    cure: 'Use another name that clients know, or an HTTP API, which sends most of these unchanged.',
  },
  'header-not-ascii': {
    severity: 'warning',
    evidence: 'assumed',
    message: (_, gateway) => `What ${gateway} makes of characters outside ASCII is not known; here they are sent as UTF-8.`,
    cure: "Encode the value as ASCII: percent-encoding, or RFC 8187's filename*=UTF-8''….",
  },
  'headers-too-large': {
    severity: 'warning',
    evidence: 'assumed',
    message: (found, gateway) => `The headers take ${found} bytes; ${gateway} has a limit of 10240, and what it does beyond is not known.`,
    cure: 'Send fewer or shorter headers.',
  },
  'content-type-default': {
    severity: 'warning',
    evidence: 'recorded',
    message: (found, gateway) => `Without a content type, ${gateway} says ${found}, which the body does not look like.`,
    cure: "Return a 'content-type' header.",
  },
  'cors-overridden': {
    severity: 'warning',
    evidence: 'documented',
    message: (found, gateway) => `${gateway} with a CORS configuration ignores the function's ${found}.`,
    cure: 'Leave CORS to the configuration, or remove the configuration.',
  },
  'preflight-answered': {
    severity: 'warning',
    evidence: 'documented',
    message: (_, gateway) => `${gateway} with a CORS configuration answers a preflight request itself; the function is not called.`,
    cure: 'Nothing to do; without a CORS configuration, the function would answer.',
  },
  'base64-not-decoded': {
    severity: 'warning',
    evidence: 'recorded',
    message: (found) => `The client receives the base64 text: ${found}.`,
    cure: "Add the type that clients accept to the API's binaryMediaTypes; only the first type in Accept counts.",
  },
  'base64-flag-coerced': {
    severity: 'warning',
    evidence: 'assumed',
    message: (found, gateway) => `${gateway} probably takes ${found} for a boolean.`,
    cure: 'Return `true` or `false`.',
  },
  'body-coerced': {
    severity: 'warning',
    evidence: by('reported', 'assumed', 'assumed', 'assumed'),
    message: (found, gateway) => `${gateway} sends the JSON text of ${found} as body.`,
    cure: 'Return the body as text.',
  },
  'body-dropped': {
    severity: 'warning',
    evidence: 'assumed',
    message: (found) => `A response with status ${found} has no body; the function's is not sent.`,
    cure: 'Return no body, or another status.',
  },
  'body-not-well-formed': {
    severity: 'warning',
    evidence: 'assumed',
    message: () => 'The body holds half of a surrogate pair, which UTF-8 cannot hold; it is sent as U+FFFD.',
    cure: 'Do not cut text inside a character.',
  },
  'compression-not-applied': {
    severity: 'warning',
    evidence: 'documented',
    message: (found, gateway) => `${gateway} would send the body compressed with ${found}; here it is not.`,
    cure: 'Pass `compress` to renderResult.',
  },
  'answer-assumed': {
    severity: 'warning',
    evidence: 'assumed',
    message: (found, gateway) => `How ${gateway} answers here is not recorded; ${found} is the best guess.`,
    cure: 'Do not rely on the exact status and text.',
  },
} satisfies Readonly<Record<string, IssueRule>>;

/** Evidence that differs by target, in the order of the columns of every table here. */
function by(rest: Evidence, http10: Evidence, http20: Evidence, functionUrl: Evidence): Readonly<Record<RenderTarget, Evidence>> {
  return { rest, 'http-1.0': http10, 'http-2.0': http20, 'function-url': functionUrl };
}
