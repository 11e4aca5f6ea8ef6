import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildRestEvent, isAPIGatewayProxyResult, renderResult, toHttp1Bytes } from 'apigw-proxy';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';

/** A local server replaces Lambda. This is the status it returns, and the requests it got. */
let status = 200;
const requests: string[] = [];
let server: Server;

beforeAll(async () => {
  server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`);
    const settings = { AccountUsage: { TotalCodeSize: 104330022, FunctionCount: 26 } };
    const headers = { 'Content-Type': 'application/json', ...(status === 200 ? {} : { 'X-Amzn-ErrorType': 'TooManyRequestsException' }) };
    response.writeHead(status, headers).end(JSON.stringify(settings));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // a server that listens on a port has an AddressInfo
  vi.stubEnv('AWS_ENDPOINT_URL_LAMBDA', `http://127.0.0.1:${port}`);
  vi.stubEnv('AWS_REGION', 'us-east-2');
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIAIOSFODNN7EXAMPLE');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'not-a-secret');
});

afterEach(() => {
  status = 200;
  requests.length = 0;
});

afterAll(() => {
  vi.unstubAllEnvs();
  server.close();
  server.closeAllConnections();
});

describe('the sample application', () => {
  const request = { method: 'GET', target: '/prod/', headers: [] };

  test('answers as the AWS Lambda guide shows', async () => {
    const { handler } = await import('../../docs/examples/lambda-report/handler.js');
    const result = await handler(buildRestEvent({ route: 'GET /', region: 'us-east-2' }));
    expect(isAPIGatewayProxyResult(result)).toBe(true);
    const response = renderResult(result, { target: 'rest' }, request);
    expect(response.issues).toEqual([]);
    const lines = new TextDecoder().decode(toHttp1Bytes(response)).split('\r\n');
    expect(lines[0]).toBe('HTTP/1.1 200 OK');
    expect(lines.filter((line) => line.startsWith('X-Custom-Header'))).toEqual([
      'X-Custom-Header: My value',
      'X-Custom-Header: My other value',
    ]);
    expect(lines).toContain('Content-Length: 55');
    expect(lines.at(-1)).toBe('{\n  "TotalCodeSize": 104330022,\n  "FunctionCount": 26\n}');
    expect(requests).toEqual(['GET /2016-08-19/account-settings']);
  });

  test('returns 502 if Lambda returns an error', async () => {
    status = 429;
    const { handler } = await import('../../docs/examples/lambda-report/handler.js');
    const result = await handler(buildRestEvent({ route: 'GET /' }));
    expect(result).toMatchObject({ statusCode: 502, headers: { 'X-Amzn-ErrorType': 'TooManyRequestsException' } });
    expect(renderResult(result, { target: 'rest' }, request).issues).toEqual([]);
  });

  test('has a template with the right handler and event type', () => {
    const template = readFileSync('docs/examples/lambda-report/template.yaml', 'utf8');
    expect(template).toMatch(/Handler: handler\.handler/);
    expect([...template.matchAll(/^ +Type: (Api|HttpApi)$/gm)].map(([, type]) => type)).toEqual(['Api']);
  });
});
