import { join } from 'node:path';
import { createLocalApi, type LocalServer } from 'apigw-proxy/local';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeProject } from '../../local/function/source/project.js';
import { cli, start } from '../terminal.js';

const TEMPLATE = `AWSTemplateFormatVersion: '2010-09-09'
Transform: AWS::Serverless-2016-10-31
Globals:
  Function: { Runtime: nodejs22.x, CodeUri: ., Timeout: 840 }
Resources:
  Table: { Type: AWS::DynamoDB::Table, Properties: {} }
  Orders:
    Type: AWS::Serverless::Function
    Properties:
      Handler: src/orders.handler
      Environment: { Variables: { MODE: full, TABLE: !Ref Table, LEVEL: info } }
      Events:
        One: { Type: HttpApi, Properties: { Path: '/orders/{id}', Method: get } }
        Old: { Type: HttpApi, Properties: { Path: /old, Method: get, PayloadFormatVersion: '1.0' } }
        Me:
          Type: HttpApi
          Properties: { Path: /me, Method: get, ApiId: !Ref Users, Auth: { Authorizer: Jwt } }
  Users:
    Type: AWS::Serverless::HttpApi
    Properties:
      Auth:
        Authorizers:
          Jwt:
            IdentitySource: $request.header.Authorization
            JwtConfiguration: { issuer: https://id.example, audience: [web] }
`;

const FILES = {
  'template.yaml': TEMPLATE,
  'src/orders.ts': `enum Kind { order }
export const handler = async (event: { version: string }, context: { getRemainingTimeInMillis(): number }) => {
  const { MODE, TABLE = null, LEVEL, AWS_LAMBDA_FUNCTION_NAME } = process.env;
  const claims = Object(event).requestContext?.authorizer?.jwt?.claims ?? null;
  const minutes = Math.ceil(context.getRemainingTimeInMillis() / 60_000);
  const body = JSON.stringify({ kind: Kind[0], version: event.version, MODE, TABLE, LEVEL, AWS_LAMBDA_FUNCTION_NAME, claims, minutes });
  return { statusCode: 200, headers: { 'content-type': 'application/json' }, body };
};`,
  'verify.mjs': `export const check = async (token) => {
  if (token !== 'good') throw new Error('the token is bad');
  return { sub: 'you' };
};`,
  '.env.local': 'TABLE=local-orders\nLEVEL=debug\n',
};

