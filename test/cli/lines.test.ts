import { join } from 'node:path';
import type { Deployment } from 'apigw-proxy/deploy';
import { describe, expect, test } from 'vitest';
import { SHAPES } from '../../src/cli/check-shape.js';
import { type CallerValues, callerOf } from '../../src/cli/event-caller.js';
import { exchangeLines } from '../../src/cli/exchange-lines.js';
import { type GatewayValues, rejectUnused, settingsOf, targetOf } from '../../src/cli/gateway-options.js';
import { parseJson, readInput } from '../../src/cli/json-input.js';
import { isLoopback } from '../../src/cli/loopback.js';
import { meantAnswer, meantKind } from '../../src/cli/meant-kind.js';
import { printable } from '../../src/cli/printable.js';
import { readIntegrations } from '../../src/cli/served-integrations.js';
import { templateOptionsOf } from '../../src/cli/template-command.js';
import { deploymentLines } from '../../src/cli/template-lines.js';
import { writeProject } from '../local/function/source/project.js';
import { cli } from './terminal.js';

// What the commands print line by line, and what their options mean.

describe('deploymentLines', () => {
  const empty: Deployment = { format: 'sam', apis: [], functions: {}, unsupported: [], optional: [] };

  test('shows everything that a template deploys, in columns', () => {
    const deployment: Deployment = {
      ...empty,
      apis: [
        {
          name: 'Shop',
          target: 'rest',
          stage: 'prod',
          routes: [
            {
              key: 'GET /a',
              integration: 'proxy',
              function: 'List',
              authorizer: 'Gate',
              scopes: ['read', 'write'],
              apiKeyRequired: true,
              streaming: true,
            },
            { key: 'POST /longer', integration: 'custom', function: 'Make', payloadVersion: '2.0', scopes: [] },
            { key: 'GET /b', integration: 'proxy', function: null, functionByStage: { dev: 'One', prod: 'Two' } },
            { key: 'GET /c', integration: 'http-proxy', uri: 'https://a.example' },
            { key: 'GET /d' },
          ],
          authorizers: [
            { name: 'Gate', type: 'token', function: 'Check', identitySource: ['a', 'b'] },
            { name: 'Issuer', type: 'jwt', issuer: 'https://i.example' },
            { name: 'Pool', type: 'cognito', userPools: ['p', 'q'] },
            { name: 'None', type: 'request' },
          ],
        },
        {
          name: 'Web\u001b[31m',
          target: 'http-2.0',
          stage: null,
          stages: [{ name: 'dev' }, { name: '$default' }],
          routes: [],
          authorizers: [],
        },
        { name: 'Chat', target: 'websocket', stage: null, routes: [] },
        { name: 'Old', target: 'http-1.0', stage: 'x', routes: [] },
        { name: 'Url', target: 'function-url', stage: null, routes: [{ key: '$default' }] },
      ],
      functions: {
        List: { runtime: 'nodejs22.x', handler: 'a.b', codeUri: 'src', timeout: 7 },
        Make: { packageType: 'Image' },
        Long: { handler: 'c.d' },
      },
      unsupported: [
        { where: 'a.b', what: 'It is odd.', line: 7 },
        { where: '', what: 'All is odd.' },
      ],
      optional: [{ where: 'c', what: 'No effect.' }],
    };
    expect(deploymentLines(deployment, 'file.yaml', false)).toEqual([
      'file.yaml  (SAM template)',
      '',
      'REST API Shop  stage prod',
      '  GET /a        List                          authorizer Gate, scopes read write, API key, streaming',
      '  POST /longer  Make (custom)                 payload 2.0',
      '  GET /b        One or Two',
      '  GET /c        http-proxy https://a.example',
      '  GET /d        no integration',
      '  Authorizers',
      '    Gate    token    Check              a, b',
      '    Issuer  jwt      https://i.example',
      '    Pool    cognito  p q',
      '    None    request',
      '',
      `HTTP API Web${printable('\u001b[31m')}  one of the stages dev, $default`,
      '',
      'WebSocket API Chat  no stage',
      '',
      'HTTP API Old  stage x',
      '',
      'Function URL Url',
      '  $default  no integration',
      '',
      'Functions',
      '  List  nodejs22.x  src a.b          7 s',
      '  Make              container image',
      '  Long              c.d',
      '',
      'Not supported',
      '  line 7  a.b',
      '    It is odd.',
      '  the whole file',
      '    All is odd.',
      '',
      'Without effect here',
      '  c',
      '    No effect.',
    ]);
  });

  test.each([
    ['sam', 'SAM template'],
    ['cloudformation', 'CloudFormation template'],
    ['openapi', 'OpenAPI document'],
    ['serverless', 'serverless.yml'],
  ] as const)('names the format %s', (format, name) => {
    expect(deploymentLines({ ...empty, format }, 'f', false)).toEqual([`f  (${name})`]);
  });

  test('colours the place of a finding', () => {
    const found = { ...empty, unsupported: [{ where: 'a', what: 'b' }], optional: [{ where: 'c', what: 'd' }] };
    const lines = deploymentLines(found, 'f', true);
    expect(lines.filter((line) => line.includes('\u001b'))).toEqual([
      expect.stringContaining('\u001b[31ma'),
      expect.stringContaining('c\u001b['),
    ]);
  });
});

