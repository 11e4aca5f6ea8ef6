import { describe, expect, test } from 'vitest';
import {
  isInvocation,
  isStageDependent,
  logicalIdIn,
  nameInStage,
  readFunctionUri,
  referenceOf,
} from '../../../src/deploy/functions/function-uri.js';

const INVOCATION = 'arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions';

describe('readFunctionUri', () => {
  test.each([
    ['the ARN of a function', 'arn:aws:lambda:eu-west-1:123456789012:function:orders', 'orders'],
    ['the ARN of a version', 'arn:aws:lambda:eu-west-1:123456789012:function:orders:3', 'orders'],
    ['a URI', `${INVOCATION}/arn:aws:lambda:eu-west-1:123456789012:function:orders:live/invocations`, 'orders'],
    ['a URI with a placeholder', `${INVOCATION}/\${Orders.Arn}/invocations`, `\${Orders.Arn}`],
    ['a URI with the ARN of a placeholder', `${INVOCATION}/arn:aws:lambda:x:1:function:\${Orders}/invocations`, `\${Orders}`],
    ['an alias of the stage', `${INVOCATION}/arn:aws:lambda:x:1:function:orders:\${stageVariables.alias}/invocations`, 'orders'],
    ['a function of the stage', `${INVOCATION}/arn:aws:lambda:x:1:function:\${stageVariables.f}/invocations`, `\${stageVariables.f}`],
    ['a part of a name of the stage', `arn:aws:lambda:x:1:function:a-\${stageVariables.f}:live`, `a-\${stageVariables.f}`],
    ['a name', 'orders', 'orders'],
    ['a name with an alias', 'orders:live', 'orders'],
    ['a placeholder', `\${Orders}`, `\${Orders}`],
    ['the import of another stack', `\${import:orders}`, `\${import:orders}`],
  ])('finds the name in %s', (_, uri, name) => {
    expect(readFunctionUri(uri)?.name).toBe(name);
  });

  test.each([
    'arn:aws:apigateway:eu-west-1:sqs:path/123456789012/queue',
    'arn:aws:states:eu-west-1:123456789012:stateMachine:a',
    'https://a.example/x',
    '',
    ':function:',
    'a/orders',
    `${INVOCATION}/orders/response-streaming`,
    'arn:aws:lambda:x:1:layer:orders',
    'orders!',
  ])('finds none in %j', (uri) => {
    expect(readFunctionUri(uri)).toBeUndefined();
  });

  test('knows the URI that streams', () => {
    const uri = 'arn:aws:apigateway:x:lambda:path/2021-11-15/functions/orders/response-streaming-invocations';
    expect(readFunctionUri(uri)).toEqual({ name: 'orders', isStreaming: true });
  });
});

test.each([
  [':lambda:path/2015-03-31/functions/orders/invocations', true],
  ['arn:aws:lambda:x:1:function:orders', false],
])('isInvocation of %s', (uri, expected) => {
  expect(isInvocation(uri)).toBe(expected);
});

test('referenceOf finds the resource that a placeholder stands for', () => {
  expect(referenceOf({ $unresolved: `\${Orders.Arn}` })).toBe('Orders');
  expect([undefined, 'Orders', `\${Orders}`].map(referenceOf)).toEqual([undefined, undefined, undefined]);
});

describe('logicalIdIn', () => {
  test.each([
    [`\${Orders}`, 'Orders'],
    [`\${Orders.Arn}`, 'Orders'],
    [`\${import:orders}`, undefined],
    [`a\${Orders}`, undefined],
    ['Orders', undefined],
  ])('finds in %s: %s', (text, id) => {
    expect(logicalIdIn(text)).toBe(id);
  });
});

describe('nameInStage', () => {
  test.each([
    [`\${stageVariables.f}`, 'orders'],
    [`a-\${stageVariables.f}-b`, 'a-orders-b'],
    [`\${stageVariables.g}`, undefined],
    [`\${stageVariables.constructor}`, undefined],
  ])('puts the variables of the stage into %s', (name, expected) => {
    expect(isStageDependent(name)).toBe(true);
    expect(nameInStage(name, { f: 'orders' })).toBe(expected);
  });
});
