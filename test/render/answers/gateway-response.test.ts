import { toHttp1Bytes } from 'apigw-proxy/http';
import {
  failure,
  functionError,
  type GatewayResponse,
  type GatewayResponses,
  type RenderedResponse,
  renderResult,
} from 'apigw-proxy/render';
import { describe, expect, test } from 'vitest';
import { codesOf, render, textOf, valuesOf } from '../responses.js';

function answer(gatewayResponses: GatewayResponses, type: Parameters<typeof failure>[0] = 'function-error'): RenderedResponse {
  const request = { method: 'PUT', headers: { Origin: 'https://a.example', 'X-Trace': 't' } };
  return render(failure(type), { target: 'rest', stage: 'dev', gatewayResponses, stageVariables: { name: 'v' } }, request);
}

function renderTemplate(template: string): RenderedResponse {
  return answer({ DEFAULT_5XX: { responseTemplates: { 'application/json': template } } });
}

describe('gatewayResponses', () => {
  test('replace status, headers and body', () => {
    const response = answer({
      DEFAULT_5XX: {
        statusCode: '503',
        responseParameters: {
          'gatewayresponse.header.Access-Control-Allow-Origin': "'*'",
          'gatewayresponse.header.X-Origin': 'method.request.header.origin',
          'gatewayresponse.header.X-None': 'method.request.header.none',
          'gatewayresponse.header.X-Stage': 'context.stage',
        },
        responseTemplates: { 'application/json': '{"error":$context.error.messageString,"type":"$context.error.responseType"}' },
      },
    });
    expect([response.status, response.statusText, response.ok]).toEqual([503, 'Service Unavailable', false]);
    expect(textOf(response)).toBe('{"error":"Internal server error","type":"DEFAULT_5XX"}');
    expect(['access-control-allow-origin', 'x-origin', 'x-none', 'x-stage'].map((name) => valuesOf(response, name))).toEqual([
      ['*'],
      ['https://a.example'],
      [],
      ['dev'],
    ]);
    expect(valuesOf(response, 'x-amzn-errortype')).toEqual(['InternalServerErrorException']);
    expect(valuesOf(response, 'content-length')).toEqual([`${response.body.length}`]);
    expect(codesOf(response)).toEqual(['function-error']);
  });

  test.each<[Parameters<typeof failure>[0], string | undefined]>([
    ['timeout', 'INTEGRATION_TIMEOUT'],
    ['integration-failure', 'INTEGRATION_FAILURE'],
    ['api-configuration', 'API_CONFIGURATION_ERROR'],
    ['permission', 'API_CONFIGURATION_ERROR'],
    ['no-route', 'MISSING_AUTHENTICATION_TOKEN'],
    ['unauthorized', 'UNAUTHORIZED'],
    ['access-denied', 'ACCESS_DENIED'],
    ['gateway-throttled', 'THROTTLED'],
    ['quota-exceeded', 'QUOTA_EXCEEDED'],
    ['request-too-large', 'REQUEST_TOO_LARGE'],
    ['waf-filtered', 'WAF_FILTERED'],
  ])('apply to their type of failure, then the default of its class: %s', (type, name) => {
    const own: GatewayResponse = { responseTemplates: { 'text/plain': 'own' } };
    const fallback: GatewayResponse = { responseTemplates: { 'text/plain': 'fallback' } };
    expect(textOf(answer({ [`${name}`]: own, DEFAULT_4XX: fallback, DEFAULT_5XX: fallback }, type))).toBe('own');
    expect(textOf(answer({ DEFAULT_4XX: fallback, DEFAULT_5XX: fallback }, type))).toBe('fallback');
  });

  test('of a default apply only to failures of their class', () => {
    expect(answer({ DEFAULT_4XX: { statusCode: 418 } }, 'function-error').status).toBe(502);
    expect(answer({ DEFAULT_4XX: { statusCode: 418 } }, 'no-route').status).toBe(418);
    expect(answer({ DEFAULT_4XX: { statusCode: 418 } }, 'unknown-url').status).toBe(403);
  });

  test('keep the body without a template, and set the content type of a template', () => {
    expect(textOf(answer({ DEFAULT_5XX: { statusCode: 500 } }))).toBe('{"message": "Internal server error"}');
    const response = answer({ DEFAULT_5XX: { responseTemplates: { 'text/html': '<p>$context.error.message' } } });
    expect([textOf(response), valuesOf(response, 'content-type')]).toEqual(['<p>Internal server error', ['text/html']]);
    const typed = answer({ DEFAULT_5XX: { responseParameters: { 'gatewayresponse.header.content-type': "'a/b'" } } });
    expect(valuesOf(typed, 'content-type')).toEqual(['a/b']);
  });

  test('change neither the results of the function nor other targets', () => {
    const gatewayResponses: GatewayResponses = { DEFAULT_5XX: { statusCode: 500 } };
    expect(render({ statusCode: 502, body: '' }, { target: 'rest', gatewayResponses }).status).toBe(502);
    expect(render(functionError(), { target: 'function-url', gatewayResponses }).status).toBe(502);
  });

  test.each([
    [`$context.httpMethod \${context.stage} $stageVariables.name`, 'PUT dev v'],
    ['$method.request.header.X-Trace,$method.request.header.none', 't,'],
    ['it costs 5$, $$ and # all', 'it costs 5$, $$ and # all'],
    ['$context.requestId-$context.stage.', '1a2b3c4d-5e6f-4a7b-8c9d-0e1f2a3b4c5d-dev.'],
  ])('fill in the template %j', (template, expected) => {
    expect(textOf(renderTemplate(template))).toBe(expected);
  });

  test.each([
    ['error.message', 'Internal server error'],
    ['error.messageString', '"Internal server error"'],
    ['error.responseType', 'DEFAULT_5XX'],
    ['identity.sourceIp', '203.0.113.1'],
    ['identity.userAgent', ''],
    ['accountId', '123456789012'],
    ['apiId', 'a1b2c3d4e5'],
    ['domainName', 'a1b2c3d4e5.execute-api.us-east-1.amazonaws.com'],
    ['domainPrefix', 'a1b2c3d4e5'],
    ['extendedRequestId', 'Xr1A2b3C4d5E6fG='],
    ['httpMethod', 'PUT'],
    ['path', '/'],
    ['requestId', '1a2b3c4d-5e6f-4a7b-8c9d-0e1f2a3b4c5d'],
    ['requestTime', '02/Jan/2026:03:04:05 +0000'],
    ['requestTimeEpoch', '1767323045678'],
    ['stage', 'dev'],
  ])('replace the variable $context.%s', (name, value) => {
    expect(textOf(renderTemplate(`[$context.${name}]`))).toBe(`[${value}]`);
  });

  test('can use query parameters of the request', () => {
    const gatewayResponses: GatewayResponses = {
      DEFAULT_5XX: { responseTemplates: { 'text/plain': '$method.request.querystring.a,$method.request.querystring.b' } },
    };
    const request = { method: 'GET', target: '/x?a=1%202', headers: [] };
    const { body } = renderResult(functionError(), { target: 'rest', gatewayResponses }, request);
    expect(Buffer.from(body).toString()).toBe('1 2,');
  });

  test.each([
    ['#set($a = 1)$a', 'unsupported-template'],
    ['#if(true)x#end', 'unsupported-template'],
    ["$input.path('$')", 'unsupported-template'],
    ['$util.escapeJavaScript("a")', 'unsupported-template'],
    ['$context.unknown', 'unknown-variable'],
    ['$foo', 'unknown-variable'],
    [`\${context.constructor}`, 'unknown-variable'],
  ])('throw for the template %j', (template, code) => {
    expect(() => renderTemplate(template)).toThrow(
      expect.objectContaining({
        name: 'GatewayResponseError',
        code,
        path: ['gatewayResponses', 'DEFAULT_5XX', 'responseTemplates', 'application/json'],
      }),
    );
  });

  test.each<[GatewayResponse, string]>([
    [{ statusCode: 'abc' }, 'invalid-status'],
    [{ statusCode: 99 }, 'invalid-status'],
    [{ responseParameters: { 'gatewayresponse.path.a': "'b'" } }, 'unsupported-parameter'],
    [{ responseParameters: { 'gatewayresponse.header.a b': "'b'" } }, 'unsupported-parameter'],
    [{ responseParameters: { 'gatewayresponse.header.a': 'integration.response.header.b' } }, 'unknown-variable'],
    [{ responseParameters: { 'gatewayresponse.header.a': "'b\r\nc: d'" } }, 'unsafe-header-value'],
  ])('throw for %j', (response, code) => {
    expect(() => answer({ DEFAULT_5XX: response })).toThrow(expect.objectContaining({ name: 'GatewayResponseError', code }));
  });

  test('can be written as HTTP/1.1', () => {
    toHttp1Bytes(answer({ DEFAULT_5XX: { responseParameters: { 'gatewayresponse.header.a': "'é'" } } }));
  });
});
