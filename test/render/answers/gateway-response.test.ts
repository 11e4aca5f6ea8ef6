import type { Gateway, GatewayAuthorizer } from 'apigw-proxy';
import { toHttp1Bytes } from 'apigw-proxy/http';
import {
  customizeResponses,
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
  return render(
    failure(type),
    { target: 'rest', stage: 'dev', gatewayResponses: customizeResponses(gatewayResponses), stageVariables: { name: 'v' } },
    request,
  );
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
    expect(textOf(response)).toBe('{"error":"Internal server error","type":"INTEGRATION_FAILURE"}');
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
    ['function-error', 'INTEGRATION_FAILURE'],
    ['function-timeout', 'INTEGRATION_FAILURE'],
    ['response-too-large', 'INTEGRATION_FAILURE'],
    ['throttled', 'INTEGRATION_FAILURE'],
    ['api-configuration', 'API_CONFIGURATION_ERROR'],
    ['permission', 'API_CONFIGURATION_ERROR'],
    ['no-route', 'MISSING_AUTHENTICATION_TOKEN'],
    ['unauthorized', 'UNAUTHORIZED'],
    ['access-denied', 'ACCESS_DENIED'],
    ['gateway-throttled', 'THROTTLED'],
    ['quota-exceeded', 'QUOTA_EXCEEDED'],
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
    expect(answer({ DEFAULT_4XX: { statusCode: 418 } }, 'request-too-large').status).toBe(413);
    expect(answer({ DEFAULT_4XX: { statusCode: 418 } }, 'url-too-long').status).toBe(414);
  });

  test('keep the body without a template, and set the content type of a template', () => {
    expect(textOf(answer({ DEFAULT_5XX: { statusCode: 500 } }))).toBe('{"message": "Internal server error"}');
    const response = answer({ DEFAULT_5XX: { responseTemplates: { 'text/html': '<p>$context.error.message' } } });
    expect([textOf(response), valuesOf(response, 'content-type')]).toEqual(['<p>Internal server error', ['text/html']]);
    const typed = answer({ DEFAULT_5XX: { responseParameters: { 'gatewayresponse.header.content-type': "'a/b'" } } });
    expect(valuesOf(typed, 'content-type')).toEqual(['a/b']);
  });

  test('change neither the results of the function nor other targets', () => {
    const gatewayResponses = customizeResponses({ DEFAULT_5XX: { statusCode: 500 } });
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

  const CERTIFICATE = {
    clientCertPem: 'PEM',
    subjectDN: 'CN=client.example',
    issuerDN: 'CN=issuer.example',
    serialNumber: 'a1:b2',
    validity: { notBefore: 'Jan  2 03:04:05 2026 GMT', notAfter: 'Jan  2 03:04:05 2036 GMT' },
  };
  const SETTINGS: Partial<Gateway> = {
    stage: 'dev',
    route: 'PUT /users/{id}',
    apiKey: { id: 'k1', value: 'secret' },
    vpc: { vpcId: 'vpc-1', vpceId: 'vpce-1' },
    clientCert: CERTIFICATE,
    customDomain: { domainName: 'api.example.com', basePath: 'orders' },
  };

  function fill(
    template: string,
    settings: Partial<Gateway> = {},
    type: Parameters<typeof failure>[0] = 'function-error',
  ): RenderedResponse {
    const gatewayResponses = customizeResponses({
      DEFAULT_4XX: { responseTemplates: { 'text/plain': template } },
      DEFAULT_5XX: { responseTemplates: { 'text/plain': template } },
    });
    const request = { method: 'PUT', target: '/orders/users/4%202?x=1', headers: [['User-Agent', 'curl']] } as const;
    return renderResult(failure(type), { ...SETTINGS, ...settings, target: 'rest', gatewayResponses }, request);
  }

  const VALUES: Readonly<Record<string, string>> = {
    accountId: '123456789012',
    apiId: 'a1b2c3d4e5',
    'customDomain.basePathMatched': 'orders',
    deploymentId: 'd1e2f3',
    domainName: 'api.example.com',
    domainPrefix: 'api',
    endpointType: 'REGIONAL',
    'error.message': 'Internal server error',
    'error.messageString': '"Internal server error"',
    'error.responseType': 'INTEGRATION_FAILURE',
    extendedRequestId: 'Xr1A2b3C4d5E6fG=',
    httpMethod: 'PUT',
    'identity.accessKey': 'AKID',
    'identity.accountId': '999999999999',
    'identity.apiKey': 'secret',
    'identity.apiKeyId': 'k1',
    'identity.caller': 'caller',
    'identity.clientCert.clientCertPem': 'PEM',
    'identity.clientCert.issuerDN': 'CN=issuer.example',
    'identity.clientCert.serialNumber': 'a1:b2',
    'identity.clientCert.subjectDN': 'CN=client.example',
    'identity.clientCert.validity.notAfter': 'Jan  2 03:04:05 2036 GMT',
    'identity.clientCert.validity.notBefore': 'Jan  2 03:04:05 2026 GMT',
    'identity.principalOrgId': 'o-1',
    'identity.sourceIp': '203.0.113.1',
    'identity.user': 'user',
    'identity.userAgent': 'curl',
    'identity.userArn': 'arn',
    'identity.vpcId': 'vpc-1',
    'identity.vpceId': 'vpce-1',
    path: '/orders/users/4%202',
    protocol: 'HTTP/1.1',
    requestId: '1a2b3c4d-5e6f-4a7b-8c9d-0e1f2a3b4c5d',
    requestTime: '02/Jan/2026:03:04:05 +0000',
    requestTimeEpoch: '1767323045678',
    resourceId: 'r1s2t3',
    resourcePath: '/users/{id}',
    stage: 'dev',
    xrayTraceId: 'Root=1-695735a5-0a1b2c3d4e5f60718293a4b5',
  };
  const IAM = { accessKey: 'AKID', accountId: '999999999999', callerId: 'caller', principalOrgId: 'o-1', userArn: 'arn', userId: 'user' };

  test.each(Object.entries(VALUES))('replace the variable $context.%s', (name, value) => {
    const response = fill(`[$context.${name}]`, { authorizer: { iam: IAM } });
    expect([textOf(response), codesOf(response)]).toEqual([`[${value}]`, ['function-error']]);
  });

  test.each<[string, GatewayAuthorizer, string]>([
    ['$context.authorizer.error', { lambda: { context: { error: 'token expired' } } }, 'token expired'],
    ['$context.authorizer.principalId', { lambda: { principalId: 'ada' } }, 'ada'],
    ['$context.authorizer.principalId', { lambda: {} }, 'user'],
    ['$context.authorizer.integrationLatency', { lambda: { integrationLatency: 7 } }, '7'],
    ['$context.authorizer.n,$context.authorizer.b', { lambda: { context: { n: 1, b: true } } }, '1,true'],
    ['$context.authorizer.claims.sub', { cognito: { claims: { sub: 'ada' } } }, 'ada'],
    ['$context.authorizer.claims.sub', { jwt: { claims: { sub: 'ada' } } }, 'ada'],
  ])('replace %s by what the authorizer left', (template, authorizer, value) => {
    expect(textOf(fill(template, { authorizer }, 'access-denied'))).toBe(value);
  });

  test.each<[string, Partial<Gateway>]>([
    ['$context.authorizer.none', { authorizer: { lambda: { context: { error: 'x' } } } }],
    ['$context.authorizer.constructor', { authorizer: { lambda: { context: {} } } }],
    ['$context.authorizer.list', { authorizer: { lambda: { context: { list: [1] } } } }],
    ['$context.authorizer.error', {}],
    ['$context.authorizer.sub', { authorizer: { jwt: { claims: { sub: 'ada' } } } }],
    ['$context.identity.userArn', {}],
    ['$context.error.validationErrorString', {}],
    ['$context.wafResponseCode', {}],
    ['$context.tlsVersion', {}],
    ['$context.cipherSuite', {}],
    ['$context.customDomain.routingRuleIdMatched', {}],
    ['$context.integration.latency', {}],
    ['$stageVariables.none', {}],
    ['$method.request.header.X-None', {}],
    ['$method.request.querystring.none', {}],
    ['$method.request.path.none', {}],
  ])('print nothing for %s without a value, and report it', (variable, settings) => {
    const response = fill(`[${variable}]`, settings);
    expect(textOf(response)).toBe('[]');
    const found = expect.objectContaining({ code: 'variable-without-value', found: variable, evidence: 'assumed' });
    expect(response.issues).toContainEqual(found);
  });

  test('can use path parameters of the request', () => {
    expect(textOf(fill('$method.request.path.id'))).toBe('4%202'); // encoded, as in the event
    const gatewayResponses = customizeResponses({
      DEFAULT_5XX: { responseParameters: { 'gatewayresponse.header.X-Id': 'method.request.path.id' } },
    });
    const gateway = { target: 'rest', route: '/users/{id}', gatewayResponses } as const;
    const response = renderResult(functionError(), gateway, { method: 'GET', target: '/prod/users/7', headers: [] });
    expect(valuesOf(response, 'x-id')).toEqual(['7']);
  });

  test('can use query parameters of the request', () => {
    const gatewayResponses = customizeResponses({
      DEFAULT_5XX: { responseTemplates: { 'text/plain': '$method.request.querystring.a,$method.request.querystring.b' } },
    });
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
    [{ responseParameters: { 'gatewayresponse.header.a': 'context.nothing' } }, 'unknown-variable'],
    [{ responseParameters: { 'gatewayresponse.header.a': 'context.' } }, 'unknown-variable'],
    [{ responseParameters: { 'gatewayresponse.header.a': 'test-value' } }, 'unquoted-value'],
    [{ responseParameters: { 'gatewayresponse.header.a': '*' } }, 'unquoted-value'],
    [{ responseParameters: { 'gatewayresponse.header.a': "'open" } }, 'unquoted-value'],
    [{ responseParameters: { 'gatewayresponse.header.a': '' } }, 'unquoted-value'],
    [{ responseParameters: { 'gatewayresponse.header.a': "'b\r\nc: d'" } }, 'unsafe-header-value'],
  ])('throw for %j', (response, code) => {
    expect(() => answer({ DEFAULT_5XX: response })).toThrow(expect.objectContaining({ name: 'GatewayResponseError', code }));
  });

  test.each([
    ['REQUEST_TOO_LARGE', 'fixed-type', "can't be customized: AWS always sends its own 413. Remove this response."],
    ['UNAUTHORISED', 'unknown-type', 'Did you mean `UNAUTHORIZED`?'],
    ['constructor', 'unknown-type', 'Use one of ACCESS_DENIED,'],
  ])('throw for the type %s', (type, code, message) => {
    const gatewayResponses = { [type]: { statusCode: 400 } } as GatewayResponses;
    const error = expect.objectContaining({ name: 'GatewayResponseError', code, path: ['gatewayResponses', type] });
    expect(() => answer(gatewayResponses)).toThrow(error);
    expect(() => answer(gatewayResponses)).toThrow(message);
  });

  test('mention the missing single quotes of a value', () => {
    const response: GatewayResponse = { responseParameters: { 'gatewayresponse.header.a': '*' } };
    expect(() => answer({ UNAUTHORIZED: response })).toThrow('Write "\'*\'" with single quotes');
  });

  test('throw before they are needed, whatever the result is', () => {
    const responses = { UNAUTHORIZED: { responseTemplates: { 'text/plain': '$context.unknown' } } };
    const error = expect.objectContaining({ code: 'unknown-variable' });
    expect(() => customizeResponses(responses)).toThrow(error);
    const gatewayResponses = { ...customizeResponses({}), ...responses };
    expect(() => render({ statusCode: 200 }, { target: 'rest', gatewayResponses })).toThrow(error);
    expect(() => render(functionError(), { target: 'rest', gatewayResponses })).toThrow(error);
  });

  test('stay plain data, and leave the given object as it is', () => {
    const responses = Object.freeze({ DEFAULT_5XX: Object.freeze({ statusCode: 500 }) });
    expect(JSON.parse(JSON.stringify(customizeResponses(responses)))).toEqual(responses);
  });

  test.each<[Parameters<typeof failure>[0], GatewayResponses, readonly string[]]>([
    ['malformed-result', { API_CONFIGURATION_ERROR: {}, DEFAULT_5XX: {} }, ['DEFAULT_5XX']],
    ['function-timeout', { INTEGRATION_FAILURE: {} }, ['INTEGRATION_FAILURE']],
    ['permission', { INTEGRATION_FAILURE: {} }, ['API_CONFIGURATION_ERROR']],
    ['forbidden', { ACCESS_DENIED: {} }, ['INVALID_API_KEY']],
    ['malformed-result', { DEFAULT_5XX: {}, UNAUTHORIZED: {} }, []],
    ['function-error', { API_CONFIGURATION_ERROR: {} }, []],
  ])('report which type is assumed: %s with %j', (type, gatewayResponses, found) => {
    const { issues } = answer(gatewayResponses, type);
    expect(issues.filter(({ code }) => code === 'gateway-response-assumed').map((issue) => issue.found)).toEqual(found);
  });

  test('can be written as HTTP/1.1', () => {
    toHttp1Bytes(answer({ DEFAULT_5XX: { responseParameters: { 'gatewayresponse.header.a': "'é'" } } }));
  });
});

test('gateway responses can be a plain object', () => {
  const responses = { DEFAULT_5XX: { statusCode: 599 } } as const;
  expect(renderResult(functionError(), { target: 'rest', gatewayResponses: responses }).status).toBe(599);
  expect(() => renderResult({}, { target: 'rest', gatewayResponses: { DEFAULT_5XX: { statusCode: 'none' } } })).toThrow('statusCode');
});
