/**
 * What a Lambda authorizer of a REST or WebSocket API returns, and one of an HTTP API that answers with a policy. To refuse with 401
 * throw an error whose message is exactly `Unauthorized`; a policy that denies is a 403.
 *
 * @typeParam TContext what the function behind finds in `requestContext.authorizer`.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-lambda-authorizer-output.html
 */
export interface APIGatewayAuthorizerResult<TContext = APIGatewayAuthorizerResultContext> {
  /** The caller, in words of the authorizer's own. */
  principalId: string;
  /** What the caller may invoke. */
  policyDocument: PolicyDocument;
  /** Values for the function behind. That `null` means none is assumed. */
  context?: TContext | null;
  /** REST: the API key to count the request under, where the API takes its keys from the authorizer. That `null` means none is assumed. */
  usageIdentifierKey?: string | null;
}

/**
 * Context of an authorizer's policy: flat. An object or a list in it is a 500 (documented); numbers and booleans reach a REST or
 * WebSocket function as strings (recorded). An HTTP API with payload 1.0 keeps the name `claims` for itself.
 */
export interface APIGatewayAuthorizerResultContext {
  [name: string]: boolean | number | string | null | undefined;
}

/**
 * An IAM policy document.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html
 */
export interface PolicyDocument {
  /** Version of the policy language: `2012-10-17`. */
  Version: string;
  /** A name for the policy. */
  Id?: string;
  /** The statements; what no statement allows is denied. */
  Statement: Statement[];
}

/** A statement of a policy: it names actions or all but some, and resources or all but some. */
export type Statement =
  | StatementOfActionAndResource
  | StatementOfActionAndNotResource
  | StatementOfNotActionAndResource
  | StatementOfNotActionAndNotResource;

/** What every statement has. */
export interface BaseStatement {
  /** A name for the statement, unique in its policy. */
  Sid?: string;
  /** Whether what matches is allowed; spelled exactly so. */
  Effect: 'Allow' | 'Deny';
  /** When the statement holds. */
  Condition?: ConditionBlock;
}

/** The ordinary statement: these actions on these resources. */
export interface StatementOfActionAndResource extends BaseStatement {
  /** `execute-api:Invoke`, or a pattern with `*` that covers it. */
  Action: string | string[];
  /** ARNs as in the event's `methodArn`, with `*` and `?` as wildcards. */
  Resource: string | string[];
}

/** These actions on all resources but some. */
export interface StatementOfActionAndNotResource extends BaseStatement {
  /** `execute-api:Invoke`, or a pattern with `*` that covers it. */
  Action: string | string[];
  /** ARNs that the statement does not speak of. */
  NotResource: string | string[];
}

/** All actions but some on these resources. */
export interface StatementOfNotActionAndResource extends BaseStatement {
  /** Actions that the statement does not speak of. */
  NotAction: string | string[];
  /** ARNs as in the event's `methodArn`, with `*` and `?` as wildcards. */
  Resource: string | string[];
}

/** All actions but some on all resources but some. */
export interface StatementOfNotActionAndNotResource extends BaseStatement {
  /** Actions that the statement does not speak of. */
  NotAction: string | string[];
  /** ARNs that the statement does not speak of. */
  NotResource: string | string[];
}

/** Operator (`StringEquals`, `IpAddress` …) to condition key (`aws:SourceIp` …) to the value or values that match. */
export interface ConditionBlock {
  [operator: string]: { [key: string]: boolean | number | string | (boolean | number | string)[] };
}
