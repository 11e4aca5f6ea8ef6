import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readTemplate, TemplateError } from 'apigw-proxy/deploy';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'template-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Writes files into the folder, and returns its path. */
function write(files: Readonly<Record<string, string>>): string {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

function errorOf(read: () => unknown): unknown {
  try {
    return read();
  } catch (error) {
    return error;
  }
}

const SERVICE = 'service: a\nprovider: {name: aws}\nfunctions: {f: {handler: a.b, events: [httpApi: "*"]}}\n';
const STACK = '{"Resources":{"F":{"Type":"AWS::Lambda::Function","Properties":{"Handler":"a.b","Code":"./src"}}}}';

describe('readTemplate', () => {
  test.each([
    ['sam', 'Transform: AWS::Serverless-2016-10-31\nResources: {}'],
    ['sam', 'Resources: {A: {Type: AWS::Serverless::Function}}'],
    ['cloudformation', STACK],
    ['cloudformation', 'Resources: {}\nTransform: [Other]'],
    ['openapi', 'openapi: 3.0.0\nx-amazon-apigateway-cors: {}'],
    ['openapi', '{"swagger": "2.0"}'],
    ['serverless', SERVICE],
  ])('finds %s by its content', (format, text) => {
    expect(readTemplate(join(write({ file: text }), 'file')).format).toBe(format);
  });

  test('reads a word as the tool of its format does', () => {
    const environmentOf = (file: string): unknown => Object.values(readTemplate(file).functions)[0]?.environment;
    write({
      'template.yaml': 'Resources: {F: {Type: AWS::Serverless::Function, Properties: {Environment: {Variables: {A: on, B: 012}}}}}',
      'serverless.yml': 'service: a\nprovider: {name: aws, environment: {A: on, B: 012}}\nfunctions: {f: {handler: a.b}}',
    });
    expect(environmentOf(join(folder, 'template.yaml'))).toEqual({ A: 'true', B: '10' });
    expect(environmentOf(join(folder, 'serverless.yml'))).toEqual({ A: 'on', B: '12' });
  });

  test.each([
    ['a project', { 'serverless.yml': SERVICE, 'package.json': '{}' }, 'serverless'],
    ['a cdk.out', { 'manifest.json': manifest('One'), 'One.template.json': STACK }, 'cloudformation'],
    ['a cdk.out without a manifest', { 'One.template.json': STACK, 'Two.nested.template.json': '{}' }, 'cloudformation'],
  ])('finds the file of %s', (_, files, format) => {
    expect(readTemplate(write(files)).format).toBe(format);
  });

  test('reads files beside the file', () => {
    write({ 'serverless.yml': SERVICE.replace('a.b', `'\${file(./conf/names.yml):handler}'`), 'conf/names.yml': 'handler: c.d' });
    expect(readTemplate(join(folder, 'serverless.yml')).functions['f']?.handler).toBe('c.d');
  });

  test.each<[name: string, path: unknown]>([
    ['a number', 5],
    ['null', null],
    ['a URL', new URL('file:///template.yaml')],
    ['bytes', new Uint8Array(3)],
  ])('refuses %s as the path', (_, path) => {
    const error = errorOf(() => readTemplate(path as never));
    expect(error).toBeInstanceOf(TemplateError);
    expect(error).toMatchObject({ code: 'invalid-option', where: 'path', value: path });
  });

  test.each<[name: string, path: (folder: string) => string]>([
    ['links in a circle', (folder) => join(folder, 'loop')],
    ['goes through a file', (folder) => join(folder, 'file', 'template.yaml')],
    ['is too long', (folder) => join(folder, 'x'.repeat(5000))],
    ['contains NUL', (folder) => join(folder, 'a\0b')],
    ['is a device', () => '/dev/zero'],
  ])('refuses a path that %s', (_, pathIn) => {
    write({ file: '' });
    symlinkSync('loop', join(folder, 'loop'));
    expect(errorOf(() => readTemplate(pathIn(folder)))).toMatchObject({ name: 'TemplateError', code: 'unreadable-file' });
  });

  test('refuses a file of 50 MB, and says why', () => {
    const file = join(write({ 'a.json': '' }), 'a.json');
    truncateSync(file, 50_000_000);
    expect(errorOf(() => readTemplate(file))).toMatchObject({ name: 'TemplateError', code: 'too-large', file });
  });

  test.each<[name: string, options: unknown, where: string, message: string]>([
    ['null', null, 'options', '`options` must be an object; got null.'],
    ['an unknown option', { parameter: {} }, 'parameter', 'Unknown option `parameter`. Did you mean `parameters`?'],
    ['a number as the region', { region: 5 }, 'region', '`region` must be a non-empty string; got 5.'],
    ['a parameter that is no string', { parameters: { A: 5 } }, 'parameters.A', '`parameters.A` must be a string; got 5.'],
    ['an unknown target', { target: 'http' }, 'target', "`target` must be one of 'rest',"],
    ['an unknown format', { format: 'terraform' }, 'format', "`format` must be one of 'sam',"],
  ])('refuses %s', (_, options, where, message) => {
    const file = join(write({ 'a.yaml': 'Resources: {}' }), 'a.yaml');
    const error = errorOf(() => readTemplate(file, options as never));
    expect(error).toMatchObject({ name: 'TemplateError', code: 'invalid-option', where });
    expect(String(error)).toContain(message);
  });

  test.each([
    ['a folder without a template', { 'a.txt': 'x' }, '', 'unreadable-file', 'Pass the path of a file.'],
    ['a folder with two', { 'serverless.yml': SERVICE, 'template.yaml': STACK }, '', 'unreadable-file', 'Pass one of them, such as '],
    ['a cdk.out with two stacks', { 'manifest.json': manifest('One', 'Two') }, '', 'unreadable-file', 'One.template.json'],
    ['a missing file', {}, 'gone.yaml', 'unreadable-file', 'Check the path.'],
    ['a program', { 'serverless.ts': '' }, 'serverless.ts', 'unknown-format', 'cdk synth'],
    ['another file', { 'a.json': '{"name": "x"}' }, 'a.json', 'unknown-format', '`Resources`'],
    ['a list', { 'a.yaml': '- a' }, 'a.yaml', 'unknown-format', '`Resources`'],
    ['an empty file', { 'a.yaml': '' }, 'a.yaml', 'unknown-format', '`Resources`'],
    ['no YAML', { 'a.yaml': 'a: [' }, 'a.yaml', 'invalid-syntax', 'Check quotes'],
  ])('refuses %s, and says what to do', (_, files, name, code, fix) => {
    const error = errorOf(() => readTemplate(join(write(files), name)));
    expect(error).toBeInstanceOf(TemplateError);
    expect(error).toMatchObject({ code, fix: expect.stringContaining(fix), message: expect.stringContaining(folder) });
  });

  test.each<[name: string, files: Readonly<Record<string, string>>, path: string, reason: string]>([
    ['a folder without a template', { 'a.txt': 'x' }, '', 'The folder has no template. Pass the path of a file.'],
    [
      'a folder with two',
      { 'openapi.json': '{}', 'swagger.yml': '' },
      '',
      'The folder has 2 templates: "openapi.json", "swagger.yml". Pass one of them, such as FOLDER/openapi.json.',
    ],
    ['a cdk.out without a stack', { 'manifest.json': manifest() }, '', 'The folder has no template. Pass the path of a file.'],
    ['a missing file', {}, 'gone.yaml', 'The file cannot be read. Check the path.'],
    [
      'a program',
      { 'serverless.mts': '' },
      'serverless.mts',
      'The file is a program, not a template. Pass what it makes: a folder `cdk.out` after `cdk synth`, or `.serverless/cloudformation-template-update-stack.json` after `package`.',
    ],
    [
      'another file',
      { 'a.json': '{"a":1,"b":2,"c":3,"d":4,"e":5,"f":6}' },
      'a.json',
      'The file has the keys "a", "b", "c", "d", "e". Pass a SAM',
    ],
    ['half a serverless.yml', { 'a.yml': 'service: a' }, 'a.yml', 'The file has the keys "service". Pass a SAM or CloudFormation template'],
    ['the other half', { 'a.yml': 'provider: a' }, 'a.yml', 'The file has the keys "provider". Pass a SAM or CloudFormation template'],
    ['a list', { 'a.yaml': '- a' }, 'a.yaml', 'The file has an array. Pass a SAM or CloudFormation template (with `Resources`)'],
  ])('says all about %s', (_, files, path, sentences) => {
    const error = errorOf(() => readTemplate(join(write(files), path)));
    expect(String((error as Error).message).replaceAll(folder, 'FOLDER')).toContain(sentences);
  });

  test.each<[unknown, unknown, string]>([
    [5, {}, '`path` must be a string; got 5. Pass the path of a file or a folder.'],
    ['a', 5, "`options` must be an object; got 5. Pass options such as { stage: 'prod' }."],
  ])('says all about the arguments %j and %j', (path, options, message) => {
    expect(errorOf(() => readTemplate(path as never, options as never))).toMatchObject({ message });
  });

  test.each(['openapi', 'swagger', 'template'].flatMap((name) => ['yaml', 'yml', 'json'].map((end) => `${name}.${end}`)))(
    'finds %s in a folder',
    (name) => {
      const text = name.startsWith('template') ? STACK : '{"openapi":"3.0.0","x-amazon-apigateway-cors":{}}';
      expect(readTemplate(write({ [name]: text, 'other.json': '{}' })).format).toBe(
        name.startsWith('template') ? 'cloudformation' : 'openapi',
      );
    },
  );

  test('knows SAM by one of several transforms', () => {
    const text = JSON.stringify({ Transform: ['Other', 'AWS::Serverless-2016-10-31'], Resources: {} });
    expect(readTemplate(join(write({ 'a.json': text }), 'a.json')).format).toBe('sam');
  });

  test('reads a file with another format than its content, if an option says so', () => {
    write({ 'a.yml': `${SERVICE}x: &a 1\n` });
    expect(readTemplate(join(folder, 'a.yml'), { format: 'serverless' }).format).toBe('serverless');
    expect(readTemplate(join(write({ 'b.json': STACK }), 'b.json'), { format: 'sam' }).format).toBe('sam');
  });

  test('refuses a format that does not exist', () => {
    const options = JSON.parse('{"format":"constructor"}');
    expect(errorOf(() => readTemplate(join(write({ f: STACK }), 'f'), options))).toMatchObject({
      code: 'invalid-option',
      where: 'format',
      value: 'constructor',
    });
  });
});

function manifest(...names: readonly string[]): string {
  const stack = (name: string) => ({ type: 'aws:cloudformation:stack', properties: { templateFile: `${name}.template.json` } });
  return JSON.stringify({ artifacts: { Tree: { type: 'cdk:tree' }, ...Object.fromEntries(names.map((name) => [name, stack(name)])) } });
}
