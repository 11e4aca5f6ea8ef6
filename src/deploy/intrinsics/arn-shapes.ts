import { isObject } from '../../http/is-object.js';
import type { DeployedValue } from '../deployment.js';
import type { Scope } from './scope.js';

/** What `Ref` or `Fn::GetAtt` returns for a Lambda function: its ARN, or that of one of its versions. */
const FUNCTION_ARNS: Readonly<Record<string, readonly string[]>> = {
  'AWS::Lambda::Function': ['Arn', 'SnapStartResponse.Arn'],
  'AWS::Lambda::Alias': ['Ref', 'AliasArn'],
  'AWS::Lambda::Version': ['Ref', 'FunctionArn'],
  'AWS::Serverless::Function': ['Arn', 'Alias', 'Version'],
};

/**
 * Returns the value of an attribute of a resource, or of its `Ref`.
 *
 * Only AWS knows it, but the ARN of a function is known up to the function's name. So `Fn::Split` finds the region and the account.
 */
export function attributeValue(logicalId: string, attribute: string, scope: Scope): DeployedValue {
  const id = scope.prefix + logicalId;
  if (!FUNCTION_ARNS[typeOf(logicalId, scope)]?.includes(attribute)) {
    return { $unresolved: attribute === 'Ref' ? `\${${id}}` : `\${${id}.${attribute}}` };
  }
  const { 'AWS::Partition': partition, 'AWS::Region': region, 'AWS::AccountId': account } = scope.pseudoParameters;
  return { $unresolved: `arn:${partition}:lambda:${region}:${account}:function:\${${id}}` };
}

function typeOf(logicalId: string, { resources }: Scope): string {
  const resource = Object.hasOwn(resources, logicalId) ? resources[logicalId] : undefined;
  const type = isObject(resource) ? resource['Type'] : undefined;
  return typeof type === 'string' && Object.hasOwn(FUNCTION_ARNS, type) ? type : '';
}
