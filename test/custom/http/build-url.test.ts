import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildUrl, type UrlParts } from '../../../src/custom/http/build-url.js';
import type { CustomIssue } from '../../../src/custom/integration/custom-issue.js';

function build(
  uri: string,
  parts: Partial<UrlParts> = {},
): readonly [url: string | undefined, issues: readonly (readonly [string, string])[]] {
  const issues: CustomIssue[] = [];
  const url = buildUrl(uri, { path: {}, query: {}, passedQuery: '', stageVariables: {}, ...parts }, issues);
  return [url?.href, issues.map(({ code, path }) => [code, path.join('.')])];
}

const placeholder = (name: string): string => `\${${name}}`;

describe('buildUrl', () => {
  test.each<[uri: string, parts: Partial<UrlParts>, url: string]>([
    ['http://a.example/x', {}, 'http://a.example/x'],
    ['http://a.example/{id}/{rest+}', { path: { id: 'a%2Fb', rest: 'c/d' } }, 'http://a.example/a%2Fb/c/d'],
    [`http://${placeholder('stageVariables.host')}/x`, { stageVariables: { host: 'b.example:81' } }, 'http://b.example:81/x'],
    ['http://a.example/x', { passedQuery: 'a=1&a=%20&b' }, 'http://a.example/x?a=1&a=%20&b'],
    ['http://a.example/x?', {}, 'http://a.example/x'],
    ['http://a.example/x??k', { passedQuery: '?a' }, 'http://a.example/x??k&?a'],
    ['http://a.example/x', { passedQuery: '?a' }, 'http://a.example/x??a'],
    ['http://a.example/x', { passedQuery: '?a', query: { b: '1' } }, 'http://a.example/x?%3Fa=&b=1'],
    ['HTTPS://a.example/x', {}, 'https://a.example/x'],
    ['http://a.example/x?k=1', { passedQuery: 'a=1' }, 'http://a.example/x?k=1&a=1'],
    ['http://a.example/x', { passedQuery: 'a=1&b=2', query: { a: ['3', '4'], c: 'd e' } }, 'http://a.example/x?b=2&a=3&a=4&c=d+e'],
  ])('fills in %s from %j', (uri, parts, url) => {
    expect(build(uri, parts)).toEqual([url, []]);
  });

  test.each([
    ['http://a.example/{id}', 'uri-without-value'],
    ['http://a.example/{constructor}', 'uri-without-value'],
    [`http://${placeholder('stageVariables.host')}/`, 'uri-without-value'],
    [`http://${placeholder('Balancer.DNSName')}/`, 'uri-without-value'],
    ['a.example/x', 'uri-invalid'],
    ['ftp://a.example/x', 'uri-invalid'],
    ['xhttp://a.example/x', 'uri-invalid'],
    ['file:///etc/hosts', 'uri-invalid'],
    ['http://', 'uri-invalid'],
  ])('reports %s as %s', (uri, code) => {
    expect(build(uri)).toEqual([undefined, [[code, 'uri']]]);
  });

  test('keeps the host, whatever a parameter contains', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (id, name) => {
        const [url] = build('http://a.example/{id}', { path: { id }, query: { [name]: id } });
        expect(url === undefined || new URL(url).host === 'a.example').toBe(true);
      }),
    );
  });
});
