import { instanceCheck, markError } from '../http/error-mark.js';

/** Codes of {@link GatewayError} for a request that the gateway refuses before it invokes the function. */
export type RefusalCode =
  /** The URL has a raw brace or bar, or a percent sign that starts no escape: 400 on REST. */
  | 'malformed-url'
  /** The body is not of the coding that Content-Encoding names, or of one that a REST API can't inflate: 415. */
  | 'unsupported-content-encoding'
  /** The body is too large for the gateway, inflated where it inflates bodies: 413. */
  | 'request-too-large'
  /** A GET with a body came to an edge-optimized REST API: 403. */
  | 'body-not-allowed'
  /** The URL is so long that the ARN of the method exceeds 1,600 bytes: 414 on REST. */
  | 'url-too-long';

/** Stable codes of {@link GatewayError}. Each stands for one kind of mistake. */
export type GatewayErrorCode =
  | RefusalCode
  /** `target` is missing, or no gateway has that name. */
  | 'unknown-target'
  /** The function doesn't work for this target, such as `renderMessage` for a REST API. */
  | 'wrong-target'
  /** No option or setting has this name. */
  | 'unknown-option'
  /** A value has the wrong type or is out of range. */
  | 'invalid-option'
  /** A required option or setting is missing. */
  | 'missing-option'
  /** The target ignores this setting, such as API keys on an HTTP API. */
  | 'unsupported-option'
  /** Two options set the same thing, or contradict each other. */
  | 'conflicting-options'
  /** A value for JSON contains something that JSON can't represent, such as a function, a BigInt or a cycle. */
  | 'unserialisable-json'
  /** A route key has the wrong form, or the target doesn't have such routes. */
  | 'invalid-route'
  /** The method or the path of the request doesn't match the route. */
  | 'route-mismatch'
  /** `pathParameters` lacks a parameter of the route. */
  | 'missing-path-parameter'
  /** `pathParameters` has a name that the route doesn't have. */
  | 'unknown-path-parameter'
  /** The path doesn't start with the stage. */
  | 'stage-not-in-path'
  /** The path doesn't start with the base path of the custom domain. */
  | 'base-path-not-in-path'
  /** No authorizer has this name. */
  | 'unknown-authorizer'
  /** The request lacks an identity source, so the gateway answers 401 without calling the authorizer. */
  | 'identity-missing'
  /** The context of a Lambda authorizer holds an object or an array, which only payload 2.0 allows. */
  | 'nested-authorizer-context';

/**
 * Thrown for wrong settings and arguments, and for requests that AWS would reject. `code` is stable; the message may change.
 */
export class GatewayError extends Error {
  static override readonly [Symbol.hasInstance] = /* @__PURE__ */ instanceCheck('GatewayError');
  override readonly name = 'GatewayError';
  /** The kind of mistake. */
  readonly code: GatewayErrorCode;
  /** Where the mistake is: keys from the argument inwards, for example `['customDomain', 'domainName']`. */
  readonly path: readonly (string | number)[];
  /** What to do about it, in a sentence. The message ends with it. */
  readonly fix: string;
  /** The status that the client gets, if the gateway refuses the request. `undefined` for a wrong setting or argument. */
  readonly status: number | undefined;

  /** @param reason what is wrong, in a sentence that names the option and shows the value. */
  constructor(code: GatewayErrorCode, path: readonly (string | number)[], reason: string, fix: string, status?: number) {
    super(`${reason} ${fix}`);
    markError(this, 'GatewayError');
    this.code = code;
    this.path = path;
    this.fix = fix;
    this.status = status;
  }
}

/** Returns what is wrong, in the words of an error, without what to do about it. */
export function reasonIn({ message, fix }: GatewayError): string {
  return message.slice(0, -fix.length - 1);
}
