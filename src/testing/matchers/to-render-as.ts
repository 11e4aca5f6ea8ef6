import { checkNames, invalidOption } from '../../gateway/check-shape.js';
import { GatewayError } from '../../gateway/error.js';
import { isObject } from '../../http/is-object.js';
import type { HttpRequest } from '../../http/request.js';
import { type Comparison, compareResponse } from './differences.js';
import { readResponse, type Seen } from './received.js';
import { listIssues, mark, paragraphs, responseOf } from './report.js';
import { type Equals, isAsymmetric } from './runner.js';
import type { ExpectedResponse, MatcherGateway, MatcherOutcome } from './types.js';

/** Compares the response of a result with what is expected. */
export function renderAs(
  received: unknown,
  expected: ExpectedResponse,
  gateway: MatcherGateway | undefined,
  request: HttpRequest | undefined,
  equals: Equals,
): MatcherOutcome {
  checkExpected(expected);
  const seen = readResponse(received, gateway, request);
  const comparisons = compareResponse(seen.response, expected, equals);
  const pass = comparisons.every(({ isEqual }) => isEqual);
  return { pass, message: () => (pass ? writeMatch(seen, comparisons) : writeDifference(seen, comparisons)) };
}

const EXAMPLE = 'Pass an object such as { status: 200 }.';

function checkExpected(expected: unknown): void {
  if (!isObject(expected)) throw invalidOption(['expected'], 'an object', expected, EXAMPLE);
  checkNames(expected, ['status', 'headers', 'body'], ['expected']);
  const { status, headers, body } = expected;
  if (status === undefined && headers === undefined && body === undefined) {
    throw new GatewayError('missing-option', ['expected'], '`expected` has nothing to compare.', EXAMPLE);
  }
  if (status !== undefined && !Number.isInteger(status) && !isAsymmetric(status)) {
    throw invalidOption(['expected', 'status'], 'an integer', status, 'Pass a status code such as 200.');
  }
  if (headers !== undefined) checkHeaders(headers);
  if (['function', 'symbol', 'bigint'].includes(typeof body)) {
    throw invalidOption(['expected', 'body'], 'a string, bytes or a JSON value', body, "Pass the text of the body, such as 'hello'.");
  }
}

function checkHeaders(headers: unknown): void {
  if (!isObject(headers)) throw invalidOption(['expected', 'headers'], 'an object', headers, "Pass an object such as { 'X-Id': '1' }.");
  for (const [name, value] of Object.entries(headers)) {
    if (value === undefined || value === null || isValue(value) || (Array.isArray(value) && value.every(isValue))) continue;
    throw invalidOption(
      ['expected', 'headers', name],
      'a string, an array of strings or null',
      value,
      'Pass `null` if it must be missing.',
    );
  }
}

function isValue(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number' || isAsymmetric(value);
}

function writeDifference({ target, issues }: Seen, comparisons: readonly Comparison[]): string {
  const lines = comparisons.map(({ isEqual, expected, received }) =>
    isEqual ? mark(' ', received) : `${mark('-', expected)}\n${mark('+', received)}`,
  );
  const title = `${responseOf(target)} is not the expected one.`;
  return paragraphs(title, '- Expected\n+ Received', lines.join('\n'), listIssues(issues));
}

function writeMatch({ target, issues }: Seen, comparisons: readonly Comparison[]): string {
  const lines = comparisons.map(({ received }) => mark(' ', received));
  return paragraphs(`Expected a different response. ${responseOf(target)} matches:`, lines.join('\n'), listIssues(issues));
}
