/** How a server listens. */
export interface ListenOptions {
  /** The address to listen on. Default: `127.0.0.1`. An address that is not a loopback address lets other computers in. */
  readonly host?: string;
  /** How long a client may take to send a request, in milliseconds. Default: 30000. */
  readonly clientTimeout?: number;
  /** How long a closing server waits for running requests, in milliseconds. Default: 5000. */
  readonly closeTimeout?: number;
  /** Whether `/@inspect` shows the last exchanges and can send requests again, for browsers on this computer. Default: `false`. */
  readonly inspect?: boolean;
}
