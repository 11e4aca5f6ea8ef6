import { once } from 'node:events';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  buildEvents,
  buildRequestAuthorizerEvent,
  buildRequestAuthorizerEventV1,
  buildRequestAuthorizerEventV2,
  buildRestEvent,
  buildTokenAuthorizerEvent,
  buildWebsocketRequestAuthorizerEvent,
  buildWebsocketSession,
  detectEvent,
} from 'apigw-proxy';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import manifest from '../../package.json' with { type: 'json' };
import { SHAPES } from '../../src/cli/check-shape.js';
import { looksLikeEvent, meantKind } from '../../src/cli/meant-kind.js';
import { paint, showsColours } from '../../src/cli/paint.js';
import { shapeProblems } from '../../src/cli/shape-problems.js';
import { writeProject } from '../local/function/source/project.js';
import { cli, start } from './terminal.js';

/** Text as PowerShell writes it to a file. */
const utf16 = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le'));

const commands = ['event', 'check', 'render', 'invoke', 'serve', 'template', 'explain'];

describe('apigw-proxy', () => {
  test.each([[[]], [['--help']], ...commands.map((name) => [[name, '--help']])])('%j prints help that fits on a screen', async (args) => {
    const { code, out } = await cli(args);
    const lines = out.split('\n');
    expect(code).toBe(0);
    expect(lines.length).toBeLessThanOrEqual(24);
    expect(lines.filter((line) => line.length > 80)).toEqual([]);
  });

  test('prints its version', async () => {
    expect(await cli(['--version'])).toEqual({ code: 0, out: `${manifest.version}\n`, err: '' });
  });

  test.each([
    [['nothing'], undefined, "Unknown command 'nothing'. Run 'apigw-proxy --help' for the commands."],
    [['event'], undefined, 'Pass one target. Use rest, http-1.0, http-2.0, websocket or function-url.'],
    [['event', 'constructor'], undefined, 'Unknown target "constructor". Use one of rest, http-1.0, http-2.0, websocket, function-url.'],
    [['event', 'v2'], undefined, 'Unknown target "v2". Did you mean `http-2.0`?'],
    [['event', 'rest', '--nope'], undefined, "Unknown option '--nope'. Run 'apigw-proxy event --help' for the options."],
    [['event', 'rest', '--claims', 'sub=ada'], undefined, "Unknown option '--claims'. Did you mean '--claim'?"],
    [
      ['event', 'rest', '--route', 'GET /users/{id}'],
      undefined,
      'The route `/users/{id}` needs a value for `id`. Pass the path of the request with --path.',
    ],
    [
      ['event', 'rest', '--cors', '*'],
      undefined,
      'The target rest has no CORS configuration. Its function answers OPTIONS. Remove --cors.',
    ],
    [['serve', 'package.json', '--target', 'rest', '--cors', '*'], undefined, 'The target rest has no CORS configuration.'],
    [['render', '--target', 'http', '--binary', '*/*'], '{}', 'The target http-2.0 has no binary media types. Remove --binary.'],
    [['render', '--target', 'http', '--stream'], '{}', "The target http-2.0 can't stream responses. Remove --stream."],
    [['check', '--target', 'url', '--stage', 'dev'], '{}', 'The target function-url has no stages. Remove --stage.'],
    [['event', 'rest', '-H', 'x'], undefined, "The value of --header must be NAME:VALUE; got 'x'. Write --header 'name:value'."],
    [['event', 'rest', '--json', '{a:1}'], undefined, '--json is not JSON: '],
    [
      ['event', 'http', '--authorizer', 'token'],
      undefined,
      "The target http-2.0 has no 'token' authorizer. Use request, or token for rest.",
    ],
    [['event', 'rest', '--route', 'x'], undefined, 'Route `x` is not a valid route key. Write `/x`.'],
    [
      ['event', 'rest', '--', 'curl', '--nope', 'https://a'],
      undefined,
      `fromCurl doesn't know the option "--nope". Leave it out, or build the request in another way.`,
    ],
    [['event', 'rest', '--', 'curl'], undefined, 'The command "curl" has no URL. Add a URL such as `https://example.com/users`.'],
    [['check'], undefined, 'There is nothing to read. Pass a file, or pipe JSON into the command.'],
    [['check', 'missing.json'], undefined, "Cannot read 'missing.json'. Check the path."],
    [['check'], '{', 'The input is not JSON: '],
    [['check'], '', 'The input is empty. Pass a file with JSON, or pipe JSON into the command.'],
    [['render', '--target', 'rest'], '\n', 'The input is empty.'],
    [['check'], utf16('{}'), "The input is UTF-16, probably written by PowerShell's >. Write it with '| Out-File -Encoding utf8 FILE'."],
    [['check'], utf16('\ufeff{}'), 'The input is UTF-16'],
    [['check', 'a.json', 'b.json'], undefined, "'b.json' is a second file. Pass one file. Put quotes around a name with spaces."],
    [['check'], '{"\u001b[31m":', 'The input is not JSON: '],
    [
      ['event', 'rest', '--stage-variable', 'a=1', '--stage-variable', 'a=2'],
      undefined,
      'Two --stage-variable options have the same name.',
    ],
    [['event', 'rest', '--base-path', 'v1'], undefined, '--base-path needs a custom domain. Add --domain NAME.'],
    [
      ['event', 'rest', '--path', '/a', '--json', '{}', '--', 'curl', 'https://a'],
      undefined,
      '--path, --json and the curl command set the same thing. Pass it to curl only.',
    ],
    [['render'], '{}', '--target is missing.'],
    [['render', 'a.json', 'b.json', '--target', 'rest'], undefined, "'b.json' is a second file."],
    [['serve'], undefined, 'There is no handler to serve. Pass its file: apigw-proxy serve handler.mjs'],
    [['serve', 'missing.mjs'], undefined, "There is no file 'missing.mjs'. Pass the module that exports the handler."],
    [['serve', 'src'], undefined, "'src' is a folder. Pass the module that exports the handler."],
    [['serve', 'a.mjs', 'b.mjs'], undefined, "'b.mjs' is a second handler. Add a route for it: --route 'GET /users=FILE'."],
    [['serve', 'package.json', '--route', '/a', '--route', '/a=b.mjs'], undefined, "Two --route options have the route '/a'."],
    [['serve', 'package.json', '--target', 'rest', '--integration', 'none.json'], undefined, "Cannot read 'none.json'."],
    [['serve', 'package.json', '--target', 'rest', '--integration', '/x=a.json'], undefined, "There is no route '/x' for --integration."],
    [['serve', 'package.json', '--target', 'rest', '--integration', 'LICENSE'], undefined, "'LICENSE' is not JSON:"],
    [
      ['serve', 'package.json', '--target', 'rest', '--route', '/a', '--integration', '/a=package.json', '--integration', 'package.json'],
      undefined,
      "The route '/a' has two --integration options. Remove one of them.",
    ],
    [['serve', 'a.mjs', '--route', '/a=package.json'], undefined, "No route uses 'a.mjs'. Remove it, or add a --route without a file."],
    [
      ['serve', 'package.json', '--port', 'x'],
      undefined,
      "--port must be an integer from 0 to 65535; got 'x'. Write --port 3000, for example.",
    ],
    [['serve', 'package.json', '--port', '-1'], undefined, 'The value of --port starts with a dash. Write --port=VALUE.'],
    [['event', 'rest', '-H', '-a: b'], undefined, 'The value of --header starts with a dash. Write --header=VALUE.'],
    [
      ['serve', 'package.json', '--timeout', '0'],
      undefined,
      "--timeout must be an integer from 1 to 900; got '0'. Write --timeout 30, for example.",
    ],
    [
      ['serve', 'package.json', '--runtime', 'nodejs18.x'],
      undefined,
      "Unknown runtime 'nodejs18.x'. Write --runtime nodejs24.x, or one of nodejs20.x, nodejs22.x, nodejs24.x.",
    ],
    [['serve', 'package.json', '--host', ''], undefined, '--host is empty. Write --host 127.0.0.1'],
    [['serve', 'package.json', '--host', '192.0.2.1'], undefined, "'192.0.2.1' is not an address of this computer. Write --host 127.0.0.1"],
  ])('%j prints one line that explains the error', async (args, input, message) => {
    const { code, out, err } = await cli(args, input);
    expect([code, out, err.split('\n').length]).toEqual([2, '', 2]);
    expect(err).toContain(`apigw-proxy: ${message}`);
    expect(err).not.toContain('\u001b');
  });
});

