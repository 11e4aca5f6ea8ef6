/** A file that was read, and where its values are. */
export interface Source {
  /** The name of the file, for messages. */
  readonly file: string;
  /** The content, as JSON would have it: short tags such as `!Sub` are objects with `Fn::Sub`. Values can be shared, but never in a circle. */
  readonly value: unknown;
  /** What the file has that its reader on AWS's side takes otherwise than it looks, or not at all. */
  readonly notes: readonly SourceNote[];
  /** Returns the line of a path, or of the last value on the way to it. Counted from 1. `undefined` if the file has nothing on the way. */
  readonly lineOf: (path: readonly string[]) => number | undefined;
}

/** Something unusual in a file. */
export interface SourceNote {
  readonly path: readonly string[];
  readonly what: string;
}