describe('the options of a gateway', () => {
  test.each([
    ['http', 'http-2.0'],
    ['url', 'function-url'],
    ['lambda-url', 'function-url'],
    ['ws', 'websocket'],
    ['rest', 'rest'],
    ['http-1.0', 'http-1.0'],
  ])('%s stands for %s', (name, target) => {
    expect(targetOf(name)).toBe(target);
  });

  test('are settings', () => {
    expect(settingsOf({})).toEqual({});
    expect(
      settingsOf({
        stage: 'dev',
        'stage-variable': ['a=1', ' b = 2=3 '],
        domain: 'a.example',
        'base-path': 'v1',
        binary: ['*/*'],
        cors: ['*'],
        stream: true,
      }),
    ).toEqual({
      stage: 'dev',
      stageVariables: { a: '1', b: '2=3' },
      customDomain: { domainName: 'a.example', basePath: 'v1' },
      binaryMediaTypes: ['*/*'],
      cors: { allowOrigins: ['*'], allowMethods: ['*'], allowHeaders: ['*'] },
      responseTransferMode: 'STREAM',
      invokeMode: 'RESPONSE_STREAM',
    });
    expect(settingsOf({ domain: 'a.example', stream: false })).toEqual({ customDomain: { domainName: 'a.example' } });
  });

  const all = ['rest', 'http-1.0', 'http-2.0', 'websocket', 'function-url'] as const;
  test.each<[keyof GatewayValues, GatewayValues, readonly string[], string]>([
    ['cors', { cors: ['*'] }, ['rest', 'websocket'], 'has no CORS configuration. Its function answers OPTIONS.'],
    ['binary', { binary: ['*/*'] }, ['http-1.0', 'http-2.0', 'websocket', 'function-url'], 'has no binary media types.'],
    ['stage', { stage: 'x' }, ['function-url'], 'has no stages.'],
    ['stage-variable', { 'stage-variable': ['a=b'] }, ['function-url'], 'has no stage variables.'],
    ['domain', { domain: 'x' }, ['function-url'], 'has no custom domain.'],
    ['stream', { stream: true }, ['http-1.0', 'http-2.0', 'websocket'], "can't stream responses."],
  ])('--%s is refused where it has no effect', (option, values, targets, reason) => {
    for (const target of all) {
      if (!targets.includes(target)) expect(() => rejectUnused(values, target), target).not.toThrow();
      else
        expect(() => rejectUnused(values, target)).toThrow(
          expect.objectContaining({ message: `The target ${target} ${reason}`, fix: `Remove --${option}.` }),
        );
      expect(() => rejectUnused({}, target)).not.toThrow();
    }
  });

  test.each<[GatewayValues, string, string]>([
    [{ 'base-path': 'v1' }, '--base-path needs a custom domain.', 'Add --domain NAME.'],
    [{ 'stage-variable': ['a=1', 'a=2'] }, 'Two --stage-variable options have the same name.', 'Remove one of them.'],
    [{ 'stage-variable': ['=1'] }, "The value of --stage-variable must be NAME=VALUE; got '=1'.", "Write --stage-variable 'name=value'."],
  ])('%j is refused', (values, message, fix) => {
    expect(() => settingsOf(values)).toThrow(expect.objectContaining({ message, fix }));
  });
});

