import { readFileSync } from 'node:fs';
import { checkResult, ISSUE_CODES } from 'apigw-proxy/render';
import { describe, expect, test } from 'vitest';
import { RESULT_ISSUES } from '../../../src/render/issues/result-issues.js';
import { render, TARGETS } from '../responses.js';

const rows = [
  ...readFileSync(new URL('../../../docs/render.md', import.meta.url), 'utf8').matchAll(/^\| `([a-z0-9-]+)` \| (error|warning) \|/gm),
];

describe('ISSUE_CODES', () => {
  test('are the codes that docs/render.md lists, in its order', () => {
    expect(rows.map(([, code]) => code)).toEqual(ISSUE_CODES);
  });

  test('have the severities that docs/render.md names', () => {
    const documented = rows.filter(([, code = '']) => code in RESULT_ISSUES).map(([, code, severity]) => [code, severity]);
    expect(documented).toEqual(Object.entries(RESULT_ISSUES).map(([code, { severity }]) => [code, severity]));
  });
});

describe('checkResult', () => {
  test('gives the issues of renderResult', () => {
    const result = { statusCode: '201', headers: { 'a b': 1 }, other: 1 };
    for (const target of TARGETS) expect(checkResult(result, { target })).toEqual(render(result, target).issues);
  });

  test('says code, severity, path, cause, cure and evidence', () => {
    expect(checkResult({ statusCode: 200, headers: { 'x-a': ['1'] } }, { target: 'http-2.0' })).toEqual([
      {
        code: 'header-value-invalid',
        severity: 'error',
        path: ['headers', 'x-a'],
        message: "An HTTP API with payload 2.0 wants text as a header's value and got a list.",
        cure: 'Return the value as a string; several values belong into `multiValueHeaders` or `cookies`, whichever the payload format has.',
        evidence: 'reported',
      },
    ]);
  });

  test.each<[string, unknown, (string | number)[]]>([
    ['a key', { statusCode: 200, other: 1 }, ['other']],
    ['a status', { statusCode: 0 }, ['statusCode']],
    ['a value of a list', { multiValueHeaders: { a: ['1', {}] } }, ['multiValueHeaders', 'a', 1]],
    ['a special header in a list', { multiValueHeaders: { Date: ['1'] } }, ['multiValueHeaders', 'Date', 0]],
    ['the whole result', 'x', []],
  ])('points at %s', (_, result, path) => {
    expect(checkResult(result, { target: 'rest' })[0]?.path).toEqual(path);
  });

  test.each([
    [{ statusCode: 200, headers: { a: true } }, 'recorded'],
    [{ statusCode: 200, headers: { a: 1 } }, 'assumed'],
    [{ statusCode: '200' }, 'recorded'],
    [{ statusCode: 200.5 }, 'assumed'],
    [{ statusCode: 0 }, 'recorded'],
    [{ statusCode: 600 }, 'assumed'],
    [{ statusCode: 200, headers: { date: 'x' } }, 'documented'],
    [{ statusCode: 200, headers: { host: 'x' } }, 'assumed'],
  ])('knows how well it is known: %j', (result, evidence) => {
    expect(checkResult(result, { target: 'rest' })[0]?.evidence).toBe(evidence);
  });

  test('finds everything at once', () => {
    const codes = checkResult({ statusCode: 0, headers: { a: [] }, body: {}, other: 1 }, { target: 'rest' }).map(({ code }) => code);
    expect(codes).toEqual(['unknown-key', 'status-code-invalid', 'header-value-invalid', 'body-not-text']);
  });

  test('reads keys in any case on HTTP APIs, and takes that for a guess', () => {
    expect(checkResult({ StatusCode: 200 }, { target: 'http-1.0' })).toMatchObject([{ code: 'key-misspelled', evidence: 'assumed' }]);
    expect(checkResult({ StatusCode: 200 }, { target: 'rest' })).toMatchObject([{ code: 'unknown-key' }]);
  });

  test('suspects a response without a status', () => {
    expect(checkResult({ headers: {}, body: 'x' }, { target: 'http-2.0' })).toMatchObject([{ code: 'result-is-body', path: ['headers'] }]);
  });
});
