import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { conformanceStack } from 'apigw-proxy/conformance';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stackApis } from '../../src/conformance/stack/stack-apis.js';
import { cli } from './terminal.js';

let folder: string;
let server: Server;
let url: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'apigw-proxy-'));
  server = createServer((_, response) => response.writeHead(404, { 'Content-Type': 'application/json' }).end('{"message":"Not Found"}'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/stage`; // it listens to a port
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

/** Writes JSON, and returns the name of the file. */
function fileWith(name: string, value: unknown): string {
  const file = join(folder, name);
  writeFileSync(file, JSON.stringify(value));
  return file;
}

const AWAY = 'http://127.0.0.1:1/stage';

describe('apigw-proxy conformance', () => {
  test('writes the stack', async () => {
    const stack = join(folder, 'a', 'stack');
    expect(await cli(['conformance', '--write', stack])).toEqual({
      code: 0,
      out: `Wrote ${stack}: a SAM template, the code of its functions, and what they return.\nDeploy it with 'sam deploy --guided --template ${join(stack, 'template.json')}'.\n`,
      err: '',
    });
    expect(readdirSync(stack).sort()).toEqual(['handler.mjs', 'results.json', 'template.json']);
    for (const [name, text] of Object.entries(conformanceStack())) expect(readFileSync(join(stack, name), 'utf8')).toBe(text);
  });

  test('names each difference, counts what holds, and says why it skips cases', async () => {
    const cases = ['http20-iss-no-route', 'rest-rec-no-route', 'rest-iam-auth', 'http-1.0'].flatMap((id) => ['--case', id]);
    const { code, out, err } = await cli(['conformance', '--url', `http-2.0=${url}`, ...cases]);
    expect([code, err]).toEqual([0, '']);
    expect(out).toBe('1 of 1 cases hold.\n\nNot played: 2\n     1  needs the URL of rest\n     1  needs a signed request\n');
    const failed = await cli(['conformance', '--url', `rest=${url}`, '--case', 'rest-rec-no-route']);
    expect(failed).toMatchObject({ code: 1, err: '' });
    const lines = failed.out.split('\n');
    expect(lines[0]).toBe('failed  rest-rec-no-route  (rest)');
    expect(lines).toContain('    status: expected 403, got 404');
    expect(lines.slice(-2)).toEqual(['0 of 1 cases hold.', '']);
  });

  test('lists the most frequent reason first', async () => {
    const { out } = await cli(['conformance', '--url', `http-2.0-cors=${AWAY}`]);
    const counts = [...out.matchAll(/^ +(\d+) {2}\S/gm)].map(([, count]) => Number(count));
    expect(counts.length).toBeGreaterThan(5);
    expect(counts).toEqual([...counts].sort((a, b) => b - a));
    const sum = counts.reduce((total, count) => total + count, 0);
    expect(out).toContain(`\n\nNot played: ${sum}\n`);
    expect(out).toMatch(/^0 of 3 cases hold\.$/m);
  });

  test.each([
    ['a name', ['--url', 'rest=URL']],
    ['a target', ['--url', 'URL', '--target', 'rest']],
  ])('prints and records what it saw of the API of %s', async (_, args) => {
    const file = join(folder, 'seen.json');
    const given = args.map((text) => text.replace('URL', url));
    const { code, out } = await cli(['conformance', ...given, '--case', 'rest-rec-no-route', '--json', '--record', file]);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ held: 0, failed: 1, skipped: 0, verdicts: [{ id: 'rest-rec-no-route', outcome: 'failed' }] });
    expect(Object.keys(JSON.parse(out))).not.toContain('recordings');
    const text = readFileSync(file, 'utf8');
    expect(JSON.parse(text)).toMatchObject([{ id: 'rest-rec-no-route', evidence: 'RECORDED', expect: { status: 404 } }]);
    expect(text).toMatch(/^\[\n {2}\{\n.*\n\]\n$/s);
  });

  test('plays only what nobody has recorded', async () => {
    const { code, out } = await cli(['conformance', '--open', '--json', '--url', `function-url=${AWAY}`, '--case', 'rest-rec-no-route']);
    expect([code, JSON.parse(out).verdicts]).toEqual([0, []]);
  });

  const output = { OutputKey: 'RestEndpoint', OutputValue: AWAY };
  const other = { OutputKey: 'Other', OutputValue: 'x' };
  test.each<[string, unknown]>([
    ['describe-stacks', { Stacks: [{ Outputs: [other, output] }] }],
    ['one stack', { Outputs: [output] }],
    ['outputs', [other, output, { OutputKey: 5, OutputValue: 'x' }, 7, null]],
  ])('plays against the outputs of a stack: %s', async (_, outputs) => {
    const file = fileWith('outputs.json', outputs);
    const { code, out } = await cli(['conformance', '--outputs', file, '--case', 'rest-rec-no-route', '--case', 'http20-iss-no-route']);
    expect(code).toBe(1);
    expect(out).toContain('failed  rest-rec-no-route  (rest)\n    Error: connect ECONNREFUSED');
    expect(out).toContain('0 of 1 cases hold.\n\nNot played: 1\n     1  needs the URL of http-2.0\n');
  });

  const names = stackApis().map(({ name }) => name);
  test.each([
    [['--url', AWAY], `'${AWAY}' has no name. Write --url rest=${AWAY}, or --target rest.`],
    [['--url', 'HTTPS://a'], "'HTTPS://a' has no name. Write --url rest=HTTPS://a, or --target rest."],
    [['--url', `rst=${AWAY}`], "There is no API 'rst'. Did you mean 'rest'?"],
    [['--url', `zzzzzzzz=${AWAY}`], `There is no API 'zzzzzzzz'. The names are ${names.join(', ')}.`],
    [['--url', AWAY, '--target', 'rst'], "There is no API 'rst'. Did you mean 'rest'?"],
    [['--url', 'rest=127.0.0.1'], "'127.0.0.1' is not a URL. Write http://127.0.0.1:3000/stage."],
    [['--url', 'rest=ftp://a'], "'ftp://a' is not a URL. Write http://127.0.0.1:3000/stage."],
    [['--url', 'rest=httpsx://a'], "'httpsx://a' is not a URL. Write http://127.0.0.1:3000/stage."],
    [['--target', 'rest'], '--target needs a --url without a name. Add --url URL, or remove --target.'],
    [['--target', 'rest', '--url', `rest=${AWAY}`], '--target needs a --url without a name. Add --url URL, or remove --target.'],
    [['--outputs', '/nowhere.json'], "'/nowhere.json' can't be read as JSON. Pass what 'aws cloudformation describe-stacks' prints."],
    [['rest'], "Unexpected argument 'rest'. Write --url NAME=URL."],
  ])('refuses %j', async (args, message) => {
    expect(await cli(['conformance', ...args])).toEqual({ code: 2, out: '', err: `apigw-proxy: ${message}\n` });
  });

  test.each<[string, unknown]>([
    ['a text', 'x'],
    ['no outputs', { Stacks: [] }],
    ['outputs of another template', [other]],
  ])('refuses a file with %s', async (_, outputs) => {
    const file = fileWith('other.json', outputs);
    const message = `'${file}' has none of the template's outputs. Pass what 'aws cloudformation describe-stacks' prints.`;
    expect(await cli(['conformance', '--outputs', file])).toEqual({ code: 2, out: '', err: `apigw-proxy: ${message}\n` });
  });
});
