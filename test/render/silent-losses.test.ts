import { Readable } from 'node:stream';
import { checkResult, payload, type RenderTarget } from 'apigw-proxy';
import { renderCustomResult } from 'apigw-proxy/custom';
import { describe, expect, test } from 'vitest';

const TARGETS = ['rest', 'http-1.0', 'http-2.0', 'function-url'] as const satisfies RenderTarget[];

function find(result: unknown, target: RenderTarget, code: string): { found: string | undefined; fix: string; path: unknown } | undefined {
  const issue = checkResult(result, { target }).find((candidate) => candidate.code === code);
  return issue && { found: issue.found, fix: issue.fix, path: issue.path };
}

describe('a body that is not a string', () => {
  const bytes = new Uint8Array([1, 2]);

  test.each<[found: string, body: unknown, fix: string]>([
    ['a Buffer', Buffer.from(bytes), 'base64'],
    ['a Uint8Array', bytes, 'base64'],
    ['an ArrayBuffer', bytes.buffer, 'base64'],
    ['a Float64Array', new Float64Array([1]), 'base64'],
    ['a DataView', new DataView(bytes.buffer), 'base64'],
    ['a Blob', new Blob([bytes]), 'await blob.arrayBuffer()'],
    ['a Promise', Promise.resolve('x'), 'Await it'],
    ['a ReadableStream', new Blob(['x']).stream(), 'new Response(stream).text()'],
    ['a Readable', Readable.from(['x']), 'new Response(stream).text()'],
    ['a Response', new Response('x'), 'await response.text()'],
    ['a URLSearchParams', new URLSearchParams('a=1'), 'String(params)'],
    ['a Map', new Map([['a', 1]]), 'Object.fromEntries'],
    ['a Headers', new Headers({ a: '1' }), 'Object.fromEntries'],
    ['a Set', new Set([1]), '[...set]'],
    ['a Buffer', JSON.parse(JSON.stringify(Buffer.from(bytes))), 'base64'],
    ['a Uint8Array', { 0: 1, 1: 2 }, 'base64'],
    ['an object', { a: 1 }, 'JSON.stringify'],
    ['an array', [1], 'JSON.stringify'],
  ])('is named, with what to return instead: %s', (found, body, fix) => {
    for (const target of TARGETS) {
      const issue = find({ statusCode: 200, body }, target, target === 'function-url' ? 'body-coerced' : 'body-not-text');
      expect(issue?.found).toBe(found);
      if (target !== 'function-url' || !fix.startsWith('JSON')) expect(issue?.fix).toContain(fix);
    }
  });

  test('counts as a string if its toJSON returns one', () => {
    expect(checkResult({ statusCode: 200, headers: { 'content-type': 'text/plain' }, body: new Date(0) }, { target: 'rest' })).toEqual([]);
  });
});

describe('headers that JSON does not keep', () => {
  test.each<[found: string, headers: unknown, fix: string]>([
    ['a Headers', new Headers({ location: '/' }), 'Object.fromEntries(headers)'],
    ['a Map', new Map([['location', '/']]), 'Object.fromEntries(headers)'],
    ['a Promise', Promise.resolve({ location: '/' }), 'Await it'],
  ])('are reported: %s', (found, headers, fix) => {
    for (const target of TARGETS) {
      expect(find({ statusCode: 302, headers, body: '' }, target, 'result-emptied')).toEqual({
        found,
        fix: expect.stringContaining(fix),
        path: ['headers'],
      });
    }
    expect(find({ statusCode: 302, multiValueHeaders: headers }, 'rest', 'result-emptied')?.path).toEqual(['multiValueHeaders']);
  });

  test('are not reported for plain objects, even empty ones', () => {
    for (const target of TARGETS) {
      for (const headers of [{}, null, undefined, Object.create(null)]) {
        expect(find({ statusCode: 200, headers, body: '' }, target, 'result-emptied')).toBeUndefined();
      }
    }
  });
});

