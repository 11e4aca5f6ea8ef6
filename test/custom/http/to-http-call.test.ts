import type { Gateway } from 'apigw-proxy';
import type { HttpIntegration } from 'apigw-proxy/custom';
import type { HttpField, HttpRequest } from 'apigw-proxy/http';
import { describe, expect, test } from 'vitest';
import { toHttpCall } from '../../../src/custom/http/to-http-call.js';

const GATEWAY: Gateway<'rest'> = { target: 'rest', route: 'ANY /users/{id}', stageVariables: { host: 'b.example' } };
const HOST = 'f1e2d3c4b5.execute-api.us-east-1.amazonaws.com';

function post(target: string, headers: readonly HttpField[], text = ''): HttpRequest {
  return { method: 'POST', target: `/prod/users/7${target}`, headers: [['Host', HOST], ...headers], body: new TextEncoder().encode(text) };
}

function call(request: HttpRequest, integration: Partial<HttpIntegration>, gateway = GATEWAY): unknown {
  const whole = { integration: 'http', uri: 'http://a.example/x', responses: [], ...integration } as HttpIntegration;
  const { sent, response, issues } = toHttpCall(request, whole, gateway);
  if (sent === undefined) return [response?.status, response?.ok, issues.map(({ code, path }) => [code, ...path])];
  expect([response, issues]).toEqual([undefined, []]);
  const fields = sent.headers.filter(([name]) => !/^X-(Forwarded|Amzn-Trace)/.test(name));
  return [sent.method, sent.url.href, fields, new TextDecoder().decode(sent.body)];
}

describe('toHttpCall of http-proxy', () => {
  test('passes the request on, without the headers of the connection', () => {
    const ofConnection = ['Connection', 'Content-Length', 'Keep-Alive', 'Transfer-Encoding', 'Upgrade'].flatMap((name): HttpField[] => [
      [name, 'keep-alive, Upgrade'],
      [name.toLowerCase(), '5'],
    ]);
    const own: HttpField[] = [
      ['Content-Type', 'text/plain'],
      ['X-Own', 'a'],
      ['X-Own', 'b'],
    ];
    const request = post('?a=1&a=%20&b?c=\nd', [...ofConnection, ...own], 'text');
    const sent = ['POST', 'http://a.example/x?a=1&a=%20&b?c=d', own, 'text'];
    expect(call(request, { integration: 'http-proxy' })).toEqual(sent);
    const tested = { ...request, target: request.target.slice('/prod'.length) };
    expect(call(tested, { integration: 'http-proxy' }, { ...GATEWAY, testInvoke: true })).toEqual(sent);
  });

  test.each([
    ['', 'http://a.example/x'],
    ['?', 'http://a.example/x'],
    ['?k', 'http://a.example/x?k'],
  ])('passes the query %j on', (query, url) => {
    expect(call(post(query, []), { integration: 'http-proxy' })).toEqual(['POST', url, [], '']);
  });

  test('sends an empty body if there is none', () => {
    const { body: _, ...request } = post('', []);
    expect(call(request, { integration: 'http-proxy' })).toEqual(['POST', 'http://a.example/x', [], '']);
  });

  test('puts mapped headers in the place of the passed ones, in any case', () => {
    const requestParameters = { 'integration.request.header.x-OWN': "'mapped'", 'integration.request.header.Host': "'b.example'" } as const;
    const fields: HttpField[] = [
      ['X-Own', 'a'],
      ['X-Other', 'b'],
    ];
    expect(call(post('', fields), { integration: 'http-proxy', requestParameters })).toEqual([
      ...['POST', 'http://a.example/x'],
      [
        ['X-Other', 'b'],
        ['x-OWN', 'mapped'],
        ['Host', 'b.example'],
      ],
      '',
    ]);
  });
});

describe('toHttpCall of http', () => {
  const OWN: readonly HttpField[] = [
    ['Accept', 'application/json'],
    ['Content-Type', 'application/json'],
    ['User-Agent', 'AmazonAPIGateway_f1e2d3c4b5'],
    ['X-Amzn-Apigateway-Api-Id', 'f1e2d3c4b5'],
  ];

  test('sends its own headers, and nothing that is not mapped', () => {
    expect(call(post('?a=1', [['X-Own', 'a']], '{}'), {})).toEqual(['POST', 'http://a.example/x', OWN, '{}']);
  });

  test('sends the type of the body', () => {
    const typed = OWN.map(([name, value]) => [name, name === 'Content-Type' ? 'text/plain; charset=utf-8' : value]);
    const request = post('', [['content-TYPE', 'text/plain; charset=utf-8']], 'text');
    expect(call(request, { httpMethod: 'put' })).toEqual(['PUT', 'http://a.example/x', typed, 'text']);
  });

  test.each([
    [undefined, 'POST'],
    ['ANY', 'POST'],
    ['any', 'POST'],
    ['DELETE', 'DELETE'],
  ])('with the method %s sends %s', (httpMethod, method) => {
    expect(call(post('', []), httpMethod === undefined ? {} : { httpMethod })).toEqual([method, 'http://a.example/x', OWN, '']);
  });

  test('maps parameters, and a template makes the body', () => {
    const requestParameters = {
      'integration.request.path.id': 'method.request.path.id',
      'integration.request.querystring.q': 'method.request.querystring.q',
      'integration.request.header.accept': "'text/plain'",
    } as const;
    const requestTemplates = { 'application/json': '<$input.body>' };
    const uri = `http://$\{stageVariables.host}/{id}`;
    expect(call(post('?q=1&r=2', [], '{}'), { uri, requestParameters, requestTemplates })).toEqual([
      ...['POST', 'http://b.example/7?q=1'],
      [...OWN.slice(1), ['accept', 'text/plain']],
      '<{}>',
    ]);
  });
});

describe.each(['http', 'http-proxy'] as const)('toHttpCall of %s', (integration) => {
  test.each<[string, Partial<HttpIntegration>, string]>([
    [
      'a line break in a mapped value',
      { requestParameters: { 'integration.request.header.A': 'method.request.body.a' } },
      'unsafe-header-value',
    ],
    ['a space in a name', { requestParameters: { 'integration.request.header.A B': "'a'" } }, 'mapping-name-invalid'],
    ['a forbidden name', { requestParameters: { 'integration.request.header.Authorization': "'a'" } }, 'header-not-mappable'],
    ['no value for the URL', { uri: 'http://a.example/{id}' }, 'uri-without-value'],
  ])('answers 500 for %s', (_, more, code) => {
    const body = JSON.stringify({ a: 'b\r\nSet-Cookie: c' });
    const path = code.startsWith('uri') ? 'uri' : 'requestParameters';
    expect(call(post('', [], body), { integration, ...more })).toEqual([500, false, [[code, path]]]);
  });

  test('rejects an integration without a URL', () => {
    const error = expect.objectContaining({ name: 'GatewayError', code: 'missing-option', path: ['uri'] });
    expect(() => toHttpCall(post('', []), { integration, responses: [] } as unknown as HttpIntegration, GATEWAY)).toThrow(error);
  });
});
