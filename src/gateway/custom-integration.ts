import type { Evidence } from '../aws/evidence.js';

/**
 * A custom (non-proxy) Lambda integration of a REST API, as far as it works without mapping templates: the event is the request's body as
 * it is, and an integration response makes the HTTP response of what the function returned.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-custom-integrations.html
 */
export interface CustomIntegration {
  /** The kind of integration. */
  readonly integration: 'custom';
  /**
   * What becomes of a body that no template takes: `WHEN_NO_MATCH` and `WHEN_NO_TEMPLATE` pass it on, `NEVER` answers 415. The two differ
   * only where there are templates. Default: `WHEN_NO_MATCH`.
   *
   * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/integration-passthrough-behaviors.html
   */
  readonly passthroughBehavior?: 'WHEN_NO_MATCH' | 'WHEN_NO_TEMPLATE' | 'NEVER';
  /** Media type to mapping template. A request whose type has one cannot be translated here: templates are VTL. */
  readonly requestTemplates?: Readonly<Record<string, string>>;
  /** The integration responses. The first whose pattern matches answers; the one without a pattern is the default. */
  readonly responses: readonly IntegrationResponse[];
}

/** How an outcome of the function becomes a response. */
export interface IntegrationResponse {
  /** Status of the method response that it leads to. */
  readonly statusCode: number;
  /**
   * Regular expression that the whole message of the function's error has to match, in Java's syntax. Absent or empty: the default
   * response, which takes every success and every error that no other takes.
   */
  readonly selectionPattern?: string;
  /** Header of the method response (`method.response.header.Location`) to where its value is: {@link MappingSource}. */
  readonly responseParameters?: Readonly<Record<`method.response.header.${string}`, MappingSource>>;
  /** Media type to mapping template. A response with one cannot be rendered here: templates are VTL. */
  readonly responseTemplates?: Readonly<Record<string, string>>;
}

/**
 * Where a header's value is: `'text'` in single quotes, the function's output `integration.response.body`, or a part of it
 * `integration.response.body.errorMessage.trace[0]`.
 */
export type MappingSource = `'${string}'` | `integration.response.${string}`;

/** One finding about a custom integration. */
export interface CustomIssue {
  /** What was found, as a stable code. */
  readonly code: CustomIssueCode;
  /** `error`: the gateway answers in place of the function, or the library cannot tell. `warning`: it works, but perhaps not as expected. */
  readonly severity: 'error' | 'warning';
  /** Where: keys from the integration inwards, for example `['responses', 0, 'responseTemplates']`. */
  readonly path: readonly (string | number)[];
  /** The cause, in a sentence. */
  readonly message: string;
  /** What to do about it, in a sentence. */
  readonly fix: string;
  /** How well the gateway's behaviour is known. */
  readonly evidence: Evidence;
}

/** Stable codes of {@link CustomIssue}. */
export type CustomIssueCode = keyof typeof CUSTOM_ISSUES;

/** Severity, evidence, message and fix of each code. Literals alone, which a bundle without them leaves out. */
const CUSTOM_ISSUES = {
  'template-needs-vtl': [
    'error',
    'documented',
    'A mapping template takes part, and templates are VTL.',
    'Test it on the gateway, or use a proxy integration.',
  ],
  'unsupported-media-type': [
    'error',
    'documented',
    'No template takes the body, and nothing else may pass: 415.',
    'Send a type that has a template, or change passthroughBehavior.',
  ],
  'body-not-json': ['error', 'assumed', 'Lambda takes JSON for an event, and the body is none: 400.', 'Send JSON.'],
  'no-response': [
    'error',
    'documented',
    'No integration response takes the outcome, and there is no default: 500.',
    'Add an integration response without selectionPattern.',
  ],
  'pattern-not-readable': [
    'error',
    'assumed',
    'The pattern is no regular expression of JavaScript, so that it cannot be judged here.',
    'Write it with what Java and JavaScript share.',
  ],
  'mapping-not-readable': [
    'error',
    'documented',
    'The source of the header is none that works without a gateway.',
    'Use a text in single quotes or integration.response.body.',
  ],
  'mapping-without-value': [
    'warning',
    'assumed',
    "The function's output has no such part, so that the header is not sent.",
    'Return the part, or map another.',
  ],
  'error-as-success': [
    'warning',
    'documented',
    "The function's error is answered by the default response, as if it had succeeded.",
    'Add an integration response with a selectionPattern.',
  ],
} as const;

/** The issue of a code, at a place. */
export function customIssue(code: CustomIssueCode, path: CustomIssue['path']): CustomIssue {
  const [severity, evidence, message, fix] = CUSTOM_ISSUES[code];
  return { code, severity, path, message, fix, evidence };
}