describe('event', () => {
  test.each([
    ['rest', [], 'rest'],
    ['http-1.0', [], 'http-1.0'],
    ['http', [], 'http-2.0'],
    ['function-url', [], 'function-url'],
    ['websocket', ['--route', '$connect'], 'websocket-connect'],
    ['websocket', ['--json', '{"action":"say"}'], 'websocket-message'],
    ['websocket', ['--route', 'say', '--json', '{"action":"say"}'], 'websocket-message'],
    ['websocket', ['--route', '$disconnect'], 'websocket-disconnect'],
    ['rest', ['--authorizer', 'token', '-H', 'Authorization: a'], 'authorizer-token'],
    ['rest', ['--authorizer', 'request'], 'authorizer-request-rest'],
    ['http-2.0', ['--authorizer', 'request'], 'authorizer-request-http-2.0'],
    ['websocket', ['--authorizer', 'request', '--route', '$connect'], 'authorizer-request-websocket'],
  ])('%s %j prints a valid event', async (target, args, kind) => {
    const { code, out } = await cli(['event', target, ...args]);
    expect([code, detectEvent(JSON.parse(out))]).toEqual([0, kind]);
  });

  test('reads the parts of the request and the settings of the gateway', async () => {
    const request = ['--route', 'POST /users/{id}', '--path', '/users/1', '--query', 'a=1', '-H', 'X-A: b: c', '--cookie', 'c=d'];
    const gateway = ['--stage', 'dev', '--stage-variable', 'table=users', '--domain', 'api.example.com', '--base-path', 'v1'];
    const { out } = await cli(['event', 'rest', ...request, ...gateway, '--form', 'x=y', '--source-ip', '192.0.2.1']);
    expect(JSON.parse(out)).toMatchObject({
      path: '/v1/users/1',
      httpMethod: 'POST',
      headers: { 'X-A': 'b: c', Cookie: 'c=d' },
      queryStringParameters: { a: '1' },
      stageVariables: { table: 'users' },
      body: 'x=y',
      requestContext: { stage: 'dev', identity: { sourceIp: '192.0.2.1' } },
    });
  });

  test('sends every field of a form, even repeated ones', async () => {
    expect(JSON.parse((await cli(['event', 'rest', '--form', 'a=1', '--form', 'a=2'])).out)).toMatchObject({ body: 'a=1&a=2' });
  });

  test('accepts settings of the gateway with a curl command', async () => {
    const gateway = ['--route', 'GET /users/{id}', '--source-ip', '192.0.2.1'];
    const { out } = await cli(['event', 'rest', ...gateway, '--', 'curl', 'https://api.example.com/users/1']);
    expect(JSON.parse(out)).toMatchObject({ pathParameters: { id: '1' }, requestContext: { identity: { sourceIp: '192.0.2.1' } } });
  });

  test('reads a curl command', async () => {
    const { out } = await cli(['event', 'rest', '--', 'curl', '-d', 'a=1', 'https://api.example.com/users']);
    expect(JSON.parse(out)).toMatchObject({ path: '/users', httpMethod: 'POST', body: 'a=1' });
  });
});

