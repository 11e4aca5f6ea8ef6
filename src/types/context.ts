import type { ClientContext, CognitoIdentity } from './client-context.js';

/**
 * The second argument of a handler: information about the function and the invocation. It is compatible with the `Context` of
 * `@types/aws-lambda` in both directions.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/nodejs-context.html
 */
export interface LambdaContext {
  /** Whether Lambda waits for an empty event loop before it sends the result of a callback. Default: `true`. */
  callbackWaitsForEmptyEventLoop: boolean;
  /** Name of the function. */
  functionName: string;
  /** Version of the function: a number or `$LATEST`. */
  functionVersion: string;
  /** ARN that the function was invoked by. Ends with a version or an alias if the caller named one. */
  invokedFunctionArn: string;
  /** Memory of the function in MB, as decimal digits. */
  memoryLimitInMB: string;
  /** Id of the invocation, a UUID. */
  awsRequestId: string;
  /** Log group of the function: `/aws/lambda/{functionName}`. */
  logGroupName: string;
  /** Log stream of this instance of the function. */
  logStreamName: string;
  /** The Cognito identity that called through an AWS mobile SDK. Absent otherwise: API Gateway never sets it. */
  identity?: CognitoIdentity | undefined;
  /** Information about the calling application, from an AWS mobile SDK. Absent otherwise: API Gateway never sets it. */
  clientContext?: ClientContext | undefined;
  /** Id of the tenant, for a function with tenant isolation. Absent otherwise. */
  tenantId?: string | undefined;
  /** Returns the time left before the invocation times out, in milliseconds. */
  getRemainingTimeInMillis(): number;
  /** @deprecated How handlers for Node.js 0.10 returned a result. */
  done(error?: Error, result?: unknown): void;
  /** @deprecated How handlers for Node.js 0.10 failed. */
  fail(error: Error | string): void;
  /** @deprecated How handlers for Node.js 0.10 returned a result. */
  succeed(result: unknown): void;
}
