import { instanceCheck, markError } from '../http/error-mark.js';

/** The parts of a request that schemas check. */
export type SchemaErrorPart = 'body' | 'query' | 'path' | 'cookies' | 'claims';

/** What is wrong with a part of a request, in the words of the schema. */
export interface SchemaIssue {
  readonly message: string;
  /** Keys from the part inwards: `['items', 0, 'price']`. Empty if the issue is about all of it. */
  readonly path: readonly PropertyKey[];
}

/** A part of a request that its schema rejects. Its message is written for the client that sent the request. */
export class SchemaError extends Error {
  static override readonly [Symbol.hasInstance] = /* @__PURE__ */ instanceCheck('SchemaError');
  override readonly name = 'SchemaError';
  /** What is wrong, as a stable code. */
  readonly code = 'rejected-by-schema';
  /** What to do about it, in a sentence. */
  readonly fix = 'Correct the values that `issues` lists.';
  /** The status of the response that the client should get. */
  readonly status = 400;
  /** The part of the request. */
  readonly part: SchemaErrorPart;
  /** Everything that the schema reports, in its order. At least one. */
  readonly issues: readonly SchemaIssue[];

  constructor(part: SchemaErrorPart, issues: readonly SchemaIssue[]) {
    const { message = '', path = [] } = issues[0] ?? {};
    const where = path.map(String).join('.');
    super(`Invalid ${part}: ${where}${where && ': '}${message}`);
    markError(this, 'SchemaError');
    this.part = part;
    this.issues = issues;
  }
}
