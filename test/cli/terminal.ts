import { run } from '../../src/cli/run.js';

/** What a command printed, and its exit code. */
export interface Printed {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the command line on a standard input, without a terminal. */
export async function cli(args: readonly string[], input?: string | Uint8Array): Promise<Printed> {
  const running = start(args, input);
  const code = await running.code;
  return { code, out: running.out(), err: running.err() };
}

/** Starts a command that runs until it is stopped. */
export function start(args: readonly string[], input?: string | Uint8Array, isTerminal = false) {
  const stop = new AbortController();
  const texts = { out: '', err: '' };
  const code = run(args, {
    input: async () => (typeof input === 'string' ? new TextEncoder().encode(input) : (input ?? new Uint8Array())),
    hasInput: input !== undefined,
    write: (chunk) => {
      texts.out += typeof chunk === 'string' ? chunk : new TextDecoder().decode(chunk);
    },
    warn: (line) => {
      texts.err += `${line}\n`;
    },
    isColoured: false,
    isTerminal,
    stopped: () => stop.signal,
  });
  return { code, out: () => texts.out, err: () => texts.err, stop: () => stop.abort() };
}
