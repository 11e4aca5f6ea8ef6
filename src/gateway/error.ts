/** Stable codes of {@link GatewayError}. */
export type GatewayErrorCode =
  | 'invalid-route'
  | 'route-mismatch'
  | 'stage-not-in-path'
  | 'base-path-not-in-path'
  | 'identity-missing'
  | 'nested-authorizer-context'
  | 'unknown-option'
  | 'conflicting-options'
  | 'missing-path-parameter';

/**
 * A request or a setting that no event can be made of: AWS would refuse it, or it contradicts itself. Rely on `code`, which is stable,
 * rather than on `instanceof`: the ESM and the CommonJS build each have their own class.
 */
export class GatewayError extends Error {
  override readonly name = 'GatewayError';
  /** What is wrong, as a stable code. */
  readonly code: GatewayErrorCode;
  /** Where it is wrong: keys from the argument inwards, for example `['route']`. */
  readonly path: readonly (string | number)[];
  /** What to do about it, in a sentence. */
  readonly cure: string;

  constructor(code: GatewayErrorCode, path: readonly (string | number)[], reason: string, cure: string) {
    super(`${path.join('.')}: ${reason} ${cure}`);
    this.code = code;
    this.path = path;
    this.cure = cure;
  }
}
