import type { Plain } from './plain.js';

/**
 * The result of a Lambda authorizer that answers with a policy: for REST and WebSocket APIs, and for HTTP APIs without simple responses.
 *
 * To answer 401, throw an error whose message is exactly `Unauthorized`. If the policy denies the request, the client gets a 403.
 *
 * @typeParam TContext Type of `context`: what the function behind the authorizer finds in `requestContext.authorizer`.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-lambda-authorizer-output.html
 */
export interface APIGatewayAuthorizerResult<TContext = APIGatewayAuthorizerResultContext> {
  /** Id of the caller. The authorizer chooses it: a user id, for example. */
  principalId: string;
  /** The policy: which methods or routes the caller may invoke. */
  policyDocument: PolicyDocument;
  /** Values for the function behind the authorizer. Absent without any; `null` is assumed to mean the same. */
  context?: Plain<TContext> | null;
  /**
   * REST: value of the API key that the request counts against, if the API gets its keys from the authorizer. Absent without one; `null` is
   * assumed to mean the same.
   */
  usageIdentifierKey?: string | null;
}

/**
 * Values that a policy result passes to the function. They must be flat: an object or array is answered with a 500.
 *
 * Numbers and booleans arrive as strings in REST and WebSocket events. HTTP APIs with payload 1.0 reserve the name `claims`.
 */
export interface APIGatewayAuthorizerResultContext {
  [name: string]: boolean | number | string | null | undefined;
}

/**
 * The constraint of a policy's context: every value is flat. It allows an interface, which has no index signature.
 *
 * @typeParam TContext Type of the context.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-lambda-authorizer-output.html
 */
export type FlatContext<TContext> = { [Name in keyof TContext]: boolean | number | string | null | undefined };

/**
 * An IAM policy document.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html
 */
export interface PolicyDocument {
  /** Version of the policy language: `2012-10-17`. */
  Version: string;
  /** Name of the policy. */
  Id?: string;
  /** The statements. Everything that no statement allows is denied. */
  Statement: Statement[];
}

/** A statement of a policy. It lists the actions it covers, or those it doesn't, and the resources in the same way. */
export type Statement =
  | StatementOfActionAndResource
  | StatementOfActionAndNotResource
  | StatementOfNotActionAndResource
  | StatementOfNotActionAndNotResource;

/** The fields that every statement has. */
export interface BaseStatement {
  /** Name of the statement, unique in its policy. */
  Sid?: string;
  /** Whether the statement allows or denies what it matches. Case matters. */
  Effect: 'Allow' | 'Deny';
  /** Conditions under which the statement applies. Absent: it always applies. */
  Condition?: ConditionBlock;
}

/** A statement about certain actions on certain resources: the usual form. */
export interface StatementOfActionAndResource extends BaseStatement {
  /** The actions: `execute-api:Invoke`, or a pattern with `*` that matches it. */
  Action: string | string[];
  /** The resources: ARNs like the event's `methodArn`. `*` and `?` are wildcards. */
  Resource: string | string[];
}

/** A statement about certain actions on all resources except some. */
export interface StatementOfActionAndNotResource extends BaseStatement {
  /** The actions: `execute-api:Invoke`, or a pattern with `*` that matches it. */
  Action: string | string[];
  /** ARNs that the statement doesn't apply to. */
  NotResource: string | string[];
}

/** A statement about all actions except some, on certain resources. */
export interface StatementOfNotActionAndResource extends BaseStatement {
  /** Actions that the statement doesn't apply to. */
  NotAction: string | string[];
  /** The resources: ARNs like the event's `methodArn`. `*` and `?` are wildcards. */
  Resource: string | string[];
}

/** A statement about all actions except some, on all resources except some. */
export interface StatementOfNotActionAndNotResource extends BaseStatement {
  /** Actions that the statement doesn't apply to. */
  NotAction: string | string[];
  /** ARNs that the statement doesn't apply to. */
  NotResource: string | string[];
}

/** Conditions of a statement: operator (`IpAddress`) to condition key (`aws:SourceIp`) to the value or values that match. */
export interface ConditionBlock {
  [operator: string]: { [key: string]: boolean | number | string | (boolean | number | string)[] };
}
