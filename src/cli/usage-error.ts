/** The error of a command that was called wrongly. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  /** What to do about it, in a sentence. */
  readonly fix: string;

  constructor(reason: string, fix: string) {
    super(reason);
    this.fix = fix;
  }
}
