/** What a command reads and writes. */
export interface Io {
  /** All of the standard input. */
  readonly input: () => Promise<string>;
  /** Whether there is a standard input that is no keyboard. */
  readonly hasInput: boolean;
  /** Writes to the standard output. */
  readonly write: (chunk: string | Uint8Array) => unknown;
  /** Writes a line to the standard error. */
  readonly warn: (line: string) => unknown;
  /** Whether the standard output shows colours. */
  readonly isColoured: boolean;
  /** Aborts when the user wants the command to end. */
  readonly stopped: AbortSignal;
}
