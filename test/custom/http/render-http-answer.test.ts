import type { HttpIntegration } from 'apigw-proxy/custom';
import type { HttpField, HttpRequest } from 'apigw-proxy/http';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderHttpAnswer } from '../../../src/custom/http/render-http-answer.js';
import type { CustomResponse } from '../../../src/custom/integration/custom-response.js';

const NO_OVERRIDES = { requestOverride: undefined, responseOverride: undefined };

function render(body: Uint8Array, headers: readonly HttpField[], integration: Partial<HttpIntegration> = {}): CustomResponse {
  const whole: HttpIntegration = { integration: 'http', uri: 'http://a.example/', responses: [{ statusCode: 200 }], ...integration };
  const request: HttpRequest = { method: 'GET', target: '/prod/', headers: [['Accept', 'image/png']] };
  return renderHttpAnswer(
    { status: 200, headers, body },
    whole,
    { target: 'rest', binaryMediaTypes: ['image/png'] },
    request,
    NO_OVERRIDES,
  );
}

describe('renderHttpAnswer', () => {
  test.each([
    ['Content-Type', 'image/png'],
    ['content-type', 'image/png; quality=1'],
    ['CONTENT-TYPE', 'IMAGE/PNG'],
  ])('sends the bytes of a binary type unchanged: %s: %s', (name, type) => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 8 }), (body) => {
        const {
          status,
          ok,
          issues,
          body: sent,
        } = render(body, [
          ['X-First', 'text/plain'],
          [name, type],
        ]);
        expect([status, ok, issues, sent]).toEqual([200, true, [], body]);
      }),
    );
  });

  test('sends text with a byte order mark unchanged', () => {
    const body = new TextEncoder().encode('\ufefftext');
    const responses = [{ statusCode: 200, contentHandling: 'CONVERT_TO_TEXT' }] as const;
    expect(render(body, [['content-type', 'text/plain']], { responses }).body).toEqual(body);
    expect(render(body, [], { responses }).body).toEqual(body);
  });

  test('decodes the base64 of another type for a client that accepts binary', () => {
    expect(new TextDecoder().decode(render(new TextEncoder().encode('YQ=='), [['content-type', 'text/plain']]).body)).toBe('a');
  });

  test('has the headers that the gateway adds to every result', () => {
    const names = render(new Uint8Array(), [['content-type', 'image/png']]).headers.map(([name]) => name);
    expect(names).toEqual([
      'Date',
      'Content-Type',
      'Content-Length',
      'Connection',
      'x-amzn-RequestId',
      'x-amz-apigw-id',
      'X-Amzn-Trace-Id',
    ]);
  });

  test('answers 500 if no response matches the status', () => {
    const { status, ok, issues } = render(new Uint8Array(), [], { responses: [{ statusCode: 200, selectionPattern: '5..' }] });
    expect([status, ok, issues.map(({ code }) => code)]).toEqual([500, false, ['no-response']]);
  });
});
