import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, relative } from 'node:path';
import { buildHttpEvent } from 'apigw-proxy';
import type { DeployedFunction, Deployment } from 'apigw-proxy/deploy';
import { describe, expect, test } from 'vitest';
import { findModule } from '../../../src/cli/deployed/find-module.js';
import { forwardTo } from '../../../src/cli/deployed/forward.js';
import { missingVariables, type OpenFunction, openFunctions } from '../../../src/cli/deployed/open-functions.js';
import { withServedTemplate } from '../../../src/cli/deployed/served-template.js';
import { buildContext } from '../../../src/local/function/build-context.js';
import type { LambdaRuntime } from '../../../src/local/function/runtime/lambda-runtime.js';
import { writeProject } from '../../local/function/source/project.js';
import { cli } from '../terminal.js';

// Where the code of a served template is found, and what keeps it from being served.

describe('findModule', () => {
  const ENDS = ['.ts', '.mts', '.cts', '.tsx', '.jsx', '.js', '.mjs', '.cjs', '/index.ts', '/index.js', '/index.mjs', ''];

  test.each(ENDS)('finds a handler in a file that ends with %j', async (end) => {
    const folder = await writeProject({ [`code/src/orders${end}`]: '' });
    expect(findModule(folder, { handler: 'src/orders.get', codeUri: 'code' })).toEqual({
      file: join(folder, 'code', `src/orders${end}`),
      name: 'get',
    });
  });

  test('takes a source before what was made of it', async () => {
    const files = Object.fromEntries(ENDS.filter((end) => !end.startsWith('/') && end !== '').map((end) => [`a${end}`, '']));
    const folder = await writeProject({ ...files, 'lib/own.ts': '' });
    expect(findModule(folder, { handler: 'a.b' })).toEqual({ file: join(folder, 'a.ts'), name: 'b' });
    expect(findModule(folder, { handler: 'a.b', source: 'lib/own.ts' })).toEqual({ file: join(folder, 'lib/own.ts'), name: 'b' });
    expect(findModule(folder, { handler: 'a.b', source: 'lib/gone.ts' })).toEqual({ file: join(folder, 'a.ts'), name: 'b' });
  });

  test('splits a handler at the first dot of its file name, as the runtime does', async () => {
    const folder = await writeProject({ 'v1.2/a.js': '', '.hidden.js': '' });
    expect(findModule(folder, { handler: 'v1.2/a.b.c' })).toEqual({ file: join(folder, 'v1.2/a.js'), name: 'b.c' });
  });

  test.each<[DeployedFunction, string]>([
    [{}, 'It has no handler.'],
    [{ handler: 'orders' }, "'orders' is not a handler. Write it as FILE.EXPORT."],
    [{ handler: '.b' }, "'.b' is not a handler. Write it as FILE.EXPORT."],
    [{ handler: 'a.' }, "'a.' is not a handler. Write it as FILE.EXPORT."],
    [{ handler: 'src/a.b', codeUri: 'code' }, "There is no file 'code/src/a' with the extension .ts, .js, .mjs or .cjs."],
    [{ handler: 'a.b', codeUri: 'app.zip' }, "There is no file 'app.zip/a' with the extension .ts, .js, .mjs or .cjs."],
  ])('says why there is none: %j', async (described, why) => {
    expect(findModule(await writeProject({ 'app.zip': '' }), described)).toBe(why);
  });
});

