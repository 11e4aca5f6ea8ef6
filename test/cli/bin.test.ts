import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeProject } from '../local/function/source/project.js';
import { attach } from './debugger.js';

describe('the process', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'bin-'));
    const keys = Array.from({ length: 10_000 }, (_, index) => [`key${index}`, 1]);
    await writeFile(join(folder, 'refused.json'), JSON.stringify(Object.fromEntries(keys)));
    await writeFile(join(folder, 'handler.mjs'), 'export const handler = () => ({ statusCode: 200 });');
  });
  afterAll(() => rm(folder, { recursive: true }));
  const bin = (...args: string[]) => spawn(process.execPath, ['--import', 'tsx', 'src/cli/bin.ts', ...args], { env: { PATH: '' } });

  test('keeps its exit code when the reader stops early', async () => {
    const process = bin('check', join(folder, 'refused.json'), '--target', 'rest');
    process.stdout.once('data', () => process.stdout.destroy());
    const [[code], err] = await Promise.all([once(process, 'exit'), text(process.stderr)]);
    expect([code, err]).toEqual([1, '']);
  });

  test('ends at once on a signal while it reads the input', async () => {
    const process = bin('check');
    // More than a pipe buffers, so all of it has been sent only when the command reads.
    await new Promise((read) => process.stdin.write(' '.repeat(1_000_000), read));
    process.kill('SIGINT');
    expect(await once(process, 'exit')).toEqual([null, 'SIGINT']);
  });

  test('closes the server on a signal', async () => {
    const process = bin('serve', join(folder, 'handler.mjs'), '--port', '0');
    const [line] = await once(process.stdout, 'data');
    const url = /http:\S+/.exec(String(line))?.[0] ?? '';
    expect((await fetch(url)).status).toBe(200);
    process.kill('SIGTERM');
    expect(await once(process, 'exit')).toEqual([0, null]);
  });

  test('stops at a breakpoint in a TypeScript handler', async () => {
    const source =
      'interface Event {\n  rawPath: string;\n}\nexport const handler = async (event: Event) => {\n  debugger;\n  return event.rawPath;\n};';
    const project = await writeProject({ 'src/handler.ts': source });
    const file = join(project, 'src/handler.ts');
    const child = spawn(process.execPath, ['--inspect=127.0.0.1:0', '--import', 'tsx', 'src/cli/bin.ts', 'serve', file, '--port', '0']);
    const [address] = await once(child.stderr, 'data');
    const debug = await attach(/ws:\S+/.exec(String(address))?.[0] ?? '');
    let out = '';
    child.stdout.on('data', (text) => {
      out += text;
    });
    await expect.poll(() => out).toContain('A debugger can attach, so there are no time limits.\n');
    const answer = fetch(`${/http:\S+/.exec(out)?.[0]}/here`);
    expect(await debug.paused()).toEqual({ source: file, line: 5 });
    debug.resume();
    expect(await (await answer).text()).toBe('/here');
    debug.close();
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
  });
});