describe('the options of a template', () => {
  test('are those of readTemplate', () => {
    expect(templateOptionsOf({})).toEqual({ env: process.env });
    expect(
      templateOptionsOf({
        stage: 'prod',
        target: 'http',
        parameter: ['A=1'],
        'stage-variable': ['b=2'],
        region: 'eu-west-1',
        account: '123456789012',
        'stack-name': 'shop',
        'nested-stacks': true,
        function: ['F=src/a.ts#list', 'G=b.mjs', 'H=c.handler', 'I=d#make', 'J=e.cts', 'K=f.jsx'],
      }),
    ).toEqual({
      env: process.env,
      stage: 'prod',
      target: 'http-2.0',
      parameters: { A: '1' },
      stageVariables: { b: '2' },
      region: 'eu-west-1',
      accountId: '123456789012',
      stackName: 'shop',
      nestedStacks: true,
      functions: { F: 'src/a.list', G: 'b.handler', H: 'c.handler', I: 'd.make', J: 'e.handler', K: 'f.handler' },
    });
    expect(templateOptionsOf({ 'nested-stacks': false })).toEqual({ env: process.env });
  });
});

describe('the input', () => {
  const io = (input: Uint8Array, hasInput = true) => ({ input: async () => input, hasInput }) as never; // it is only read

  test.each<[number[], boolean]>([
    [[0, 0x7b], true],
    [[0x7b, 0], true],
    [[0xff, 0xfe, 0x7b, 0], true],
    [[0xfe, 0xff, 0, 0x7b], true],
    [[0xff, 0x7b], false],
    [[0xfe, 0x7b], false],
    [[0x7b, 0xfe], false],
    [[0x7b, 0xff], false],
    [[0xef, 0xbb, 0xbf, 0x7b], false],
  ])('is UTF-16 if it begins with %j: %s', async (bytes, isUtf16) => {
    const read = readInput([], io(Uint8Array.from(bytes)));
    if (isUtf16) await expect(read).rejects.toMatchObject({ message: "The input is UTF-16, probably written by PowerShell's >." });
    else expect(await read).toContain('{');
  });

  test('has a name in each error', async () => {
    const folder = await writeProject({ 'empty.json': ' \n' });
    const file = join(folder, 'empty.json');
    await expect(readInput([file], io(new Uint8Array()))).rejects.toMatchObject({ message: `'${file}' is empty.` });
    await expect(readInput([], io(new Uint8Array()))).rejects.toMatchObject({
      message: 'The input is empty.',
      fix: 'Pass a file with JSON, or pipe JSON into the command.',
    });
    expect(() => parseJson('{a', 'It')).toThrow(
      expect.objectContaining({ message: expect.stringMatching(/^It is not JSON: /), fix: 'Put strings and names in double quotes.' }),
    );
  });
});

