import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Io } from '../../src/cli/io.js';
import { toListenError } from '../../src/cli/listen-error.js';
import { printable } from '../../src/cli/printable.js';
import { logTo, type ServedApi, type ServingOptions, serveApis, TARGET_NAMES } from '../../src/cli/serve-apis.js';
import type { ServedModule } from '../../src/cli/served-modules.js';
import { UsageError } from '../../src/cli/usage-error.js';
import { writeProject } from '../local/function/source/project.js';
import { cli, start } from './terminal.js';

/** A terminal that keeps what is written, and what stops it. */
function terminal(isColoured = false) {
  const stop = new AbortController();
  let out = '';
  const io = {
    write: (chunk: string) => {
      out += chunk;
    },
    warn: () => undefined,
    isColoured,
    stopped: () => stop.signal,
  } as unknown as Io; // serveApis uses nothing else
  return { io, stop: () => stop.abort(), out: () => out };
}

/** An API that notes how it listens, and whether it was closed. */
function fakeApi(
  log: string[],
  name: string,
  { host = '127.0.0.1', prefix = '', fails }: { host?: string; prefix?: string; fails?: Error } = {},
): ServedApi['api'] {
  const listen = async (port: number, options: object): Promise<object> => {
    log.push(`${name} listens ${port} ${JSON.stringify(options)}`);
    if (fails !== undefined) throw fails;
    const origin = `http://${host}:${port || 4711}`;
    return { url: `${origin}${prefix}`, origin, close: async () => void log.push(`${name} closed`) };
  };
  return { listen } as unknown as ServedApi['api']; // it is only told to listen
}

function fakeModule(log: string[], name: string): ServedModule {
  const module = { close: async () => void log.push(`${name} closed`), load: async () => void log.push(`${name} loaded`) };
  return { module: module as unknown as ServedModule['module'], label: name, folders: [] }; // it is only loaded and closed
}

const SERVING: ServingOptions = { host: '127.0.0.1', port: 3000, inspect: false, reload: false };

