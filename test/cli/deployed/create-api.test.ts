import type { DeployedApi, DeployedRoute } from 'apigw-proxy/deploy';
import type { LocalApi } from 'apigw-proxy/local';
import { describe, expect, test } from 'vitest';
import { createDeployedApi, variableNotes } from '../../../src/cli/deployed/create-api.js';
import type { ServedDeployedRoute } from '../../../src/cli/deployed/routes.js';
import type { ServedApi } from '../../../src/cli/serve-apis.js';
import type { LocalAuthorizer } from '../../../src/local/api/local-authorizer.js';
import type { RenderTarget } from '../../../src/render/types.js';

const answer = async (event: object): Promise<object> => {
  const { stageVariables = null, requestContext: { stage = null } = {} } = event as {
    stageVariables?: unknown;
    requestContext?: { stage?: unknown };
  };
  return { statusCode: 200, body: JSON.stringify({ stage, stageVariables }) };
};

interface Parts {
  readonly authorizers?: Readonly<Record<string, LocalAuthorizer>>;
  readonly apiKeys?: readonly string[];
  readonly served?: Partial<ServedDeployedRoute>;
}

function create(api: Partial<DeployedApi>, { authorizers = {}, apiKeys = [], served = {} }: Parts = {}): ServedApi {
  const target = api.target ?? 'rest';
  const key = target === 'http-2.0' ? 'GET /a' : target === 'rest' ? 'GET /a' : '$default';
  const whole: DeployedApi = { name: 'shop', target, stage: 'live', routes: [{ key }], ...api };
  const routes = whole.routes.map(
    (route): ServedDeployedRoute => ({ key: route.key, answerer: 'a.mjs#handler', route: { handler: answer }, ...served }),
  );
  return createDeployedApi({ api: whole, routes, authorizers, apiKeys, onExchange: () => {} });
}

async function eventOf({ api }: ServedApi): Promise<unknown> {
  const local = api as LocalApi<RenderTarget>; // the others have no requests
  return (await local.fetch(`https://api.example.com${local.prefix}/a`)).json();
}

describe('the stage', () => {
  test.each<[string, Partial<DeployedApi>, object]>([
    ['that was chosen', { stage: 'live', stageVariables: { a: 'b' } }, { stage: 'live', stageVariables: { a: 'b' } }],
    ['that nobody has chosen', { stage: null }, { stage: 'prod', stageVariables: null }],
    [
      '$default, among several',
      { target: 'http-2.0', stage: null, stages: [{ name: 'dev' }, { name: '$default', stageVariables: { c: 'd' } }] },
      { stage: '$default', stageVariables: { c: 'd' } },
    ],
    [
      'that was chosen among several',
      { target: 'http-2.0', stage: 'dev', stages: [{ name: '$default', stageVariables: { c: 'd' } }] },
      { stage: 'dev', stageVariables: null },
    ],
  ])('is the one %s', async (_, api, expected) => {
    const found = await eventOf(create(api));
    expect(found).toMatchObject({ stage: (expected as { stage: string }).stage });
    expect((found as { stageVariables: unknown }).stageVariables ?? null).toEqual((expected as { stageVariables: unknown }).stageVariables);
  });

  test('must be chosen among several', () => {
    expect(() => create({ stage: null, stages: [{ name: 'dev' }, { name: 'live' }] })).toThrow('The API shop has the stages dev, live.');
  });
});

