import type { Evidence } from '../aws/evidence.js';

/**
 * A custom (non-proxy) Lambda integration of a REST API, as far as it works without mapping templates: the event is the request's body, and
 * an integration response turns the function's output into the HTTP response.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-custom-integrations.html
 */
export interface CustomIntegration {
  /** The kind of integration. */
  readonly integration: 'custom';
  /**
   * What happens to a body whose type has no template: `WHEN_NO_MATCH` passes it on, `WHEN_NO_TEMPLATE` passes it on unless there are
   * templates for other types, and `NEVER` answers 415. Default: `WHEN_NO_MATCH`.
   *
   * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/integration-passthrough-behaviors.html
   */
  readonly passthroughBehavior?: 'WHEN_NO_MATCH' | 'WHEN_NO_TEMPLATE' | 'NEVER';
  /** Mapping templates by media type. A request whose type has one can't be translated, because templates are VTL. Default: none. */
  readonly requestTemplates?: Readonly<Record<string, string>>;
  /** The integration responses. The first one whose pattern matches is used; the one without a pattern is the default. */
  readonly responses: readonly IntegrationResponse[];
}

/** How the function's output or error becomes a response. */
export interface IntegrationResponse {
  /** Status of the response. */
  readonly statusCode: number;
  /**
   * Regular expression in Java's syntax. It has to match the whole message of the function's error. Absent or empty: this is the default
   * response, for every success and for errors that no pattern matches.
   */
  readonly selectionPattern?: string;
  /** Headers of the response: `method.response.header.{name}` to the source of the value. Default: none. */
  readonly responseParameters?: Readonly<Record<`method.response.header.${string}`, MappingSource>>;
  /** Mapping templates by media type. A response with one can't be rendered, because templates are VTL. Default: none. */
  readonly responseTemplates?: Readonly<Record<string, string>>;
}

/**
 * The source of a header's value: `'text'` in single quotes, the function's output `integration.response.body`, or a part of it such as
 * `integration.response.body.errorMessage.trace[0]`.
 */
export type MappingSource = `'${string}'` | `integration.response.${string}`;

/** One finding about a custom integration. */
export interface CustomIssue {
  /** The kind of finding, as a stable code. */
  readonly code: CustomIssueCode;
  /** `error`: the gateway answers in place of the function, or the library can't tell. `warning`: it works, but perhaps not as you expect. */
  readonly severity: 'error' | 'warning';
  /** Where: keys from the integration inwards, for example `['responses', 0, 'responseTemplates']`. */
  readonly path: readonly (string | number)[];
  /** What is wrong, in a sentence. */
  readonly message: string;
  /** What to do about it, in a sentence. */
  readonly fix: string;
  /** How well the gateway's behaviour is known. */
  readonly evidence: Evidence;
}

/** Stable codes of {@link CustomIssue}. */
export type CustomIssueCode = keyof typeof CUSTOM_ISSUES;

/** Severity, evidence, message and fix of each code. Bundlers drop the table if nothing uses it, because it has only literals. */
const CUSTOM_ISSUES = {
  'template-needs-vtl': [
    'error',
    'documented',
    'This integration uses a mapping template. Templates are VTL, which this library does not run.',
    'Test it on AWS, or use a proxy integration.',
  ],
  'unsupported-media-type': [
    'error',
    'documented',
    'No template exists for the type of the body, and `passthroughBehavior` rejects it. The client gets a 415.',
    'Send a type that has a template, or change `passthroughBehavior`.',
  ],
  'body-not-json': ['error', 'assumed', 'The body is not JSON, so it cannot be an event. The client gets a 400.', 'Send JSON.'],
  'no-response': [
    'error',
    'documented',
    'No integration response matches, and there is no default. The client gets a 500.',
    'Add an integration response without `selectionPattern`.',
  ],
  'pattern-not-readable': [
    'error',
    'assumed',
    'The pattern is not a regular expression in JavaScript, so this library cannot match it.',
    'Write a pattern that is valid in both Java and JavaScript.',
  ],
  'mapping-not-readable': [
    'error',
    'documented',
    'This library does not support the source of this header.',
    'Use text in single quotes, or `integration.response.body`.',
  ],
  'mapping-without-value': [
    'warning',
    'assumed',
    "The function's output does not have this part, so the header is not sent.",
    'Return the part, or map another one.',
  ],
  'error-as-success': [
    'warning',
    'documented',
    "The default response answers the function's error, as if the function had succeeded.",
    'Add an integration response with a `selectionPattern`.',
  ],
} as const;

/** Returns the issue with a code, at a place. */
export function customIssue(code: CustomIssueCode, path: CustomIssue['path']): CustomIssue {
  const [severity, evidence, message, fix] = CUSTOM_ISSUES[code];
  return { code, severity, path, message, fix, evidence };
}
