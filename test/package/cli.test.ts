import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
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
