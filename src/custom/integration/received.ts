/** What an integration answered: the output of the function, or a response. */
export interface Received {
  /** The body, as text. */
  readonly payload: string;
  /** The body of a response. Absent for the output of a function, which is text. */
  readonly bytes?: Uint8Array;
  /** The media type of the body. Default: `application/json`. */
  readonly mediaType?: string;
  readonly headers: Readonly<Record<string, string>>;
}
