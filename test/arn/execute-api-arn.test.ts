import { type ExecuteApiArnParts, formatExecuteApiArn, matchesArn, parseExecuteApiArn } from 'apigw-proxy';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const SEGMENT = fc.stringMatching(/^[A-Za-z0-9._~$@%-]{1,6}$/);
const COMMON = {
  partition: fc.constantFrom('aws', 'aws-cn', 'aws-us-gov'),
  region: fc.constantFrom('us-east-1', 'cn-north-1', 'us-gov-west-1', '*'),
  accountId: fc.constantFrom('123456789012', '*'),
  apiId: fc.stringMatching(/^[a-z0-9]{10}$/),
};
const STAGE = fc.constantFrom('prod', '$default', '*');
const PARTS: fc.Arbitrary<ExecuteApiArnParts> = fc.oneof(
  fc.record(COMMON),
  fc.record({ ...COMMON, stage: STAGE }),
  fc.record({ ...COMMON, stage: STAGE, routeKey: fc.constantFrom('$connect', '$disconnect', '$default', 'say', '*') }),
  fc.record({
    ...COMMON,
    stage: STAGE,
    method: fc.constantFrom('GET', 'ANY', '*'),
    path: fc.array(fc.oneof(SEGMENT, fc.constant('*')), { maxLength: 3 }).map((segments) => `/${segments.join('/')}`),
  }),
);

describe('formatExecuteApiArn', () => {
  test('returns an ARN that parses to the same parts, and a pattern that matches itself', () => {
    fc.assert(
      fc.property(PARTS, (parts) => {
        const arn = formatExecuteApiArn(parts);
        expect(parseExecuteApiArn(arn)).toStrictEqual({ ...parts });
        expect(matchesArn(arn, arn)).toBe(true);
      }),
    );
  });

  test.each([
    ['us-east-1', 'aws'],
    ['cn-northwest-1', 'aws-cn'],
    ['us-gov-east-1', 'aws-us-gov'],
  ])('uses the partition of %s', (region, partition) => {
    expect(formatExecuteApiArn({ region, accountId: '1', apiId: 'a', stage: 's', method: 'GET', path: '/' })).toBe(
      `arn:${partition}:execute-api:${region}:1:a/s/GET/`,
    );
  });

  test('uses the root path if there is a method alone', () => {
    const parts = { region: 'us-east-1', accountId: '1', apiId: 'a', stage: 's', method: 'GET' };
    expect(formatExecuteApiArn(parts)).toBe('arn:aws:execute-api:us-east-1:1:a/s/GET/');
  });

  test.each(['region', 'accountId', 'apiId', 'stage', 'method', 'path', 'partition', 'routeKey'])(
    'throws a TypeError if %s is a number',
    (name) => {
      const parts = { region: 'us-east-1', accountId: '1', apiId: 'a', [name]: 5 } as unknown as ExecuteApiArnParts;
      const error = { name: 'TypeError', path: [name], message: `\`${name}\` must be a string; got 5.` };
      expect(() => formatExecuteApiArn(parts)).toThrow(expect.objectContaining(error));
    },
  );
});

describe('parseExecuteApiArn', () => {
  test('reads a path to its end, with line breaks, colons and slashes', () => {
    const { stage, method, path } = parseExecuteApiArn('arn:aws:execute-api:us-east-1:1:a/s/GET/b\nc:d//') ?? {};
    expect([stage, method, path]).toEqual(['s', 'GET', '/b\nc:d//']);
  });

  test.each<unknown>([
    undefined,
    null,
    5,
    {},
    '',
    'arn:aws:lambda:us-east-1:1:function:f',
    'arn:other:execute-api:us-east-1:1:a/b',
    'arn:aws:execute-api:us-east-1:1:',
    'xarn:aws:execute-api:us-east-1:1:a/b',
    ['arn:aws:execute-api:us-east-1:1:a/b'],
    Symbol('arn'),
  ])('returns undefined for %j', (text) => {
    expect(parseExecuteApiArn(text as string)).toBeUndefined();
  });
});
