import { gzipSync } from 'node:zlib';
import { type CustomIntegration, type CustomIssueCode, toCustomEvent } from 'apigw-proxy';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const INTEGRATION: CustomIntegration = { integration: 'custom', responses: [{ statusCode: 200 }] };
const TEMPLATES = { 'application/json': '$input.body' };

const post = (text: string, type?: string) => ({
  method: 'POST',
  target: '/prod/a?b=c',
  headers: type === undefined ? [] : [['Content-Type', type] as const],
  body: new TextEncoder().encode(text),
});

describe('toCustomEvent', () => {
  test('returns the body as the event', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(toCustomEvent(post(text, 'application/json'), INTEGRATION)).toEqual({ event: JSON.parse(text), issues: [] });
      }),
    );
  });

  test.each<[string, Uint8Array, string, unknown, CustomIssueCode[]]>([
    ['inflates gzip', gzipSync('{"a":1}'), 'gzip', { a: 1 }, []],
    ['refuses what is not gzip', new TextEncoder().encode('{}'), 'gzip', undefined, ['unsupported-content-encoding']],
    ['refuses another coding', new TextEncoder().encode('{}'), 'br', undefined, ['unsupported-content-encoding']],
    ['refuses a body that expands to more than 10 MB', gzipSync(new Uint8Array(10_485_761)), 'gzip', undefined, ['request-too-large']],
  ])('%s', (_, bytes, coding, event, codes) => {
    const request = { method: 'POST', target: '/', headers: [['Content-Encoding', coding] as const], body: new Uint8Array(bytes) };
    const result = toCustomEvent(request, INTEGRATION);
    expect([result.event, result.issues.map(({ code }) => code)]).toEqual([event, codes]);
  });

  test('returns an empty object without a body', () => {
    expect(toCustomEvent({ method: 'GET', target: '/', headers: [] }, INTEGRATION)).toEqual({ event: {}, issues: [] });
  });

  // The rows of AWS's page on passthrough behavior.
  test.each<
    [CustomIntegration['passthroughBehavior'], string | undefined, CustomIntegration['requestTemplates'], CustomIssueCode | undefined]
  >([
    ['WHEN_NO_MATCH', undefined, TEMPLATES, 'template-needs-vtl'],
    ['NEVER', 'application/json', TEMPLATES, 'template-needs-vtl'],
    ['WHEN_NO_MATCH', 'application/xml', TEMPLATES, undefined],
    ['WHEN_NO_TEMPLATE', 'application/xml', TEMPLATES, 'unsupported-media-type'],
    ['NEVER', 'application/xml', TEMPLATES, 'unsupported-media-type'],
    ['WHEN_NO_TEMPLATE', 'application/xml', undefined, undefined],
    ['NEVER', undefined, undefined, 'unsupported-media-type'],
  ])('with %s, a body of type %s and the templates %o, returns the issue %s', (passthroughBehavior, type, requestTemplates, code) => {
    const { issues } = toCustomEvent(post('{}', type), {
      ...INTEGRATION,
      ...(passthroughBehavior && { passthroughBehavior }),
      ...(requestTemplates && { requestTemplates }),
    });
    expect(issues.map((issue) => issue.code)).toEqual(code === undefined ? [] : [code]);
  });

  test('returns an issue for a body that is not JSON', () => {
    expect(toCustomEvent(post('{'), INTEGRATION)).toMatchObject({
      event: undefined,
      issues: [{ code: 'body-not-json', severity: 'error' }],
    });
  });
});
