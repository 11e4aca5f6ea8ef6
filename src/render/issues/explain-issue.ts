import { TARGETS } from '../../aws/target.js';
import { invalidOption } from '../../gateway/check-shape.js';
import { REQUEST_SENTENCES } from '../../gateway/request-sentences.js';
import { isObject } from '../../http/is-object.js';
import { CORS_SENTENCES } from './cors-sentences.js';
import { explain, sentenceKeyOf } from './explain.js';
import { FAILURE_SENTENCES } from './failure-sentences.js';
import { GATEWAY_RESPONSE_SENTENCES } from './gateway-response-sentences.js';
import { HANDLER_SENTENCES } from './handler-sentences.js';
import type { ExplainedIssue, Issue } from './issue.js';
import { PAYLOAD_SENTENCES } from './payload-sentences.js';
import { RESPONSE_SENTENCES } from './response-sentences.js';
import { RESULT_SENTENCES } from './result-sentences.js';
import type { SentenceKey, Sentences } from './sentences.js';
import { STREAM_SENTENCES } from './stream-sentences.js';
import { WEBSOCKET_SENTENCES } from './websocket-sentences.js';

/**
 * Explains an issue in sentences: what is wrong (`message`), and what to do about it (`fix`).
 *
 * Renderers return issues as plain data, so that a bundle that only renders doesn't carry the sentences.
 *
 * @param issue an issue that a renderer or `checkRequest` returned.
 * @throws GatewayError `invalid-option` if it isn't an issue, or has an unknown code.
 * @example
 * ```ts
 * import { explainIssue, renderResult } from 'apigw-proxy';
 *
 * const { issues } = renderResult({ statusCode: 200, body: { hello: 'world' } }, { target: 'rest' });
 * for (const issue of issues) {
 *   const { message, fix } = explainIssue(issue);
 *   console.log(message); // => `body` is an object, but a REST API only accepts a string. The client gets a 502.
 *   console.log(fix); // => Return `JSON.stringify(...)` as `body`.
 * }
 * ```
 */
export function explainIssue(issue: Issue): ExplainedIssue {
  checkIssue(issue);
  return explain(issue, SENTENCES[sentenceKeyOf(issue)]);
}

function checkIssue(issue: Issue): void {
  const fix = 'Pass an issue that a renderer returned.';
  const given: unknown = issue;
  if (!isObject(given)) throw invalidOption(['issue'], 'an object', given, fix);
  const isAssumed = issue.code === 'behaviour-assumed';
  if (!isAssumed && !isSentence(issue.code)) throw invalidOption(['code'], 'the code of an issue', issue.code, fix);
  if (isAssumed && !isSentence(issue.found)) throw invalidOption(['found'], 'the topic of an assumption', issue.found, fix);
  if (!TARGETS.includes(issue.target)) throw invalidOption(['target'], 'a target', issue.target, fix);
  if (!Array.isArray(issue.path) || !issue.path.every(isKey)) throw invalidOption(['path'], 'an array of keys', issue.path, fix);
  if (issue.found !== undefined && typeof issue.found !== 'string') throw invalidOption(['found'], 'a string', issue.found, fix);
}

function isKey(key: unknown): boolean {
  return typeof key === 'string' || typeof key === 'number';
}

function isSentence(key: unknown): boolean {
  return typeof key === 'string' && Object.hasOwn(SENTENCES, key);
}

const SENTENCES: Readonly<Record<SentenceKey, Sentences>> = {
  ...RESULT_SENTENCES,
  ...RESPONSE_SENTENCES,
  ...WEBSOCKET_SENTENCES,
  ...STREAM_SENTENCES,
  ...PAYLOAD_SENTENCES,
  ...CORS_SENTENCES,
  ...GATEWAY_RESPONSE_SENTENCES,
  ...HANDLER_SENTENCES,
  ...REQUEST_SENTENCES,
  ...FAILURE_SENTENCES,
};
