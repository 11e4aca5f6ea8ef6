import type { DeployedApi, DeployedRoute } from 'apigw-proxy/deploy';
import { describe, expect, test } from 'vitest';
import { integrationOf } from '../../../src/cli/deployed/custom-route.js';
import { findingLines } from '../../../src/cli/deployed/finding-lines.js';
import type { OpenFunction } from '../../../src/cli/deployed/open-functions.js';
import { deployedRoutes, type ServedDeployedRoute } from '../../../src/cli/deployed/routes.js';
import { printable } from '../../../src/cli/printable.js';
import type { ServedModule } from '../../../src/cli/served-modules.js';

const handler = async (): Promise<object> => ({ statusCode: 200 });
// only the handler and the label are used
const served = { module: { handler } as unknown as ServedModule['module'], label: 'orders.mjs#handler', folders: [] };
const FUNCTIONS: ReadonlyMap<string, OpenFunction> = new Map<string, OpenFunction>([
  ['Orders', { served, timeout: 5000 }],
  ['Snake', { gap: "Snake can't run." }],
]);

type Target = DeployedApi['target'];

function serve(
  route: Partial<DeployedRoute>,
  target: Target = 'rest',
  forwards = false,
  authType?: 'AWS_IAM' | 'NONE',
): ServedDeployedRoute {
  const api: DeployedApi = { name: 'api', target, stage: null, routes: [{ key: 'GET /a', ...route }], ...(authType && { authType }) };
  const [found] = deployedRoutes(api, { functions: FUNCTIONS, forwards });
  if (found === undefined) throw new Error('There is no route.');
  return found;
}

const toOrders = { integration: 'proxy', function: 'Orders' } as const;

describe('the settings of a route', () => {
  const answer = { handler, timeout: 5000 };
  test.each<[string, Partial<DeployedRoute>, Target, object]>([
    ['nothing', {}, 'rest', { authorizer: false }],
    ['an authorizer', { authorizer: 'Gate' }, 'rest', { authorizer: 'Gate' }],
    ['scopes', { authorizer: 'Gate', scopes: ['read'] }, 'http-2.0', { authorizer: 'Gate', scopes: ['read'] }],
    ['no scopes', { scopes: [] }, 'http-2.0', { authorizer: false }],
    ['an API key', { apiKeyRequired: true }, 'rest', { authorizer: false, apiKeyRequired: true }],
    ['a time limit', { timeoutInMillis: 50 }, 'rest', { authorizer: false, integrationTimeout: 50 }],
    ['a payload format', { payloadVersion: '1.0' }, 'http-2.0', { authorizer: false, payload: '1.0' }],
    ['the payload format of the other kind', { payloadVersion: '2.0' }, 'http-1.0', { authorizer: false, payload: '2.0' }],
    ['a payload format where there is none', { payloadVersion: '2.0' }, 'function-url', { authorizer: false }],
    ['streaming', { streaming: true }, 'rest', { authorizer: false, responseTransferMode: 'STREAM' }],
    ['streaming of a function URL, which is a setting of the API', { streaming: true }, 'function-url', { authorizer: false }],
    ['a response to messages', { routeResponse: true }, 'websocket', { authorizer: false, routeResponse: true }],
    ['a response to messages, where there are none', { routeResponse: true }, 'rest', { authorizer: false }],
  ])('are kept: %s', (_, settings, target, expected) => {
    expect(serve({ ...toOrders, ...settings }, target)).toEqual({
      key: 'GET /a',
      route: { ...expected, ...answer },
      answerer: 'orders.mjs#handler',
    });
  });

  test('guard a function URL with the API’s type', () => {
    expect(serve(toOrders, 'function-url', false, 'AWS_IAM').route).toMatchObject({ authorizer: 'AWS_IAM' });
    expect(serve(toOrders, 'function-url', false, 'NONE').route).toMatchObject({ authorizer: false });
    expect(serve({ ...toOrders, authorizer: 'Gate' }, 'function-url', false, 'AWS_IAM').route).toMatchObject({ authorizer: 'Gate' });
  });
});

