import { join } from 'node:path';
import { buildContext, createModuleHandler } from 'apigw-proxy/local';
import { describe, expect, test } from 'vitest';
import { writeProject } from './project.js';

const ASSET = `cdk.out/asset.${'0a'.repeat(32)}`;
const COMMON =
  "const { sep } = require('node:path');\nexports.handler = async () => ({ statusCode: 200, body: [typeof __filename, sep.length].join() });";
const MODULE = 'export const handler = async () => ({ statusCode: 200, body: typeof import.meta.url });';

/** Calls the handler of a file in a project whose package.json says that it has ES modules. */
async function call(files: Readonly<Record<string, string>>, file: string): Promise<unknown> {
  const folder = await writeProject({ 'package.json': '{ "type": "module" }', ...files });
  const module = createModuleHandler(join(folder, file));
  try {
    const { text }: { readonly text?: string } = Object(await module.handler({}, buildContext({ timeout: 30_000 })));
    return JSON.parse(text ?? '');
  } finally {
    await module.close();
  }
}

describe('an asset of CDK in a project of ES modules', () => {
  test('is CommonJS, as on Lambda, where it is alone', async () => {
    expect(await call({ [`${ASSET}/index.js`]: COMMON }, `${ASSET}/index.js`)).toEqual({ statusCode: 200, body: 'string,1' });
  });

  test('is an ES module if it is written as one', async () => {
    expect(await call({ [`${ASSET}/index.js`]: MODULE }, `${ASSET}/index.js`)).toEqual({ statusCode: 200, body: 'string' });
  });

  test('is what its own package.json says', async () => {
    const files = { [`${ASSET}/package.json`]: '{ "type": "module" }', [`${ASSET}/src/index.js`]: MODULE };
    expect(await call(files, `${ASSET}/src/index.js`)).toEqual({ statusCode: 200, body: 'string' });
  });
});
