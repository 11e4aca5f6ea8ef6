/** What a command reads and writes. */
export interface Io {
  /** All bytes of the standard input. */
  readonly input: () => Promise<Uint8Array>;
  /** Whether there is a standard input that is no keyboard. */
  readonly hasInput: boolean;
  /** Writes to the standard output. */
  readonly write: (chunk: string | Uint8Array) => unknown;
  /** Writes a line to the standard error. */
  readonly warn: (line: string) => unknown;
  /** Whether the standard output shows colours. */
  readonly isColoured: boolean;
  /** Whether the standard output and the standard error appear on a terminal, one after the other. */
  readonly isTerminal: boolean;
  /** Aborts when the user wants the command to end. Until it is called, such a wish ends the process at once. */
  readonly stopped: () => AbortSignal;
}
