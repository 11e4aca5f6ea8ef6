/** The input and output of a command. */
export interface Io {
  /** Reads the standard input to its end. */
  readonly input: () => Promise<Uint8Array>;
  /** Whether the standard input is a file or a pipe, not a keyboard. */
  readonly hasInput: boolean;
  /** Writes to the standard output. */
  readonly write: (chunk: string | Uint8Array) => unknown;
  /** Writes a line to the standard error. */
  readonly warn: (line: string) => unknown;
  /** Whether the standard output shows colors. */
  readonly isColoured: boolean;
  /** Whether both the standard output and the standard error are a terminal. */
  readonly isTerminal: boolean;
  /** Returns a signal that aborts when the user stops the command. Until it is called, stopping ends the process at once. */
  readonly stopped: () => AbortSignal;
}