describe('a route that can not be answered', () => {
  const URI = 'https://a.example/x';
  test.each<[string, Partial<DeployedRoute>, Target, boolean, string, string]>([
    ['no integration', {}, 'rest', false, "An integration of the kind 'none' can't run here.", 'none'],
    ['no function', { integration: 'proxy' }, 'rest', false, 'Its function depends on the stage. Pass its stage variables.', 'no function'],
    [
      'a function of the stage',
      { integration: 'proxy', function: null, functionByStage: { dev: 'A', prod: 'B' } },
      'rest',
      false,
      'Its function depends on the stage. Pass --stage with one of dev, prod.',
      'no function',
    ],
    [
      'another function',
      { integration: 'proxy', function: 'Gone' },
      'rest',
      false,
      "The function Gone isn't in the template. Pass --function Gone=FILE#EXPORT.",
      'Gone',
    ],
    ['a function that can not run', { integration: 'custom', function: 'Snake' }, 'rest', false, "Snake can't run.", 'Snake'],
    [
      'a mock',
      { integration: 'mock' },
      'http-2.0',
      false,
      "The response of this mock integration depends on the request, so it can't run here.",
      'mock',
    ],
    ['no URL', { integration: 'http-proxy' }, 'rest', true, 'The integration has no URL.', 'http-proxy'],
    ['a message to a URL', { integration: 'http', uri: URI }, 'websocket', true, "A message can't be forwarded to a URL here.", URI],
    [
      'a mapping of an HTTP API',
      { integration: 'http-proxy', uri: URI, details: { requestParameters: {} } },
      'http-2.0',
      true,
      "The parameter mapping of an HTTP API isn't applied here.",
      URI,
    ],
    [
      'a mapping of responses of an HTTP API',
      { integration: 'http-proxy', uri: URI, details: { responseParameters: {} } },
      'http-1.0',
      true,
      "The parameter mapping of an HTTP API isn't applied here.",
      URI,
    ],
  ])('fails with the reason: %s', async (_, route, target, forwards, gap, answerer) => {
    const found = serve(route, target, forwards);
    expect(found).toMatchObject({ key: 'GET /a', gap, answerer });
    expect(found).not.toHaveProperty('closedUrl');
    const { handler: fail } = found.route as { handler(): Promise<never> };
    await expect(fail()).rejects.toMatchObject({ message: gap, stack: undefined });
  });

  test.each(['vpc-link', 'aws-service'] as const)('has no gap if the reader of the template has reported it: %s', (integration) => {
    const found = serve({ integration });
    expect(found).toEqual({ key: 'GET /a', route: { authorizer: false, handler: expect.any(Function) }, answerer: integration });
  });
});

describe('a route that leads to a URL', () => {
  const route = { integration: 'http-proxy', uri: 'https://a.example/x' } as const;

  test('sends nothing unless the user says so', async () => {
    for (const target of ['rest', 'http-2.0'] as const) {
      const found = serve(route, target);
      expect(found).toMatchObject({ answerer: route.uri, closedUrl: route.uri });
      expect(found).not.toHaveProperty('gap');
      const { handler: fail } = found.route as { handler(): Promise<never> };
      await expect(fail()).rejects.toThrow('The route leads to https://a.example/x. Pass --forward to send requests there.');
    }
  });

  test.each([
    [
      { httpMethod: 'POST', requestParameters: { a: 'b' } },
      { httpMethod: 'POST', requestParameters: { a: 'b' } },
    ],
    [{ httpMethod: '' }, {}],
    [{ httpMethod: 5 }, {}],
    [undefined, {}],
  ])('is an integration of a REST API: %j', (details, expected) => {
    expect(serve({ ...route, ...(details && { details }) }, 'rest', true)).toEqual({
      key: 'GET /a',
      answerer: route.uri,
      route: { authorizer: false, integration: { integration: 'http-proxy', uri: route.uri, responses: [], ...expected } },
    });
  });

  test('has a handler in an HTTP API', () => {
    expect(serve(route, 'http-2.0', true)).toEqual({
      key: 'GET /a',
      answerer: route.uri,
      route: { authorizer: false, handler: expect.any(Function) },
    });
  });
});

