import { readFileSync } from 'node:fs';
import { readTemplate } from 'apigw-proxy/deploy';
import { createLocalApi } from 'apigw-proxy/local';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { handler } from '../../docs/examples/orders/handler.js';
import { start } from '../cli/terminal.js';

const FOLDER = 'docs/examples/orders';
const ROUTES = ['GET /orders/{id}', 'POST /orders'];

/** `cdk.out` is what `cdk synth` writes for `cdk.mjs`. */
const TEMPLATES: Readonly<Record<string, readonly [file: string, ...options: string[]]>> = {
  SAM: [`${FOLDER}/template.yaml`],
  'Serverless Framework': [`${FOLDER}/serverless.yml`],
  Terraform: [`${FOLDER}/openapi.yaml`, '--function', 'orders=handler.ts#handler'],
  CDK: ['test/examples/cdk.out'],
};

describe.each(Object.entries(TEMPLATES))('the %s example', (_, [file, ...options]) => {
  test('deploys both routes, and everything in it is carried over', () => {
    const functions = options.length > 0 ? { orders: 'handler.handler' } : {};
    const { apis, unsupported } = readTemplate(file, { functions });
    expect(apis.map(({ target, routes }) => [target, routes.map(({ key }) => key).sort()])).toEqual([['http-2.0', ROUTES]]);
    expect(unsupported).toEqual([]);
  });

  test('is served with `serve --template`', async () => {
    const running = start(['serve', '--template', file, '--port', '0', '--no-reload', ...options]);
    const url = () => /^Serving (\S+)/m.exec(running.out())?.[1] ?? '';
    await expect.poll(() => url() || running.err()).toMatch(/^http/);
    await expectOrders((path, init) => fetch(`${url()}${path}`, init));
    running.stop();
    expect(await running.code).toBe(0);
  });
});

describe('the SST example', () => {
  afterEach(() => vi.unstubAllGlobals());

  test('has routes that a local API serves', async () => {
    const routes: Record<string, string> = {};
    vi.stubGlobal('$config', (config: unknown) => config);
    vi.stubGlobal('sst', { aws: { ApiGatewayV2: recordInto(routes) } });
    const { default: config } = await import('../../docs/examples/orders/sst.config.js');
    await config.run();
    expect(routes).toEqual(Object.fromEntries(ROUTES.map((key) => [key, 'handler.handler'])));
    const api = createLocalApi({ target: 'http-2.0', routes: Object.fromEntries(Object.keys(routes).map((key) => [key, handler])) });
    await expectOrders((path, init) => api.fetch(path, init));
  });

  test('has the command that serves the same routes', () => {
    const source = readFileSync(`${FOLDER}/sst.config.ts`, 'utf8');
    expect([...source.matchAll(/--route '([^']+)'/g)].map(([, key]) => key).sort()).toEqual(ROUTES);
  });
});

async function expectOrders(send: (path: string, init?: RequestInit) => Promise<Response>): Promise<void> {
  const read = await send('/orders/7');
  expect([read.status, await read.json()]).toEqual([200, { id: '7' }]);
  const created = await send('/orders', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{"item":"book"}' });
  expect([created.status, await created.json()]).toEqual([201, { order: '{"item":"book"}' }]);
}

/** SST calls it with `new`, so it is a class. */
function recordInto(routes: Record<string, string>) {
  return class {
    readonly url = 'https://api.example.com';
    route(key: string, path: string): void {
      routes[key] = path;
    }
  };
}
