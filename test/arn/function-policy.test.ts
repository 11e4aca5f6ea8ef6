import { addPermissionArguments, functionPolicy, type InvokePermission, invokeStatement } from 'apigw-proxy';
import { describe, expect, test } from 'vitest';

const API = 'arn:aws:execute-api:us-east-2:123456789012:mnh1xmpli7';

describe('invokeStatement', () => {
  test('returns the statement that the Lambda guide shows', () => {
    const permission = {
      functionArn: 'arn:aws:lambda:us-east-2:111122223333:function:nodejs-apig-function-1G3MXMPLXVXYI',
      statementId: 'nodejs-apig-functiongetEndpointPermissionProd-BWDBXMPLXE2F',
      sourceArn: 'arn:aws:execute-api:us-east-2:111122223333:ktyvxmpls1/*/GET/',
      sourceAccount: '111122223333',
    };
    expect(functionPolicy(invokeStatement(permission))).toEqual({
      Version: '2012-10-17',
      Id: 'default',
      Statement: [
        {
          Sid: permission.statementId,
          Effect: 'Allow',
          Principal: { Service: 'apigateway.amazonaws.com' },
          Action: 'lambda:InvokeFunction',
          Resource: permission.functionArn,
          Condition: {
            StringEquals: { 'AWS:SourceAccount': '111122223333' },
            ArnLike: { 'AWS:SourceArn': permission.sourceArn },
          },
        },
      ],
    });
  });
});

describe('addPermissionArguments', () => {
  test('returns the arguments of the command in the Lambda guide', () => {
    const sourceArn = `${API}/default/GET/`;
    expect(addPermissionArguments({ functionArn: 'my-function', statementId: 'apigateway-get', sourceArn }).join(' ')).toBe(
      `add-permission --function-name my-function --statement-id apigateway-get --action lambda:InvokeFunction --principal apigateway.amazonaws.com --source-arn ${sourceArn}`,
    );
  });
});

test('addPermissionArguments names the account of the source', () => {
  const args = addPermissionArguments({ functionArn: 'my-function', sourceArn: `${API}/*`, sourceAccount: '123456789012' });
  expect(args.slice(-4)).toEqual(['--source-arn', `${API}/*`, '--source-account', '123456789012']);
  expect(args.slice(3, 5)).toEqual(['--statement-id', 'apigateway']);
});

describe.each([
  ['invokeStatement', invokeStatement],
  ['addPermissionArguments', addPermissionArguments],
])('%s', (_, make) => {
  test.each(['functionArn', 'sourceArn'])('throws a TypeError without %s', (name) => {
    const permission = { functionArn: 'my-function', sourceArn: `${API}/*`, [name]: undefined } as unknown as InvokePermission;
    const message = `\`permission.${name}\` must be a string; got undefined.`;
    expect(() => make(permission)).toThrow(expect.objectContaining({ name: 'TypeError', path: ['permission', name], message }));
  });
});
