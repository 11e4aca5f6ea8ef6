import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLocalApi, createModuleHandler, type ModuleHandler } from 'apigw-proxy/local';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';

const MODULES = {
  'handlers.mjs': `
    import { writeFileSync } from 'node:fs';
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
    });
    export const types = awslambda.streamifyResponse(async (event, stream) => {
      stream.setContentType('text/html');
      stream.write('<b>');
      await new Promise((later) => setTimeout(later, event.rawPath === '/slow' ? 60_000 : 10));
      stream.end('</b>');
    });
    export const floods = awslambda.streamifyResponse(async (event, stream) => {
      let written = 0;
      while (!stream.destroyed && written < 500) {
        written += 1;
        if (!stream.write(Buffer.alloc(65_536))) await new Promise((later) => stream.once('drain', later).once('close', later));
      }
      writeFileSync(new URL('written', import.meta.url), String(written));
      stream.end();
    });
    export const fails = awslambda.streamifyResponse(async () => { throw new Error('before the first byte'); });
    export const succeeds = (event, context) => { context.succeed('succeeded'); };
    export const failsByContext = (event, context) => { context.fail(new Error('failed')); };
    export const wrapped = (...args) => { setTimeout(() => args[2](null, 'wrapped'), 20); };
    export const nothing = () => { };
    export const throwsObject = () => { throw { a: 1 }; };
    export const names = () => process.env._HANDLER;`,
  'common.cjs': `exports.handler = async () => 'common';`,
  'default.mjs': `export default async () => 'default';`,
  'broken.mjs': `throw new Error('broken at load');`,
  'syntax.mjs': 'export const handler = async () => 1;\nconst a b;\n',
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
    ['handlers.mjs', 'succeeds', 200, 'succeeded'],
    ['handlers.mjs', 'wrapped', 200, 'wrapped'],
    ['handlers.mjs', 'nothing', 200, 'null'],
    ['handlers.mjs', 'names', 200, 'handlers.names'],
  ])('calls what %s exports as %s', async (file, name, status, body) => {
    const response = await load(file, name).buffered.fetch('/a');
    expect([response.status, await response.text()]).toEqual([status, body]);
  });

  test.each([
    ['handlers.mjs', 'throws', 'no database'],
    ['handlers.mjs', 'cyclic', 'Converting circular structure'],
    ['handlers.mjs', 'failsByContext', 'failed'],
    ['handlers.mjs', 'throwsObject', '{"a":1}'],
    ['handlers.mjs', 'unheardOf', 'exports no function unheardOf'],
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
    expect(await (await buffered.fetch('/')).text()).toBe('alive');
    const { buffered: waiting } = load('handlers.mjs', 'hangs', 50);
    expect((await waiting.fetch('/')).status).toBe(500);
    expect(waiting.last?.response.issues[0]?.code).toBe('function-timeout');
  });

  test('passes on what a handler streams', async () => {
    const { api } = load('handlers.mjs', 'streams');
    const response = await api.fetch('/');
    expect([response.status, await response.text()]).toEqual([202, 'one two']);
  });

  test('passes a stream without metadata on at once, of the type that was set', async () => {
    const { api } = load('handlers.mjs', 'types');
    const response = await api.fetch('/slow');
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/html']);
    const { value } = (await response.body?.getReader().read()) ?? {};
    expect(new TextDecoder().decode(value)).toBe('<b>');
  });

  test('breaks a stream off when the time of the function is up', async () => {
    const { api } = load('handlers.mjs', 'types', 100);
    const response = await api.fetch('/slow');
    await expect(response.text()).rejects.toThrow('Task timed out after 0.10 seconds');
    await expect.poll(() => api.last?.error).toMatchObject({ name: 'TaskTimeoutError' });
  });

  test('writes no faster than somebody reads, and ends when nobody does', async () => {
    const reader = (await load('handlers.mjs', 'floods').api.fetch('/')).body?.getReader();
    await reader?.read();
    await reader?.cancel();
    const written = () => readFile(join(folder, 'written'), 'utf8').then(Number, () => undefined);
    await expect.poll(written, { timeout: 5000 }).toBeGreaterThan(0);
    expect(await written()).toBeLessThan(50);
  });

  test('answers with AWS’s error when a streaming handler fails before its first byte', async () => {
    const { api } = load('handlers.mjs', 'fails');
    expect((await api.fetch('/')).status).toBe(502);
    expect(api.last?.error).toMatchObject({ message: 'before the first byte' });
  });

  test('tries again to load a module that could not be loaded', async () => {
    const { buffered } = load('late.mjs');
    expect((await buffered.fetch('/')).status).toBe(500);
    await writeFile(join(folder, 'late.mjs'), `export const handler = async () => 'in time';`);
    expect(await (await buffered.fetch('/')).text()).toBe('in time');
  });

  test('loads a module ahead of its first call, or says why not and where', async () => {
    await expect(load('handlers.mjs').module.load()).resolves.toBeUndefined();
    await expect(load('handlers.mjs', 'unheardOf').module.load()).rejects.toThrow('exports no function unheardOf');
    const stack = expect.stringMatching(/syntax\.mjs:2\n[\s\S]*SyntaxError: /);
    await expect(load('syntax.mjs').module.load()).rejects.toMatchObject({ name: 'SyntaxError', stack });
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
