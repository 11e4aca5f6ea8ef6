import { checkResult, explainIssue, renderResult, toHttp1Bytes } from 'apigw-proxy';
import { exchange, refusedResult, result } from 'apigw-proxy/arbitraries';
import fc from 'fast-check';
import { plainHttp1Bytes } from '../http/plain-http1.js';
import { type Subject, subject } from './subject.js';

const TARGETS = ['rest', 'http-1.0', 'http-2.0', 'function-url'] as const;
type Target = (typeof TARGETS)[number];

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1');
}

/** Bytes that share memory with the body, and issues without a response, beside a copy and the issues of a response. */
export const renderSubjects: readonly Subject[] = TARGETS.flatMap((target) => {
  const returned = fc.oneof(result(target), refusedResult(target));
  const inputs = fc.record({ returned, exchange: exchange<Target>(target) });
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
  ];
});
