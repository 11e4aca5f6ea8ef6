import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { writeProject } from '../local/function/source/project.js';
import { start } from './terminal.js';

const FILES = {
  'handler.mjs': "export const handler = async () => 'ok';",
  'openapi.json': JSON.stringify({
    openapi: '3.0.1',
    info: { title: 'one', version: '1' },
    paths: {
      '/': {
        get: {
          'x-amazon-apigateway-integration': {
            type: 'MOCK',
            requestTemplates: { 'application/json': '{"statusCode": 200}' },
            responses: { default: { statusCode: '200' } },
          },
        },
      },
    },
  }),
};

describe('serve', () => {
  test.each([
    ['a handler', ['serve', 'handler.mjs'], ''],
    ['a template', ['serve', '--template', 'openapi.json', '--target', 'rest', '--stage', 'api'], '/'],
  ])('keeps the last 100 exchanges of %s', async (_, args, path) => {
    const folder = await writeProject(FILES);
    const own = args.map((arg) => (Object.hasOwn(FILES, arg) ? join(folder, arg) : arg));
    const running = start([...own, '--port', '0', '--no-reload']);
    await expect.poll(() => running.out() + running.err()).toMatch(/Serving http/);
    const url = /Serving (\S+)/.exec(running.out())?.[1] ?? '';
    for (let count = 0; count < 103; count += 1) await (await fetch(url + path)).arrayBuffer();
    const { exchanges } = await (await fetch(`${new URL(url).origin}/@inspect/exchanges`)).json();
    expect([exchanges.length, exchanges[0].index]).toEqual([100, 4]);
    running.stop();
    expect(await running.code).toBe(0);
  });
});
