import { readFile, writeFile } from 'node:fs/promises';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { useModules } from './modules.js';

const MODULES = {
  'handlers.mjs': `
    import { writeFileSync } from 'node:fs';
    let calls = 0;
    export const handler = async (event, context) => ({ path: event.rawPath, calls: ++calls, left: context.getRemainingTimeInMillis() > 0 });
    export const callback = (event, context, done) => done(null, 'called back');
    export const throws = () => { throw new TypeError('no database'); };
    export const exits = (event) => (event.rawPath === '/exit' ? process.exit(3) : 'alive');
    export const blocks = (event) => { while (event.rawPath === '/block'); return 'alive'; };
    export const hangs = () => new Promise(() => setInterval(() => {}, 1000));
    export const waitsForNothing = () => new Promise(() => {});
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
  const { at, load } = useModules(MODULES);
  /** Holds the clock of this thread; handlers have their own. */
  const holdTime = () => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  afterEach(() => {
    vi.useRealTimers();
  });

  test.each([
    ['handlers.mjs', 'handler', 200, '{"path":"/a","calls":1,"left":true}'],
    ['common.cjs', undefined, 200, 'common'],
    ['default.mjs', undefined, 200, 'default'],
    ['handlers.mjs', 'nothing', 200, 'null'],
    ['handlers.mjs', 'names', 200, 'handlers.names'],
  ])('calls what %s exports as %s', async (file, name, status, body) => {
    const response = await load(file, name).buffered.fetch('/a');
    expect([response.status, await response.text()]).toEqual([status, body]);
  });

  test.each([
    ['callback', 200, 'called back'],
    ['succeeds', 200, 'succeeded'],
    ['wrapped', 200, 'wrapped'],
    ['names', 200, 'null'],
    ['waitsForNothing', 200, 'null'],
    ['failsByContext', 500, '{"message":"Internal Server Error"}'],
  ])('calls a handler for Node.js 22: %s', async (name, status, body) => {
    const response = await load('handlers.mjs', name, { runtime: 'nodejs22.x' }).buffered.fetch('/a');
    expect([response.status, await response.text()]).toEqual([status, body]);
  });

  test.each([
    ['handlers.mjs', 'throws', 'no database'],
    ['handlers.mjs', 'callback', 'removed support for callback-based function handlers'],
    ['handlers.mjs', 'cyclic', 'Unable to stringify response body'],
    ['handlers.mjs', 'failsByContext', 'context.fail is not a function'],
    ['handlers.mjs', 'waitsForNothing', 'Runtime exited without providing a reason'],
    ['handlers.mjs', 'throwsObject', '{"a":1}'],
    ['handlers.mjs', 'unheardOf', "doesn't export a function named unheardOf"],
    ['broken.mjs', undefined, 'broken at load'],
    ['missing.mjs', undefined, 'Cannot find module'],
  ])('answers 500 when %s with the handler %s fails', async (file, name, message) => {
    const { buffered } = load(file, name);
    expect((await buffered.fetch('/')).status).toBe(500);
    expect(buffered.last?.error).toMatchObject({ message: expect.stringContaining(message) });
  });

  test("says why a result can't be serialized", async () => {
    const { buffered } = load('handlers.mjs', 'cyclic');
    await buffered.fetch('/');
    expect(buffered.last?.error).toMatchObject({ cause: expect.stringContaining('Converting circular structure') });
  });

  test('starts a new thread after a handler exits', async () => {
    const { buffered } = load('handlers.mjs', 'exits');
    expect((await buffered.fetch('/exit')).status).toBe(500);
    expect(buffered.last?.error).toMatchObject({ message: 'Runtime exited with exit status 3' });
    expect(await (await buffered.fetch('/')).text()).toBe('alive');
  });

  test('ends a handler that blocks, and starts a new thread for the next call', async () => {
    const { buffered, module } = load('handlers.mjs', 'blocks');
    await module.load();
    holdTime();
    const blocked = buffered.fetch('/block');
    await vi.advanceTimersByTimeAsync(30_000);
    expect((await blocked).status).toBe(500);
    expect(await (await buffered.fetch('/')).text()).toBe('alive');
    // The blocked thread ends when it does not answer.
    await vi.waitFor(() => expect(vi.getTimerCount()).toBe(0), { timeout: 2000 }); // it moves the held time
  });

  test('ends a call that never returns', async () => {
    const { buffered, module } = load('handlers.mjs', 'hangs');
    await module.load();
    holdTime();
    const waiting = buffered.fetch('/');
    await vi.advanceTimersByTimeAsync(30_000);
    expect((await waiting).status).toBe(500);
    expect(buffered.last?.response.issues[0]?.code).toBe('function-timeout');
  });

  test('passes on what a handler streams', async () => {
    const { streaming } = load('handlers.mjs', 'streams');
    const response = await streaming.fetch('/');
    expect([response.status, await response.text()]).toEqual([202, 'one two']);
  });

  test('passes on a stream without metadata at once, with its content type', async () => {
    const { streaming } = load('handlers.mjs', 'types');
    const response = await streaming.fetch('/slow');
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/html']);
    const { value } = (await response.body?.getReader().read()) ?? {};
    expect(new TextDecoder().decode(value)).toBe('<b>');
  });

  test('breaks a stream off when the function runs too long', async () => {
    const { streaming } = load('handlers.mjs', 'types');
    holdTime();
    const response = await streaming.fetch('/slow');
    const body = response.text().catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(await body).toMatchObject({ message: 'Task timed out after 30.00 seconds' });
    vi.useRealTimers();
    await expect.poll(() => streaming.last?.error).toMatchObject({ name: 'TaskTimeoutError' });
  });

  test('writes only as fast as the client reads, and ends when the client leaves', async () => {
    const reader = (await load('handlers.mjs', 'floods').streaming.fetch('/')).body?.getReader();
    await reader?.read();
    await reader?.cancel();
    const written = () => readFile(at('written'), 'utf8').then(Number, () => undefined);
    await expect.poll(written).toBeGreaterThan(0);
    expect(await written()).toBeLessThan(50);
  });

  test('answers 502 when a streaming handler fails before its first byte', async () => {
    const { streaming } = load('handlers.mjs', 'fails');
    expect((await streaming.fetch('/')).status).toBe(502);
    expect(streaming.last?.error).toMatchObject({ message: 'before the first byte' });
  });

  test('tries again to load a module after an error', async () => {
    const { buffered } = load('late.mjs');
    expect((await buffered.fetch('/')).status).toBe(500);
    await writeFile(at('late.mjs'), `export const handler = async () => 'in time';`);
    expect(await (await buffered.fetch('/')).text()).toBe('in time');
  });

  test('loads a module before its first call, or rejects with the error and its place', async () => {
    await expect(load('handlers.mjs').module.load()).resolves.toBeUndefined();
    await expect(load('handlers.mjs', 'unheardOf').module.load()).rejects.toThrow("doesn't export a function named unheardOf");
    const stack = expect.stringMatching(/syntax\.mjs:2\n[\s\S]*SyntaxError: /);
    await expect(load('syntax.mjs').module.load()).rejects.toMatchObject({ name: 'SyntaxError', stack });
  });

  test('loads a module again after reload', async () => {
    const { module, buffered } = load('changing.mjs');
    for (const answer of ['old', 'new']) {
      await writeFile(at('changing.mjs'), `export const handler = async () => '${answer}';`);
      module.reload();
      expect(await (await buffered.fetch('/')).text()).toBe(answer);
    }
  });
});
