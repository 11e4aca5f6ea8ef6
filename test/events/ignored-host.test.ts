import { checkRequest, type Gateway } from 'apigw-proxy';
import { createLocalApi } from 'apigw-proxy/local';
import { describe, expect, test } from 'vitest';

const API = 'abc.execute-api.eu-west-1.amazonaws.com';
const FUNCTION_URL = 'abc.lambda-url.eu-west-1.on.aws';

describe('request-host-ignored', () => {
  test.each<[Gateway, string | undefined, boolean]>([
    [{ target: 'rest' }, API, false],
    [{ target: 'rest' }, FUNCTION_URL, true],
    [{ target: 'http-2.0' }, 'd111111abcdef8.cloudfront.net', true],
    [{ target: 'http-2.0' }, 'api.example.com', false],
    [{ target: 'http-2.0' }, 'localhost:3000', false],
    [{ target: 'http-2.0' }, undefined, false],
    [{ target: 'function-url' }, FUNCTION_URL, false],
    [{ target: 'function-url' }, `${API}:443`, true],
    [{ target: 'function-url' }, 'api.example.com', false],
    // Settings that name the host come first.
    [{ target: 'rest', domainName: API }, FUNCTION_URL, false],
    [{ target: 'http-2.0', customDomain: { domainName: 'api.example.com' } }, 'd111111abcdef8.cloudfront.net', false],
  ])('is reported for %j with the host %s: %s', (gateway, host, isReported) => {
    const request = { method: 'GET', target: '/prod/x', headers: host === undefined ? [] : [['Host', host] as const] };
    expect(checkRequest(request, gateway).map(({ code }) => code)).toEqual(isReported ? ['request-host-ignored'] : []);
  });

  test('is explained in sentences', () => {
    const request = { method: 'GET', target: '/', headers: [['Host', API] as const] };
    expect(checkRequest(request, { target: 'function-url' })).toMatchObject([
      {
        message: `A function URL never has the host name \`${API}\`, so the Host header is ignored.`,
        fix: 'Send the host name of the API, or check `target`.',
        severity: 'warning',
        evidence: 'assumed',
        path: ['headers'],
      },
    ]);
  });

  test('is reported by the local API, among the issues of the response', async () => {
    const codes: string[] = [];
    const api = createLocalApi({
      target: 'function-url',
      routes: { $default: () => ({ statusCode: 204, body: '' }) },
      onExchange: ({ response }) => codes.push(...response.issues.map(({ code }) => code)),
    });
    await api.fetch(`https://${API}/x`);
    expect(codes).toContain('request-host-ignored');
  });
});
