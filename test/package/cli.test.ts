import { cpSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, inject, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { buildRestEvent } from '../../src/index.js';
import { runNode } from './commands.js';

describe('the installed command line', () => {
  const consumer = inject('consumer');
  const bin = join(consumer, 'node_modules', manifest.name, manifest.bin['apigw-proxy']);

  test.each([
    [['--version'], 0, `${manifest.version}\n`],
    [['event', 'rest', '--path', '/users/1'], 0, '"path": "/users/1"'],
    [['check', 'result.json'], 0, 'valid result for rest: 200'],
    [['check', 'event.json'], 1, 'invalid event of a REST API'],
    [['render', 'result.json', '--target', 'http-2.0'], 0, 'HTTP/1.1 200 OK\r\n'],
    [['serve', 'missing.mjs'], 2, "There is no file 'missing.mjs'."],
  ])('runs %j', (args, status, output) => {
    const folder = mkdtempSync(join(consumer, 'cli-'));
    writeFileSync(join(folder, 'result.json'), '{"statusCode":200,"headers":{"Content-Type":"text/plain"},"body":"hi"}');
    writeFileSync(join(folder, 'event.json'), '{"resource":"/","path":"/","httpMethod":"GET","requestContext":{}}');
    const outcome = runNode([bin, ...args], folder);
    expect(outcome).toEqual({ status, output: expect.stringContaining(output) });
  });
});

describe('the command line, with nothing else installed', () => {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'alone-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  cpSync(join(inject('consumer'), 'node_modules', manifest.name), join(folder, 'apigw-proxy'), { recursive: true });
  writeFileSync(join(folder, 'event.json'), '{"resource":"/","path":"/","httpMethod":"GET","requestContext":{}}');
  writeFileSync(join(folder, 'whole.json'), JSON.stringify(buildRestEvent()));

  test.each([
    [['event', 'rest', '--path', '/users/1'], 0, '"path": "/users/1"'],
    [['check', 'whole.json'], 0, 'valid event of a REST API'],
    [['check', 'event.json'], 1, 'invalid event of a REST API (rest)\napigw-proxy: Install zod to see which field is wrong'],
  ])('runs %j', (args, status, output) => {
    const bin = join(folder, 'apigw-proxy', manifest.bin['apigw-proxy']);
    expect(runNode([bin, ...args], folder)).toEqual({ status, output: expect.stringContaining(output) });
  });
});
