import { argumentError, requireObject, requireString } from '../http/argument-error.js';
import type { FunctionPolicyStatement } from './function-policy.js';

/** How a function URL checks its callers: not at all, or by their signature. */
export type FunctionUrlAuthType = 'NONE' | 'AWS_IAM';

/** The actions that a caller of a function URL needs, in the order of the statements. */
export const URL_ACTIONS = ['lambda:InvokeFunctionUrl', 'lambda:InvokeFunction'] as const;

/** Who may call a function URL. */
export interface FunctionUrlPermission {
  /** ARN of the function, with the alias if the URL belongs to one. */
  readonly functionArn: string;
  /** The URL's `AuthType`. */
  readonly authType: FunctionUrlAuthType;
  /**
   * With `AWS_IAM`, who may call: the ARN of a user or role, an account id, a service such as `cloudfront.amazonaws.com`, or `*` for
   * anyone who signs the request. With `NONE`, it is always `*`.
   */
  readonly principal?: string;
  /** ARN or pattern of the source, for a service: the distribution of CloudFront, for example. Absent: any source. */
  readonly sourceArn?: string;
  /** Start of the names of both statements: letters, digits, `-` and `_`. Default: `function-url`. */
  readonly statementId?: string;
}

/**
 * Returns the two statements that allow somebody to call a function URL. Since October 2025, a caller needs both
 * `lambda:InvokeFunctionUrl` and `lambda:InvokeFunction`. Without the second one, the client gets a 403, even if the URL is public.
 *
 * @param permission the function, the URL's `AuthType`, and with `AWS_IAM` the caller.
 * @throws TypeError if `functionArn` or `principal` is not a string; if `authType` is unknown; or if a public URL has a principal.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html
 * @example
 * ```ts
 * import { functionUrlStatements } from 'apigw-proxy';
 *
 * const functionArn = 'arn:aws:lambda:us-east-2:123456789012:function:my-function';
 * const statements = functionUrlStatements({ functionArn, authType: 'NONE' });
 * console.log(statements.map(({ Action }) => Action)); // => [ 'lambda:InvokeFunctionUrl', 'lambda:InvokeFunction' ]
 * ```
 */
export function functionUrlStatements(
  permission: FunctionUrlPermission,
): [invokeUrl: FunctionPolicyStatement, invoke: FunctionPolicyStatement] {
  requireObject(['permission'], permission);
  const { functionArn, authType, sourceArn, statementId = 'function-url' } = permission;
  requireString(['permission', 'statementId'], statementId);
  const Principal = principalElement(permission);
  const Resource = requireString(['permission', 'functionArn'], functionArn);
  const source = sourceArn === undefined ? {} : { ArnLike: { 'AWS:SourceArn': requireString(['permission', 'sourceArn'], sourceArn) } };
  const [invokeUrl, invoke] = URL_ACTIONS;
  // documented: each action has one condition key. reported [furl-permission-url-only, furl-permission-cloudfront-url-only]: with the first
  // statement alone, every client gets a 403.
  return [
    {
      Sid: statementId,
      Effect: 'Allow',
      Principal,
      Action: invokeUrl,
      Resource,
      Condition: { StringEquals: { 'lambda:FunctionUrlAuthType': authType }, ...source },
    },
    {
      Sid: `${statementId}-invoke`,
      Effect: 'Allow',
      Principal,
      Action: invoke,
      Resource,
      Condition: { Bool: { 'lambda:InvokedViaFunctionUrl': 'true' }, ...source },
    },
  ];
}

/** @throws TypeError if it is not an `AuthType`. */
export function requireAuthType(path: readonly string[], authType: unknown): FunctionUrlAuthType {
  if (authType === 'NONE' || authType === 'AWS_IAM') return authType;
  throw argumentError(path, "'NONE' or 'AWS_IAM'", authType);
}

function principalElement({ authType, principal }: FunctionUrlPermission): FunctionPolicyStatement['Principal'] {
  const path = ['permission', 'principal'];
  if (requireAuthType(['permission', 'authType'], authType) === 'NONE') {
    if (principal === undefined || principal === '*') return '*';
    throw argumentError(path, 'absent for a public URL', principal, "Leave it out, or pass `authType: 'AWS_IAM'`.");
  }
  const name = requireString(path, principal, "Pass the ARN of a role, an account id, a service, or '*'.");
  if (name === '*') return name;
  return isService(name) ? { Service: name } : { AWS: name };
}

/** Returns whether a principal is the name of a service. */
export function isService(principal: string): boolean {
  return principal.includes('.') && !principal.startsWith('arn:');
}
