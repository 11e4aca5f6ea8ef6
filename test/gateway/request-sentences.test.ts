import { describe, expect, test } from 'vitest';
import { TARGETS } from '../../src/aws/target.js';
import { refusalCodeOf, refusalError } from '../../src/gateway/refusal.js';
import { REQUEST_RULES, type RequestIssueCode } from '../../src/gateway/request-issue.js';
import { explainRequestIssue, REFUSAL_SENTENCES, REQUEST_SENTENCES } from '../../src/gateway/request-sentences.js';

const CODES = Object.keys(REQUEST_SENTENCES) as RequestIssueCode[];

describe('explainRequestIssue', () => {
  test.each(CODES.flatMap((code) => TARGETS.map((target) => [code, target] as const)))('explains %s at %s', (code, target) => {
    const issue = { code, severity: 'warning', path: [], evidence: 'assumed', target } as const;
    for (const found of ['a/b', 'word', undefined]) {
      const { message, fix, ...others } = explainRequestIssue({ ...issue, ...(found !== undefined && { found }) });
      expect(others).toMatchObject(issue);
      expect(message).toMatch(/^[A-Z].{10,}\.$/s);
      if (code !== 'route-closed' || found === undefined) expect(fix).toMatch(/^[A-Z].{7,}[.`]$/s);
    }
  });

  test.each<[RequestIssueCode, (typeof TARGETS)[number], string, string]>([
    [
      'request-bytes-lost',
      'rest',
      "A REST API reads this image/png body as UTF-8 text. It isn't, so bytes are lost.",
      'Add `image/png` to `binaryMediaTypes`, so that the body arrives as base64.',
    ],
    [
      'request-bytes-lost',
      'http-1.0',
      "An HTTP API reads this image/png body as UTF-8 text. It isn't, so bytes are lost.",
      'Send UTF-8, or a media type that arrives as base64, such as `application/octet-stream`.',
    ],
    [
      'request-host-ignored',
      'function-url',
      'A function URL never has the host name `image/png`, so the Host header is ignored.',
      'Send the host name of the API, or check `target`.',
    ],
    [
      'request-host-ignored',
      'websocket',
      'A WebSocket API never has the host name `image/png`, so the Host header is ignored.',
      'Send the host name of the API, or check `target`.',
    ],
    [
      'route-closed',
      'rest',
      "The authorizer of this route can't run here, so every request is refused like one without credentials.",
      'image/png',
    ],
  ])('names what was found: %s at %s', (code, target, message, fix) => {
    const issue = { code, severity: 'warning', path: [], evidence: 'assumed', target, found: 'image/png' } as const;
    expect(explainRequestIssue(issue)).toMatchObject({ message, fix });
  });

  test('names every media type if a body has none', () => {
    const issue = {
      code: 'request-bytes-lost',
      severity: 'warning',
      path: [],
      evidence: 'reported',
      target: 'rest',
      found: 'untyped',
    } as const;
    expect(explainRequestIssue(issue).fix).toContain('`*/*`');
  });
});

describe('REQUEST_RULES', () => {
  test.each(Object.entries(REQUEST_RULES))('has a severity and evidence for %s', (_, [severity, evidence]) => {
    expect(['warning', 'info']).toContain(severity);
    expect(['recorded', 'documented', 'reported', 'assumed']).toContain(evidence);
  });
});

describe('refusalError', () => {
  test.each([
    ['malformed-url', 400],
    ['unsupported-content-encoding', 415],
    ['request-too-large', 413],
    ['body-not-allowed', 403],
    ['url-too-long', 414],
  ] as const)('has, for %s, the status %i', (code, status) => {
    const error = refusalError(code, ['body'], 'No.', 'Send less.');
    expect(error).toMatchObject({ code, status, path: ['body'], message: 'No. Send less.', fix: 'Send less.' });
    expect([refusalCodeOf(error), refusalCodeOf(new Error('No.'))]).toEqual([code, undefined]);
    expect(Object.keys(REFUSAL_SENTENCES)).toContain(code);
  });

  test('is the only GatewayError with a code of a refusal', () => {
    const other = Object.assign(refusalError('url-too-long', [], '', ''), { code: 'invalid-option' });
    expect(refusalCodeOf(other)).toBeUndefined();
  });
});