describe('openFunctions', () => {
  async function open(described: DeployedFunction, runtime?: LambdaRuntime, env = {}): Promise<OpenFunction | undefined> {
    const folder = await writeProject({
      'a.mjs':
        'export const b = async (_, { functionName }) => [functionName, process.env.A, process.env.B];\nexport const c = (...given) => { given[2]?.(null, "called back"); return "returned"; };',
    });
    return openFunctions(deploymentOf({ F: described, Unused: described }), { folder, env, runtime }).get('F');
  }

  function deploymentOf(functions: Record<string, DeployedFunction>): Deployment {
    const routes = [{ key: 'GET /a', function: 'F' }, { key: 'GET /b', function: null }, { key: 'GET /c' }];
    return {
      format: 'sam',
      apis: [{ name: 'api', target: 'rest', stage: null, routes }],
      functions,
      unsupported: [],
      optional: [],
    } as Deployment;
  }

  async function call(found: OpenFunction | undefined): Promise<unknown> {
    if (found === undefined || !('served' in found)) throw new Error(JSON.stringify(found));
    const { module } = found.served;
    try {
      const { text } = (await module.handler({} as never, buildContext({ functionName: 'F' }))) as unknown as { text: string };
      return JSON.parse(text);
    } finally {
      await module.close();
    }
  }

  test.each<[DeployedFunction, string]>([
    [{ packageType: 'Image' }, "The function F is a container image, which can't run here."],
    [{ handler: 'a.b', runtime: 'python3.13' }, "The function F has the runtime python3.13, which can't run here."],
    [{ handler: 'gone.b' }, "The function F can't run: There is no file 'gone' with the extension .ts, .js, .mjs or .cjs."],
    [{ handler: 'a' }, "The function F can't run: 'a' is not a handler. Write it as FILE.EXPORT."],
  ])('says what can not run: %j', async (described, gap) => {
    expect(await open(described)).toEqual({ gap });
  });

  test('opens only what a route or an authorizer calls', async () => {
    const folder = await writeProject({ 'a.mjs': 'export const b = 1;' });
    const deployment = deploymentOf({
      F: { handler: 'a.b' },
      Gate: { handler: 'a.b' },
      Unused: { handler: 'a.b' },
      null: { handler: 'a.b' },
    });
    const guarded = {
      ...deployment,
      apis: deployment.apis.map((api) => ({ ...api, authorizers: [{ name: 'G', type: 'token' as const, function: 'Gate' }] })),
    };
    const found = openFunctions(guarded, { folder, env: {}, runtime: undefined });
    expect([...found.keys()]).toEqual(['F', 'Gate']);
    const [first] = found.values();
    const label = `${relative('', join(folder, 'a.mjs'))}#b`;
    expect(first).toMatchObject({ timeout: 3000, served: { label } });
    expect(await open({ handler: 'a.b', timeout: 7 })).toMatchObject({ timeout: 7000 });
  });

  test('gives a function its name and its variables, those of the user first', async () => {
    const described = { handler: 'a.b', environment: { A: 'template', B: 'template', C: { $unresolved: 'x' } }, runtime: 'nodejs22.x' };
    const [, ...values] = (await call(await open(described, undefined, { B: 'user' }))) as unknown[];
    expect(values.slice(0, 2)).toEqual(['template', 'user']);
  });

  // Until Node.js 22, a handler may call a callback, and what it returns then counts for nothing.
  test.each<[string | undefined, LambdaRuntime | undefined, string]>([
    ['nodejs22.x', undefined, 'called back'],
    ['nodejs24.x', 'nodejs20.x', 'called back'],
    ['nodejs12.x', undefined, 'called back'],
    ['nodejs18.x', undefined, 'called back'],
    ['nodejs8.10', undefined, 'called back'],
    ['nodejs20.x', 'nodejs24.x', 'returned'],
    ['nodejs24.x', undefined, 'returned'],
    ['nodejs99.x', undefined, 'returned'],
    ['nodejs', undefined, 'returned'],
    [undefined, undefined, 'returned'],
  ])('runs %s as the user says (%s), or as the closest that is known: it has %s', async (runtime, wanted, expected) => {
    expect(await call(await open({ handler: 'a.c', ...(runtime !== undefined && { runtime }) }, wanted))).toBe(expected);
  });

  test('runs code of the template itself, which is CommonJS in index.js', async () => {
    const found = await open({ code: 'exports.handler = async () => 5; exports.other = async () => 6;' });
    expect(await call(found)).toBe(5);
    expect(
      await call(await open({ code: 'exports.handler = async () => 5; exports.other = async () => 6;', handler: 'index.other' })),
    ).toBe(6);
    expect(await open({ code: '', handler: 'a.b' })).toEqual({
      gap: expect.stringContaining("The function F can't run: There is no file 'a' with"),
    });
  });

  test('names the variables that only AWS knows', () => {
    const environment = { A: 'x', B: { $unresolved: 'y' }, C: { $unresolved: 'z' } };
    expect(missingVariables({ environment }, { C: 'set' })).toEqual(['B']);
    expect(missingVariables({}, {})).toEqual([]);
  });
});

describe('serve --template refuses', () => {
  const file = async (resources: string): Promise<string> =>
    join(
      await writeProject({
        'template.yaml': `Transform: AWS::Serverless-2016-10-31\nResources:\n${resources}`,
        'gate.mjs': 'export const handler = 1;',
      }),
      'template.yaml',
    );
  const api = '  Api: { Type: AWS::Serverless::Api, Properties: { StageName: prod } }\n';
  const refusal = async (resources: string, ...args: string[]): Promise<string> => {
    const template = await file(resources);
    const { code, out, err } = await cli(['serve', '--template', template, '--port', '0', ...args]);
    return `${code}${out} ${err.replaceAll(template, 'FILE')}`;
  };

  test.each<[string, string[], string]>([
    ['  Table: { Type: AWS::DynamoDB::Table }\n', [], "2 apigw-proxy: 'FILE' deploys no API. Pass a template with routes.\n"],
    [
      api,
      ['--jwt', '--host', '0.0.0.0'],
      '2 apigw-proxy: --jwt lets everyone pass, and 0.0.0.0 lets other computers in. Write --host 127.0.0.1.\n',
    ],
    [
      api,
      ['--identity', 'arn:aws:iam::123456789012:user/me', '--host', '192.0.2.1'],
      '2 apigw-proxy: --identity lets everyone pass, and 192.0.2.1 lets other computers in. Write --host 127.0.0.1.\n',
    ],
    ...['me', 'xarn:aws:iam::1:user/me', 'arn:aws:iam::1:', 'arn:aws:s3:::b', 'arn:aws:iam:1'].map(
      (identity): [string, string[], string] => [
        api,
        ['--identity', identity],
        `2 apigw-proxy: --identity must be the ARN of a caller; got '${identity}'. Write --identity arn:aws:iam::123456789012:user/me.\n`,
      ],
    ),
    [api, ['--authorizer', 'Gate=gate.mjs'], "2 apigw-proxy: There is no authorizer 'Gate'. The template has no authorizers.\n"],
  ])('%s with %j', async (resources, args, expected) => {
    expect(await refusal(resources, ...args)).toBe(expected);
  });

  test('an authorizer that the template does not have, and names those it has', async () => {
    const auth =
      'Auth: { Authorizers: { One: { UserPoolArn: arn:aws:cognito-idp:x:1:userpool/a }, Two: { UserPoolArn: arn:aws:cognito-idp:x:1:userpool/b } } }';
    const resources = `  Api: { Type: AWS::Serverless::Api, Properties: { StageName: prod, ${auth} } }\n`;
    expect(await refusal(resources, '--authorizer', 'Three=gate.mjs')).toBe(
      "2 apigw-proxy: There is no authorizer 'Three'. Write one of: One, Two.\n",
    );
  });

  test('what it cannot serve, each with its place', async () => {
    const fn = (name: string, runtime: string): string =>
      `  ${name}: { Type: AWS::Serverless::Function, Properties: { Handler: a.b, CodeUri: ., Runtime: ${runtime}, Events: { E: { Type: Api, Properties: { Path: /${name}, Method: get } } } } }\n`;
    expect(await refusal(fn('Gone', 'nodejs22.x'))).toBe(
      [
        "1 FILE: this library can't serve all of it.",
        "  demo: GET /Gone: The function Gone can't run: There is no file 'a' with the extension .ts, .js, .mjs or .cjs.",
        "apigw-proxy: Add --partial to serve the rest. Routes that can't run answer with an error.\n",
      ].join('\n'),
    );
  });
});

