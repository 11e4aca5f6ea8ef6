/**
 * What a request template overrides. Pass it to `renderCustomResult`: the response template sees it, and the overrides of the response apply.
 */
export interface CustomOverrides {
  /** `$context.requestOverride`, in the library's own form. */
  readonly requestOverride: unknown;
  /** `$context.responseOverride`, in the library's own form. */
  readonly responseOverride: unknown;
}
