import { createRequire } from 'node:module';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type BuildResult, build } from 'esbuild';
import { describe, expect, inject, test } from 'vitest';
import { bundleEach } from './bundle-each.js';

const consumer = inject('consumer');
const namesOf = (entry: string): string[] => Object.keys(createRequire(join(consumer, 'index.js'))(entry));
const guards = namesOf('apigw-proxy').filter((name) => /^is(?:APIGateway|Lambda|Http)/.test(name));
const schemas = namesOf('apigw-proxy/schemas').filter((name) => name.endsWith('Schema'));

describe('a bundle with the whole root entry', () => {
  test('contains no zod, no other package and no Node.js built-in', async () => {
    const { metafile, warnings } = await bundle(`export * from 'apigw-proxy';`);
    const imports = Object.values(metafile.outputs).flatMap((output) => output.imports.map(({ path }) => path));
    expect(Object.keys(metafile.inputs).filter((path) => !/^<stdin>$|node_modules\/apigw-proxy\//.test(path))).toEqual([]);
    expect(imports).toEqual([]);
    expect(warnings).toEqual([]);
  });
});

describe('a bundle with one guard', () => {
  const bundles = bundleEach(
    consumer,
    guards,
    (guard) => `import { ${guard} } from 'apigw-proxy'; export const ok = ${guard}(globalThis.value);`,
  );
  test.each(guards)('%s is at most 0.96 kB', async (guard) => {
    const code = (await bundles).get(guard);
    expect(code).toContain('globalThis.value');
    expect(gzipSync(code ?? '').length).toBeLessThanOrEqual(960);
  });
});

describe('a bundle with isEvent', () => {
  test('is at most 2.66 kB', async () => {
    const result = await bundle(`import { isEvent } from 'apigw-proxy'; export const ok = isEvent(globalThis.value, 'rest');`);
    expect(gzipSync(codeOf(result)).length).toBeLessThanOrEqual(2660);
  });
});

describe('a bundle with one schema', () => {
  const bundles = bundleEach(
    consumer,
    schemas,
    (schema) => `import { ${schema} } from 'apigw-proxy/schemas'; export const ok = ${schema}.parse(globalThis.value);`,
  );
  test.each(schemas)('%s is at most 29 kB, zod included', async (schema) => {
    const code = (await bundles).get(schema);
    expect(code).toContain('globalThis.value');
    expect(gzipSync(code ?? '').length).toBeLessThanOrEqual(29_000);
  });

  test.each([['APIGatewayProxyEventSchema'], ['APIGatewayProxyEventV2Schema'], ['APIGatewayProxyResultSchema']])(
    '%s pulls in no other schema',
    async (schema) => {
      const code = codeOf(await bundle(`export { ${schema} } from 'apigw-proxy/schemas';`, { minify: false }));
      expect(schemas.filter((name) => new RegExp(`\\b${name}\\b`).test(code))).toEqual([schema]);
    },
  );

  test('is empty if the schema is unused', async () => {
    const code = codeOf(await bundle(`import { ${schemas.join(', ')} } from 'apigw-proxy/schemas';`));
    expect(code).toBe('');
  });
});

describe('a bundle with renderResult', () => {
  const RENDER = `import { renderResult, toHttp1Bytes } from 'apigw-proxy';
    export const handler = (result) => toHttp1Bytes(renderResult(result, { target: 'rest' }));`;

  test('is at most 14.2 kB, including toHttp1Bytes', async () => {
    expect(gzipSync(codeOf(await bundle(RENDER))).length).toBeLessThanOrEqual(14_200);
  });

  test('contains no sentence of an issue, and no failure that a result never causes', async () => {
    const code = codeOf(await bundle(RENDER));
    expect(code).toContain('header-remapped');
    expect(code).not.toMatch(/Nobody has recorded|The client gets|Nothing to fix|usage plan/);
    expect(code).not.toMatch(/Missing Authentication Token|quota-exceeded/);
  });

  test.each([
    ['gateway responses', 'customizeResponses', 'responseTemplates'],
    ['serialized results', 'payload', 'duplicate-key'],
    ['CORS', 'configureCors', 'Access-Control-Max-Age'],
    ['WebSocket APIs', 'renderHandshake', 'sec-websocket-protocol'],
  ])('contains no code for %s without %s', async (_, name, word) => {
    const [without, withIt] = [await bundle(RENDER), await bundle(`${RENDER} export { ${name} } from 'apigw-proxy';`)].map(codeOf);
    expect(countOf(withIt, word)).toBeGreaterThan(countOf(without, word));
  });

  test.each([
    ['cors', `{ target: 'http-2.0', cors: { allowOrigins: ['*'] } }`, 'configureCors'],
    ['gatewayResponses', `{ target: 'rest', gatewayResponses: { DEFAULT_4XX: {} } }`, 'customizeResponses'],
    ['target', `{ target: 'websocket', route: '$connect' }`, 'renderHandshake'],
  ])('throws an error about `%s` that names the function with its code', async (path, gateway, maker) => {
    const run = `import { renderResult } from 'apigw-proxy'; renderResult({ statusCode: 200 }, ${gateway});`;
    const error = expect.objectContaining({ name: 'GatewayError', path: [path], fix: expect.stringContaining(maker) });
    await expect(runBundle(run)).rejects.toEqual(error);
    await expect(runBundle(`${run} export { ${maker} } from 'apigw-proxy';`)).resolves.toBeDefined();
  });

  test('contains no code for streams unless it creates one', async () => {
    const code = codeOf(await bundle(RENDER));
    const streaming = codeOf(await bundle(`${RENDER} export { streamedResult } from 'apigw-proxy';`));
    expect(streaming.length).toBeGreaterThan(code.length + 2000);
  });
});

describe('a bundle with toEvent', () => {
  test('contains no sentence of an issue about a request', async () => {
    const code = codeOf(await bundle(`export { toEvent } from 'apigw-proxy';`));
    expect(code).toContain('unsupported-content-encoding');
    expect(code).not.toMatch(/request-bytes-lost|so that the body arrives as base64/);
  });
});

describe('a bundle with fetchHandler', () => {
  test('is at most 5 kB', async () => {
    const code = codeOf(await bundle(`export { fetchHandler } from 'apigw-proxy/results';`));
    expect(gzipSync(code).length).toBeLessThanOrEqual(5000);
  });
});

describe('a bundle with checkResult', () => {
  test('is at most 15.2 kB, with all sentences about plain results and no others', async () => {
    const code = codeOf(await bundle(`export { checkResult } from 'apigw-proxy';`));
    expect(code).toContain('Nobody has recorded');
    expect(code).not.toMatch(
      /Gateway Timeout|keep-alive"\]|WebSocket client|X-Amz-Cf-Id|cuts it off at|no concurrency left|streamifyResponse\(responseStream|preflight request itself/,
    );
    expect(gzipSync(code).length).toBeLessThanOrEqual(15_200);
  });

  test('throws an error for a WebSocket API that names the functions with its code', async () => {
    const run = `import { checkResult } from 'apigw-proxy'; checkResult({ statusCode: 200 }, { target: 'websocket', route: '$connect' });`;
    await expect(runBundle(run)).rejects.toMatchObject({ name: 'GatewayError', path: ['target'] });
    await expect(runBundle(`${run} export { renderHandshake } from 'apigw-proxy';`)).resolves.toBeDefined();
  });
});

describe('a bundle with checked', () => {
  test.each(['checked', 'checkedWebsocket'])('is at most 13.5 kB: %s', async (name) => {
    const code = codeOf(await bundle(`export { ${name} } from 'apigw-proxy/render';`));
    expect(gzipSync(code).length).toBeLessThanOrEqual(13_500);
  });

  test('contains no answer of a gateway, no compressor and no sentence about them', async () => {
    const code = codeOf(await bundle(`export { checked } from 'apigw-proxy/render';`));
    expect(code).toContain('The client gets a 502.');
    expect(code).not.toMatch(/Internal server error|InternalServerErrorException|gzipSync|compressor|own answers/);
  });
});

interface Options {
  minify: boolean;
}

/** Bundles code that uses the installed package. */
function bundle(contents: string, { minify }: Options = { minify: true }): Promise<BuildResult<{ metafile: true; write: false }>> {
  return build({
    stdin: { contents, resolveDir: consumer },
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    minify,
    write: false,
    metafile: true,
  });
}

/** Bundles code and runs it. */
async function runBundle(contents: string): Promise<unknown> {
  return import(`data:text/javascript,${encodeURIComponent(codeOf(await bundle(contents)))}`);
}

function countOf(code = '', word: string): number {
  return code.split(word).length - 1;
}

function codeOf({ outputFiles }: BuildResult<{ write: false }>): string {
  return outputFiles[0]?.text ?? '';
}
