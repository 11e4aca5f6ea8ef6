/** A request as an application behind an adapter sees it. */
export interface Seen {
  readonly method: string;
  /** Path and query, as the application gets them. */
  readonly target: string;
  /** By lowercase name; repeated ones are joined or in a list. */
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly bodyBase64: string;
}