describe('a mock', () => {
  const details = { requestTemplates: { 'application/json': '{"statusCode":200}' } };

  test('of a REST API runs its templates', () => {
    expect(serve({ integration: 'mock', details, mock: { status: 204 } })).toMatchObject({
      answerer: 'mock',
      route: { integration: { integration: 'mock', ...details, responses: [] } },
    });
  });

  test.each<[Target, DeployedRoute['mock'], object]>([
    ['rest', { status: 204 }, { statusCode: 204, headers: { 'Content-Type': 'application/json' }, body: '' }],
    [
      'rest',
      { status: 200, headers: { 'content-TYPE': 'a/b', X: 'y' } },
      { statusCode: 200, headers: { 'content-TYPE': 'a/b', X: 'y' }, body: '' },
    ],
    ['rest', { status: 200, headers: { X: 'y' } }, { statusCode: 200, headers: { 'Content-Type': 'application/json', X: 'y' }, body: '' }],
    ['websocket', undefined, { statusCode: 200, headers: { 'Content-Type': 'application/json' }, body: '' }],
  ])('of %s answers the same each time: %j', async (target, mock, expected) => {
    const { route, answerer } = serve({ integration: 'mock', ...(mock && { mock }), ...(target === 'websocket' && { details }) }, target);
    expect(answerer).toBe('mock');
    expect(await (route as { handler(): Promise<object> }).handler()).toEqual(expected);
  });
});

test('a custom integration has its function and its templates', () => {
  expect(serve({ integration: 'custom', function: 'Orders', details: { contentHandling: 'CONVERT_TO_TEXT' } })).toEqual({
    key: 'GET /a',
    answerer: 'orders.mjs#handler',
    route: {
      authorizer: false,
      handler,
      timeout: 5000,
      integration: { integration: 'custom', contentHandling: 'CONVERT_TO_TEXT', responses: [] },
    },
  });
});

describe('integrationOf', () => {
  test('has every setting of a template', () => {
    const details = {
      requestTemplates: { a: 'b' },
      requestParameters: { c: 'd' },
      passthroughBehavior: 'when_no_match',
      contentHandling: 'CONVERT_TO_BINARY',
      responses: {
        default: { statusCode: '200', responseParameters: { e: 'f' }, responseTemplates: { g: 'h' }, contentHandling: 'CONVERT_TO_TEXT' },
        '4\\d{2}': { statusCode: 404 },
        odd: { statusCode: 'x', contentHandling: 5 },
        none: null,
      },
    };
    expect(integrationOf('custom', details)).toEqual({
      integration: 'custom',
      requestTemplates: { a: 'b' },
      requestParameters: { c: 'd' },
      passthroughBehavior: 'WHEN_NO_MATCH',
      contentHandling: 'CONVERT_TO_BINARY',
      responses: [
        { statusCode: 200, responseParameters: { e: 'f' }, responseTemplates: { g: 'h' }, contentHandling: 'CONVERT_TO_TEXT' },
        { statusCode: 404, selectionPattern: '4\\d{2}' },
        { statusCode: 0, selectionPattern: 'odd' },
        { statusCode: 0, selectionPattern: 'none' },
      ],
    });
  });

  test('leaves out what is absent or has another type', () => {
    for (const details of [undefined, {}, { passthroughBehavior: 5, contentHandling: 5, responses: [] }]) {
      expect(integrationOf('mock', details)).toEqual({ integration: 'mock', responses: [] });
    }
  });
});

test('findings are lines, without characters that a terminal would obey', () => {
  expect(findingLines('Title:', [])).toEqual([]);
  expect(
    findingLines('Title:', [
      { where: 'a.b', what: 'is \u001b[31m', line: 7 },
      { where: 'c', what: 'is d' },
    ]),
  ).toEqual(['Title:', `  line 7  a.b: is ${printable('\u001b[31m')}`, '  c: is d']);
});
