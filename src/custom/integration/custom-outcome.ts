/** How an invocation ended. */
export type CustomOutcome =
  /** What the function returned, before the runtime serializes it. */
  | { readonly returned: unknown }
  /** The error that the function threw. */
  | { readonly threw: LambdaError }
  /** The output as JSON text, exactly as the runtime sent it. `isError` marks the report of an error, such as `{"errorMessage":"…"}`. */
  | { readonly payload: string; readonly isError?: boolean };

/** An error as the runtime reports it. A JavaScript `Error` has all parts. */
export interface LambdaError {
  /** The error's message. Each `selectionPattern` is compared with it. */
  readonly message: string;
  /** The error's name. Default: `Error`. */
  readonly name?: string;
  /** The error's stack. Its lines become the `trace` of the output. Default: an empty trace. */
  readonly stack?: string;
}
