import { type ParseArgsConfig, parseArgs } from 'node:util';
import { closestName } from '../gateway/did-you-mean.js';
import type { Io } from './io.js';
import { UsageError } from './usage-error.js';

/** A command of the command line. */
export interface Command {
  /** The text of `--help`. */
  readonly help: string;
  /** Runs the command and returns the exit code. */
  readonly run: (args: readonly string[], io: Io) => Promise<number>;
}

/** Exit codes: all is well; the event or result is invalid; the command was called wrongly. */
export const EXIT = { ok: 0, invalid: 1, usage: 2 } as const;

/** Options of a command, for `parseArgs`. */
export type Options = NonNullable<ParseArgsConfig['options']>;

/** What `parseArgs` returns for a command with these options. */
export type Parsed<O extends Options> = ReturnType<typeof parseArgs<{ options: O; allowPositionals: true; strict: true }>>;

/** The error of `parseArgs` for a value that could be the next option. */
const AMBIGUOUS = /'(--[\w-]+)=-XYZ'/;

/** The error of `parseArgs` for an option that the command doesn't have. */
const UNKNOWN = /Unknown option '--([\w-]+)'/;

/**
 * Reads the arguments of a command.
 *
 * @throws UsageError with the first sentence of the error of `parseArgs`.
 */
export function readArgs<const O extends Options>(command: string, args: readonly string[], options: O): Parsed<O> {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    const option = AMBIGUOUS.exec(String(error))?.[1];
    if (option !== undefined) throw new UsageError(`The value of ${option} starts with a dash.`, `Write ${option}=VALUE.`);
    const [, unknown] = UNKNOWN.exec(String(error)) ?? [];
    const meant = unknown === undefined ? undefined : closestName(unknown, Object.keys(options));
    if (meant !== undefined) throw new UsageError(`Unknown option '--${unknown}'.`, `Did you mean '--${meant}'?`);
    const reason = error instanceof Error ? (error.message.split(/\. |\n/, 1)[0] ?? '') : String(error);
    throw new UsageError(`${reason.replace(/\.$/, '')}.`, `Run 'apigw-proxy ${command} --help' for the options.`);
  }
}
