/** The parameters of the request to Lambda. Lambda reads some headers; the function sees none of them. */
export interface IntegrationRequest {
  readonly headers: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string | readonly string[]>>;
  readonly path: Readonly<Record<string, string>>;
}
