import { readFileSync } from 'node:fs';
import { toEvent } from 'apigw-proxy';
import { createLocalApi, createLocalWebsocketApi } from 'apigw-proxy/local';
import { describe, expect, test } from 'vitest';
import * as limits from '../../src/aws/limits.js';

const rows = readFileSync(new URL('../../docs/limits.md', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| ---'))
  .slice(1)
  .map((line) => line.split('|').map((cell) => cell.trim()));

/** The cells of a row: REST, HTTP APIs, function URLs, WebSocket APIs. */
function cellsOf(name: string): readonly string[] {
  return rows.find(([, first = '']) => first.startsWith(name))?.slice(2, 6) ?? [];
}

function numbersIn(name: string): number[][] {
  return cellsOf(name).map((cell) => (cell.match(/\d[\d,]*(?=[;, ]|$)/g) ?? []).map((text) => Number(text.replaceAll(',', ''))));
}

describe('docs/limits.md', () => {
  const { requestLimitsOf } = limits;
  const rest = requestLimitsOf('rest');
  const edge = requestLimitsOf('rest', 'EDGE');
  const hidden = requestLimitsOf('rest', 'PRIVATE');
  const http = requestLimitsOf('http-2.0');
  const url = requestLimitsOf('function-url');
  const websocket = requestLimitsOf('websocket');

  test.each<[name: string, values: number[][]]>([
    ['URL', [[rest.url, edge.url], [], [], [websocket.url]]],
    ['all headers of a request', [[rest.headers, hidden.headers], [], [], [websocket.headers]]],
    ['request line and headers', [[], [http.head], [url.head], []]],
    ['ARN of the method', [[rest.methodArn], [], [], []]],
    ['body of a request', [[rest.body], [http.body], [url.body], [websocket.body]]],
    ['frame of a message', [[], [], [], [limits.MAX_FRAME]]],
    ['event as JSON', Array.from({ length: 4 }, () => [limits.MAX_EVENT])],
    ['result as JSON', Array.from({ length: 4 }, () => [limits.MAX_RESULT])],
    ['headers of a response', [[limits.MAX_HEADERS], [limits.MAX_HEADERS], [limits.MAX_HEADERS], []]],
    [
      "the gateway's timeout",
      [[limits.TIMEOUTS.rest], [limits.TIMEOUTS['http-2.0']], [limits.TIMEOUTS['function-url']], [limits.TIMEOUTS.websocket]],
    ],
    ['a whole stream', [[limits.STREAM_TIMEOUT], [], [limits.STREAM_TIMEOUT], []]],
    ['silence of a stream', [[limits.STREAM_IDLE.REGIONAL, limits.STREAM_IDLE.EDGE], [], [], []]],
    ['idle connection', [[], [], [], [limits.WEBSOCKET_IDLE]]],
    ['life of a connection', [[], [], [], [limits.WEBSOCKET_DURATION]]],
    ['cached result of an authorizer', [[limits.MAX_AUTHORIZER_TTL], [limits.MAX_AUTHORIZER_TTL], [], []]],
    ['result of an authorizer', [[], [], [], [limits.MAX_WEBSOCKET_AUTHORIZER_RESULT]]],
  ])('has the numbers of the source: %s', (name, values) => {
    expect(numbersIn(name)).toEqual(values);
  });

  test('has the limits of both payload formats in one column', () => {
    expect(requestLimitsOf('http-1.0')).toEqual(http);
    expect(limits.TIMEOUTS['http-1.0']).toBe(limits.TIMEOUTS['http-2.0']);
    expect(limits.STREAM_IDLE.PRIVATE).toBe(limits.STREAM_IDLE.REGIONAL);
  });
});

describe('the name of a stage', () => {
  const routes = { 'GET /': () => ({ statusCode: 200 }) };
  const request = { method: 'GET', target: '/', headers: [] };

  test.each(['prod', 'v1-beta_2', 'a'.repeat(128), '$default'])('can be %s', (stage) => {
    expect(() => createLocalApi({ target: 'http-2.0', stage, routes })).not.toThrow();
  });

  test.each(['a b', 'a/b', 'v1.0', 'é', '$latest', 'a'.repeat(129)])("can't be %s", (stage) => {
    const error = expect.objectContaining({ name: 'GatewayError', code: 'invalid-option', path: ['stage'] });
    expect(() => createLocalApi({ target: 'rest', stage, routes })).toThrow(error);
    expect(() => createLocalWebsocketApi({ stage, routes: {} })).toThrow(error);
    expect(() => toEvent(request, { target: 'rest', stage })).toThrow(error);
  });
});

describe("the answer of a WebSocket API's authorizer", () => {
  test.each([
    [7800, 101],
    [8192, 500],
  ])('with a context of %i bytes leads to the status %i', async (size, status) => {
    const own = {
      request: ({ methodArn }: { methodArn: string }) => ({
        principalId: 'ada',
        policyDocument: { Version: '2012-10-17', Statement: [{ Action: 'execute-api:Invoke', Effect: 'Allow', Resource: methodArn }] },
        context: { text: 'x'.repeat(size) },
      }),
    };
    const api = createLocalWebsocketApi({
      routes: { $connect: () => ({ statusCode: 200 }) },
      authorizers: { own } as never,
      authorizer: 'own',
    });
    expect((await api.connect()).response.status).toBe(status);
  });
});
