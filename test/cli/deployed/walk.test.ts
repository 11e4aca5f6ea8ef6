import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { DeployedApi, DeployedAuthorizer, DeployedRoute } from 'apigw-proxy/deploy';
import { describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { TARGET_NAMES } from '../../../src/cli/serve-apis.js';
import { start } from '../terminal.js';
import { copyFixture, type Fixture } from './stubs.js';

const NAMES = readdirSync('test/deploy/fixtures');
/** A token that only `--jwt` accepts: it has expired, and nobody signed it. */
function tokenWith(scopes: readonly string[]): string {
  return `x.${Buffer.from(JSON.stringify({ sub: 'me', scope: scopes.join(' '), exp: 1 })).toString('base64url')}.x`;
}

/** Tokens of Lambda authorizers, one for each pattern in the fixtures. */
const TOKENS = ['tok_a1', 'v1.me', 'g-me'];

describe('serve --template', () => {
  test.concurrent.each(NAMES)(
    'refuses every request of %s that has no credentials, and answers preflight requests as the template says',
    async (name) => {
      await serving(name, [], async (api, url) => {
        for (const route of api.routes.filter((each) => isGuarded(each, api))) {
          const { status, name: answerer } = await ask(route, api, url, false);
          // Gateway responses can change the status.
          expect([route.key, Math.floor(status / 100), answerer]).toEqual([route.key, 4, null]);
        }
        await preflight(api, url);
      });
    },
  );

  const everything = ['--jwt', '--identity', 'arn:aws:iam::123456789012:user/me', '--api-key', 'k'];

  test.concurrent.each(NAMES)('serves every route of %s', async (name) => {
    await serving(name, everything, async (api, url, fixture) => {
      for (const route of api.routes) {
        if (api.target === 'websocket') continue;
        const response = await ask(route, api, url, true);
        expect([route.key, response.status, response.name]).toEqual([route.key, ...expectedOf(route, api, fixture, response)]);
      }
      if (api.target === 'websocket') await converse(api, url);
    });
  });
});

async function preflight({ cors }: DeployedApi, url: string): Promise<void> {
  const { allowOrigins: [origin = ''] = [] } = cors ?? {};
  if (cors === undefined || origin === '') return;
  const sent = origin === '*' ? 'https://any.example' : origin;
  const headers = { Origin: sent, 'Access-Control-Request-Method': 'GET' };
  const response = await fetch(url, { method: 'OPTIONS', headers });
  expect([response.ok, response.headers.get('access-control-allow-origin')]).toEqual([true, origin === '*' ? '*' : origin]);
}

type Walk = (api: DeployedApi, url: string, fixture: Fixture) => Promise<void>;

/** Serves a fixture, and calls a function with each API and its URL. */
async function serving(name: string, more: readonly string[], walk: Walk): Promise<void> {
  const { folder, fixture } = copyFixture(name);
  const file = join(folder, fixture.input);
  const running = start(['serve', '--template', file, '--port', '0', '--no-reload', '--partial', ...optionsOf(fixture), ...more]);
  const urls = () => [...running.out().matchAll(/^Serving (\S+) {2}\((.*)\)$/gm)].map(([, url = '', title = '']) => [title, url] as const);
  // Nested templates can add APIs.
  await expect.poll(() => urls().length).toBeGreaterThanOrEqual(fixture.apis.length);
  for (const api of fixture.apis) {
    const url = urls().find(([title]) => title === `${TARGET_NAMES[api.target]}, ${api.name}`)?.[1];
    if (url !== undefined) await walk(api, url, fixture);
  }
  running.stop();
  expect(await running.code).toBe(0);
}

function optionsOf({ options, apis }: Fixture): string[] {
  const {
    stage = apis.find(({ stages }) => stages !== undefined)?.stages?.[0]?.name,
    target,
    functions = {},
    stageVariables = {},
  } = options ?? {};
  return [
    ...(stage === undefined ? [] : ['--stage', stage]),
    ...(target === undefined ? [] : ['--target', target]),
    ...Object.entries(functions).flatMap(([id, handler]) => ['--function', `${id}=${handler.replace(/\.(\w+)$/, '.js#$1')}`]),
    ...Object.entries(stageVariables).flatMap(([id, value]) => ['--stage-variable', `${id}=${value}`]),
  ];
}

/** Whether a request without credentials is refused. A function without identity sources decides by itself. */
function isGuarded({ authorizer, apiKeyRequired, key }: DeployedRoute, { target, authType, authorizers = [] }: DeployedApi): boolean {
  if (authorizers.some(({ name, function: decides, identitySource }) => name === authorizer && decides && !identitySource)) return false;
  if (target === 'websocket') return authorizer !== undefined && key === '$connect';
  return authorizer !== undefined || apiKeyRequired === true || authType === 'AWS_IAM';
}

interface Asked {
  readonly status: number;
  /** The function that answered. */
  readonly name: string | null;
  readonly headers: Headers;
}

async function ask(route: DeployedRoute, api: DeployedApi, url: string, isAllowed: boolean): Promise<Asked> {
  if (api.target === 'websocket') {
    const http = url.replace('ws:', 'http:');
    const headers = {
      Connection: 'Upgrade',
      Upgrade: 'websocket',
      'Sec-WebSocket-Version': '13',
      'Sec-WebSocket-Key': `${'A'.repeat(22)}==`,
    };
    const response = await fetch(http, { headers }).catch(() => undefined);
    return { status: response?.status ?? 401, name: null, headers: new Headers() };
  }
  const [first = '', second = first] = route.key.split(' ');
  const method = route.key.includes(' ') && first !== 'ANY' ? first : 'GET';
  const path = second === '$default' ? '/any' : second.replace(/\{\w+\+\}/g, 'a/b').replace(/\{\w+\}/g, 'x');
  const target = new URL(url.replace(/\/$/, '') + path);
  const headers = new Headers({ 'x-api-key': isAllowed ? 'k' : '' });
  const authorizer = api.authorizers?.find(({ name }) => name === route.authorizer);
  if (isAllowed && authorizer !== undefined) identify(authorizer, route, headers, target);
  const response = await fetch(target, { method, headers, redirect: 'manual' });
  return { status: response.status, name: response.headers.get('x-function'), headers: response.headers };
}

/** Adds what an authorizer looks for. */
function identify(
  { type, identitySource = [], validation = '' }: DeployedAuthorizer,
  { scopes = [] }: DeployedRoute,
  headers: Headers,
  url: URL,
): void {
  const isToken = type === 'jwt' || type === 'cognito';
  const value = isToken ? `Bearer ${tokenWith(scopes)}` : (TOKENS.find((token) => new RegExp(validation).test(token)) ?? '');
  for (const source of identitySource.length > 0 ? identitySource : ['$request.header.Authorization']) {
    const [, place, name = ''] = /request\.(header|querystring)\.(.+)$/.exec(source) ?? [];
    if (place === 'header') headers.set(name, value);
    else if (place === 'querystring') url.searchParams.set(name, value);
  }
}

/** The status and the function's name, or what came where any error is right. */
function expectedOf(route: DeployedRoute, api: DeployedApi, { functions }: Fixture, given: Asked): [number, string | null] {
  const { integration, mock, function: name } = route;
  const authorizer = api.authorizers?.find((each) => each.name === route.authorizer);
  const isClosed = (authorizer?.type === 'token' || authorizer?.type === 'request') && authorizer.function === undefined;
  if (isClosed) return [401, null];
  // documented: only an authorizer can give such an API its keys, so a route without one is closed.
  if (api.apiKeySource === 'AUTHORIZER' && route.apiKeyRequired && authorizer === undefined) return [403, null];
  // documented: without the value of an identity source, the authorizer isn't called.
  const lacksVariable =
    authorizer?.identitySource?.some((source) => source.startsWith('stageVariables.')) && api.stageVariables === undefined;
  if (lacksVariable) {
    expect(Math.floor(given.status / 100)).toBe(4);
    return [given.status, null];
  }
  if (integration === 'mock' && mock !== undefined) {
    for (const [header, value] of Object.entries(mock.headers ?? {})) expect([header, given.headers.get(header)]).toEqual([header, value]);
    return [mock.status, null];
  }
  const described = typeof name === 'string' ? functions[name] : undefined;
  const runs = described?.packageType !== 'Image' && (described?.runtime ?? 'nodejs').startsWith('nodejs') && described !== undefined;
  // These have code of their own, or should stream.
  if (described?.inline || route.streaming) return [given.status, given.name];
  if (integration === 'proxy' && runs) return [200, given.name === null ? null : (name ?? null)];
  if (integration === 'custom' && runs) {
    expect(given.status).toBeLessThan(500);
    return [given.status, given.name];
  }
  expect([route.key, given.status >= 500]).toEqual([route.key, true]);
  return [given.status, null];
}

/** Opens a connection, and sends a message to every route. */
async function converse(
  { routes, routeSelectionExpression = '$request.body.action', authorizers = [] }: DeployedApi,
  url: string,
): Promise<void> {
  const connect = routes.find(({ key }) => key === '$connect');
  const target = new URL(url);
  const headers = new Headers();
  const authorizer = authorizers.find(({ name }) => name === connect?.authorizer);
  if (authorizer !== undefined && connect !== undefined) identify(authorizer, connect, headers, target);
  const client = new WebSocket(target, { headers: Object.fromEntries(headers) });
  await new Promise((resolve, reject) => client.once('open', resolve).once('error', reject));
  const property = routeSelectionExpression.split('.').at(-1) ?? '';
  for (const { key, routeResponse, integration } of routes.filter((each) => !each.key.startsWith('$'))) {
    const answer = new Promise((resolve) => client.once('message', resolve));
    client.send(JSON.stringify({ [property]: key }));
    if (routeResponse && integration === 'proxy') expect(String(await answer)).not.toBe('');
  }
  client.close();
}
