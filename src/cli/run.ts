import { closestName } from '../gateway/did-you-mean.js';
import { type Command, EXIT } from './command.js';
import type { Io } from './io.js';
import { printable } from './printable.js';
import { UsageError } from './usage-error.js';

const HELP = `apigw-proxy: Amazon API Gateway for your Lambda functions, on your computer

  apigw-proxy event TARGET [options]    print the event for a request
  apigw-proxy check [FILE] [options]    check an event or a result
  apigw-proxy render [FILE] [options]   print the HTTP response for a result
  apigw-proxy invoke FILE [options]     call a handler with an event
  apigw-proxy serve FILE [options]      serve a handler, or a template
  apigw-proxy template FILE [options]   print what a template deploys
  apigw-proxy explain CODE              explain an issue
  apigw-proxy conformance [options]     play recorded cases over HTTP

  apigw-proxy COMMAND --help            show the options of a command
  apigw-proxy --version

Exit code: 0 all is well, 1 invalid (check, render, invoke), 2 wrong usage.
`;

/** Loads a command when it is needed, so that the others cost nothing. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  event: async () => (await import('./event-command.js')).eventCommand,
  check: async () => (await import('./check-command.js')).checkCommand,
  render: async () => (await import('./render-command.js')).renderCommand,
  invoke: async () => (await import('./invoke-command.js')).invokeCommand,
  serve: async () => (await import('./serve-command.js')).serveCommand,
  explain: async () => (await import('./explain-command.js')).explainCommand,
  conformance: async () => (await import('./conformance-command.js')).conformanceCommand,
  template: async () => (await import('./template-command.js')).templateCommand,
};

/** Runs the command line and returns the exit code. An error is printed in one line, with what to do about it. */
export async function run([name, ...args]: readonly string[], io: Io): Promise<number> {
  try {
    if (name === undefined || name === 'help' || name === '--help' || name === '-h') return print(HELP, io);
    if (name === '--version' || name === '-v') return print(`${await version()}\n`, io);
    const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
    if (load === undefined) throw unknownCommand(name);
    const command = await load();
    return args.includes('--help') || args.includes('-h') ? print(command.help, io) : await command.run(args, io);
  } catch (error) {
    io.warn(`apigw-proxy: ${printable(lineOf(error))}`);
    return EXIT.usage;
  }
}

function unknownCommand(name: string): UsageError {
  const meant = closestName(name, Object.keys(COMMANDS));
  const fix = meant === undefined ? "Run 'apigw-proxy --help' for the commands." : `Did you mean '${meant}'?`;
  return new UsageError(`Unknown command '${name}'.`, fix);
}

function print(text: string, io: Io): number {
  io.write(text);
  return EXIT.ok;
}

async function version(): Promise<string> {
  const { readFile } = await import('node:fs/promises');
  // package.json is one folder above this file in a build, and two folders above it in the sources.
  for (const place of ['../package.json', '../../package.json']) {
    const text = await readFile(new URL(place, import.meta.url), 'utf8').catch(() => undefined);
    if (text !== undefined) return String(JSON.parse(text).version);
  }
  return 'unknown';
}

function lineOf(error: unknown): string {
  if (error instanceof UsageError) return `${error.message} ${error.fix}`;
  const { message } = error instanceof Error ? error : { message: String(error) };
  return message.split('\n', 1)[0] ?? message;
}
