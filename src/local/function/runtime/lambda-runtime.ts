/** All runtimes, oldest first. */
export const LAMBDA_RUNTIMES = ['nodejs20.x', 'nodejs22.x', 'nodejs24.x'] as const;

/** A Node.js runtime of Lambda. */
export type LambdaRuntime = (typeof LAMBDA_RUNTIMES)[number];

/** The runtime of handlers that don't name one: AWS's newest. */
export const DEFAULT_RUNTIME: LambdaRuntime = 'nodejs24.x';

/** What the versions of AWS's runtime client do differently. */
export interface RuntimeRules {
  /**
   * Whether a handler may call a callback, or `done`, `succeed` and `fail` of its context. What such a handler returns is ignored unless
   * it's a promise. Without callbacks, a handler's result is what it returns.
   */
  readonly hasCallbacks: boolean;
  /** `errorType` for a result that can't be serialized. */
  readonly unserialisable: string;
  /** Whether an object with the strings `name`, `message` and `stack` is reported like an error. */
  readonly readsErrorLikes: boolean;
  /** Whether `end` of a response stream ignores its encoding and its callback. */
  readonly endIgnoresOptions: boolean;
  /** Whether a response stream writes an instance of a subclass of Uint8Array as JSON. */
  readonly writesSubclassesAsJson: boolean;
  /** Whether a response stream has the property `writableBuffer`. */
  readonly hasWritableBuffer: boolean;
  /** `errorType` and `errorMessage` for a handler with the mark of an unknown kind of streaming. */
  readonly unknownStreaming: readonly [errorType: string, errorMessage: string];
  /** Whether a streaming handler that isn't async fails with a string instead of an error. */
  readonly failsWithText: boolean;
}

const CLIENT_3: RuntimeRules = {
  hasCallbacks: true,
  unserialisable: 'Error',
  readsErrorLikes: true,
  endIgnoresOptions: true,
  writesSubclassesAsJson: true,
  hasWritableBuffer: true,
  // The client forgets to import its class of this error.
  unknownStreaming: ['ReferenceError', 'MalformedStreamingHandler is not defined'],
  failsWithText: true,
};

const CLIENT_4: RuntimeRules = {
  hasCallbacks: false,
  unserialisable: 'Runtime.JSONStringifyError',
  readsErrorLikes: false,
  endIgnoresOptions: false,
  writesSubclassesAsJson: false,
  hasWritableBuffer: false,
  unknownStreaming: ['Runtime.MalformedStreamingHandler', 'Only response streaming is supported.'],
  failsWithText: false,
};

/**
 * The rules of each runtime. They are those of `aws-lambda-ric` 3.3.0 and 4.0.2, which the tests compare with. assumed: that Node.js 20 and
 * 22 on Lambda behave like the former, and Node.js 24 like the latter.
 */
export const RUNTIMES: Readonly<Record<LambdaRuntime, RuntimeRules>> = {
  'nodejs20.x': CLIENT_3,
  'nodejs22.x': CLIENT_3,
  'nodejs24.x': CLIENT_4,
};
