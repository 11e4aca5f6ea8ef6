import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readTemplate } from 'apigw-proxy/deploy';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cli } from './terminal.js';

const OPENAPI = 'test/deploy/fixtures/openapi3-http/openapi.yaml';
const SERVERLESS = 'test/deploy/fixtures/sls-websocket/serverless.yml';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'template-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('apigw-proxy template', () => {
  test('prints APIs, routes, authorizers, functions and findings', async () => {
    const args = ['--function', 'ferry-crossings=src/crossings.ts#list', '--function', 'ferry-gate=src/gate.handler'];
    const { code, out, err } = await cli(['template', OPENAPI, ...args]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out.split('\n')).toEqual([
      `${OPENAPI}  (OpenAPI document)`,
      '',
      'HTTP API ferry  stage $default',
      '  GET /crossings       ferry-crossings  payload 2.0, authorizer crew, scopes read',
      '  ANY /crossings/{id}  ferry-crossings  payload 1.0, authorizer gate',
      '  POST /signed         ferry-crossings  payload 2.0, authorizer AWS_IAM',
      '  $default             ferry-crossings  payload 2.0',
      '  GET /harbour         vpc-link',
      '  PUT /log             aws-service',
      '  Authorizers',
      '    crew  jwt      https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_x  $request.header.Authorization',
      '    gate  request  ferry-gate                                               $request.header.X-G, $request.querystring.g',
      '',
      'Functions',
      '  ferry-crossings    src/crossings.list',
      '  ferry-gate         src/gate.handler',
      '',
      'Not supported',
      '  line 64  paths./harbour.get',
      '    The integration is behind a VPC link, which cannot be reached from here.',
      '  line 75  paths./log.put',
      '    The integration calls an AWS service: "EventBridge-PutEvents".',
      '',
    ]);
  });

  test('prints JSON: what readTemplate returns', async () => {
    const { code, out } = await cli([
      'template',
      SERVERLESS,
      '--json',
      '--stage',
      'prod',
      '--region',
      'eu-west-1',
      '--account',
      '999999999999',
    ]);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual(readTemplate(SERVERLESS, { stage: 'prod', region: 'eu-west-1', accountId: '999999999999' }));
  });

  test('passes the options on', async () => {
    const file = join(folder, 'openapi.json');
    const uri = `arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:1:function:\${stageVariables.fn}/invocations`;
    const paths = { '/a': { get: { 'x-amazon-apigateway-integration': { type: 'aws_proxy', uri } } } };
    await writeFile(file, JSON.stringify({ openapi: '3.0.1', info: { title: 'a', version: '1' }, paths }));
    const args = ['--target', 'rest', '--stage', 'live', '--stage-variable', 'fn=orders', '--function', 'orders=lib/a.mjs#get'];
    const { apis } = JSON.parse((await cli(['template', file, '--json', ...args])).out);
    expect(apis).toMatchObject([{ target: 'rest', stage: 'live', routes: [{ function: 'orders', handler: 'lib/a.get' }] }]);
  });

  test.each([
    [[], 'Pass a file. Write apigw-proxy template FILE.'],
    [['a', 'b'], "'b' is a second file. Pass one file."],
    [['gone.yaml'], 'gone.yaml: The file cannot be read. Check the path.'],
    [['package.json'], 'package.json: The file has the keys '],
    [[OPENAPI, '--target', 'nope'], 'Unknown target "nope".'],
    [[OPENAPI, '--function', 'x'], "The value of --function must be NAME=VALUE; got 'x'."],
  ])('%j ends with code 2 and one line', async (args, line) => {
    const { code, out, err } = await cli(['template', ...args]);
    expect({ code, out, lines: err.trimEnd().split('\n').length }).toEqual({ code: 2, out: '', lines: 1 });
    expect(err).toContain(line);
  });

  test('escapes control characters of the file', async () => {
    const file = join(folder, 'red.json');
    await writeFile(file, JSON.stringify({ swagger: '2.0', info: { title: 'a\u001b[31m' }, paths: { '/\u001b[0m': { get: {} } } }));
    const { out } = await cli(['template', file]);
    expect(out).toContain(String.raw`REST API a\x1b[31m`);
    expect(out).not.toContain('\u001b');
  });
});
