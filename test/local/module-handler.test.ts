import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLocalApi, createModuleHandler, type ModuleHandler } from 'apigw-proxy/local';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';

const MODULES = {
  'handlers.mjs': `
    let calls = 0;
    export const handler = async (event, context) => ({ path: event.rawPath, calls: ++calls, left: context.getRemainingTimeInMillis() > 0 });
    export const callback = (event, context, done) => done(null, 'called back');
    export const throws = () => { throw new TypeError('no database'); };
    export const exits = (event) => (event.rawPath === '/exit' ? process.exit(3) : 'alive');
    export const blocks = (event) => { while (event.rawPath === '/block'); return 'alive'; };
    export const hangs = () => new Promise(() => {});
    export const cyclic = () => { const result = {}; result.self = result; return result; };
    export const streams = awslambda.streamifyResponse(async (event, stream) => {
      const body = awslambda.HttpResponseStream.from(stream, { statusCode: 202, headers: { 'Content-Type': 'text/plain' } });
      body.write('one ');
      body.end('two');
    });`,
  'common.cjs': `exports.handler = async () => 'common';`,
  'default.mjs': `export default async () => 'default';`,
  'broken.mjs': `throw new Error('broken at load');`,
};

describe('createModuleHandler', () => {
  let folder: string;
  const open: ModuleHandler[] = [];
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'handlers-'));
    for (const [name, code] of Object.entries(MODULES)) await writeFile(join(folder, name), code);
  });
  afterEach(async () => {
    await Promise.all(open.splice(0).map((module) => module.close()));
  });
  afterAll(() => rm(folder, { recursive: true }));

  function load(file: string, name?: string, timeout = 5000) {
    const module = createModuleHandler(join(folder, file), name);
    open.push(module);
    const routes = { $default: module.handler };
    return {
      module,
      api: createLocalApi({ target: 'function-url', invokeMode: 'RESPONSE_STREAM', routes, context: { timeout } }),
      buffered: createLocalApi({ target: 'http-2.0', routes, context: { timeout } }),
    };
  }

  test.each([
    ['handlers.mjs', 'handler', 200, '{"path":"/a","calls":1,"left":true}'],
    ['handlers.mjs', 'callback', 200, 'called back'],
    ['common.cjs', undefined, 200, 'common'],
    ['default.mjs', undefined, 200, 'default'],
  ])('calls what %s exports as %s', async (file, name, status, body) => {
    const response = await load(file, name).buffered.fetch('/a');
    expect([response.status, await response.text()]).toEqual([status, body]);
  });

  test.each([
    ['handlers.mjs', 'throws', 'no database'],
    ['handlers.mjs', 'cyclic', 'Converting circular structure'],
    ['handlers.mjs', 'nothing', 'exports no function nothing'],
    ['broken.mjs', undefined, 'broken at load'],
    ['missing.mjs', undefined, 'Cannot find module'],
  ])('answers with AWS’s error when %s as %s fails', async (file, name, message) => {
    const { buffered } = load(file, name);
    expect((await buffered.fetch('/')).status).toBe(500);
    expect(buffered.last?.error).toMatchObject({ message: expect.stringContaining(message) });
  });

  test('lives on when a handler exits', async () => {
    const { buffered } = load('handlers.mjs', 'exits');
    expect((await buffered.fetch('/exit')).status).toBe(500);
    expect(buffered.last?.error).toMatchObject({ message: 'Runtime exited with exit status 3' });
    expect(await (await buffered.fetch('/')).text()).toBe('alive');
  });

  test('ends a handler that blocks, and not one that waits', async () => {
    const { buffered } = load('handlers.mjs', 'blocks', 100);
    expect((await buffered.fetch('/block')).status).toBe(500);
    await expect.poll(async () => (await buffered.fetch('/')).text(), { timeout: 5000 }).toBe('alive');
    const { buffered: waiting } = load('handlers.mjs', 'hangs', 50);
    expect((await waiting.fetch('/')).status).toBe(500);
    expect(waiting.last?.response.issues[0]?.code).toBe('function-timeout');
  });

  test('passes on what a handler streams', async () => {
    const { api } = load('handlers.mjs', 'streams');
    const response = await api.fetch('/');
    expect([response.status, await response.text()]).toEqual([202, 'one two']);
  });

  test('loads a module anew when asked', async () => {
    const { module, buffered } = load('changing.mjs');
    for (const answer of ['old', 'new']) {
      await writeFile(join(folder, 'changing.mjs'), `export const handler = async () => '${answer}';`);
      module.reload();
      expect(await (await buffered.fetch('/')).text()).toBe(answer);
    }
  });
});