test('every kind has a name of its own', () => {
  const names = Object.entries(SHAPES).map(([kind, { name, example }]) => `${kind}: ${name}: ${example.split(' ')[0]}`);
  expect(names).toEqual([
    'rest: event of a REST API (rest): apigw-proxy',
    'http-1.0: event of an HTTP API, payload 1.0 (http-1.0): apigw-proxy',
    'http-2.0: event of an HTTP API, payload 2.0 (http-2.0): apigw-proxy',
    'function-url: event of a function URL (function-url): apigw-proxy',
    'websocket-connect: $connect event of a WebSocket API (websocket-connect): apigw-proxy',
    'websocket-message: message event of a WebSocket API (websocket-message): apigw-proxy',
    'websocket-disconnect: $disconnect event of a WebSocket API (websocket-disconnect): apigw-proxy',
    'authorizer-token: TOKEN authorizer event of a REST API (authorizer-token): apigw-proxy',
    'authorizer-request-rest: REQUEST authorizer event of a REST API (authorizer-request-rest): apigw-proxy',
    'authorizer-request-http-1.0: authorizer event of an HTTP API, payload 1.0 (authorizer-request-http-1.0): apigw-proxy',
    'authorizer-request-http-2.0: authorizer event of an HTTP API, payload 2.0 (authorizer-request-http-2.0): apigw-proxy',
    'authorizer-request-websocket: authorizer event of a WebSocket API (authorizer-request-websocket): apigw-proxy',
    expect.stringMatching(/^policy: policy of a Lambda authorizer: \{/),
    expect.stringMatching(/^simple-answer: simple answer of a Lambda authorizer of an HTTP API: \{/),
  ]);
});

describe('what an incomplete value was meant to be', () => {
  test.each<[object, string]>([
    [{ authorizationToken: 'x' }, 'authorizer-token'],
    [{ authorizationToken: 'x', requestContext: {} }, 'rest'],
    [{ routeArn: 'x' }, 'authorizer-request-http-2.0'],
    [{ methodArn: 'x' }, 'authorizer-request-rest'],
    [{ methodArn: 'x', requestContext: { connectionId: 'x' } }, 'authorizer-request-websocket'],
    [{ requestContext: { eventType: 'X' } }, 'websocket-message'],
    [{ requestContext: { connectionId: 'x' } }, 'websocket-message'],
    [{ version: '2.0', httpMethod: 'GET' }, 'http-2.0'],
    [{ requestContext: { http: {} }, httpMethod: 'GET' }, 'http-2.0'],
    [{ routeKey: 'x' }, 'http-2.0'],
    [{ rawPath: 'x' }, 'http-2.0'],
    [{ rawPath: 'x', httpMethod: 'GET' }, 'rest'],
    [{ version: '1.0' }, 'http-1.0'],
    [{}, 'rest'],
  ])('%j: %s', (value, kind) => {
    expect(meantKind(value)).toBe(kind);
  });

  test.each<[unknown, string | undefined]>([
    [{ policyDocument: 1, statusCode: 200 }, 'policy'],
    [{ isAuthorized: 1, statusCode: 200 }, undefined],
    [{ isAuthorized: 1 }, 'simple-answer'],
    [{ principalId: 1 }, 'policy'],
    [{}, undefined],
    [5, undefined],
  ])('%j as an answer: %s', (value, kind) => {
    expect(meantAnswer(value)).toBe(kind);
  });
});

describe('the line of an exchange', () => {
  const lineOf = (status: number, duration: number): string => {
    const exchange = {
      request: { method: 'GET', target: '/a', headers: [] },
      response: { status, issues: [] },
      duration,
      custom: { issues: [] },
    };
    return exchangeLines(exchange as never, true).join('\n');
  };

  test.each([
    [200, '32m'],
    [399, '32m'],
    [400, '33m'],
    [499, '33m'],
    [500, '31m'],
  ])('has a colour for %d', (status, colour) => {
    expect(lineOf(status, 5)).toContain(`\u001b[${colour}${status}`);
  });

  test.each([
    [0.99, '<1 ms'],
    [1, '1 ms'],
    [1.6, '2 ms'],
  ])('rounds %d ms to %s', (duration, text) => {
    expect(lineOf(200, duration).endsWith(`  ${text}`)).toBe(true);
  });
});

test.each([
  [['help'], 0],
  [['-h'], 0],
  [['-v'], 0],
  [['explain', 'a', 'b'], 2],
])('%j ends with %d', async (args, code) => {
  const printed = await cli(args);
  expect(printed.code).toBe(code);
  if (code === 2) expect(printed.err).toBe("apigw-proxy: 'b' is a second code. Pass one code.\n");
  else expect(printed.out).not.toBe('');
});

test('a command that is almost right is named', async () => {
  expect((await cli(['evnt'])).err).toContain("Did you mean 'event'?");
});

test('only addresses that nobody else can reach are loopback', () => {
  for (const host of ['localhost', '127.0.0.1', '127.255.10.200', '::1']) expect(isLoopback(host), host).toBe(true);
  const others = [
    '0.0.0.0',
    '128.0.0.1',
    '127.0.0',
    '127.0.0.1.2',
    '127.0.0.1234',
    '127.a.b.c',
    'xlocalhost',
    'localhost.example',
    '::',
    '::11',
    'x127.0.0.1',
    '',
  ];
  for (const host of others) expect(isLoopback(host), host).toBe(false);
});

describe('the caller of an event', () => {
  test.each<[CallerValues, Parameters<typeof callerOf>[1], object]>([
    [{ claim: ['sub=ada', 'a=b=c'] }, 'rest', { cognito: { claims: { sub: 'ada', a: 'b=c' } } }],
    [{ claim: ['sub=ada'] }, 'http-1.0', { jwt: { claims: { sub: 'ada' } } }],
    [{ claim: ['sub=ada'] }, 'http-2.0', { jwt: { claims: { sub: 'ada' } } }],
    [{ context: ['role=admin'] }, 'websocket', { lambda: { context: { role: 'admin' } } }],
    [{ identity: 'arn:aws:iam::1:user/me' }, 'function-url', { iam: { userArn: 'arn:aws:iam::1:user/me', accountId: '1' } }],
    [{ identity: 'arn:aws:iam:::user/me' }, 'rest', { iam: { userArn: 'arn:aws:iam:::user/me' } }],
    [{ identity: 'me' }, 'rest', { iam: { userArn: 'me' } }],
  ])('is %j of %s', (values, target, expected) => {
    expect(callerOf(values, target)).toEqual(expected);
  });

  test('keeps the claims that an event has', () => {
    const claim = ['a=2', 'c=3'];
    expect(callerOf({ claim }, 'rest', { cognito: { claims: { a: '1', b: '1' } } })).toEqual({
      cognito: { claims: { a: '2', b: '1', c: '3' } },
    });
    expect(callerOf({ claim }, 'http-2.0', { jwt: { claims: { a: '1' }, scopes: ['x'] } })).toEqual({
      jwt: { claims: { a: '2', c: '3' }, scopes: ['x'] },
    });
    expect(callerOf({ claim }, 'http-2.0', { iam: {} })).toEqual({ jwt: { claims: { a: '2', c: '3' } } });
    expect(callerOf({}, 'rest', { iam: {} })).toBeUndefined();
  });

  test.each<[CallerValues, Parameters<typeof callerOf>[1], string, string]>([
    [{ claim: ['a=b'], identity: 'x' }, 'rest', '--claim and --identity are the callers of different authorizers.', 'Keep one of them.'],
    [{ context: ['a=b'] }, 'function-url', 'A function URL has no Lambda authorizer.', 'Remove --context.'],
    [{ claim: ['a=b'] }, 'websocket', 'The target websocket has no tokens with claims.', 'Remove --claim.'],
    [{ claim: ['a'] }, 'rest', "The value of --claim must be NAME=VALUE; got 'a'.", "Write --claim 'name=value'."],
    [{ context: ['a'] }, 'rest', "The value of --context must be NAME=VALUE; got 'a'.", "Write --context 'name=value'."],
  ])('is refused: %j of %s', (values, target, message, fix) => {
    expect(() => callerOf(values, target)).toThrow(expect.objectContaining({ message, fix }));
  });
});

describe('the custom integrations of the command line', () => {
  const read = async (texts: (folder: string) => string[]): Promise<unknown> => {
    const folder = await writeProject({ 'a.json': '\ufeff{"x":1}', 'b.json': '{"integration":"mock"}', 'list.json': '[]' });
    return [...(await readIntegrations(texts(folder), ['GET /a', 'GET /b']))];
  };

  test('belong to one route, or to all', async () => {
    const [a, b] = [{ integration: 'custom', x: 1 }, { integration: 'mock' }];
    expect(await read((folder) => [join(folder, 'a.json')])).toEqual([
      ['GET /a', a],
      ['GET /b', a],
    ]);
    expect(await read((folder) => [`GET /b = ${join(folder, 'b.json')} `])).toEqual([['GET /b', b]]);
  });

  test.each<[string, string, string]>([
    ['GET /c=a.json', "There is no route 'GET /c' for --integration.", 'Write one of: GET /a, GET /b.'],
    ['=a.json', "There is no route '' for --integration.", 'Write one of: GET /a, GET /b.'],
    ['gone.json', "Cannot read 'FOLDER/gone.json'.", 'Pass a JSON file with a custom integration.'],
    [
      'list.json',
      "'FOLDER/list.json' has no custom integration.",
      'Write { "requestTemplates": { … }, "responses": [{ "statusCode": 200 }] }.',
    ],
  ])('are refused: %s', async (text, message, fix) => {
    const found = read((folder) => [text.includes('=') ? text : join(folder, text)]);
    const pattern = message.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replace('FOLDER', '.*');
    await expect(found).rejects.toMatchObject({ message: expect.stringMatching(new RegExp(`^${pattern}$`)), fix });
  });
});
