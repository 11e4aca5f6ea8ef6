import { JSON_TYPE } from '../../aws/media-types.js';
import { type CustomIntegration, type CustomIssue, customIssue, type IntegrationResponse } from '../../gateway/custom-integration.js';
import type { Gateway } from '../../gateway/gateway.js';
import type { HttpField, HttpRequest } from '../../http/request.js';
import type { HttpResponse } from '../../http/response.js';
import { encodeText } from '../../http/text.js';
import { compose } from '../compose.js';
import { answerTo } from '../targets/failures.js';
import { headerMappings } from './custom-mapping.js';

/** How an invocation ended: with a value, or with the error that the function threw. */
export type CustomOutcome = { readonly returned: unknown } | { readonly threw: LambdaError };

/** An error as the runtime reports it. A JavaScript `Error` has both parts. */
export interface LambdaError {
  /** The error's message: what patterns are compared with. */
  readonly message: string;
  /** The error's name. Default: `Error`. */
  readonly name?: string;
}

/** What the client receives, and what is to be said of the integration. */
export interface CustomResponse extends HttpResponse {
  /** Whether an integration response answered; `false`: the gateway did with a 500, or nobody can tell here. */
  ok: boolean;
  /** Findings about the integration and the outcome. */
  issues: readonly CustomIssue[];
}

const PLAIN_POST: HttpRequest = { method: 'POST', target: '/', headers: [] };

/**
 * What the client receives through a custom (non-proxy) integration: the integration response that the outcome selects gives the status
 * and the headers, and the body is the function's output as JSON. Never throws on an outcome; what needs a mapping template is refused
 * with an issue that says so.
 *
 * @param gateway the settings of the REST API. Default: all by default.
 * @param request the request that is answered. Default: a POST without headers.
 */
export function renderCustomResult(
  outcome: CustomOutcome,
  integration: CustomIntegration,
  gateway: Gateway<'rest'> = { target: 'rest' },
  request: HttpRequest = PLAIN_POST,
): CustomResponse {
  const issues: CustomIssue[] = [];
  const settled = serialised(outcome);
  const selected = selectResponse(settled, integration, issues);
  const response = selected && responseOf(selected.response, settled.output, ['responses', selected.index], issues);
  const isRefused = response === undefined || issues.some(({ severity }) => severity === 'error');
  return {
    ...compose({ ...(isRefused ? configurationError() : response), isResult: !isRefused }, gateway, request),
    ok: !isRefused,
    issues,
  };
}

interface Selected {
  readonly response: IntegrationResponse;
  readonly index: number;
}

// documented: an error's message is compared with the patterns; what matches none goes to the response without one, as every success does.
function selectResponse(outcome: Settled, { responses }: CustomIntegration, issues: CustomIssue[]): Selected | undefined {
  const candidates = responses.map((response, index) => ({ response, index }));
  const isDefault = ({ response: { selectionPattern = '' } }: Selected): boolean => selectionPattern === '';
  const { message } = outcome;
  if (message !== undefined) {
    const found = candidates.find((candidate) => !isDefault(candidate) && matches(candidate, message, issues));
    if (found !== undefined) return found;
  }
  // documented: `.*` matches also the message that is not there, and takes the default's place.
  const fallback = candidates.find(isDefault) ?? candidates.find(({ response }) => response.selectionPattern === '.*');
  if (fallback === undefined) issues.push(customIssue('no-response', ['responses']));
  else if (message !== undefined) issues.push(customIssue('error-as-success', ['responses', fallback.index]));
  return fallback;
}

// reported: the pattern has to match the whole message, and its dot no line break, as Java's `matches` has it.
function matches({ response: { selectionPattern = '' }, index }: Selected, message: string, issues: CustomIssue[]): boolean {
  try {
    return new RegExp(`^(?:${selectionPattern})$`).test(message);
  } catch {
    issues.push(customIssue('pattern-not-readable', ['responses', index, 'selectionPattern']));
    return false;
  }
}

interface Parts {
  readonly status: number;
  readonly type: readonly HttpField[];
  readonly fields: readonly HttpField[];
  readonly body: Uint8Array;
}

function responseOf(response: IntegrationResponse, output: unknown, path: CustomIssue['path'], issues: CustomIssue[]): Parts | undefined {
  if (Object.keys(response.responseTemplates ?? {}).length > 0) {
    issues.push(customIssue('template-needs-vtl', [...path, 'responseTemplates']));
    return undefined;
  }
  const fields = headerMappings(response, output, path, issues);
  const type = fields.filter(([name]) => name.toLowerCase() === 'content-type');
  return {
    status: response.statusCode,
    // documented: the output passes as JSON.
    type: type.length > 0 ? type : [['Content-Type', JSON_TYPE]],
    fields: fields.filter((field) => !type.includes(field)),
    body: encodeText(JSON.stringify(output)),
  };
}

/** An outcome as the runtime hands it over: what the function put out, as JSON value; and the error's message, if it is one. */
interface Settled {
  readonly output: unknown;
  readonly message?: string;
}

/** What the runtime cannot serialise is an error of the function. */
function serialised(outcome: CustomOutcome): Settled {
  if ('threw' in outcome) return failed(outcome.threw);
  try {
    return { output: JSON.parse(JSON.stringify(outcome.returned) ?? 'null') };
  } catch (error) {
    return failed({ name: 'TypeError', message: error instanceof Error ? error.message : String(error) });
  }
}

// recorded: Node's runtime reports an error with these keys in this order; the trace is left empty here.
function failed({ name = 'Error', message }: LambdaError): Settled {
  return { output: { errorType: name, errorMessage: message, trace: [] }, message };
}

function configurationError(): Parts {
  const { status, body, errorType } = answerTo('api-configuration', 'rest');
  const fields: HttpField[] = errorType === undefined ? [] : [['x-amzn-ErrorType', errorType]];
  return { status, type: [['Content-Type', JSON_TYPE]], fields, body: encodeText(body) };
}
