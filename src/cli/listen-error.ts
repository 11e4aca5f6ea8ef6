import { UsageError } from './usage-error.js';

/** Returns a usage error if the server cannot listen there, or any other error unchanged. */
export function toListenError(error: unknown, host: string, port: number): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return Object.hasOwn(LISTEN_ERRORS, code) ? LISTEN_ERRORS[code]?.(host, port) : error;
}

/** The message and fix if the server cannot listen, by the code of the system's error. */
const LISTEN_ERRORS: Readonly<Record<string, (host: string, port: number) => UsageError>> = {
  EADDRINUSE: (_, port) => new UsageError(`Port ${port} is in use.`, 'Choose another with --port, or 0 for a free one.'),
  EACCES: (_, port) => new UsageError(`Port ${port} is not allowed.`, 'Choose a port above 1023 with --port.'),
  EADDRNOTAVAIL: wrongHost,
  ENOTFOUND: wrongHost,
  EAI_AGAIN: wrongHost,
};

function wrongHost(host: string): UsageError {
  return new UsageError(`'${host}' is not an address of this computer.`, 'Write --host 127.0.0.1, or 0.0.0.0 to let other computers in.');
}