describe('meantKind', () => {
  const whole = {
    ...buildEvents(),
    'websocket-connect': buildWebsocketSession().connect(),
    'websocket-message': buildWebsocketSession().message('hi'),
    'websocket-disconnect': buildWebsocketSession().disconnect(),
    'authorizer-token': buildTokenAuthorizerEvent({ headers: { Authorization: 'a' } }),
    'authorizer-request-rest': buildRequestAuthorizerEvent(),
    'authorizer-request-http-1.0': buildRequestAuthorizerEventV1(),
    'authorizer-request-http-2.0': buildRequestAuthorizerEventV2(),
    'authorizer-request-websocket': buildWebsocketRequestAuthorizerEvent(),
  };

  test.each(Object.entries(whole))('recognizes %s', (kind, event) => {
    expect([looksLikeEvent(event), meantKind(event), shapeProblems(meantKind(event), event)]).toEqual([true, kind, []]);
  });

  test.each([
    [{ type: 'REQUEST', version: '2.0' }, 'authorizer-request-http-2.0'],
    [{ type: 'REQUEST', version: '1.0' }, 'authorizer-request-http-1.0'],
    [{ type: 'REQUEST', requestContext: { connectionId: 'a' } }, 'authorizer-request-websocket'],
    [{ type: 'REQUEST', requestContext: {} }, 'authorizer-request-rest'],
    [{ rawPath: '/' }, 'http-2.0'],
    [{ rawPath: '/', requestContext: { http: {} } }, 'http-2.0'],
    [{ rawPath: '/', httpMethod: 'GET' }, 'rest'],
  ])('recognizes the incomplete event %j', (event, kind) => {
    expect(meantKind(event)).toBe(kind);
  });
});

