import type { Evidence } from '../aws/evidence.js';

/**
 * A custom (non-proxy) Lambda integration of a REST API, limited to what works without mapping templates: the event is the unchanged
 * request body, and an integration response turns the function's output into the HTTP response.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-custom-integrations.html
 */
export interface CustomIntegration {
  /** The kind of integration. */
  readonly integration: 'custom';
  /**
   * What happens to a body that no template matches: `WHEN_NO_MATCH` and `WHEN_NO_TEMPLATE` pass it on, `NEVER` answers 415. The first two
   * differ only if there are templates. Default: `WHEN_NO_MATCH`.
   *
   * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/integration-passthrough-behaviors.html
   */
  readonly passthroughBehavior?: 'WHEN_NO_MATCH' | 'WHEN_NO_TEMPLATE' | 'NEVER';
  /** Media type to mapping template. A request whose type has one can't be translated here, because templates are VTL. */
  readonly requestTemplates?: Readonly<Record<string, string>>;
  /** The integration responses. The first whose pattern matches answers; the one without a pattern is the default. */
  readonly responses: readonly IntegrationResponse[];
}

/** How an outcome of the function becomes a response. */
export interface IntegrationResponse {
  /** Status of the response. */
  readonly statusCode: number;
  /**
   * Regular expression in Java's syntax that the whole message of the function's error must match. Absent or empty: the default response,
   * which applies to every success and to every error that matches no other response.
   */
  readonly selectionPattern?: string;
  /** Header of the method response (`method.response.header.Location`) to the source of its value: {@link MappingSource}. */
  readonly responseParameters?: Readonly<Record<`method.response.header.${string}`, MappingSource>>;
  /** Media type to mapping template. A response with one can't be rendered here, because templates are VTL. */
  readonly responseTemplates?: Readonly<Record<string, string>>;
}

/**
 * Where a header's value comes from: `'text'` in single quotes, the function's output `integration.response.body`, or a part of it
 * `integration.response.body.errorMessage.trace[0]`.
 */
export type MappingSource = `'${string}'` | `integration.response.${string}`;

/** One finding about a custom integration. */
export interface CustomIssue {
  /** What was found, as a stable code. */
  readonly code: CustomIssueCode;
  /**
   * `error`: the gateway answers in place of the function, or the library can't know what it does. `warning`: it works, but perhaps not as
   * expected. `info`: worth knowing, but there is nothing to fix.
   */
  readonly severity: 'error' | 'warning' | 'info';
  /** Where: keys from the integration inwards, for example `['responses', 0, 'responseTemplates']`. */
  readonly path: readonly (string | number)[];
  /** The cause, in a sentence. */
  readonly message: string;
  /** What to do about it, in a sentence. */
  readonly fix: string;
  /** How well the gateway's behavior is known. */
  readonly evidence: Evidence;
}

/** Stable codes of {@link CustomIssue}. */
export type CustomIssueCode = keyof typeof CUSTOM_ISSUES;

/** Severity, evidence, message and fix of each code. `{found}` stands for what was found. */
const CUSTOM_ISSUES = {
  'template-needs-vtl': [
    'error',
    'documented',
    'The integration uses a mapping template. Mapping templates are VTL, which this library does not run.',
    'Test it on AWS, or use a proxy integration.',
  ],
  'unsupported-media-type': [
    'error',
    'documented',
    "No mapping template matches the content type, and `passthroughBehavior` doesn't let the body pass. The client gets a 415.",
    'Send a content type that has a template, or change `passthroughBehavior`.',
  ],
  'unsupported-content-encoding': [
    'error',
    'documented',
    'A REST API inflates gzip and deflate bodies, and this body is neither, although its Content-Encoding is {found}. The client gets a 415.',
    'Send gzip or deflate with a matching Content-Encoding, or a plain body without one.',
  ],
  'request-too-large': ['error', 'assumed', 'The body expands to more than 10,485,760 bytes. The client gets a 413.', 'Send less.'],
  'body-not-json': ['error', 'assumed', 'The body is not JSON, but Lambda only accepts JSON. The client gets a 400.', 'Send JSON.'],
  'no-response': [
    'error',
    'documented',
    'No integration response matches the outcome, and there is no default response. The client gets a 500.',
    'Add an integration response without a `selectionPattern`.',
  ],
  'invalid-status': [
    'error',
    'documented',
    'An integration response has the status {found}, which is not a valid HTTP status.',
    'Set `statusCode` to an integer from 200 to 599.',
  ],
  'pattern-not-readable': [
    'error',
    'assumed',
    "The pattern {found} is not a valid JavaScript regular expression. AWS uses Java's syntax.",
    'Write a pattern that is valid in both Java and JavaScript.',
  ],
  'mapping-not-readable': [
    'error',
    'documented',
    'The header source {found} is not supported.',
    'Use a string in single quotes, or a path such as `integration.response.body.id`.',
  ],
  'mapping-name-invalid': [
    'error',
    'documented',
    'The parameter {found} does not name a header.',
    'Write it as `method.response.header.X-Name`.',
  ],
  'unsafe-header-value': [
    'error',
    'assumed',
    'The value of the header contains a control character, which could split the response: {found}.',
    'Remove line breaks and other control characters from the value.',
  ],
  'mapping-without-value': [
    'warning',
    'assumed',
    "The function's output has no value for {found}, so the header is not sent.",
    'Return the value, or map a different one.',
  ],
  'header-remapped': ['warning', 'documented', 'A REST API sends the header under the name {found}.', 'Use another header name.'],
  'header-dropped': ['warning', 'documented', 'A REST API does not send the header {found}.', 'Remove the header.'],
  'error-as-success': [
    'warning',
    'documented',
    "The default response answers the function's error, as if the function had succeeded.",
    'Add an integration response whose `selectionPattern` matches the error.',
  ],
} as const;

/**
 * Makes the issue of a code.
 *
 * @param found what was found, as the message shows it.
 * @param known severity or evidence that differs in this case.
 */
export function customIssue(
  code: CustomIssueCode,
  path: CustomIssue['path'],
  found = '',
  known: Partial<Pick<CustomIssue, 'severity' | 'evidence'>> = {},
): CustomIssue {
  const [severity, evidence, message, fix] = CUSTOM_ISSUES[code];
  return { code, severity, path, message: message.replace('{found}', () => found), fix, evidence, ...known };
}
