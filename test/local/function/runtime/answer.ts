/** What Lambda gets from a runtime for one invocation. */
export interface Answer {
  /** How the invocation ended: with a result, an error, an exit of the process, or the function's timeout. */
  readonly end: 'result' | 'error' | 'init-error' | 'exit' | 'timeout';
  /** The result as text; long ones as their length. Absent for an error of a handler that doesn't stream. */
  readonly body?: string;
  /** The content type of a stream. Absent for a result that is not streamed. */
  readonly type?: string;
  /** `Type: message` of the error. Absent without one. */
  readonly error?: string;
  /** Whether the client only logged the error, because the response was complete already. Absent for `false`. */
  readonly isLate?: true;
}

/** Shortens a long body, so that the file of answers stays readable. */
export function shorten(body: string): string {
  return body.length > 1000 ? `${body.length} bytes, ${body.slice(0, 10)}` : body;
}
