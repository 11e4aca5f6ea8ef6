/** Stable codes of {@link GatewayResponseError}. */
export type GatewayResponseErrorCode = 'unsupported-template' | 'unsupported-parameter' | 'unsafe-header-value' | 'invalid-status';

/** A gateway response in the settings that this library cannot carry out, or that AWS would refuse. */
export class GatewayResponseError extends Error {
  override readonly name = 'GatewayResponseError';
  /** What is wrong, as a stable code. */
  readonly code: GatewayResponseErrorCode;
  /** Where it is wrong: keys from the settings inwards, for example `['gatewayResponses', 'DEFAULT_5XX', 'statusCode']`. */
  readonly path: readonly string[];
  /** What to do about it, in a sentence. */
  readonly cure: string;

  constructor(code: GatewayResponseErrorCode, path: readonly string[], reason: string, cure: string) {
    super(`${path.join('.')}: ${reason} ${cure}`);
    this.code = code;
    this.path = path;
    this.cure = cure;
  }
}