describe('serveApis', () => {
  test('prints where each API is, and closes everything when it is stopped', async () => {
    const log: string[] = [];
    const { io, stop, out } = terminal();
    const apis: ServedApi[] = [
      {
        api: fakeApi(log, 'one', { prefix: '/prod' }),
        title: 'REST API',
        rows: [
          ['GET /a', 'a.mjs#b'],
          ['ANY /longer', 'c.mjs#d'],
        ],
        notes: ['First.', 'Second.'],
      },
      { api: fakeApi(log, 'two'), title: 'HTTP API \u001b[31m', rows: [] },
    ];
    const running = serveApis(apis, [fakeModule(log, 'module')], SERVING, io);
    await expect.poll(out).toMatch(/\n\n$/);
    expect(out().split('\n')).toEqual([
      'Serving http://127.0.0.1:3000/prod  (REST API)',
      '  GET /a        a.mjs#b',
      '  ANY /longer   c.mjs#d',
      'First.',
      'Second.',
      `Serving http://127.0.0.1:3001  (HTTP API ${printable('\u001b[31m')})`,
      '',
      '',
    ]);
    expect(out()).not.toContain('\u001b');
    expect(log.filter((line) => / listens /.test(line))).toEqual([
      'one listens 3000 {"host":"127.0.0.1","inspect":false}',
      'two listens 3001 {"host":"127.0.0.1","inspect":false}',
    ]);
    expect(log).not.toContain('one closed');
    stop();
    await running;
    expect(log.slice(-3).sort()).toEqual(['module closed', 'one closed', 'two closed']);
  });

  test('takes a free port for each API, and names the inspection page', async () => {
    const log: string[] = [];
    const { io, stop, out } = terminal();
    const apis = ['one', 'two'].map((name): ServedApi => ({ api: fakeApi(log, name, { prefix: '/x' }), title: 't', rows: [] }));
    const running = serveApis(apis, [], { ...SERVING, port: 0, inspect: true }, io);
    await expect.poll(out).toMatch(/\n\n$/);
    stop();
    await running;
    expect(out().split('\n').slice(0, 2)).toEqual([
      'Serving http://127.0.0.1:4711/x  (t)',
      'Inspect requests at http://127.0.0.1:4711/@inspect',
    ]);
    expect(log.filter((line) => line.includes('listens 0 {"host":"127.0.0.1","inspect":true}'))).toHaveLength(2);
  });

  test.each([
    ['0.0.0.0', '127.0.0.1'],
    ['0', '127.0.0.1'],
    ['[::]', '127.0.0.1'],
    ['[0:0:0:0:0:0:0:0]', '127.0.0.1'],
    ['[::1]', '[::1]'],
    ['10.0.0.0', '10.0.0.0'],
  ])('prints an address that a browser can open: %s', async (host, shown) => {
    const { io, stop, out } = terminal();
    stop();
    await serveApis([{ api: fakeApi([], 'one', { host }), title: 't', rows: [] }], [], { ...SERVING, inspect: true }, io);
    expect(out()).toBe(`Serving http://${shown}:3000  (t)\nInspect requests at http://${shown}:3000/@inspect\n\n`);
  });

  test('colours the address if the terminal has colours', async () => {
    const { io, stop, out } = terminal(true);
    stop();
    await serveApis([{ api: fakeApi([], 'one'), title: 't', rows: [] }], [], SERVING, io);
    expect(out()).toContain('Serving \u001b[36mhttp://127.0.0.1:3000\u001b[');
  });

  test('closes the servers that listen, if another can not', async () => {
    const log: string[] = [];
    const { io } = terminal();
    const fails = Object.assign(new Error('x'), { code: 'EADDRINUSE' });
    const apis: ServedApi[] = [
      { api: fakeApi(log, 'one'), title: 't', rows: [] },
      { api: fakeApi(log, 'two', { fails }), title: 't', rows: [] },
    ];
    await expect(serveApis(apis, [fakeModule(log, 'module')], SERVING, io)).rejects.toBeInstanceOf(UsageError);
    expect(log.slice(-2).sort()).toEqual(['module closed', 'one closed']);
  });

  test('rejects an empty host', async () => {
    await expect(serveApis([], [], { ...SERVING, host: '' }, terminal().io)).rejects.toMatchObject({
      message: '--host is empty.',
      fix: 'Write --host 127.0.0.1, or 0.0.0.0 to let other computers in.',
    });
  });
});

test('an exchange is printed with the name of its API, if there are several', () => {
  const exchange = {
    request: { method: 'GET', target: '/a', headers: [] },
    response: { status: 200, statusText: 'OK', headers: [], body: new Uint8Array(), issues: [] },
    duration: 5,
  };
  const lines = (name?: string, isColoured = false): string => {
    const { io, out } = terminal(isColoured);
    logTo(io, name)(exchange as never);
    return out();
  };
  expect(lines('sh\u001bop').startsWith(`[${printable('sh\u001bop')}] `)).toBe(true);
  expect(lines()).toBe(lines('x').slice('[x] '.length));
  expect(lines('x', true)).toMatch(/^\S+\[x\]/);
});

test('every target has a name', () => {
  expect(TARGET_NAMES).toEqual({
    rest: 'REST API',
    'http-1.0': 'HTTP API, payload 1.0',
    'http-2.0': 'HTTP API, payload 2.0',
    'function-url': 'function URL',
    websocket: 'WebSocket API',
  });
});