describe('what is printed', () => {
  test('has a title, rows and no notes', () => {
    expect(create({})).toMatchObject({ title: 'REST API, shop', rows: [['GET /a', 'a.mjs#handler']], notes: [] });
    expect(create({ target: 'websocket' }).title).toContain('WebSocket API, shop');
  });

  const closed: LocalAuthorizer = { refuse: 'iam', fix: 'Pass --identity ARN.' };
  const open: LocalAuthorizer = { iam: { userArn: 'arn:aws:iam::123456789012:user/me' } };
  const routes: DeployedRoute[] = [{ key: 'GET /a', authorizer: 'Gate' }, { key: 'GET /b', authorizer: 'Gate' }, { key: 'GET /c' }];

  test.each<[string, Partial<DeployedApi>, Parts, string[]]>([
    [
      'a stage that nobody chose',
      { stage: null },
      {},
      ['The stage of shop is not known, so its URL starts with /prod. Choose one with --stage.'],
    ],
    [
      'the stage of an HTTP API',
      { target: 'http-2.0', stage: null },
      {},
      ['The stage of shop is not known, so its URL starts with /. Choose one with --stage.'],
    ],
    ['a function URL', { target: 'function-url', stage: null }, {}, []],
    ['a closed authorizer', { routes }, { authorizers: { Gate: closed } }, ['Closed by Gate: GET /a, GET /b. Pass --identity ARN.']],
    ['an authorizer that no route has', { routes }, { authorizers: { Gate: open, Other: closed } }, []],
    [
      'a signed function URL',
      { target: 'function-url', authType: 'AWS_IAM', stage: null, routes: [{ key: '$default' }] },
      { authorizers: { AWS_IAM: closed } },
      ['Closed by AWS_IAM: $default. Pass --identity ARN.'],
    ],
    [
      'keys that nobody passes',
      { routes: [{ key: 'GET /a', apiKeyRequired: true }, { key: 'GET /b' }] },
      {},
      ['Closed without an API key: GET /a. Pass --api-key VALUE.'],
    ],
    [
      'keys of an authorizer',
      { apiKeySource: 'AUTHORIZER', routes: [{ key: 'GET /a', apiKeyRequired: true }] },
      {},
      ['Closed without an API key: GET /a. Pass --api-key VALUE, the `usageIdentifierKey` of the authorizer.'],
    ],
    ['keys that somebody passes', { routes: [{ key: 'GET /a', apiKeyRequired: true }] }, { apiKeys: ['k'] }, []],
    [
      'a URL',
      {},
      { served: { closedUrl: 'https://a.example' } },
      ['Not forwarded to a URL: GET /a. Pass --forward to send requests there.'],
    ],
  ])('has a note about %s', (_, api, parts, notes) => {
    expect(create(api, parts).notes).toEqual(notes);
  });

  test('names the variables that nothing sets', () => {
    expect(variableNotes('Orders', [])).toEqual([]);
    expect(variableNotes('Orders', ['A', 'B'])).toEqual(['Only AWS knows A, B of the function Orders. Set it with --env-file.']);
  });
});

describe('a setting', () => {
  const refused = (api: Partial<DeployedApi>): string => {
    try {
      create(api);
    } catch (error) {
      return (error as { code: string }).code;
    }
    return '';
  };

  test.each<[string, Partial<DeployedApi>]>([
    ['binaryMediaTypes', { binaryMediaTypes: [5 as never] }],
    ['minimumCompressionSize', { minimumCompressionSize: -1 }],
    ['endpointType', { endpointType: 'NEAR' as never }],
    ['apiKeySource', { apiKeySource: 'QUERY' as never }],
    ['cors', { target: 'http-2.0', cors: { allowOrigins: 5 as never } }],
    ['routeSelectionExpression', { target: 'websocket', routeSelectionExpression: 5 as never }],
  ])('%s is handed on, and checked', (_, api) => {
    expect(refused(api)).not.toBe('');
    expect(refused({ target: api.target ?? 'rest' })).toBe('');
  });

  test('of another target is left out', () => {
    expect(refused({ target: 'http-2.0', binaryMediaTypes: ['*/*'], minimumCompressionSize: 0, endpointType: 'EDGE' })).toBe('');
    expect(refused({ target: 'rest', cors: { allowOrigins: ['*'] }, routeSelectionExpression: '$request.body.action' })).toBe('');
  });
});
