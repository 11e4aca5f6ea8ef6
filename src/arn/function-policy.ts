import { requireObject, requireString } from '../http/argument-error.js';

/**
 * A function's resource-based policy, as `GetPolicy` returns it.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html
 */
export interface FunctionPolicy {
  /** Version of the policy language: `2012-10-17`. */
  readonly Version: string;
  /** A name for the policy. Lambda uses `default`. */
  readonly Id?: string;
  /** The statements. */
  readonly Statement: FunctionPolicyStatement | readonly FunctionPolicyStatement[];
}

/** A statement of a function's policy. */
export interface FunctionPolicyStatement {
  /** Its name, unique in the policy. */
  readonly Sid?: string;
  /** Whether a matching request is allowed or denied. */
  readonly Effect: 'Allow' | 'Deny';
  /** Who may invoke: a service, an account, or `*` for anybody. */
  readonly Principal: string | { readonly [kind: string]: string | readonly string[] };
  /** `lambda:InvokeFunction`, or a pattern that covers it. */
  readonly Action: string | readonly string[];
  /** ARN of the function, with `:{alias}` or `:{version}` if the statement applies to only one. */
  readonly Resource: string | readonly string[];
  /** Operator to condition key to the value or values that match. */
  readonly Condition?: { readonly [operator: string]: { readonly [key: string]: string | boolean | readonly string[] } };
}

/** Which API may invoke which function. */
export interface InvokePermission {
  /** ARN of the function. */
  readonly functionArn: string;
  /** Pattern of the source ARNs, as {@link formatExecuteApiArn} returns it. For every method, write `*` rather than `ANY`. */
  readonly sourceArn: string;
  /** Name of the statement: letters, digits, `-` and `_`. Default: `apigateway`. */
  readonly statementId?: string;
  /** Account that owns the API. Absent: any account that {@link sourceArn} matches. */
  readonly sourceAccount?: string;
}

/** The principal of every API: the service that invokes the function. */
export const API_GATEWAY = 'apigateway.amazonaws.com';

/**
 * Returns the statement that allows an API to invoke a function: the one that `aws lambda add-permission` creates.
 *
 * @param permission the function, the source ARN, and the id of the statement.
 * @throws TypeError if an ARN is not a string.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/services-apigateway.html#apigateway-permissions
 * @example
 * ```ts
 * import { invokeStatement } from 'apigw-proxy';
 *
 * const functionArn = 'arn:aws:lambda:us-east-2:123456789012:function:my-function';
 * const sourceArn = 'arn:aws:execute-api:us-east-2:123456789012:mnh1xmpli7/prod/GET/user';
 * console.log(invokeStatement({ functionArn, sourceArn, statementId: 'get-user' }).Condition);
 * // => { ArnLike: { 'AWS:SourceArn': 'arn:aws:execute-api:us-east-2:123456789012:mnh1xmpli7/prod/GET/user' } }
 * ```
 */
export function invokeStatement(permission: InvokePermission): FunctionPolicyStatement {
  requireObject(['permission'], permission);
  const { functionArn, sourceArn, statementId = 'apigateway', sourceAccount } = permission;
  return {
    Sid: statementId,
    Effect: 'Allow',
    Principal: { Service: API_GATEWAY },
    Action: 'lambda:InvokeFunction',
    Resource: requireString(['permission', 'functionArn'], functionArn),
    Condition: {
      ...(sourceAccount !== undefined && { StringEquals: { 'AWS:SourceAccount': sourceAccount } }),
      ArnLike: { 'AWS:SourceArn': requireString(['permission', 'sourceArn'], sourceArn) },
    },
  };
}

/**
 * Returns a policy document with these statements, in the form of `GetPolicy`.
 *
 * @param statements the statements, in order.
 * @throws nothing.
 * @example
 * ```ts
 * import { functionPolicy, invokeStatement } from 'apigw-proxy';
 *
 * const functionArn = 'arn:aws:lambda:us-east-2:123456789012:function:my-function';
 * const sourceArn = 'arn:aws:execute-api:us-east-2:123456789012:mnh1xmpli7/prod/GET/user';
 * const policy = functionPolicy(invokeStatement({ functionArn, sourceArn, statementId: 'get-user' }));
 * console.log(policy.Version, [policy.Statement].flat().length); // => 2012-10-17 1
 * ```
 */
export function functionPolicy(...statements: readonly FunctionPolicyStatement[]): FunctionPolicy {
  return { Version: '2012-10-17', Id: 'default', Statement: statements };
}

/**
 * Returns the arguments of `aws lambda` that add the statement to the function's policy. Pass them to a process directly, without a shell.
 *
 * @param permission the function, the source ARN, and the id of the statement.
 * @throws TypeError if an ARN is not a string.
 * @example
 * ```ts
 * import { addPermissionArguments } from 'apigw-proxy';
 *
 * const functionArn = 'arn:aws:lambda:us-east-2:123456789012:function:my-function';
 * const sourceArn = 'arn:aws:execute-api:us-east-2:123456789012:mnh1xmpli7/prod/GET/user';
 * const args = addPermissionArguments({ functionArn, sourceArn, statementId: 'get-user' });
 * console.log(args.slice(0, 2), args.at(-1)); // => [ 'add-permission', '--function-name' ] arn:aws:execute-api:us-east-2:123456789012:mnh1xmpli7/prod/GET/user
 * ```
 */
export function addPermissionArguments(permission: InvokePermission): string[] {
  requireObject(['permission'], permission);
  const { functionArn, sourceArn, statementId = 'apigateway', sourceAccount } = permission;
  return [
    'add-permission',
    ...['--function-name', requireString(['permission', 'functionArn'], functionArn)],
    ...['--statement-id', requireString(['permission', 'statementId'], statementId)],
    ...['--action', 'lambda:InvokeFunction'],
    ...['--principal', API_GATEWAY],
    ...['--source-arn', requireString(['permission', 'sourceArn'], sourceArn)],
    ...(sourceAccount === undefined ? [] : ['--source-account', sourceAccount]),
  ];
}