describe('SHAPES', () => {
  test.each(Object.entries(SHAPES))('has a valid example for %s', async (kind, { example }) => {
    const [, ...args] = example.split(' ').map((word) => word.replaceAll("'", ''));
    const printed = example.startsWith('{') ? example : (await cli(args)).out;
    const { code, out } = await cli(['check'], printed);
    expect([code, out]).toEqual([0, `valid ${SHAPES[kind as keyof typeof SHAPES].name}\n`]); // its own keys
  });
});

describe('check', () => {
  const event = buildRestEvent();
  const { requestContext: _, ...contextless } = event;

  test.each([
    ['an event', event, 0, 'valid event of a REST API (rest)\n'],
    ['an invalid event', { ...event, path: 1 }, 1, 'invalid event of a REST API (rest)\n  path: '],
    ['a simple answer of an authorizer', { isAuthorized: true }, 0, 'valid simple answer of a Lambda authorizer of an HTTP API\n'],
    [
      'a policy of an authorizer',
      { principalId: 'ada', policyDocument: { Version: '2012-10-17', Statement: [] } },
      0,
      'valid policy of a Lambda authorizer\n',
    ],
    ['an incomplete event', { resource: '/', path: '/', requestContext: {} }, 1, 'invalid event of a REST API (rest)\n'],
    [
      'an incomplete authorizer event',
      { type: 'TOKEN', methodArn: 'a' },
      1,
      'invalid TOKEN authorizer event of a REST API (authorizer-token)\n',
    ],
    [
      'an event without its context',
      contextless,
      1,
      'invalid event of a REST API (rest)\n  requestContext: Invalid input: expected object, received undefined\n    A valid one: apigw-proxy event rest\n',
    ],
    [
      'an authorizer event without its ARN',
      { type: 'TOKEN', authorizationToken: 'x' },
      1,
      'invalid TOKEN authorizer event of a REST API (authorizer-token)\n  methodArn: ',
    ],
    [
      'an invalid policy of an authorizer',
      { principalId: 'ada', policyDocument: { Version: '2012-10-17', Statement: [{ Effect: 'allow' }] } },
      1,
      'invalid policy of a Lambda authorizer\n  policyDocument.Statement.0: Effect: ',
    ],
    [
      'a policy of an authorizer without a document',
      { principalId: 'ada' },
      1,
      'invalid policy of a Lambda authorizer\n  policyDocument: ',
    ],
    [
      'an invalid simple answer of an authorizer',
      { isAuthorized: 'yes' },
      1,
      'invalid simple answer of a Lambda authorizer of an HTTP API\n  isAuthorized: Invalid input: expected boolean, received string\n    A valid one: {',
    ],
    ['a result with a field of an event', { statusCode: 200, requestContext: {}, isAuthorized: 1 }, 0, 'invalid result for rest: 502\n'],
    ['a result', { statusCode: 200, body: '{}' }, 0, 'valid result for rest: 200\n'],
    ['an invalid result', { statusCode: 1, body: [] }, 1, 'invalid result for rest: 502\n  error '],
  ])('prints whether %s is valid', async (_, value, code, text) => {
    const printed = await cli(['check'], JSON.stringify(value));
    expect([printed.code, printed.out.slice(0, text.length)]).toEqual([code, text]);
  });

  test('explains that an event is not a result of the target', async () => {
    const { code, out } = await cli(['check', '--target', 'rest'], JSON.stringify(contextless));
    expect([code, out]).toEqual([
      1,
      'invalid result for rest: this is an event: event of a REST API (rest). Remove --target to check it.\n',
    ]);
  });

  test.each([
    { statusCode: 200, '\u001b[31m': 1 },
    { ...event, headers: { '\u001b[31m': 1 } },
  ])('writes control characters as text: %#', async (value) => {
    const { code, out } = await cli(['check'], JSON.stringify(value));
    expect(code).toBe('statusCode' in value ? 0 : 1);
    expect(out).toContain('\\x1b[31m');
    expect(out).not.toContain('\u001b');
  });

  test('skips a byte order mark', async () => {
    expect((await cli(['check', '--target', 'rest'], '\ufeff{"statusCode":200}')).code).toBe(0);
  });

  test.each([
    ['rest', 1, 'invalid result for rest: 502\n  error unknown-key at cookies: '],
    ['http-2.0', 0, 'valid result for http-2.0: 200\n'],
    ['websocket', 1, 'invalid result for websocket: a message\n'],
  ])('checks a result for %s', async (target, code, text) => {
    const printed = await cli(['check', '--target', target], '{"statusCode":200,"cookies":[],"body":""}');
    expect([printed.code, printed.out.slice(0, text.length)]).toEqual([code, text]);
  });
});

