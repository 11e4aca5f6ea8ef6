import { instanceCheck, markError } from '../http/error-mark.js';
import { formatPath } from './check-shape.js';

/** Stable codes of {@link GatewayResponseError}. Each is one kind of mistake. */
export type GatewayResponseErrorCode =
  /** AWS has no gateway response of this type. */
  | 'unknown-type'
  /** AWS doesn't let you customize the response of this type. */
  | 'fixed-type'
  /** A template contains Velocity, which gateway responses don't have on AWS either. */
  | 'unsupported-template'
  /** A template or a parameter uses a variable that AWS doesn't know. */
  | 'unknown-variable'
  /** The value of a parameter is neither a variable nor a string in single quotes. */
  | 'unquoted-value'
  /** The name of a parameter isn't `gatewayresponse.header.` and a header that a gateway response can set. */
  | 'unsupported-parameter'
  /** A header value in the settings contains a control character. */
  | 'unsafe-header-value'
  /** The status isn't an integer from 200 to 599. */
  | 'invalid-status'
  /** A part of the gateway response has the wrong type. */
  | 'invalid-value';

/**
 * Thrown for a gateway response in the settings that AWS would reject, or that this library can't apply.
 *
 * @example
 * ```ts
 * import { customizeResponses, GatewayResponseError } from 'apigw-proxy';
 *
 * try {
 *   customizeResponses({ DEFAULT_4XX: { responseParameters: { 'gatewayresponse.header.X-A': '*' } } });
 * } catch (error) {
 *   if (error instanceof GatewayResponseError) console.log(error.code); // => unquoted-value
 * }
 * ```
 */
export class GatewayResponseError extends Error {
  static override readonly [Symbol.hasInstance] = /* @__PURE__ */ instanceCheck('GatewayResponseError');
  override readonly name = 'GatewayResponseError';
  /** The kind of mistake. */
  readonly code: GatewayResponseErrorCode;
  /** Where the mistake is: keys from the settings inwards, for example `['gatewayResponses', 'DEFAULT_5XX', 'statusCode']`. */
  readonly path: readonly string[];
  /** What to do about it, in a sentence. The message ends with it. */
  readonly fix: string;

  constructor(code: GatewayResponseErrorCode, path: readonly string[], reason: string, fix: string) {
    super(`\`${formatPath(path)}\` ${reason} ${fix}`);
    markError(this, 'GatewayResponseError');
    this.code = code;
    this.path = path;
    this.fix = fix;
  }
}
