import { describe, expect, test } from 'vitest';
import { useModules } from './modules.js';

/** Forged copies of every message of the thread, for the first hundred calls. */
const FORGERIES = `[null, undefined, 0, '', 'pong', [], {}, { kind: 'pong' }, { id: 1 }, ...Array.from({ length: 100 }, (_, id) => [
  { id, payload: '"forged"' },
  { kind: 'result', id, payload: '"forged"' },
  { kind: 'result', id, payload: 5 },
  { id, error: null },
  { id, error: { name: 'forged', message: 'forged' } },
  { kind: 'error', id, error: { name: 'forged', message: 'forged' }, isUnloaded: true },
  { id, begins: true, contentType: 'forged/forged' },
  { kind: 'begin', id, contentType: 'forged/forged' },
  { id, chunk: 'forged' },
  { kind: 'chunk', id, chunk: new Uint8Array(3) },
  { id, ends: true },
  { kind: 'end', id },
]).flat()]`;

const MODULES = {
  'posts.mjs': `
    import workers, { MessagePort, parentPort, workerData } from 'node:worker_threads';
    const slow = () => new Promise((later) => setTimeout(later, 50, 'answer'));
    const forgeries = ${FORGERIES};
    const forge = (port) => { for (const forgery of forgeries) port.postMessage(forgery); };
    // What is here at the start is all that a handler can find.
    const found = Object.values(workerData ?? {}).filter((value) => value instanceof MessagePort);
    const post = MessagePort.prototype.postMessage;
    let stolen;
    export const throughParentPort = () => { forge(parentPort); return slow(); };
    export const floods = () => { for (let i = 0; i < 20_000; i += 1) parentPort.postMessage({ id: i, payload: '"forged"' }); return slow(); };
    export const throughWorkerData = () => { found.forEach(forge); return slow(); };
    export const throughHandles = () => {
      process._getActiveHandles().filter((handle) => handle instanceof MessagePort).forEach(forge);
      return slow();
    };
    export const throughPrototype = async () => {
      MessagePort.prototype.postMessage = function (...args) { stolen = this; return Reflect.apply(post, this, args); };
      await slow();
      if (stolen) forge(stolen);
      return 'answer';
    };
    export const closesParentPort = () => { parentPort.close(); return slow(); };
    export const replacesParentPort = () => { workers.parentPort = null; parentPort.unref(); return slow(); };
    export const data = () => Object.keys(workerData ?? {});`,
  'throws.mjs': `
    const later = (value) => new Promise((_, reject) => setTimeout(reject, 1, value));
    const getter = (name) => Object.defineProperty(new Error('x'), name, { get() { throw new Error('from the getter'); } });
    const proxy = new Proxy({}, { get() { throw new Error('from get'); }, getPrototypeOf() { throw new Error('from getPrototypeOf'); } });
    export const values = [
      undefined, null, 0, 10n, Symbol('x'), () => 1, Object.create(null), { toString: null, valueOf: null }, proxy,
      Object.assign(new Error('x'), { message: () => 1 }), Object.assign(new Error('x'), { stack: Symbol('x') }),
      Object.assign(new Error('x'), { name: { a: 1 } }), getter('message'), getter('stack'), getter('name'),
      { toJSON() { throw new Error('from toJSON'); } }, new (class extends Error { toString() { throw this; } })('x'),
    ];
    export const callsBack = (event, context, done) => done(values[Number(event.rawPath.slice(1))] ?? 'x');
    export const handler = (event) => {
      const [, how, index] = event.rawPath.split('/');
      const value = values[Number(index)];
      if (how === 'throws') throw value;
      if (how === 'rejects') return later(value);
      if (how === 'alive') return 'alive';
      if (how === 'throws-later') setTimeout(() => { throw value; });
      if (how === 'forgets-rejection') later(value);
      return new Promise(() => setInterval(() => {}, 1000));
    };`,
  'returns.mjs': `
    const proxy = new Proxy({}, { get() { throw new Error('from get'); } });
    export const values = [10n, { toJSON() { throw new Error('from toJSON'); } }, proxy, { get then() { throw new Error('from then'); } }, { get a() { throw new Error('from a'); } }];
    export const handler = (event) => values[Number(event.rawPath.slice(1))];
    export const dies = (event, context, done) => { context.callbackWaitsForEmptyEventLoop = false; if (event.rawPath === '/alive') done(null, 'alive'); else { done(null, 'answered'); setImmediate(() => process.exit(0)); } };`,
  'streams.mjs': `
    const stream = (handler) => awslambda.streamifyResponse(handler);
    export const typeOfObject = stream(async (event, output) => { output.setContentType({ toString: () => 'text/plain' }); output.end('x'); });
    const never = new Promise(() => {});
    let first;
    // The first call streams, the second ends it.
    const pair = (end) => stream(async (event, output) => {
      if (first) { end(first); output.end(); return; }
      first = output;
      output.write('x');
      await never;
    });
    export const destroys = pair((output) => output.destroy('no error'));
    export const exits = pair(() => process.exit(4));
    export const emits = stream(async (event, output) => { output.end('x'); await new Promise((later) => setTimeout(later, 20)); output.emit('error', null); });`,
};