describe('render', () => {
  test('prints the response as the client receives it', async () => {
    const { code, out, err } = await cli(['render', '--target', 'rest'], '{"statusCode":201,"body":"{}"}');
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^HTTP\/1\.1 201 Created\r\n[\s\S]*x-amzn-RequestId: [\s\S]*\r\n\r\n\{\}$/);
  });

  test('prints the response of the gateway, and the reason for it', async () => {
    const { code, out, err } = await cli(['render', '--target', 'http-2.0'], '{"statusCode":0}');
    expect([code, out.split('\r\n')[0]]).toEqual([1, 'HTTP/1.1 500 Internal Server Error']);
    expect(err).toMatch(/^ {2}error status-code-invalid at statusCode: .+\n {4}/);
  });

  test.each([
    [true, '{"body":"a"}', '\n  warning '],
    [true, '{"body":"a\\n"}', '  warning '],
    [false, '{"body":"a"}', '  warning '],
  ])('prints issues on a new line on a terminal (%j): %s', async (isTerminal, result, beginning) => {
    const { code, err } = start(['render', '--target', 'rest'], result, isTerminal);
    expect([await code, err().slice(0, beginning.length)]).toEqual([0, beginning]);
  });

  test.each([
    [['-H', 'Accept: image/png', '--binary', 'image/png'], '\r\n\r\nhi'],
    [[], '\r\n\r\naGk='],
  ])('renders the response for the request: %j', async (args, end) => {
    const { out } = await cli(['render', '--target', 'rest', ...args], '{"body":"aGk=","isBase64Encoded":true}');
    expect(out.endsWith(end)).toBe(true);
  });

  test('prints the message that a WebSocket client receives', async () => {
    expect((await cli(['render', '--target', 'websocket'], '{"statusCode":200,"body":"pong"}')).out).toBe('pong\n');
    expect((await cli(['render', '--target', 'ws', '--route', '$connect'], '{"statusCode":200}')).out).toMatch(/^HTTP\/1\.1 101 /);
  });
});