describe('serve --template', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await writeProject(FILES);
  });

  /** Serves the template, and calls a function with the URLs of its APIs. */
  async function serving(args: readonly string[], use: (urls: readonly string[], out: () => string) => Promise<void>): Promise<void> {
    const running = start(['serve', '--template', join(folder, 'template.yaml'), '--port', '0', ...args]);
    const urls = () => [...running.out().matchAll(/^Serving (\S+)/gm)].map(([, url = '']) => url);
    await expect.poll(() => [urls().length, running.err()]).toEqual([2, '']);
    await use(urls(), running.out);
    running.stop();
    expect(await running.code).toBe(0);
  }

  test('runs TypeScript with the environment, the time and the payload format of the template', async () => {
    await serving([], async (urls, out) => {
      const [implicit = ''] = urls.filter((_, index) => out().split('Serving ')[index + 1]?.includes('/orders/{id}'));
      const expected = {
        kind: 'order',
        MODE: 'full',
        TABLE: null,
        LEVEL: 'info',
        AWS_LAMBDA_FUNCTION_NAME: 'Orders',
        claims: null,
        minutes: 14,
      };
      expect(await (await fetch(`${implicit}/orders/1`)).json()).toEqual({ ...expected, version: '2.0' });
      expect(await (await fetch(`${implicit}/old`)).json()).toEqual({ ...expected, version: '1.0' });
      expect(out()).toContain('Only AWS knows TABLE of the function Orders. Set it with --env-file.');
    });
  });

  test('sets the variables of --env-file before those of the template, and says which --function nothing calls', async () => {
    await serving(['--env-file', join(folder, '.env.local'), '--function', 'Order=a.mjs'], async (urls, out) => {
      const bodies = await Promise.all(urls.map(async (url) => (await fetch(`${url}/orders/1`)).json()));
      expect(bodies).toContainEqual(expect.objectContaining({ MODE: 'full', TABLE: 'local-orders', LEVEL: 'debug' }));
      expect(out()).not.toContain('Only AWS knows');
      expect(out()).toContain('--function Order: no route or authorizer calls it.');
    });
  });

  const token = `x.${Buffer.from('{"sub":"me"}').toString('base64url')}.x`;
  const place = () => `Jwt=${join(folder, 'verify.mjs')}#check`;

  test.each([
    ['nothing', () => [], token, 401, undefined],
    ['nothing', () => [], 'good', 401, undefined],
    ['--jwt', () => ['--jwt'], token, 200, { sub: 'me' }],
    ['--jwt', () => ['--jwt'], 'good', 401, undefined],
    ['--jwt, but not with two parts', () => ['--jwt'], token.slice(0, -2), 401, undefined],
    ['--jwt, but not with four parts', () => ['--jwt'], `${token}.x`, 401, undefined],
    ['--authorizer', () => ['--authorizer', place()], 'good', 200, { sub: 'you' }],
    ['--authorizer', () => ['--authorizer', place()], token, 401, undefined],
    ['--authorizer and --jwt', () => ['--jwt', '--authorizer', place()], token, 401, undefined],
  ])('opens a route with a JWT authorizer by: %s', async (_, args, bearer, status, claims) => {
    await serving(args(), async (urls, out) => {
      const [url = ''] = urls.filter((_each, index) => out().split('Serving ')[index + 1]?.includes('GET /me'));
      const response = await fetch(`${url}/me`, { headers: { Authorization: `Bearer ${bearer}` } });
      const body: unknown = await response.json();
      expect([response.status, Object(body).claims]).toEqual([status, claims]);
      const isClosed = args().length === 0;
      expect(out().includes('Closed by Jwt: GET /me. Pass --jwt')).toBe(isClosed);
      if (isClosed) expect(out()).toContain("The authorizer of this route can't run here, so every request is refused");
      if (args().includes('--jwt')) expect(out()).toContain('--jwt: tokens are decoded, but not verified. Anyone can write one.');
    });
  });

  test.each([
    [['--jwt', '--host', '0.0.0.0'], '--jwt lets everyone pass, and 0.0.0.0 lets other computers in. Write --host 127.0.0.1.'],
    [['--identity', 'arn:aws:iam::123456789012:user/me', '--host', '::'], '--identity lets everyone pass, and :: lets other computers in.'],
    [['--identity', 'me'], "--identity must be the ARN of a caller; got 'me'."],
    [['--authorizer', 'Other=a.mjs'], "There is no authorizer 'Other'. Write one of: Jwt."],
    [['--env-file', 'none.env'], "Cannot read 'none.env'. Pass a file with lines such as TABLE=orders."],
    [['--route', '/'], '--route is decided by the template. Remove it, or change the template.'],
    [['handler.mjs'], "The template decides its handlers, not 'handler.mjs'."],
  ])('refuses %j', async (args, message) => {
    const { code, err } = await cli(['serve', '--template', join(folder, 'template.yaml'), '--port', '0', ...args]);
    expect([code, err]).toEqual([2, expect.stringContaining(`apigw-proxy: ${message}`)]);
  });

  test.each(['--partial', '--jwt', '--api-key=k', '--identity=x', '--function=a=b', '--nested-stacks', '--authorizer=a=b'])(
    'refuses %s without it',
    async (option) => {
      const { code, err } = await cli(['serve', join(folder, 'src/orders.ts'), option]);
      expect([code, err]).toEqual([2, `apigw-proxy: ${option.split('=')[0]} needs a template. Add --template FILE.\n`]);
    },
  );
});

