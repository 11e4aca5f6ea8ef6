import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cli } from './terminal.js';

const NAMES = ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf'];
const TEXT = fc.constantFrom(
  ...NAMES,
  '',
  ' ',
  '-',
  '--',
  '=',
  ':',
  'a=b',
  'a: b',
  '{',
  '[]',
  '{}',
  '\ud800',
  '\u0000',
  '/',
  '/{a',
  '$connect',
  '%',
  'x'.repeat(300),
);
const OPTION = fc.constantFrom(
  '--target',
  '--stage',
  '--stage-variable',
  '--domain',
  '--base-path',
  '--binary',
  '--cors',
  '--stream',
  '--method',
  '-X',
  '--path',
  '--route',
  '--query',
  '--header',
  '-H',
  '--cookie',
  '--json',
  '--form',
  '--body',
  '--source-ip',
  '--authorizer',
  '--claim',
  '--context',
  '--identity',
  '--kind',
  '--',
  'curl',
  ...NAMES.map((name) => `--${name}`),
);
const COMMAND = fc.constantFrom('event', 'check', 'render', 'explain', ...NAMES);
const TARGET = fc.constantFrom('rest', 'http', 'http-1.0', 'function-url', 'websocket', ...NAMES);
const ARGS = fc
  .tuple(COMMAND, fc.array(fc.oneof(TARGET, OPTION, OPTION, TEXT, TEXT), { maxLength: 8 }))
  .map(([command, rest]) => [command, ...rest]);
const ORDERED = fc
  .tuple(COMMAND, TARGET, fc.array(fc.tuple(OPTION, TEXT), { maxLength: 4 }))
  .map(([command, target, pairs]) => [command, ...(command === 'event' ? [target] : ['--target', target]), ...pairs.flat()]);
const INPUT = fc.oneof(
  fc.json(),
  TEXT,
  fc.constantFrom(
    '{"statusCode":200}',
    '{"__proto__":{"statusCode":200}}',
    '{"constructor":1,"requestContext":5}',
    '{"requestContext":"x","version":[]}',
  ),
);

/** Messages of JavaScript's own errors, which would not help anyone. */
const INTERNAL =
  /Cannot (?:read prop|destructure|convert|set)|is not (?:a function|iterable|defined)|undefined|\[object |Invalid time value|URI malformed/;

describe('apigw-proxy', () => {
  test('handles any arguments, or prints one line that explains the error', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(ARGS, ORDERED), fc.option(INPUT, { nil: undefined }), async (args, input) => {
        const { code, out, err } = await cli(args, input);
        if (args.includes('--help') || args.includes('-h')) return;
        expect([0, 1, 2]).toContain(code);
        expect(err).not.toMatch(INTERNAL);
        if (code === 2) expect([out, err]).toEqual(['', expect.stringMatching(/^apigw-proxy: [^\n]+[.?]\n$/)]);
      }),
    );
  });

  test.each(NAMES)('rejects the name %s', async (name) => {
    const lines = [
      [name],
      ['event', name],
      ['render', '--target', name],
      ['check', '--target', name],
      ['event', 'rest', `--${name}`],
      ['event', 'rest', '--authorizer', name],
      ['serve', 'package.json', '--target', name],
      ['serve', `package.json#${name}`, '--port', name],
    ];
    for (const args of lines) {
      const { code, err } = await cli(args, '{"statusCode":200}');
      expect([args, code]).toEqual([args, 2]);
      expect(err).not.toMatch(INTERNAL);
    }
  });

  test.each(NAMES)('accepts values with the name %s', async (name) => {
    const args = ['--stage-variable', `${name}=a`, '--header', `${name}: b`, '--query', `${name}=c`];
    const { code, out } = await cli(['event', 'rest', ...args, '--route', `GET /{${name}}`, '--path', '/d']);
    const event = JSON.parse(out);
    expect(code).toBe(0);
    for (const [field, value] of Object.entries({ stageVariables: 'a', headers: 'b', queryStringParameters: 'c', pathParameters: 'd' })) {
      expect([field, new Map(Object.entries(event[field])).get(name)]).toEqual([field, value]);
    }
  });
});
