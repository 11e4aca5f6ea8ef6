import { buildRestEvent, customizeResponses, functionError, type GatewayAuthorizer, renderResult, toEvent } from 'apigw-proxy';
import { exchange } from 'apigw-proxy/arbitraries';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contextValueOf, createContextScope } from '../../src/gateway/context-values.js';

/** The variables that an event has in its request context, too. */
const VARIABLES = [
  'accountId',
  'apiId',
  'domainName',
  'domainPrefix',
  'extendedRequestId',
  'httpMethod',
  'identity.accessKey',
  'identity.accountId',
  'identity.apiKey',
  'identity.apiKeyId',
  'identity.caller',
  'identity.clientCert.clientCertPem',
  'identity.clientCert.validity.notAfter',
  'identity.sourceIp',
  'identity.user',
  'identity.userAgent',
  'identity.userArn',
  'path',
  'protocol',
  'requestId',
  'requestTime',
  'requestTimeEpoch',
  'resourceId',
  'resourcePath',
  'stage',
] as const;

/** No value contains it. */
const BETWEEN = ' \u0001 ';
const TEMPLATE = VARIABLES.map((name) => `$context.${name}`).join(BETWEEN);

const HOSTS = ['api.example.com', 'ab12cd34ef.execute-api.eu-west-1.amazonaws.com', 'localhost:3000', 'x.lambda-url.us-east-1.on.aws'];

function textAt(path: string, value: unknown): string {
  const found = path.split('.').reduce<unknown>((inner, key) => Object(inner)[key], value);
  return found === undefined || found === null ? '' : String(found);
}

describe('the variables of a gateway response', () => {
  test('have the values that the event has', () => {
    fc.assert(
      fc.property(exchange('rest'), fc.array(fc.constantFrom(...HOSTS), { maxLength: 2 }), ({ request, gateway }, hosts) => {
        const sent = { ...request, headers: [...request.headers, ...hosts.map((host) => ['Host', host] as const)] };
        const settings = { route: '/{proxy+}', ...gateway }; // without a route, an event has a default
        fc.pre(gateway.route !== undefined || /^\/[^/]+\/[^?]/.test(request.target));
        const gatewayResponses = customizeResponses({ DEFAULT_5XX: { responseTemplates: { 'text/plain': TEMPLATE } } });
        fc.pre(request.method !== 'HEAD'); // its answer has no body
        const { requestContext } = toEvent(sent, settings);
        const { body } = renderResult(functionError(), { ...settings, gatewayResponses }, sent);
        expect(new TextDecoder().decode(body).split(BETWEEN)).toEqual(VARIABLES.map((name) => textAt(name, requestContext)));
      }),
    );
  });

  test.each([
    ['a=1;b=2&c=3', 'a', '1'],
    ['a=1;b=2&c=3', 'b', '2'],
    ['a=1;b=2&c=3', 'c', '3'],
    ['a=1%3Bb', 'a', '1;b'],
  ])('split the query %s as an event does, so %s is %s', (query, name, value) => {
    const responses = customizeResponses({
      DEFAULT_5XX: { responseParameters: { 'gatewayresponse.header.X-Value': `method.request.querystring.${name}` } },
    });
    const request = { method: 'GET', target: `/prod/?${query}`, headers: [] };
    const { headers } = renderResult(functionError(), { target: 'rest', gatewayResponses: responses }, request);
    expect(headers.find(([field]) => field === 'X-Value')?.[1]).toBe(value);
    expect(toEvent(request, { target: 'rest' }).queryStringParameters?.[name]).toBe(value);
  });

  test('follow the Host header as the event does', () => {
    const [, host = ''] = HOSTS;
    const responses = customizeResponses({ DEFAULT_5XX: { responseTemplates: { 'text/plain': '$context.domainName $context.apiId' } } });
    const request = { method: 'GET', target: '/prod/', headers: [['Host', host] as const] };
    const { body } = renderResult(functionError(), { target: 'rest', gatewayResponses: responses }, request);
    expect(new TextDecoder().decode(body)).toBe(`${host} ab12cd34ef`);
    expect(buildRestEvent({ headers: { Host: host } }).requestContext.domainName).toBe(host);
  });
});

describe('gateway responses in the settings', () => {
  test('are compiled once, however many responses they answer', () => {
    let reads = 0;
    const gatewayResponses = {
      DEFAULT_5XX: {
        get responseTemplates() {
          reads += 1;
          return { 'application/json': '{"id": "$context.requestId"}' };
        },
      },
    };
    const settings = { target: 'rest', gatewayResponses, stageVariables: { a: 'b' } } as const;
    for (let round = 0; round < 5; round += 1) renderResult(functionError(), settings);
    for (let round = 0; round < 5; round += 1) renderResult({ statusCode: 200 }, { ...settings, stage: 'dev' });
    expect(reads).toBe(1);
  });

  test('are checked again with other stage variables', () => {
    const gatewayResponses = { DEFAULT_5XX: { responseParameters: { 'gatewayresponse.header.X-A': 'stageVariables.a' } } };
    renderResult(functionError(), { target: 'rest', gatewayResponses, stageVariables: { a: 'b' } });
    expect(() => renderResult(functionError(), { target: 'rest', gatewayResponses, stageVariables: { a: 'b\r\nc' } })).toThrow(
      expect.objectContaining({ code: 'unsafe-header-value' }),
    );
  });
});

describe('contextValueOf', () => {
  const request = { method: 'GET', target: '/prod/', headers: [] };
  const read = (name: string, authorizer: GatewayAuthorizer) =>
    contextValueOf(
      name,
      createContextScope({ gateway: { target: 'rest', authorizer }, request, message: null, responseType: 'DEFAULT_5XX' }),
    );

  test.each<[string, GatewayAuthorizer, string | undefined]>([
    ['authorizer.claims.sub', { jwt: { claims: { sub: 'ada' } } }, 'ada'],
    ['authorizer.1234567sub', { jwt: { claims: { sub: 'ada' } } }, undefined],
    ['authorizer.claims.sub', { iam: {} }, undefined],
    ['authenticate.x', { lambda: { context: { 'e.x': 'y' } } }, undefined],
    ['authorizer.e.x', { lambda: { context: { 'e.x': 'y' } } }, 'y'],
    ['authorizer.principalId', { iam: {} }, undefined],
  ])('reads %s of %j as %s', (name, authorizer, expected) => {
    expect(read(name, authorizer)).toBe(expected);
  });
});
