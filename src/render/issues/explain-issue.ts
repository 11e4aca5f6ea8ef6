import type { Target } from '../../aws/target.js';
import { formatPath, invalidOption } from '../../gateway/check-shape.js';
import { REQUEST_SENTENCES } from '../../gateway/request-sentences.js';
import { isObject } from '../../http/is-object.js';
import { FAILURE_SENTENCES } from './failure-sentences.js';
import type { ExplainedIssue, Issue, IssueCode } from './issue.js';
import { RESULT_SENTENCES } from './result-sentences.js';
import type { Sentences, Words } from './sentences.js';

/**
 * Explains an issue in sentences: what is wrong (`message`), and what to do about it (`fix`).
 *
 * Renderers return issues as plain data, so that a bundle that only renders doesn't carry the sentences.
 *
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
  const { code, path, found = '', target, severity, evidence } = issue;
  const sentences = SENTENCES[code];
  const [key = '', header = ''] = path.map(String);
  const { gateway, format, rejected } = GATEWAYS[target];
  const names = { gateway, Gateway: capitalise(gateway), format, Format: capitalise(format), rejected };
  const words: Words = { ...names, target, severity, evidence, found, place: formatPath(path), key, header };
  return { ...issue, message: write(sentences.message, words), fix: write(sentences.fix, words) };
}

function checkIssue(issue: Issue): void {
  const fix = 'Pass an issue that a renderer returned.';
  const given: unknown = issue;
  if (!isObject(given)) throw invalidOption(['issue'], 'an object', given, fix);
  if (!Object.hasOwn(SENTENCES, issue.code)) throw invalidOption(['code'], 'the code of an issue', issue.code, fix);
  if (!Object.hasOwn(GATEWAYS, issue.target)) throw invalidOption(['target'], 'a target', issue.target, fix);
  if (!Array.isArray(issue.path)) throw invalidOption(['path'], 'an array of keys', issue.path, fix);
}

const SENTENCES: Readonly<Record<IssueCode, Sentences>> = { ...RESULT_SENTENCES, ...REQUEST_SENTENCES, ...FAILURE_SENTENCES };

/** What messages call each gateway, and what its client gets instead of a rejected result. */
const GATEWAYS: Readonly<Record<Target, Pick<Words, 'gateway' | 'format' | 'rejected'>>> = {
  rest: { gateway: 'a REST API', format: 'a REST API', rejected: 'The client gets a 502.' },
  'http-1.0': { gateway: 'an HTTP API', format: 'an HTTP API with payload format 1.0', rejected: 'The client gets a 500.' },
  'http-2.0': { gateway: 'an HTTP API', format: 'an HTTP API with payload format 2.0', rejected: 'The client gets a 500.' },
  'function-url': { gateway: 'a function URL', format: 'a function URL', rejected: 'The client gets a 502.' },
  websocket: { gateway: 'a WebSocket API', format: 'a WebSocket API', rejected: 'The client gets an error instead.' },
};

function write(sentence: Sentences['message'], words: Words): string {
  return typeof sentence === 'string' ? sentence : sentence(words);
}

function capitalise(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
