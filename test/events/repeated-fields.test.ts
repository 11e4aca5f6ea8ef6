import { customizeResponses, type Gateway, type HttpField, renderResult, toAuthorizerEvent, toEvent } from 'apigw-proxy';
import { createLocalApi } from 'apigw-proxy/local';
import { describe, expect, test } from 'vitest';

const REST = { target: 'rest' } as const;

function request(headers: HttpField[], target = '/prod/x') {
  return { method: 'POST', target, headers, body: new TextEncoder().encode('hi') };
}

function twice(name: string, first: string, last: string): HttpField[] {
  return [
    [name, first],
    [name.toLowerCase(), last],
  ];
}

/** The parts of a request that a REST API's own response shows through its template. */
function shownByTemplate(variable: string, headers: HttpField[], target: string): string {
  const gatewayResponses = customizeResponses({ DEFAULT_5XX: { responseTemplates: { 'text/plain': variable } } });
  const { body } = renderResult(undefined, { ...REST, gatewayResponses }, request(headers, target));
  return new TextDecoder().decode(body);
}

describe('a repeated header', () => {
  test.each<[string, Gateway]>([
    ['rest', { target: 'rest' }],
    ['http-1.0', { target: 'http-1.0' }],
  ])('has its last value in the headers and in the identity of %s', (_, gateway) => {
    const event = toEvent(request(twice('User-Agent', 'first', 'last')), gateway);
    const { headers, requestContext } = event as { headers: Record<string, string>; requestContext: { identity: { userAgent: string } } };
    expect([headers['User-Agent'], requestContext.identity.userAgent]).toEqual(['last', 'last']);
  });

  test('has its last value in a template, as in the headers of the event', () => {
    const headers = twice('X-A', 'first', 'last');
    expect(shownByTemplate('$method.request.header.X-A', headers, '/prod/x')).toBe('last');
    expect(toEvent(request(headers), REST).headers?.['X-A']).toBe('last');
  });

  test('determines by its last value whether the body is binary', () => {
    const gateway = { ...REST, binaryMediaTypes: ['image/png'] };
    const bodies = [twice('Content-Type', 'image/png', 'text/plain'), twice('Content-Type', 'text/plain', 'image/png')].map(
      (headers) => toEvent(request(headers), gateway).isBase64Encoded,
    );
    expect(bodies).toEqual([false, true]);
  });

  test('determines the endpoint by its last value', () => {
    const event = toEvent(request(twice('Host', 'first.example.com', 'last.example.com')), REST);
    expect(event.requestContext.domainName).toBe('last.example.com');
    expect(event.headers?.['Host']).toBe('last.example.com');
  });

  test('is joined if it is Accept or Accept-Encoding', () => {
    const result = { statusCode: 200, body: 'aGk=', isBase64Encoded: true };
    const gateway = { ...REST, binaryMediaTypes: ['image/png'], minimumCompressionSize: 1 };
    const options = { compress: () => new Uint8Array(1) };
    const sent = request([...twice('Accept', 'image/png', 'text/plain'), ...twice('Accept-Encoding', 'br', 'gzip')]);
    const { body, headers } = renderResult(result, gateway, sent, options);
    expect(body).toEqual(new Uint8Array(1));
    expect(headers).toContainEqual(['Content-Encoding', 'gzip']);
  });

  test('has its last value for an authorizer and for an API key', async () => {
    const sent = request(twice('Authorization', 'first', 'last'));
    const identitySource = ['method.request.header.Authorization'];
    expect(toAuthorizerEvent(sent, { ...REST, identitySource })).toMatchObject({ headers: { Authorization: 'last' } });
    const api = createLocalApi({
      ...REST,
      apiKeys: [{ id: 'k', value: 'right' }],
      routes: { 'POST /x': { handler: () => ({ statusCode: 200 }), apiKeyRequired: true } },
    });
    const statuses = [twice('X-Api-Key', 'wrong', 'right'), twice('X-Api-Key', 'right', 'wrong')].map(async (headers) => {
      const { response } = await api.exchange(request(headers));
      return response.status;
    });
    expect(await Promise.all(statuses)).toEqual([200, 403]);
  });
});

describe('a repeated query parameter', () => {
  test('has its last value in a template and for an authorizer, as in the event', () => {
    const target = '/prod/x?a=first&a=last?&b=1';
    expect(shownByTemplate('$method.request.querystring.a', [], target)).toBe('last?');
    expect(toEvent(request([], target), REST).queryStringParameters?.['a']).toBe('last?');
  });
});
