import {
  checkResult,
  explainIssue,
  failure,
  type Issue,
  payload,
  preflight,
  renderResult,
  streamedBytes,
  streamedResult,
  toHttp1Bytes,
} from 'apigw-proxy';
import { exchange, refusedResult, result } from 'apigw-proxy/arbitraries';
import fc from 'fast-check';
import { inspectResult } from '../../src/render/inspect-result.js';
import { sentenceKeyOf } from '../../src/render/issues/explain.js';
import { GATEWAY_RESPONSE_SENTENCES } from '../../src/render/issues/gateway-response-sentences.js';
import { RESPONSE_SENTENCES } from '../../src/render/issues/response-sentences.js';
import { FAILURES } from '../../src/render/targets/failures.js';
import { plainHttp1Bytes } from '../http/plain-http1.js';
import { type Subject, subject } from './subject.js';

const TARGETS = ['rest', 'http-1.0', 'http-2.0', 'function-url'] as const;
type Target = (typeof TARGETS)[number];

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1');
}

/** Text around the size up to which it is encoded without native code, and far above it. */
const TEXT = fc
  .tuple(fc.string({ unit: 'binary', maxLength: 4 }), fc.constantFrom(0, 1, 60, 64, 65, 2047, 70_000), fc.string({ maxLength: 4 }))
  .map(([start, length, end]) => start + 'x'.repeat(length) + end);

/** Outcomes whose issues have sentences that a plain result doesn't need. */
const OUTCOMES = fc.oneof(
  fc.constantFrom(...(Object.keys(FAILURES) as (keyof typeof FAILURES)[])).map(failure), // the keys of a record
  fc.constantFrom('{', '""', '{"statusCode":200,"statusCode":201}').map(payload),
  fc.string({ unit: 'binary' }).map((text) => streamedBytes(text)),
  fc
    .record({ statusCode: fc.constantFrom(200, 204), headers: fc.dictionary(fc.constantFrom('content-length', 'x-a'), fc.string()) })
    .map((head) => {
      return streamedResult(head, 'x');
    }),
);

const bodySubject = subject(
  'bytes of a result with text',
  TEXT,
  (body) => textOf(renderResult({ statusCode: 200, body }, { target: 'rest' }).body),
  (body) => Buffer.from(body).toString('latin1'),
  1 / 4,
);

/** What `checked` doesn't say: it is about the response, not about the result. */
const ABOUT_RESPONSE: readonly string[] = ['own-cors', ...Object.keys({ ...RESPONSE_SENTENCES, ...GATEWAY_RESPONSE_SENTENCES })];

function isAboutResult(issue: Issue): boolean {
  return !ABOUT_RESPONSE.includes(sentenceKeyOf(issue));
}

/** Bytes that share memory with the body, and issues without a response, beside a copy and the issues of a response. */
const targetSubjects: readonly Subject[] = TARGETS.flatMap((target) => {
  const returned = fc.oneof({ weight: 4, arbitrary: fc.oneof(result(target), refusedResult(target)) }, OUTCOMES);
  const inputs = fc.record({ returned, exchange: exchange<Target>(target) });
  const plain = fc.record({ returned: fc.oneof(result(target), refusedResult(target)), exchange: exchange<Target>(target) });
  return [
    subject(
      `bytes of a response: ${target}`,
      inputs,
      ({ returned, exchange: { gateway, request } }) => textOf(toHttp1Bytes(renderResult(returned, gateway, request))),
      ({ returned, exchange: { gateway, request } }) => textOf(plainHttp1Bytes(renderResult(returned, gateway, request))),
    ),
    subject(
      `issues of a result: ${target}`,
      inputs,
      ({ returned, exchange: { gateway, request } }) => checkResult(returned, gateway, request),
      ({ returned, exchange: { gateway, request } }) => renderResult(returned, gateway, request).issues.map(explainIssue),
    ),
    subject(
      `issues in production: ${target}`,
      plain.filter(({ exchange: { gateway, request } }) => preflight(request, gateway) === undefined),
      ({ returned, exchange: { gateway, request } }) => inspectResult(returned, gateway, request).issues,
      ({ returned, exchange: { gateway, request } }) => renderResult(returned, gateway, request).issues.filter(isAboutResult),
    ),
  ];
});

/** Rendering, beside a copy of the body and the issues of a response. */
export const renderSubjects: readonly Subject[] = [...targetSubjects, bodySubject];
