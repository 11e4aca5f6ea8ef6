// Runs every case in AWS's runtime client and writes what it posts to answers.json. It downloads the client, so `npm test` doesn't run it:
// the tests compare the double with the file.
//
//   npm run runtime-client                    with this Node.js
//   npm run runtime-client -- 3.3.0=node22    a client with another Node.js
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Answer } from './answer.js';
import { CASES, IMPORTS, type RuntimeCase } from './handlers.js';
import { openRuntimeApi } from './runtime-api.js';

/** How a client is started, by its version. */
const CLIENTS: Readonly<Record<string, (folder: string) => string>> = {
  '3.3.0': (folder) => join(folder, 'bin', 'index.mjs'),
  '4.0.2': (folder) => join(folder, 'index.mjs'),
};

/** How the client logs an error: as JSON. */
const LOGGED = /Invoke Error\s*\t(.*)/;
const NATIVE = fileURLToPath(new URL('native.cjs', import.meta.url));
const nodes = Object.fromEntries(process.argv.slice(2).map((text) => text.split('=')));
const work = mkdtempSync(join(tmpdir(), 'runtime-client-'));
const answers: Record<string, Record<string, Answer>> = {};
for (const version of Object.keys(CLIENTS)) {
  const folder = download(version);
  for (const [index, one] of CASES.entries()) {
    const answer = await runCase(one, index, version, folder);
    answers[one.name] = { ...answers[one.name], [version]: answer };
    console.log(version, one.name, JSON.stringify(answer));
  }
}
writeFileSync(new URL('answers.json', import.meta.url), `${JSON.stringify(answers, null, 2)}\n`);

/** Downloads a client without its dependencies, which only build the native part. */
function download(version: string): string {
  const folder = join(work, version);
  mkdirSync(folder);
  execFileSync('npm', ['pack', `aws-lambda-ric@${version}`], { cwd: folder, stdio: 'ignore' });
  const [archive = ''] = readdirSync(folder);
  execFileSync('tar', ['-xzf', archive], { cwd: folder });
  return join(folder, 'package');
}

async function runCase({ code, timesOut }: RuntimeCase, index: number, version: string, folder: string): Promise<Answer> {
  writeFileSync(join(work, `case${index}.mjs`), IMPORTS + code);
  const api = await openRuntimeApi(3000);
  const child = spawn(nodes[version] ?? process.execPath, ['-r', NATIVE, CLIENTS[version]?.(folder) ?? '', `case${index}.handler`], {
    cwd: work,
    stdio: ['ignore', 'pipe', 'ignore'],
    env: {
      ...process.env,
      AWS_LAMBDA_RUNTIME_API: api.address,
      AWS_LAMBDA_NODEJS_USE_ALTERNATIVE_CLIENT_1: 'true',
      LAMBDA_TASK_ROOT: work,
      _HANDLER: `case${index}.handler`,
      AWS_LAMBDA_FUNCTION_NAME: 'f',
      AWS_LAMBDA_FUNCTION_VERSION: '1',
      AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '128',
      AWS_LAMBDA_LOG_GROUP_NAME: 'g',
      AWS_LAMBDA_LOG_STREAM_NAME: 's',
    },
  });
  let log = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    log += text;
  });
  let isOver = false;
  const timer = setTimeout(
    () => {
      isOver = true;
      api.close();
    },
    timesOut ? 1500 : 8000,
  );
  child.on('exit', () => setTimeout(api.close, 50));
  const answer = await api.answer;
  clearTimeout(timer);
  child.kill();
  api.close();
  const logged = LOGGED.exec(log)?.[1];
  const late = answer?.end === 'result' && logged !== undefined ? ({ error: loggedError(logged), isLate: true } as const) : {};
  if (!isOver) return { end: 'exit', ...answer, ...late };
  return { ...answer, end: answer?.end === 'result' ? 'result' : 'timeout' };
}

function loggedError(text: string): string {
  const value: unknown = JSON.parse(text);
  if (typeof value !== 'object' || value === null || !('errorType' in value) || !('errorMessage' in value)) return `string: ${value}`;
  return `${value.errorType}: ${value.errorMessage}`;
}