describe('binary-as-text', () => {
  test.each([
    ['image/png', 'iVBORw0KGgo='],
    ['IMAGE/PNG; x=y', '\uFFFDPNG\r\n'],
    ['audio/mpeg', 'x'],
    ['video/mp4', 'x'],
    ['font/woff2', 'x'],
    ['application/pdf', '%PDF-1.7'],
    ['application/zip', 'UEsDBA=='],
    ['application/gzip', 'x'],
    ['application/wasm', 'x'],
    ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'UEsDBA=='],
    ['application/octet-stream', 'a\uFFFDb'],
  ])('reports text with the type %s', (type, body) => {
    for (const target of TARGETS) {
      expect(find({ statusCode: 200, headers: { 'Content-Type': type }, body }, target, 'binary-as-text')).toMatchObject({
        found: type,
        fix: expect.stringContaining(target === 'rest' ? 'binaryMediaTypes' : 'isBase64Encoded: true'),
      });
    }
    expect(find({ multiValueHeaders: { 'Content-Type': [type] }, body }, 'rest', 'binary-as-text')?.found).toBe(type);
  });

  test.each([
    ['image/svg+xml', '<svg/>', false],
    ['application/vnd.apple.mpegurl', '#EXTM3U', false],
    ['audio/mpegurl', '#EXTM3U', false],
    ['application/json', '{}', false],
    ['text/csv', 'a,b', false],
    ['application/octet-stream', 'a,b', false],
    ['image/png', '', false],
    ['image/png', 'iVBORw0KGgo=', true],
  ])('accepts the type %s with the body %j', (type, body, isBase64Encoded) => {
    for (const target of TARGETS) {
      expect(find({ statusCode: 200, headers: { 'Content-Type': type }, body, isBase64Encoded }, target, 'binary-as-text')).toBeUndefined();
    }
  });
});

describe('encoding-over-text', () => {
  test.each([
    ['gzip', 'text', false, true],
    ['br', 'text', false, true],
    ['identity', 'text', false, false],
    ['gzip', '', false, false],
    ['gzip', 'H4sIAAAAAAAAA0tMSgYAwkEkNQMAAAA=', true, false],
  ])('for %s, %j and isBase64Encoded: %s is reported: %s', (coding, body, isBase64Encoded, isReported) => {
    for (const target of TARGETS) {
      const headers = { 'Content-Type': 'text/plain', 'Content-Encoding': coding };
      const issue = find({ statusCode: 200, headers, body, isBase64Encoded }, target, 'encoding-over-text');
      expect(issue?.found).toBe(isReported ? coding : undefined);
    }
  });
});

describe('result-is-json-text', () => {
  const text = JSON.stringify({ statusCode: 200, body: 'x' });

  test.each(['http-2.0', 'function-url'] as const)('reports a response that went through JSON.stringify: %s', (target) => {
    expect(find(text, target, 'result-is-json-text')?.fix).toContain('Return the object itself');
    expect(find(payload(JSON.stringify(text)), target, 'result-is-json-text')).toBeDefined();
  });

  test.each(['rest', 'http-1.0'] as const)('is a rejected result, with the same fix: %s', (target) => {
    expect(find(text, target, 'result-not-an-object')?.fix).toContain('Return the object itself');
  });

  test.each(['hello', '{"a":1}', '{"statusCode":', '{"body":"\\"statusCode\\""}', '["statusCode"]'])('accepts %j', (result) => {
    for (const target of ['http-2.0', 'function-url'] as const) expect(find(result, target, 'result-is-json-text')).toBeUndefined();
  });
});

describe('content-type-default', () => {
  test.each(['<!doctype html><p>x', '<html>', '  <div class="a">', '<?xml version="1.0"?>', '<svg:svg/>'])('reports markup: %s', (body) => {
    for (const target of TARGETS) expect(find({ statusCode: 200, body }, target, 'content-type-default')).toBeDefined();
  });

  test.each(['a < b', '<', '<3', '< b'])('accepts text: %s', (body) => {
    for (const target of ['http-1.0', 'http-2.0'] as const) {
      expect(find({ statusCode: 200, body }, target, 'content-type-default')).toBeUndefined();
    }
  });
});

describe('a custom integration', () => {
  const INTEGRATION = { integration: 'custom', responses: [{ statusCode: 200 }] } as const;
  const codesOf = (returned: unknown): string[] => renderCustomResult({ returned }, INTEGRATION).issues.map(({ code }) => code);

  test('reports a response for a proxy integration', () => {
    expect(codesOf({ statusCode: 400, body: '"Hello"' })).toEqual(['proxy-result']);
  });

  test.each([[{ statusCode: 400 }], [{ body: 'x' }], ['"statusCode"'], [{ statusCode: '200', body: 'x' }]])('accepts %j', (returned) => {
    expect(codesOf(returned)).not.toContain('proxy-result');
  });
});
