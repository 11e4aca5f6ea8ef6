/**
 * A function's resource-based policy, as `GetPolicy` returns it.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html
 */
export interface FunctionPolicy {
  /** Version of the policy language: `2012-10-17`. */
  readonly Version: string;
  /** A name for the policy; Lambda's is `default`. */
  readonly Id?: string;
  /** The statements. */
  readonly Statement: FunctionPolicyStatement | readonly FunctionPolicyStatement[];
}

/** A statement of a function's policy. */
export interface FunctionPolicyStatement {
  /** Its name, unique in the policy. */
  readonly Sid?: string;
  /** Whether what matches may invoke the function. */
  readonly Effect: 'Allow' | 'Deny';
  /** Who: a service, an account, or `*` for anybody. */
  readonly Principal: string | { readonly [kind: string]: string | readonly string[] };
  /** What: `lambda:InvokeFunction`, or a pattern that covers it. */
  readonly Action: string | readonly string[];
  /** ARN of the function, with `:{alias}` or `:{version}` where the statement belongs to one. */
  readonly Resource: string | readonly string[];
  /** Operator to condition key to the value or values that match. */
  readonly Condition?: { readonly [operator: string]: { readonly [key: string]: string | readonly string[] } };
}

/** Which API may invoke which function. */
export interface InvokePermission {
  /** ARN of the function. */
  readonly functionArn: string;
  /** Pattern of the source ARNs that may, as {@link formatExecuteApiArn} writes it. In its place of the method write `*` rather than `ANY`. */
  readonly sourceArn: string;
  /** Name of the statement: letters, digits, `-` and `_`. Default: `apigateway`. */
  readonly statementId?: string;
  /** Account that the API has to belong to. Default: whatever `sourceArn` says. */
  readonly sourceAccount?: string;
}

/** The principal of every API: the service that invokes the function. */
export const API_GATEWAY = 'apigateway.amazonaws.com';

/**
 * The statement that lets an API invoke a function: the one that Lambda makes of `add-permission`.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/services-apigateway.html#apigateway-permissions
 */
export function invokeStatement(permission: InvokePermission): FunctionPolicyStatement {
  const { functionArn, sourceArn, statementId = 'apigateway', sourceAccount } = permission;
  return {
    Sid: statementId,
    Effect: 'Allow',
    Principal: { Service: API_GATEWAY },
    Action: 'lambda:InvokeFunction',
    Resource: functionArn,
    Condition: {
      ...(sourceAccount !== undefined && { StringEquals: { 'AWS:SourceAccount': sourceAccount } }),
      ArnLike: { 'AWS:SourceArn': sourceArn },
    },
  };
}

/** The policy document around statements, as `GetPolicy` returns it. */
export function functionPolicy(...statements: readonly FunctionPolicyStatement[]): FunctionPolicy {
  return { Version: '2012-10-17', Id: 'default', Statement: statements };
}

/** The arguments behind `aws lambda` that add the statement to the function's policy; none of them needs a shell. */
export function addPermissionArguments(permission: InvokePermission): string[] {
  const { functionArn, sourceArn, statementId = 'apigateway', sourceAccount } = permission;
  return [
    'add-permission',
    ...['--function-name', functionArn],
    ...['--statement-id', statementId],
    ...['--action', 'lambda:InvokeFunction'],
    ...['--principal', API_GATEWAY],
    ...['--source-arn', sourceArn],
    ...(sourceAccount === undefined ? [] : ['--source-account', sourceAccount]),
  ];
}