describe('serve --template, for a template that cannot be served as a whole', () => {
  const template = `Transform: AWS::Serverless-2016-10-31
Resources:
  Gone:
    Type: AWS::Serverless::Function
    Properties:
      Handler: gone.handler
      Runtime: nodejs22.x
      CodeUri: .
      Events: { A: { Type: Api, Properties: { Path: /gone, Method: get } } }
  Snake:
    Type: AWS::Serverless::Function
    Properties:
      Handler: app.handler
      Runtime: python3.13
      CodeUri: .
      Events: { A: { Type: Api, Properties: { Path: /snake, Method: get } } }
  Fine:
    Type: AWS::Serverless::Function
    Properties:
      Handler: fine.handler
      Runtime: nodejs22.x
      CodeUri: .
      Events: { A: { Type: Api, Properties: { Path: /fine, Method: get, Auth: { ApiKeyRequired: true } } } }
  Packed:
    Type: AWS::Serverless::Function
    Properties:
      Handler: app.handler
      Runtime: nodejs22.x
      CodeUri: fine.js
      Events: { A: { Type: Api, Properties: { Path: /packed, Method: get } } }
  Strange:
    Type: AWS::Serverless::Function
    Properties:
      Handler: fine.handler
      Runtime: nodejs22.x
      CodeUri: .
      Events: { A: { Type: Api, Properties: { Path: /strange, Method: get, Auth: { Authorizer: Missing } } } }
`;
  const fine = "exports.handler = async () => ({ statusCode: 200, headers: { 'Content-Type': 'text/plain' }, body: 'fine' });";
  let file: string;
  beforeAll(async () => {
    file = join(await writeProject({ 'template.yaml': template, 'fine.js': fine }), 'template.yaml');
  });

  test('lists what it cannot serve, and does not start', async () => {
    const { code, out, err } = await cli(['serve', '--template', file, '--port', '0']);
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(/line \d+ {2}Resources\.Snake/);
    expect(err).toContain("The function Gone can't run: There is no file 'gone' with the extension .ts, .js, .mjs or .cjs.");
    expect(err).toContain("The function Packed can't run: There is no file 'fine.js/app' with the extension .ts, .js, .mjs or .cjs.");
    expect(err).toContain("The function Snake has the runtime python3.13, which can't run here.");
    expect(err).not.toContain('Fine');
    expect(err).toContain('Add --partial to serve the rest.');
  });

  test('serves the rest with --partial, and nothing is open', async () => {
    const running = start(['serve', '--template', file, '--port', '0', '--partial', '--api-key', 'k1']);
    await expect.poll(running.out).toMatch(/Serving http/);
    const url = /Serving (\S+)/.exec(running.out())?.[1] ?? '';
    const statusOf = async (path: string, key?: string) =>
      (await fetch(url + path, key === undefined ? {} : { headers: { 'x-api-key': key } })).status;
    expect([await statusOf('/gone'), await statusOf('/snake')]).toEqual([502, 502]);
    expect([await statusOf('/fine'), await statusOf('/fine', 'no'), await statusOf('/fine', 'k1')]).toEqual([403, 403, 200]);
    expect(await statusOf('/strange', 'k1')).toBe(401);
    expect(running.out()).toContain('Closed by Missing: GET /strange. The template has no authorizer Missing. Add it there.');
    await expect.poll(running.out).toContain("python3.13, which can't run here.");
    running.stop();
    expect(await running.code).toBe(0);
  });
});

describe('a route that leads to a URL', () => {
  let server: LocalServer;
  const upstream = createLocalApi({
    target: 'http-2.0',
    routes: {
      $default: async ({ rawPath, rawQueryString, headers }) => ({
        statusCode: 202,
        headers: { 'x-up': `${rawPath}?${rawQueryString}` },
        cookies: ['a=1'],
        body: headers['x-own'] ?? '',
      }),
    },
  });
  beforeAll(async () => {
    server = await upstream.listen();
  });
  afterAll(() => server.close());

  /** Serves a document with one route, and calls a function with its URL and what was printed. */
  async function serving(target: string, more: readonly string[], use: (url: string, out: () => string) => Promise<void>): Promise<void> {
    const integration = {
      type: 'HTTP_PROXY',
      httpMethod: 'ANY',
      uri: `${server.url}/to/{rest}`,
      ...(target === 'rest'
        ? { requestParameters: { 'integration.request.path.rest': 'method.request.path.rest' } }
        : { payloadFormatVersion: '1.0' }),
    };
    const document = {
      openapi: '3.0.1',
      info: { title: 'forwarding', version: '1' },
      paths: { '/up/{rest+}': { 'x-amazon-apigateway-any-method': { 'x-amazon-apigateway-integration': integration } } },
    };
    const file = join(await writeProject({ 'openapi.json': JSON.stringify(document) }), 'openapi.json');
    const running = start(['serve', '--template', file, '--target', target, '--port', '0', ...more]);
    await expect.poll(() => running.out() + running.err()).toMatch(/Serving http/);
    await use(/Serving (\S+)/.exec(running.out())?.[1] ?? '', running.out);
    running.stop();
    expect(await running.code).toBe(0);
  }

  test.each(['http-2.0', 'rest'])('sends the request on with --forward, and returns the response: %s', async (target) => {
    await serving(target, ['--forward'], async (url, out) => {
      const response = await fetch(`${url}/up/a/b%20c?q=1`, { method: 'PUT', body: 'x', headers: { 'x-own': 'yes' } });
      expect([response.status, response.headers.get('x-up'), await response.text()]).toEqual([202, '/to/a/b c?q=1', 'yes']);
      expect(response.headers.getSetCookie()).toEqual(['a=1']);
      expect(out()).not.toContain('Not sent on');
    });
  });

  test.each([
    ['http-2.0', 500],
    ['rest', 502],
  ])('sends nothing without --forward, and says what does: %s', async (target, status) => {
    const before = upstream.exchanges.length;
    await serving(target, [], async (url, out) => {
      expect((await fetch(`${url}/up/a`)).status).toBe(status);
      expect(out()).toContain('Not forwarded to a URL: ANY /up/{rest+}. Pass --forward to send requests there.');
      await expect.poll(out).toContain(`The route leads to ${server.url}/to/{rest}. Pass --forward to send requests there.`);
    });
    expect(upstream.exchanges.length).toBe(before);
  });

  test('is not served if an HTTP API changes parameters on the way', async () => {
    const integration = {
      type: 'HTTP_PROXY',
      httpMethod: 'GET',
      payloadFormatVersion: '1.0',
      uri: server.url,
      requestParameters: { 'append:header.x-added': '$context.requestId' },
    };
    const document = { openapi: '3.0.1', info: {}, paths: { '/a': { get: { 'x-amazon-apigateway-integration': integration } } } };
    const file = join(await writeProject({ 'openapi.json': JSON.stringify(document) }), 'openapi.json');
    const { code, err } = await cli(['serve', '--template', file, '--target', 'http-2.0', '--port', '0', '--forward']);
    expect([code, err]).toEqual([1, expect.stringContaining("The parameter mapping of an HTTP API isn't applied here.")]);
  });
});

