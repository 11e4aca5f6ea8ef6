import {
  addPermissionArguments,
  allowPolicy,
  checkFunctionUrl,
  checkInvoke,
  denyPolicy,
  formatExecuteApiArn,
  functionPolicy,
  functionUrlStatements,
  invokeStatement,
} from 'apigw-proxy';
import { describe, expect, test } from 'vitest';

const functionArn = 'arn:aws:lambda:us-east-2:123456789012:function:my-function';
const sourceArn = 'arn:aws:execute-api:us-east-2:123456789012:mnh1xmpli7/prod/GET/user';
const event = { methodArn: sourceArn };

/** Functions, each with the argument that gets a wrong value. */
const CALLS: Readonly<Record<string, readonly [path: string, call: (value: never) => unknown]>> = {
  addPermissionArguments: ['permission', addPermissionArguments],
  'addPermissionArguments, statementId': [
    'permission.statementId',
    (statementId) => addPermissionArguments({ functionArn, sourceArn, statementId }),
  ],
  'allowPolicy, event': ['event', (value) => allowPolicy(value, 'ada')],
  'allowPolicy, init': ['init', (init) => allowPolicy(event, 'ada', init)],
  'denyPolicy, event': ['event', (value) => denyPolicy(value, 'ada')],
  'denyPolicy, init': ['init', (init) => denyPolicy(event, 'ada', init)],
  'checkFunctionUrl, policy': ['policy', (policy) => checkFunctionUrl(policy, { functionArn, authType: 'NONE' })],
  'checkFunctionUrl, call': ['call', (call) => checkFunctionUrl(functionPolicy(), call)],
  'checkFunctionUrl, context': ['context', (context) => checkFunctionUrl(functionPolicy(), { functionArn, authType: 'NONE', context })],
  'checkInvoke, policy': ['policy', (policy) => checkInvoke(policy, { functionArn, sourceArn })],
  'checkInvoke, invocation': ['invocation', (invocation) => checkInvoke(functionPolicy(), invocation)],
  'checkInvoke, context': ['context', (context) => checkInvoke(functionPolicy(), { functionArn, sourceArn, context })],
  formatExecuteApiArn: ['parts', formatExecuteApiArn],
  functionUrlStatements: ['permission', functionUrlStatements],
  'functionUrlStatements, statementId': [
    'permission.statementId',
    (statementId) => functionUrlStatements({ functionArn, authType: 'NONE', statementId }),
  ],
  invokeStatement: ['permission', invokeStatement],
};

describe.each(Object.entries(CALLS))('%s', (_, [path, call]) => {
  test.each([null, 5, true])('throws a TypeError that names the argument: %s', (value) => {
    const message = expect.stringMatching(`^\`${path}\` must be (a string|an object|an object with statements); got ${value}\\.$`);
    const error = expect.objectContaining({ name: 'TypeError', code: 'invalid-argument', path: path.split('.'), message });
    expect(() => call(value as never)).toThrow(error); // JavaScript can pass anything
  });
});