describe('serve', () => {
  let folder: string;
  const file = () => join(folder, 'handler.mjs');
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'serve-'));
    await writeFile(file(), handlerOf('old'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  function handlerOf(text: string): string {
    return `export const handler = async (event) => ({ statusCode: 200, body: '${text} ' + (event.path ?? event.rawPath) });
      export const other = async () => { throw new Error('no'); };
      export const old = (event, context, callback) => callback(null, 'called back');`;
  }

  async function serve(...args: string[]) {
    const running = start(['serve', file(), '--port', '0', ...args]);
    const url = await expect
      .poll(() => /http:\S+/.exec(running.out())?.[0])
      .toBeDefined()
      .then(() => /http:\S+/.exec(running.out())?.[0] ?? '');
    return { ...running, url };
  }

  test('serves a custom integration, and logs its issues', async () => {
    const integration = join(folder, 'integration.json');
    const templates = { requestTemplates: { 'application/json': "{\"path\": \"$input.json('$.a').replaceAll('\"', '')\"}$none.nope" } };
    const answers = { responses: [{ statusCode: 202, responseTemplates: { 'application/json': "got $input.path('$.body')" } }] };
    await writeFile(integration, JSON.stringify({ ...templates, ...answers }));
    const { url, out, stop, code } = await serve('--target', 'rest', '--integration', `ANY /{proxy+}=${integration}`);
    const response = await fetch(`${url}/x`, { method: 'POST', body: '{"a":"b/c"}', headers: { 'content-type': 'application/json' } });
    expect([response.status, await response.text()]).toEqual([202, 'got old b/c']);
    await expect.poll(out).toContain('info slash-escaped at requestTemplates.application/json: Line 1: ');
    stop();
    expect(await code).toBe(0);
  });

  test('serves, logs, reloads and stops', async () => {
    const { url, out, stop, code } = await serve('--target', 'rest');
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/prod$/);
    const response = await fetch(`${url}/a`);
    expect([await response.text(), response.headers.has('x-amz-apigw-id')]).toEqual(['old /a', true]);
    await writeFile(file(), handlerOf('new'));
    await expect.poll(async () => (await fetch(`${url}/a`)).text()).toBe('new /a');
    expect(out()).toMatch(/^GET \/prod\/a {2}200 {2}(?:<1|\d+) ms {2}\(ANY \/\{proxy\+\}\)$/m);
    expect(out()).toContain('warning content-type-default');
    expect(out()).toContain('Reloaded: handler.mjs changed.');
    // A log in the folder, such as the server's own, is not a source.
    await writeFile(file().replace('handler.mjs', 'server.log'), 'x');
    await writeFile(file(), handlerOf('two'));
    await expect.poll(async () => (await fetch(`${url}/a`)).text()).toBe('two /a');
    expect(out()).not.toContain('server.log');
    stop();
    expect(await code).toBe(0);
    await expect(fetch(url)).rejects.toThrow();
  });

  test('serves TypeScript, and reloads when a file changes that the handler imports', async () => {
    const project = await writeProject({
      'src/handlers/a.ts': "import { text } from '../lib/text';\nexport const handler = async (): Promise<string> => text;",
      'src/lib/text.ts': "export const text: string = 'old';",
    });
    const running = start(['serve', join(project, 'src/handlers/a.ts'), '--port', '0']);
    await expect.poll(running.out).toMatch(/http:\S+/);
    const url = /http:\S+/.exec(running.out())?.[0] ?? '';
    expect(await (await fetch(url)).text()).toBe('old');
    await writeFile(join(project, 'src/lib/text.ts'), "export const text: string = 'new';");
    await expect.poll(async () => (await fetch(url)).text()).toBe('new');
    expect(running.out()).toContain('Reloaded: text.ts changed.');
    running.stop();
    expect(await running.code).toBe(0);
  });

  test.each([[[]], [['--no-reload']]])('prints nothing about a handler that is still loading when it stops: %j', async (args) => {
    const project = await writeProject({ 'slow.mjs': 'await new Promise((later) => setTimeout(later, 60_000));' });
    const running = start(['serve', join(project, 'slow.mjs'), '--port', '0', ...args]);
    await expect.poll(running.out).toMatch(/http:\S+/);
    running.stop();
    expect([await running.code, running.err()]).toEqual([0, '']);
  });

  test('says what to install for a handler that nothing here can read', async () => {
    const project = await writeProject({ 'handler.tsx': 'export const handler = () => <b />;' }, 'none');
    const { code, err } = await cli(['serve', join(project, 'handler.tsx'), '--port', '0']);
    expect(code).toBe(2);
    expect(err).toMatch(
      /^apigw-proxy: Node\.js \S+ can't run \.tsx files such as '.*'\. Install esbuild in your project: npm install --save-dev esbuild\n$/,
    );
  });

  test.each([
    ['nodejs22.x', 200, 'called back'],
    ['nodejs24.x', 500, '{"message":"Internal Server Error"}'],
  ])('serves with the runtime %s', async (runtime, status, body) => {
    const { url, stop, code } = await serve('--runtime', runtime, '--route', '/', '--route', `/old=${file()}#old`);
    const response = await fetch(`${url}/old`);
    expect([response.status, await response.text()]).toEqual([status, body]);
    stop();
    expect(await code).toBe(0);
  });

  test('serves a route with another handler, and logs what it throws', async () => {
    const { url, out, stop, code } = await serve(
      '--route',
      `GET /other=${file()}#other`,
      '--route',
      '$default',
      '--no-reload',
      '--no-inspect',
    );
    expect((await fetch(`${url}/other`)).status).toBe(500);
    expect(out()).toContain('  Error: no');
    expect(await (await fetch(url)).text()).toMatch(/ \/$/);
    stop();
    await code;
  });

  test('accepts a file with a # in its name', async () => {
    await mkdir(join(folder, 'c#'), { recursive: true });
    const odd = join(folder, 'c#', 'handler#1.mjs');
    await writeFile(odd, handlerOf('odd'));
    const running = start(['serve', odd, '--port', '0', '--route', `GET /other=${odd}#other`, '--route', 'GET /']);
    await expect.poll(running.out).toMatch(/http:\S+/);
    const url = /http:\S+/.exec(running.out())?.[0];
    expect(await (await fetch(`${url}/`)).text()).toBe('odd /');
    expect((await fetch(`${url}/other`)).status).toBe(500);
    running.stop();
    expect(await running.code).toBe(0);
  });

  test('reloads a handler behind a link', async () => {
    const [linked, real] = [await mkdtemp(join(tmpdir(), 'serve-')), join(folder, 'real')];
    await mkdir(real);
    await writeFile(join(real, 'handler.mjs'), handlerOf('old'));
    await symlink(join(real, 'handler.mjs'), join(linked, 'handler.mjs'));
    const running = start(['serve', join(linked, 'handler.mjs'), '--port', '0']);
    await expect.poll(running.out).toMatch(/http:\S+/);
    await writeFile(join(real, 'handler.mjs'), handlerOf('new'));
    await expect.poll(running.out).toContain('Reloaded: handler.mjs changed.');
    running.stop();
    expect(await running.code).toBe(0);
    await rm(linked, { recursive: true });
  });

  test.each(['0.0.0.0', '0'])('prints a loopback URL when it listens on all addresses: %s', async (host) => {
    const { url, out, stop, code } = await serve('--host', host);
    expect([url, out()]).toEqual([expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/), expect.not.stringContaining('//0')]);
    stop();
    expect(await code).toBe(0);
  });

  test('serves a WebSocket API', async () => {
    const running = start(['serve', file(), '--port', '0', '--target', 'websocket']);
    await expect.poll(running.out).toMatch(/ws:\S+/);
    const client = new WebSocket(/ws:\S+/.exec(running.out())?.[0] ?? '');
    await once(client, 'open');
    client.send('hi');
    expect(String((await once(client, 'message'))[0])).toMatch(/^(old|two) undefined$/);
    client.close();
    await expect.poll(running.out).toMatch(/^[\w-]{15}= {2}\$default {2}message {2}(?:<1|\d+) ms$/m);
    running.stop();
    expect(await running.code).toBe(0);
  });

  test('serves the message route __proto__', async () => {
    const running = start(['serve', file(), '--port', '0', '--target', 'websocket', '--route', '__proto__', '--no-reload']);
    await expect.poll(running.out).toMatch(/^ {2}__proto__ {3}\S+#handler$/m);
    const client = new WebSocket(/ws:\S+/.exec(running.out())?.[0] ?? '');
    await once(client, 'open');
    client.send('{"action":"__proto__"}');
    await once(client, 'message');
    await expect.poll(running.out).toMatch(/= {2}__proto__ {2}message/);
    client.close();
    running.stop();
    expect(await running.code).toBe(0);
  });

  test('explains that a port is in use', async () => {
    const { url, stop, code } = await serve();
    const port = new URL(url).port;
    const { code: refused, err } = await cli(['serve', file(), '--port', port]);
    expect([refused, err]).toEqual([2, `apigw-proxy: Port ${port} is in use. Choose another with --port, or 0 for a free one.\n`]);
    stop();
    await code;
  });
});

describe('paint', () => {
  test('adds a color only if colors are shown', () => {
    expect([paint('a', 'red', true), paint('a', 'red', false)]).toEqual(['\u001b[31ma\u001b[0m', 'a']);
  });
});

describe('showsColours', () => {
  test.each([
    [{}, true, true],
    [{}, false, false],
    [{ NO_COLOR: '1', FORCE_COLOR: '1' }, true, false],
    [{ FORCE_COLOR: '1', TERM: 'dumb' }, false, true],
    [{ FORCE_COLOR: '0' }, true, false],
    [{ FORCE_COLOR: 'false' }, true, false],
    [{ FORCE_COLOR: '' }, true, true],
    [{ TERM: 'dumb' }, true, false],
  ])('of the environment %j on a terminal (%j) is %j', (env, isTerminal, expected) => {
    expect(showsColours(env, isTerminal)).toBe(expected);
  });
});
