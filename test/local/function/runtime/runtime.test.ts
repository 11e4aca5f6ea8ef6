import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  awslambda,
  buildContext,
  createModuleHandler,
  type Invocation,
  invoke,
  type LambdaRuntime,
  type ModuleHandler,
} from 'apigw-proxy/local';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { RUNTIMES } from '../../../../src/local/function/runtime/lambda-runtime.js';
import { type Answer, shorten } from './answer.js';
import answers from './answers.json' with { type: 'json' };
import { CASES, IMPORTS, type RuntimeCase } from './handlers.js';

const RECORDED: Readonly<Record<string, Readonly<Record<string, unknown>>>> = answers;

/** The runtimes, and the version of AWS's client that each is compared with. Node.js 20 has the same rules as 22. */
const COMPARED: readonly (readonly [LambdaRuntime, string])[] = [
  ['nodejs22.x', '3.3.0'],
  ['nodejs24.x', '4.0.2'],
];

/** Handlers that end or disturb the process that they run in, or need an event loop of their own. */
const UNSAFE = /process\.exit|throw new Error\('late'\)|forgotten|Date\.now = |new Promise\(\(\) => \{\}\)/;

function isSafe({ code }: RuntimeCase): boolean {
  return !UNSAFE.test(code);
}

/** Handlers that leave something in the event loop of their thread. */
const LEAVES_WORK = /setTimeout|setInterval|later\(/;

/**
 * A module whose handler is, for each call, the handler that the file `current` names. A thread takes long to start, and most handlers can
 * share one.
 */
const SHARED = `import { readFileSync } from 'node:fs';
const handlers = {};
const current = () => handlers[readFileSync(new URL('current', import.meta.url), 'utf8')];
export const handler = new Proxy(function () {}, {
  get: (_, name) => Reflect.get(current(), name),
  apply: (_, self, given) => Reflect.apply(current(), self, given),
});
`;

/** Cases that can share a thread. */
const SHARING = CASES.filter((one) => isSafe(one) && !LEAVES_WORK.test(one.code));

/** What version 3.3.0 puts before an error that nobody handled. It ends the process with it. */
const UNHANDLED = /^Runtime\.UnhandledPromiseRejection: /;

function recordedOf({ name }: RuntimeCase, version: string): Answer {
  return RECORDED[name]?.[version] as Answer; // record.ts wrote the file
}

describe('handlers', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'runtime-'));
    await Promise.all(CASES.map((one) => writeFile(at(one), IMPORTS + one.code)));
    const imports = SHARING.map(
      (one, index) => `import { handler as h${index} } from './${basename(at(one))}';\nhandlers['${basename(at(one))}'] = h${index};\n`,
    );
    await writeFile(join(folder, 'shared.mjs'), SHARED + imports.join(''));
    Object.assign(globalThis, { awslambda });
    vi.spyOn(process, 'emitWarning').mockImplementation(() => undefined);
    vi.stubEnv('NODE_NO_WARNINGS', '1'); // for the threads
  });
  afterAll(() => rm(folder, { recursive: true }));
  const at = (one: RuntimeCase): string => join(folder, `case${CASES.indexOf(one)}.mjs`);

  test('have an answer of each version of the client', () => {
    expect(Object.keys(RECORDED)).toEqual(CASES.map(({ name }) => name));
  });

  test('have the same answers on Node.js 20 and 22', () => {
    expect(RUNTIMES['nodejs20.x']).toBe(RUNTIMES['nodejs22.x']);
  });

  describe.each(COMPARED)('with the runtime %s in this process', (runtime, version) => {
    const safe = CASES.filter(isSafe);
    test.each(safe.map((one) => [one.name, one] as const))('answer as AWS does: %s', async (_, one) => {
      const { handler } = await import(pathToFileURL(at(one)).href);
      const invocation = await invoke(handler, { key: 'value' }, contextOf(one), { runtime });
      expectAnswer(invocation, recordedOf(one, version));
    });
  });

  describe('in a thread', () => {
    let shared: ModuleHandler;
    beforeAll(() => {
      shared = createModuleHandler(join(folder, 'shared.mjs'));
    });
    afterAll(() => shared.close());

    test.each(SHARING.map((one) => [one.name, one] as const))('answer as AWS does: %s', async (_, one) => {
      await writeFile(join(folder, 'current'), basename(at(one)));
      for (const [runtime, version] of COMPARED) {
        const invocation = await invoke(shared.handler, { key: 'value' }, contextOf(one), { runtime });
        expectAnswer(invocation, recordedOf(one, version));
      }
    });
  });

  describe.concurrent('in a thread of their own', () => {
    const alone = CASES.filter((one) => !SHARING.includes(one));
    test.each(alone.map((one) => [one.name, one] as const))('answer as AWS does: %s', async (_, one) => {
      const modules: ModuleHandler[] = [];
      for (const [runtime, version] of COMPARED) {
        const known = isSafe(one) ? modules[0] : undefined;
        const module = known ?? createModuleHandler(at(one));
        if (known === undefined) modules.push(module);
        await module.load();
        const invocation = await invoke(module.handler, { key: 'value' }, contextOf(one), { runtime });
        expectAnswer(invocation, recordedOf(one, version));
      }
      await Promise.all(modules.map(({ close }) => close()));
    });
  });
});

function contextOf({ timesOut }: RuntimeCase): ReturnType<typeof buildContext> {
  return buildContext({ timeout: timesOut ? 200 : 20_000 });
}

function expectAnswer(invocation: Invocation<unknown>, { end, body, type, error, isLate }: Answer): void {
  if (end === 'result' && !isRefused(error)) {
    expect(resultOf(invocation)).toEqual({ body, ...(type !== undefined && { type }) });
    return;
  }
  expect(invocation.ok).toBe(false);
  if (invocation.ok) return;
  if (end === 'timeout') expect(invocation.error).toMatchObject({ name: 'TaskTimeoutError' });
  // The client only logs a late error, and logs any other value as an Error.
  else if (isLate) expect(`Error: ${invocation.report.errorMessage}`).toBe(error);
  // What ends the process is reported by Lambda itself.
  else if (end !== 'exit') expect(`${invocation.report.errorType}: ${invocation.report.errorMessage}`).toBe(error?.replace(UNHANDLED, ''));
}

/** The runtime refuses such a handler. If its stream has ended by then, the error comes too late for the client, but not here. */
function isRefused(error: string | undefined): boolean {
  return error?.endsWith('Streaming does not support non-async handlers.') ?? false;
}

function resultOf(invocation: Invocation<unknown>): object {
  if (!invocation.ok) throw invocation.error;
  const { result } = invocation;
  const outcome = Object(result) as { contentType?: string; bytes?: Uint8Array; text?: string }; // an outcome, or a plain value
  if (outcome.bytes !== undefined) return { type: outcome.contentType, body: shorten(Buffer.from(outcome.bytes).toString('latin1')) };
  return { body: shorten(outcome.text ?? JSON.stringify(result) ?? 'null') };
}
