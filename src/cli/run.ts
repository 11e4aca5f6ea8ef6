import { type Command, EXIT } from './command.js';
import type { Io } from './io.js';
import { printable } from './printable.js';
import { UsageError } from './usage-error.js';

const HELP = `apigw-proxy: Amazon API Gateway between HTTP and a Lambda function

  apigw-proxy event TARGET [options]    print the event of a request
  apigw-proxy check [FILE] [options]    check an event or a result
  apigw-proxy render [FILE] [options]   print the HTTP response of a result
  apigw-proxy serve FILE [options]      serve a handler on this machine

  apigw-proxy COMMAND --help            the options of a command
  apigw-proxy --version

Exit code: 0 fine, 1 refused (check, render), 2 not understood.
`;

/** Every command is loaded when it is asked for, so that the others cost nothing. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  event: async () => (await import('./event-command.js')).eventCommand,
  check: async () => (await import('./check-command.js')).checkCommand,
  render: async () => (await import('./render-command.js')).renderCommand,
  serve: async () => (await import('./serve-command.js')).serveCommand,
};

/** Runs the command line; gives the exit code. Errors are told in a line with a cure. */
export async function run([name, ...args]: readonly string[], io: Io): Promise<number> {
  try {
    if (name === undefined || name === 'help' || name === '--help' || name === '-h') return print(HELP, io);
    if (name === '--version' || name === '-v') return print(`${await version()}\n`, io);
    const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
    if (load === undefined) throw new UsageError(`There is no command '${name}'.`, "See 'apigw-proxy --help'.");
    const command = await load();
    return args.includes('--help') || args.includes('-h') ? print(command.help, io) : await command.run(args, io);
  } catch (error) {
    io.warn(`apigw-proxy: ${printable(lineOf(error))}`);
    return EXIT.usage;
  }
}

function print(text: string, io: Io): number {
  io.write(text);
  return EXIT.ok;
}

async function version(): Promise<string> {
  const { readFile } = await import('node:fs/promises');
  // The manifest lies above the folder of this file, in the source two folders above.
  for (const place of ['../package.json', '../../package.json']) {
    const text = await readFile(new URL(place, import.meta.url), 'utf8').catch(() => undefined);
    if (text !== undefined) return String(JSON.parse(text).version);
  }
  return 'unknown';
}

function lineOf(error: unknown): string {
  if (error instanceof UsageError) return `${error.message} ${error.cure}`;
  const { message } = error instanceof Error ? error : { message: String(error) };
  return message.split('\n', 1)[0] ?? message;
}
