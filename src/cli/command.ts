import { type ParseArgsConfig, parseArgs } from 'node:util';
import type { Io } from './io.js';
import { UsageError } from './usage-error.js';

/** A command of the command line. */
export interface Command {
  /** What its `--help` prints. */
  readonly help: string;
  /** Carries it out; gives the exit code. */
  readonly run: (args: readonly string[], io: Io) => Promise<number>;
}

/** Exit codes: what was asked holds, it does not, or it could not be asked. */
export const EXIT = { ok: 0, refused: 1, usage: 2 } as const;

/** Options of a command, for `parseArgs`. */
export type Options = NonNullable<ParseArgsConfig['options']>;

/** What `parseArgs` makes of the arguments of a command with these options. */
export type Parsed<O extends Options> = ReturnType<typeof parseArgs<{ options: O; allowPositionals: true; strict: true }>>;

/** How `parseArgs` says that a value may as well be the next option. */
const AMBIGUOUS = /'(--[\w-]+)=-XYZ'/;

/**
 * Reads the arguments of a command.
 *
 * @throws UsageError in the words of `parseArgs`, shortened to a line.
 */
export function readArgs<const O extends Options>(command: string, args: readonly string[], options: O): Parsed<O> {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    const option = AMBIGUOUS.exec(String(error))?.[1];
    if (option !== undefined) throw new UsageError(`The value of ${option} starts with a dash.`, `Write ${option}=VALUE.`);
    const reason = error instanceof Error ? (error.message.split(/\. |\n/, 1)[0] ?? '') : String(error);
    throw new UsageError(`${reason.replace(/\.$/, '')}.`, `See 'apigw-proxy ${command} --help'.`);
  }
}