describe('a mock whose templates read the request', () => {
  test('answers as its templates say', async () => {
    const integration = {
      type: 'MOCK',
      requestTemplates: { 'application/json': `#if($input.params('id') == 'none'){"statusCode": 404}#else{"statusCode": 200}#end` },
      responses: {
        default: { statusCode: '200', responseTemplates: { 'application/json': `{"id": "$input.params('id')"}` } },
        '4\\d{2}': { statusCode: '404', responseTemplates: { 'application/json': '{"message": "no such pet"}' } },
      },
    };
    const document = {
      openapi: '3.0.1',
      info: { title: 'mocks', version: '1' },
      paths: { '/pets/{id}': { get: { 'x-amazon-apigateway-integration': integration } } },
    };
    const file = join(await writeProject({ 'openapi.json': JSON.stringify(document) }), 'openapi.json');
    const running = start(['serve', '--template', file, '--target', 'rest', '--port', '0']);
    await expect.poll(() => running.out() + running.err()).toMatch(/Serving http/);
    const url = /Serving (\S+)/.exec(running.out())?.[1] ?? '';
    const answers = await Promise.all(
      ['7', 'none'].map(async (id) => {
        const response = await fetch(`${url}/pets/${id}`);
        return [response.status, await response.text()];
      }),
    );
    expect(answers).toEqual([
      [200, '{"id": "7"}'],
      [404, '{"message": "no such pet"}'],
    ]);
    running.stop();
    expect(await running.code).toBe(0);
  });
});

describe('an OpenAPI document', () => {
  const integration = {
    type: 'MOCK',
    requestTemplates: { 'application/json': '{"statusCode":200}' },
    responses: { default: { statusCode: '204' } },
  };
  const document = {
    openapi: '3.0.1',
    info: { title: 'small', version: '1' },
    paths: { '/a': { get: { 'x-amazon-apigateway-integration': integration } } },
  };

  test.each([
    [[], '/prod', true],
    [['--stage', 'live'], '/live', false],
  ])('is served at the stage of %j, and a note says if nobody chose it', async (args, prefix, hasNote) => {
    const file = join(await writeProject({ 'openapi.json': JSON.stringify(document) }), 'openapi.json');
    const running = start(['serve', '--template', file, '--target', 'rest', '--port', '0', ...args]);
    await expect.poll(() => running.out() + running.err()).toMatch(/Serving http[\s\S]*\n\n$/);
    const url = /Serving (\S+)/.exec(running.out())?.[1] ?? '';
    expect(new URL(url).pathname).toBe(prefix);
    expect((await fetch(`${url}/a`)).status).toBe(204);
    expect(running.out().includes('The stage of small is not known, so its URL starts with /prod. Choose one with --stage.')).toBe(hasNote);
    running.stop();
    expect(await running.code).toBe(0);
  });
});
