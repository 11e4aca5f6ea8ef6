import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { describe, expect, test } from 'vitest';

/** Names of fields that only one shape has, so only its guard and schema contain them. */
const MARKS = ['basePathMatched', 'rawQueryString', 'disconnectReason', 'policyDocument', 'isAuthorized', 'methodArn', 'statusCode'];

describe('a bundle', () => {
  test.each([
    ['APIGatewayProxyEventSchema', ['basePathMatched']],
    ['APIGatewayProxyEventV2Schema', ['rawQueryString']],
    ['APIGatewayProxyWebsocketEventSchema', ['disconnectReason']],
    ['APIGatewayProxyResultSchema', ['statusCode']],
    ['APIGatewayAuthorizerResultSchema', ['policyDocument']],
    ['APIGatewaySimpleAuthorizerResultSchema', ['isAuthorized']],
  ])('with %s contains no other schema and is at most 30 kB', async (name, marks) => {
    const { text, gzip } = await bundle(`import { ${name} } from './src/schemas/index.js'; console.log(${name}.parse(globalThis));`);
    expect(MARKS.filter((mark) => text.includes(mark))).toEqual(marks);
    expect(gzip).toBeLessThanOrEqual(30_000);
  });

  test.each([
    ['isAPIGatewayProxyEvent', ['basePathMatched']],
    ['isAPIGatewayProxyEventV2', ['rawQueryString']],
    ['isAPIGatewayProxyWebsocketEvent', ['disconnectReason']],
    ['isAPIGatewayProxyResult', ['statusCode']],
    ['isAPIGatewayAuthorizerResult', ['policyDocument']],
  ])('with %s contains no other guard, no zod, and is at most 1.5 kB', async (name, marks) => {
    const { text, gzip, inputs } = await bundle(`import { ${name} } from './src/guards/index.js'; console.log(${name}(globalThis));`);
    expect(MARKS.filter((mark) => text.includes(mark))).toEqual(marks);
    expect(inputs.filter((input) => input.includes('node_modules'))).toEqual([]);
    expect(gzip).toBeLessThanOrEqual(1500);
  });

  test('that uses no schema is empty', async () => {
    expect((await bundle("import './src/schemas/index.js';")).text.trim()).toBe('');
  });
});

async function bundle(contents: string): Promise<{ text: string; gzip: number; inputs: string[] }> {
  const { outputFiles, metafile } = await build({
    stdin: { contents, resolveDir: process.cwd(), loader: 'ts' },
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format: 'esm',
    platform: 'node',
    logLevel: 'silent',
  });
  const text = outputFiles[0]?.text ?? '';
  return { text, gzip: gzipSync(text, { level: 9 }).length, inputs: Object.keys(metafile.inputs) };
}