/** How many values the modules throw and return. */
const THROWN = Array.from({ length: 17 }, (_, index) => index);
const RETURNED = Array.from({ length: 5 }, (_, index) => index);

describe('createModuleHandler', () => {
  const { load } = useModules(MODULES);

  test.each(['throughParentPort', 'floods', 'throughWorkerData', 'throughHandles', 'throughPrototype'])(
    'returns the results of the handler, whatever it posts: %s',
    async (name) => {
      const { buffered } = load('posts.mjs', name);
      const responses = await Promise.all([buffered.fetch('/'), buffered.fetch('/')]);
      expect(await Promise.all(responses.map((response) => response.text()))).toEqual(['answer', 'answer']);
      expect(await (await buffered.fetch('/')).text()).toBe('answer');
    },
  );

  test.each(['closesParentPort', 'replacesParentPort'])('does not depend on parentPort: %s', async (name) => {
    const { buffered } = load('posts.mjs', name);
    for (const path of ['/', '/']) expect(await (await buffered.fetch(path)).text()).toBe('answer');
  });

  test('hides the data of the thread from the handler', async () => {
    expect(await (await load('posts.mjs', 'data').buffered.fetch('/')).json()).toEqual([]);
  });

  test('answers 500 for any value that the handler calls back with', async () => {
    const { buffered } = load('throws.mjs', 'callsBack', { runtime: 'nodejs22.x' });
    for (const index of THROWN) {
      expect([index, (await buffered.fetch(`/${index}`)).status]).toEqual([index, 500]);
      expect(buffered.last?.error).toMatchObject({ name: expect.any(String), message: expect.any(String) });
    }
  });

  test.each(['throws', 'rejects'])('answers 500 for any value that the handler fails with: %s', async (how) => {
    const { buffered } = load('throws.mjs');
    for (const index of THROWN) {
      expect([index, (await buffered.fetch(`/${how}/${index}`)).status]).toEqual([index, 500]);
      expect(buffered.last?.error).toMatchObject({ name: expect.any(String), message: expect.any(String) });
    }
  });

  test.each(['throws-later', 'forgets-rejection'])('uses a new thread for the next call after any value: %s', async (how) => {
    const { buffered } = load('throws.mjs');
    for (const index of THROWN) {
      expect([index, (await buffered.fetch(`/${how}/${index}`)).status]).toEqual([index, 500]);
      expect(buffered.last?.error).toMatchObject({ name: expect.any(String), message: expect.any(String) });
      expect(await (await buffered.fetch('/alive')).text()).toBe('alive');
    }
  });

  test.each(RETURNED)("answers 500 when the handler returns value %i, which JSON can't represent", async (index) => {
    const { buffered } = load('returns.mjs');
    expect((await buffered.fetch(`/${index}`)).status).toBe(500);
    expect(buffered.last?.error).toBeDefined();
  });

  test('delivers a result that was returned before the thread exits', async () => {
    const { buffered } = load('returns.mjs', 'dies', { runtime: 'nodejs22.x' });
    expect(await (await buffered.fetch('/')).text()).toBe('answered');
    await expect.poll(async () => (await buffered.fetch('/alive')).text()).toBe('alive');
  });

  test.each([
    ['typeOfObject', 'text/plain', 'x'],
    ['emits', 'application/octet-stream', 'x'],
  ])('streams what the handler writes: %s', async (name, type, body) => {
    const response = await load('streams.mjs', name).streaming.fetch('/');
    expect([response.status, response.headers.get('content-type'), await response.text()]).toEqual([200, type, body]);
  });

  test.each(['destroys', 'exits'])('breaks the stream off when the handler does: %s', async (name) => {
    const { streaming } = load('streams.mjs', name);
    const response = await streaming.fetch('/');
    await Promise.all([expect(response.text()).rejects.toThrow(), streaming.fetch('/').catch(() => undefined)]);
    await expect.poll(() => streaming.last?.error).toBeInstanceOf(Error);
  });
});