describe('serve', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await writeProject({
      'a.mjs':
        "export const handler = async ({ version, requestContext, body }, { getRemainingTimeInMillis }) => ({ statusCode: 200, headers: { 'content-type': 'text/plain' }, body: [version, requestContext.stage, process.env.A, Math.ceil(getRemainingTimeInMillis() / 1000), body].join(' ') });",
      '.env': 'A=1',
    });
  });

  test.each(
    [
      ['partial', 'forward', 'nested-stacks', 'jwt'].map((name) => [`--${name}`]),
      ['parameter', 'function', 'region', 'account', 'stack-name', 'authorizer', 'identity', 'api-key'].map((name) => [`--${name}`, 'x=y']),
    ].flat(),
  )('%s needs a template', async (...option) => {
    const { code, err } = await cli(['serve', join(folder, 'a.mjs'), ...option]);
    expect([code, err]).toEqual([2, `apigw-proxy: ${option[0]} needs a template. Add --template FILE.\n`]);
  });

  test.each([
    ['--route', '/'],
    ['--integration', 'x'],
    ['--timeout', '5'],
    ['--domain', 'x'],
    ['--base-path', 'x'],
    ['--binary', 'x'],
    ['--cors', '*'],
    ['--stream'],
  ])('%s is decided by the template', async (...option) => {
    const { code, err } = await cli(['serve', '--template', 'x.yaml', ...option]);
    expect([code, err]).toEqual([2, `apigw-proxy: ${option[0]} is decided by the template. Remove it, or change the template.\n`]);
  });

  test.each([
    [['a.mjs', 'b.mjs'], "'b.mjs' is a second handler. Add a route for it: --route 'GET /users=FILE'."],
    [['a.mjs', '--port', '65536'], "--port must be an integer from 0 to 65535; got '65536'. Write --port 3000, for example."],
    [['a.mjs', '--timeout', '901'], "--timeout must be an integer from 1 to 900; got '901'. Write --timeout 30, for example."],
    [['a.mjs', '--template', 'x.yaml'], "The template decides its handlers, not 'a.mjs'. Remove it, or --template."],
  ])('%j is refused', async (args, message) => {
    const given = args.map((arg) => (arg === 'a.mjs' && !args.includes('--template') ? join(folder, 'a.mjs') : arg));
    expect(await cli(['serve', ...given])).toEqual({ code: 2, out: '', err: `apigw-proxy: ${message}\n` });
  });

  test.each<[string[], string, string[], string]>([
    [[], '', ['$default'], '2.0 $default 1 30 hi'],
    [['--target', 'rest'], '/prod', ['ANY /', 'ANY /{proxy+}'], ' prod 1 30 hi'],
    [['--target', 'http-1.0', '--stage', 'dev', '--timeout', '7'], '/dev', ['$default'], '1.0 dev 1 7 hi'],
    [['--target', 'function-url'], '', ['$default'], '2.0 $default 1 30 hi'],
  ])('a handler answers with %j', async (args, prefix, keys, body) => {
    const running = start(['serve', join(folder, 'a.mjs'), '--port', '0', '--no-reload', '--env-file', join(folder, '.env'), ...args]);
    await expect.poll(() => running.out() + running.err()).toMatch(/\n\n/);
    const url = /Serving (\S+)/.exec(running.out())?.[1] ?? '';
    expect(new URL(url).pathname.replace(/\/$/, '')).toBe(prefix);
    for (const key of keys) expect(running.out()).toMatch(new RegExp(`^  ${key.replaceAll(/[$/{}+]/g, '\\$&')} +\\S+#handler$`, 'm'));
    expect(running.out()).toContain('/@inspect');
    expect(await (await fetch(`${url}/`, { method: 'POST', headers: { 'content-type': 'text/plain' }, body: 'hi' })).text()).toBe(body);
    running.stop();
    expect(await running.code).toBe(0);
  });
});

describe('toListenError', () => {
  const address = "'192.0.2.1' is not an address of this computer.";
  const hosts = 'Write --host 127.0.0.1, or 0.0.0.0 to let other computers in.';
  test.each([
    ['EADDRINUSE', 'Port 80 is in use.', 'Choose another with --port, or 0 for a free one.'],
    ['EACCES', 'Port 80 is not allowed.', 'Choose a port above 1023 with --port.'],
    ['EADDRNOTAVAIL', address, hosts],
    ['ENOTFOUND', address, hosts],
    ['EAI_AGAIN', address, hosts],
  ])('explains %s', (code, message, fix) => {
    const error = toListenError(Object.assign(new Error('x'), { code }), '192.0.2.1', 80);
    expect(error).toBeInstanceOf(UsageError);
    expect(error).toMatchObject({ message, fix });
  });

  test('leaves any other error as it is', () => {
    for (const error of [new Error('x'), Object.assign(new Error('x'), { code: 'ENOENT' }), 5])
      expect(toListenError(error, 'a', 1)).toBe(error);
  });
});