describe('withServedTemplate', () => {
  const template = (more: object = {}): string =>
    JSON.stringify({
      Transform: 'AWS::Serverless-2016-10-31',
      Resources: {
        Fn: {
          Type: 'AWS::Serverless::Function',
          Properties: {
            Handler: 'a.b',
            CodeUri: '.',
            Runtime: 'nodejs22.x',
            Events: { E: { Type: 'HttpApi', Properties: { Path: '/a', Method: 'get', ...more } } },
          },
        },
      },
    });

  test('serves while a function runs, and closes everything then', async () => {
    const folder = await writeProject({ 'template.json': template(), 'a.mjs': 'export const b = async () => "served";' });
    let url = '';
    const text = await withServedTemplate(join(folder, 'template.json'), async (urls) => {
      expect(Object.keys(urls)).toEqual(['demo']);
      url = urls['demo'] ?? '';
      expect(new URL(url).hostname).toBe('127.0.0.1');
      return (await fetch(`${url}/a`)).text();
    });
    expect(text).toBe('served');
    await expect(fetch(`${url}/a`)).rejects.toThrow();
    await expect(withServedTemplate(join(folder, 'template.json'), () => Promise.reject(new Error('mine')))).rejects.toThrow('mine');
  });

  test('refuses a template with something that can not be served', async () => {
    const file = join(await writeProject({ 'template.json': template({ Strange: 1 }), 'a.mjs': '' }), 'template.json');
    await expect(withServedTemplate(file, async () => 1)).rejects.toMatchObject({
      name: 'UsageError',
      message: expect.stringMatching(/can't be served: Resources\.Fn\.Properties\.Events\.E\.Properties\.Strange: /),
      fix: 'Leave it out.',
    });
  });
});

describe('forwardTo', () => {
  test('sends what the client sent, without headers about its connection', async () => {
    const seen: { method: string | undefined; url: string | undefined; headers: readonly string[]; body: string }[] = [];
    const server = createServer((request, response) => {
      let body = '';
      request.on('data', (part) => {
        body += part;
      });
      request.on('end', () => {
        seen.push({ method: request.method, url: request.url, headers: Object.keys(request.headers), body });
        response.writeHead(201, { 'X-Up': 'yes', 'Content-Type': 'text/plain' }).end('made');
      });
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as AddressInfo; // it listens to a port
    const headers = { Host: 'a.example', Connection: 'x', Via: '1.1 b', 'X-Own': '1', 'Transfer-Encoding': 'chunked' };
    const send = forwardTo(`http://127.0.0.1:${port}/to/{rest+}/{none}`, 'http-2.0');
    const post = buildHttpEvent({ method: 'POST', path: '/a/b c/d', route: 'POST /a/{rest+}', query: 'q=1', headers, body: 'hi' });
    expect(await send(post)).toMatchObject({ statusCode: 201, body: 'made', headers: { 'x-up': 'yes' } });
    expect(await send(buildHttpEvent({ path: '/a' }))).toMatchObject({ statusCode: 201 });
    server.close();
    expect(seen[0]).toMatchObject({ method: 'POST', url: '/to/b%20c/d/%7Bnone%7D?q=1', body: 'hi' });
    expect(seen[0]?.headers).toContain('x-own');
    expect(seen[0]?.headers).not.toContain('via');
    expect(seen[1]).toMatchObject({ method: 'GET', body: '' });
  });
});
