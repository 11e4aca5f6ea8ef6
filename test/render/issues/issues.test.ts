import { readFileSync } from 'node:fs';
import { checkResult, ISSUE_CODES } from 'apigw-proxy/render';
import { describe, expect, test } from 'vitest';
import { ALL_RESULT_RULES } from '../../../src/render/issues/other-rules.js';
import { render, TARGETS } from '../responses.js';

const rows = [
  ...readFileSync(new URL('../../../docs/render.md', import.meta.url), 'utf8').matchAll(
    /^\| `([a-z0-9-]+)` \| (error|warning|info)[^|]* \|/gm,
  ),
];

describe('ISSUE_CODES', () => {
  test('are the codes in docs/render.md, in the same order', () => {
    expect(rows.map(([, code]) => code)).toEqual(ISSUE_CODES);
  });

  test('have the severities in docs/render.md', () => {
    const documented = rows.filter(([, code = '']) => code in ALL_RESULT_RULES).map(([, code, severity]) => [code, severity]);
    expect(documented).toEqual(Object.entries(ALL_RESULT_RULES).map(([code, [severity]]) => [code, severity]));
  });
});

describe('renderResult', () => {
  test('returns issues as plain data', () => {
    expect(render({ statusCode: 200, headers: { 'x-a': ['1'] } }, 'http-2.0').issues).toEqual([
      {
        code: 'header-value-invalid',
        severity: 'error',
        path: ['headers', 'x-a'],
        found: 'an array',
        evidence: 'reported',
        target: 'http-2.0',
      },
    ]);
  });

  test.each<[string, unknown, (string | number)[]]>([
    ['a key', { statusCode: 200, other: 1 }, ['other']],
    ['a status', { statusCode: 0 }, ['statusCode']],
    ['a value of a list', { multiValueHeaders: { a: ['1', {}] } }, ['multiValueHeaders', 'a', 1]],
    ['a special header in a list', { multiValueHeaders: { Date: ['1'] } }, ['multiValueHeaders', 'Date', 0]],
    ['the whole result', 'x', []],
  ])('returns the path of %s', (_, result, path) => {
    expect(render(result, 'rest').issues[0]?.path).toEqual(path);
  });

  test.each([
    [{ statusCode: 200, headers: { a: true } }, 'recorded'],
    [{ statusCode: 200, headers: { a: 1 } }, 'reported'],
    [{ statusCode: '200' }, 'recorded'],
    [{ statusCode: 200.5 }, 'assumed'],
    [{ statusCode: 0 }, 'recorded'],
    [{ statusCode: 600 }, 'assumed'],
    [{ statusCode: 200, headers: { date: 'x' } }, 'documented'],
    [{ statusCode: 200, headers: { host: 'x' } }, 'assumed'],
  ])('returns the evidence for %j', (result, evidence) => {
    expect(render(result, 'rest').issues[0]?.evidence).toBe(evidence);
  });

  test('finds several issues at once', () => {
    const codes = render({ statusCode: 0, headers: { a: [] }, body: {}, other: 1 }, 'rest').issues.map(({ code }) => code);
    expect(codes).toEqual(['unknown-key', 'status-code-invalid', 'header-value-invalid', 'body-not-text']);
  });

  test('reads keys in any case on HTTP APIs, and marks that as an assumption', () => {
    expect(render({ StatusCode: 200 }, 'http-1.0').issues).toMatchObject([{ code: 'key-misspelled', evidence: 'assumed' }]);
    expect(render({ StatusCode: 200 }, 'rest').issues).toMatchObject([{ code: 'unknown-key' }]);
  });

  test('reports a result that looks like a response without a status', () => {
    expect(render({ headers: {}, body: 'x' }, 'http-2.0').issues).toMatchObject([{ code: 'result-is-body', path: ['headers'] }]);
  });
});

describe('checkResult', () => {
  test('returns the issues of renderResult, explained', () => {
    const result = { statusCode: '201', headers: { 'a b': 1 }, other: 1 };
    for (const target of TARGETS) {
      const explained = checkResult(result, { target });
      expect(explained).toMatchObject(render(result, target).issues);
      for (const { message, fix } of explained)
        expect([message, fix]).toEqual([expect.stringMatching(/\.$/), expect.stringMatching(/[.?]$/)]);
    }
  });
});
