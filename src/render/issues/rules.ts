import { by, type Evidence } from '../../aws/evidence.js';
import type { Target } from '../../aws/target.js';
import type { Severity } from './severity.js';

/** How severe an issue is, and how well the gateway's behavior is known. A single finding can differ. */
export type IssueRule = readonly [severity: Severity, evidence: Evidence | Readonly<Record<Target, Evidence>>];

/** Stable codes of what can be wrong with a plain result. */
export type PlainIssueCode = keyof typeof RESULT_RULES;

/** What can be found in a plain result. A code with the severity `error` makes the gateway answer in place of the function. */
export const RESULT_RULES = {
  // reported [rest-iss-function-error, http20-iss-function-error, ws-iss-connect-function-error]: the gateway answers a failed invocation.
  'unserialisable-result': ['error', 'reported'],
  // recorded [rest-rec-invoke-api-just-string]
  'result-not-an-object': ['error', by('recorded', 'documented', 'assumed', 'assumed')],
  'status-code-missing': ['error', by('assumed', 'documented', 'assumed', 'assumed')],
  // recorded [rest-rec-HandlesZeroStatusCode, http10-rec-HandlesZeroStatusCode, http20-rec-HandlesZeroStatusCode]
  'status-code-invalid': ['error', by('recorded', 'recorded', 'recorded', 'assumed')],
  // recorded [rest-rec-invoke-api-wrong-format], reported [ws-iss-extra-key]
  'unknown-key': ['error', by('recorded', 'assumed', 'assumed', 'assumed', 'reported')],
  'headers-not-a-map': ['error', 'assumed'],
  // reported [http20-iss-header-array]
  'header-value-invalid': ['error', by('assumed', 'assumed', 'reported', 'assumed')],
  // recorded [rest-rec-invoke-api-multi-headers-invalid]
  'header-list-invalid': ['error', by('recorded', 'assumed', 'assumed', 'assumed')],
  'cookies-invalid': ['error', 'assumed'],
  // reported [rest-iss-body-object, http20-iss-body-object]
  'body-not-text': ['error', by('reported', 'reported', 'reported', 'assumed')],
  'base64-flag-invalid': ['error', 'assumed'],
  // recorded [rest-rec-binary-invalid-base64]
  'base64-invalid': ['error', by('recorded', 'assumed', 'assumed', 'assumed')],
  'unsafe-header-name': ['error', 'assumed'],
  'unsafe-header-value': ['error', 'assumed'],
  'result-is-body': ['warning', by('assumed', 'assumed', 'reported', 'assumed')], // [http20-iss-inferred-headers]
  'body-missing': ['warning', 'assumed'],
  // recorded [url-rec-stream-mode-plain-handler]
  'result-not-streamed': ['warning', by('documented', 'assumed', 'assumed', 'recorded')],
  'behaviour-assumed': ['warning', 'assumed'],
  'null-result': ['warning', 'assumed'],
  'result-emptied': ['warning', 'documented'],
  'result-is-json-text': ['warning', by('assumed', 'assumed', 'documented', 'recorded')], // recorded [url-rec-string]
  'key-ignored': ['warning', by('assumed', 'reported', 'reported', 'assumed')], // [http10-iss-unknown-keys, http20-iss-unknown-keys]
  'key-misspelled': ['warning', 'assumed'],
  'multi-value-headers-ignored': ['warning', by('assumed', 'assumed', 'documented', 'reported')], // [url-iss-multi-value-headers]
  'cookies-ignored': ['warning', 'reported'], // [http10-iss-unknown-keys]
  'status-code-coerced': ['warning', 'assumed'],
  'status-code-informational': ['warning', 'assumed'],
  'header-value-coerced': ['warning', 'assumed'],
  'header-value-null': ['warning', by('reported', 'assumed', 'assumed', 'assumed')], // [rest-iss-null-content-type]
  'header-list-empty': ['warning', by('reported', 'assumed', 'assumed', 'assumed')], // [rest-iss-mv-empty-array]
  'header-spellings': ['warning', by('reported', 'reported', 'reported', 'assumed')], // [rest-iss-spellings, http10-iss-case-variants]
  'header-in-both': ['warning', by('documented', 'reported', 'assumed', 'assumed')], // [http10-iss-identical-pair]
  'header-dropped': ['warning', 'assumed'],
  'header-remapped': ['warning', 'documented'],
  'header-not-ascii': ['warning', 'assumed'],
  'headers-too-large': ['warning', 'assumed'],
  // recorded [rest-rec-DefaultsToCorrectContentTYpe, http20-rec-DefaultsToTextPlainContentType, url-rec-http-response]
  'content-type-default': ['warning', 'recorded'],
  'cors-overridden': ['warning', 'documented'],
  'preflight-answered': ['info', 'documented'],
  'preflight-refused': ['warning', 'reported'], // [http2-preflight-any-route-authorizer, auth-guards-preflight]
  'base64-not-decoded': ['warning', 'recorded'], // [rest-rec-binary-none-configured]
  'base64-flag-coerced': ['warning', 'assumed'],
  'binary-as-text': ['warning', 'reported'], // [binary-as-utf8]
  'encoding-over-text': ['warning', by('documented', 'assumed', 'assumed', 'assumed')],
  'body-coerced': ['warning', by('reported', 'assumed', 'assumed', 'assumed')], // [rest-iss-body-number, rest-iss-body-boolean]
  'body-dropped': ['warning', 'assumed'],
  'body-not-well-formed': ['warning', 'assumed'],
  'compression-not-applied': ['info', 'documented'],
  'answer-assumed': ['warning', 'assumed'],
} as const satisfies Readonly<Record<string, IssueRule>>;
