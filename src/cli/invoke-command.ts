import { detectEvent } from '../guards/detect-event.js';
import { buildContext } from '../local/function/build-context.js';
import { invoke } from '../local/function/invoke.js';
import { DEFAULT_RUNTIME } from '../local/function/runtime/lambda-runtime.js';
import { checkResult } from '../render/check-result.js';
import { readOutcome } from '../render/outcome/outcome.js';
import { payload } from '../render/payload.js';
import type { RenderTarget } from '../render/types.js';
import type { EventKind } from '../types/event-kind.js';
import { type Command, EXIT, readArgs } from './command.js';
import { isDebugged } from './debugged.js';
import { readEnvFile } from './env-file.js';
import { thrownLines } from './exchange-lines.js';
import type { Io } from './io.js';
import { findingLines } from './issue-lines.js';
import { parseJson, readInput } from './json-input.js';
import { readNumber, readRuntime } from './option-values.js';
import { openModule } from './served-modules.js';
import { UsageError } from './usage-error.js';

const OPTIONS = {
  event: { type: 'string', short: 'e' },
  timeout: { type: 'string', default: '30' },
  runtime: { type: 'string', default: DEFAULT_RUNTIME },
  'env-file': { type: 'string' },
} as const;

const HELP = `apigw-proxy invoke FILE[#EXPORT] [options]   call a handler with an event

FILE is a module that exports the handler. EXPORT is its name; default handler.
Prints the result as JSON, and what is wrong with it.

  --event FILE             -e; the event as JSON; default: the standard input
  --timeout SECONDS        how long the function may run; default 30
  --runtime NAME           nodejs24.x (default), nodejs22.x or nodejs20.x
  --env-file FILE          environment variables of the handler

Exit code: 0 the gateway accepts the result, 1 the handler failed, or the
gateway rejects its result.

  apigw-proxy event http-2.0 --path /users/1 | apigw-proxy invoke src/users.ts
`;

export const invokeCommand: Command = {
  help: HELP,
  async run(args, io) {
    const { values, positionals } = readArgs('invoke', args, OPTIONS);
    const [place, another] = positionals;
    if (place === undefined) throw new UsageError('There is no handler to call.', 'Pass its file: apigw-proxy invoke handler.mjs');
    if (place.endsWith('.json'))
      throw new UsageError(`'${place}' is not a module.`, `Pass the handler's file, and the event with --event ${place}.`);
    if (another !== undefined) throw new UsageError(`'${another}' is a second handler.`, 'Pass one. Name the event with --event.');
    const timeout = readNumber(values.timeout, '--timeout 30', 1, 900) * 1000;
    const runtime = readRuntime(values.runtime);
    const { module } = openModule(place, { env: readEnvFile(values['env-file']), runtime });
    const event = parseJson(await readInput(values.event === undefined ? [] : [values.event], io), values.event ?? 'The input');
    const context = buildContext({ timeout: isDebugged() ? Number.POSITIVE_INFINITY : timeout });
    const invocation = await invoke(module.handler, event, context, { runtime }).finally(() => module.close());
    if (invocation.ok) return printResult(invocation.result, detectEvent(event), io);
    io.warn('The handler failed.');
    for (const line of thrownLines(invocation.error)) io.warn(line);
    return EXIT.invalid;
  },
};

/** Prints what a handler returned, and its issues. Returns the exit code. */
function printResult(result: unknown, kind: EventKind, io: Io): number {
  const outcome = readOutcome(result);
  if (outcome !== undefined && 'bytes' in outcome) {
    io.write(outcome.bytes);
    return EXIT.ok;
  }
  const text = outcome !== undefined && 'text' in outcome ? outcome.text : 'null';
  io.write(`${JSON.stringify(JSON.parse(text), null, 2)}\n`);
  if (!isRenderTarget(kind)) return EXIT.ok;
  const issues = checkResult(payload(text), { target: kind });
  for (const line of findingLines(issues, false)) io.warn(line);
  return issues.some(({ severity }) => severity === 'error') ? EXIT.invalid : EXIT.ok;
}

/** Whether a kind of event is also the name of a target whose result becomes a response. */
function isRenderTarget(kind: EventKind): kind is RenderTarget & EventKind {
  return kind === 'rest' || kind === 'http-1.0' || kind === 'http-2.0' || kind === 'function-url';
}
