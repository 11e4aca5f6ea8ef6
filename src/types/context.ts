import type { ClientContext, CognitoIdentity } from './client-context.js';

/**
 * What Lambda's runtime hands to a handler beside the event. The shape is the one of `@types/aws-lambda`, so that either serves for the
 * other.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/nodejs-context.html
 */
export interface LambdaContext {
  /** Whether a callback's answer waits until the event loop is empty. Default of the runtime: `true`. */
  callbackWaitsForEmptyEventLoop: boolean;
  /** Name of the function. */
  functionName: string;
  /** Version of the function, or `$LATEST`. */
  functionVersion: string;
  /** ARN that the function was invoked by, with the version or alias if one was named. */
  invokedFunctionArn: string;
  /** Memory of the function, in MB, as decimal digits. */
  memoryLimitInMB: string;
  /** Id of the invocation, a UUID. */
  awsRequestId: string;
  /** Log group of the function: `/aws/lambda/{functionName}`. */
  logGroupName: string;
  /** Log stream of the function's instance. */
  logStreamName: string;
  /** The Cognito identity that called through an AWS mobile SDK. Absent otherwise: API Gateway never sets it. */
  identity?: CognitoIdentity | undefined;
  /** What an AWS mobile SDK says about the application that called. Absent otherwise: API Gateway never sets it. */
  clientContext?: ClientContext | undefined;
  /** Id of the tenant, for a function with tenant isolation. Absent otherwise. */
  tenantId?: string | undefined;
  /** Time left before the invocation times out, in milliseconds. */
  getRemainingTimeInMillis(): number;
  /** @deprecated What Node 0.10 handlers answered with. */
  done(error?: Error, result?: unknown): void;
  /** @deprecated What Node 0.10 handlers failed with. */
  fail(error: Error | string): void;
  /** @deprecated What Node 0.10 handlers answered with. */
  succeed(result: unknown): void;
}
