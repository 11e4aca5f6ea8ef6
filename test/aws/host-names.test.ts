import { describe, expect, test } from 'vitest';
import { awsHost, idInLabel, isAwsName, isFunctionUrlHost, parseAwsHost } from '../../src/aws/host-names.js';

const APIS = [
  'abc.execute-api.eu-west-1.amazonaws.com',
  'abc.execute-api-fips.us-east-1.amazonaws.com',
  'abc.execute-api.eu-west-1.api.aws',
  'abc-vpce-0bc7.execute-api.eu-west-1.amazonaws.com',
  'abc.execute-api.us-gov-west-1.amazonaws.com',
  'abc.execute-api.cn-north-1.amazonaws.com.cn',
  'abc.execute-api.eusc-de-east-1.amazonaws.eu',
  'abc.execute-api.us-iso-east-1.c2s.ic.gov',
  'abc.execute-api.us-isof-south-1.api.aws.hci.ic.gov',
];
const FUNCTION_URLS = [
  'abc.lambda-url.eu-west-1.on.aws',
  'abc.lambda-url.eu-west-1.amazonaws.com',
  'abc.lambda-url.cn-northwest-1.on.aws',
  'abc.lambda-url.cn-northwest-1.on.amazonaws.com.cn',
  'abc.lambda-url.cn-northwest-1.on.amazonwebservices.com.cn',
  'abc.lambda-url.eusc-de-east-1.on.amazonwebservices.eu',
];
const NEITHER = [
  '',
  'api.example.com',
  'execute-api.eu-west-1.amazonaws.com',
  '.execute-api.eu-west-1.amazonaws.com',
  'abc.execute-api..amazonaws.com',
  'abc.execute-api.eu-west-1.amazonaws.com.',
  'abc.execute-api.eu-west-1.amazonaws.com.evil.example',
  'abc.execute-api.eu-west-1.amazonaws.com.cn.evil',
  'abc.execute-api.eu-west-1.evil.amazonaws.com',
  'abc.execute-api.eu-west-1.on.aws',
  'abc.execute-api.eu-west-1.amazonawsXcom',
  'x.abc.execute-api.eu-west-1.amazonaws.com',
  'evil.example/abc.execute-api.eu-west-1.amazonaws.com',
  'abc.lambda-url.eu-west-1.on.aws.example.com',
  'abc.lambda-url.eu-west-1.onXaws',
  'abc.lambda-url.eu-west-1.api.aws',
  'lambda-url.eu-west-1.on.aws',
  'abc.s3.eu-west-1.amazonaws.com',
];

describe('parseAwsHost', () => {
  test.each(APIS)('finds an API at %s', (name) => {
    const [label, , region] = name.split('.');
    expect(parseAwsHost(name)).toEqual({ service: 'execute-api', label, region });
    expect(idInLabel(label ?? '')).toBe('abc');
    expect([isAwsName(name), isFunctionUrlHost(name)]).toEqual([true, false]);
  });

  test.each(FUNCTION_URLS)('finds a function URL at %s', (name) => {
    expect(parseAwsHost(name)).toEqual({ service: 'lambda-url', label: 'abc', region: name.split('.')[2] });
    expect([isAwsName(name), isFunctionUrlHost(name)]).toEqual([true, true]);
  });

  test.each(NEITHER)('finds neither at %j', (name) => {
    expect(parseAwsHost(name)).toBeUndefined();
    expect(isFunctionUrlHost(name)).toBe(false);
  });
});

describe('awsHost', () => {
  test.each([
    ['us-east-1', 'amazonaws.com', 'on.aws'],
    ['us-gov-west-1', 'amazonaws.com', 'on.aws'],
    ['cn-north-1', 'amazonaws.com.cn', 'on.amazonwebservices.com.cn'],
    ['eusc-de-east-1', 'amazonaws.eu', 'on.amazonwebservices.eu'],
    ['us-isob-east-1', 'sc2s.sgov.gov', 'on.aws.scloud'],
    ['mars-1', 'amazonaws.com', 'on.aws'],
  ])('returns names in %s that parseAwsHost can parse', (region, domain, urlDomain) => {
    expect(awsHost('execute-api', 'abc', region)).toBe(`abc.execute-api.${region}.${domain}`);
    expect(awsHost('lambda-url', 'abc', region)).toBe(`abc.lambda-url.${region}.${urlDomain}`);
    for (const service of ['execute-api', 'lambda-url'] as const) {
      expect(parseAwsHost(awsHost(service, 'abc', region))).toEqual({ service, label: 'abc', region });
    }
  });
});

describe('idInLabel', () => {
  test.each(['', 'A', 'd-abc', 'abc-vpce-', '*', 'a_b'])('returns undefined for %j', (label) => {
    expect(idInLabel(label)).toBeUndefined();
  });
});

describe('isAwsName', () => {
  test.each(['abc.s3.eu-west-1.amazonaws.com', 'd111111abcdef8.cloudfront.net', 'repost.aws', 'x.lambda-url.eu-west-1.api.aws'])(
    'is true for %s',
    (name) => expect(isAwsName(name)).toBe(true),
  );

  test.each(['api.example.com', 'amazonaws.com.evil.example', 'myamazonaws.com', 'laws', 'localhost'])('is false for %s', (name) => {
    expect(isAwsName(name)).toBe(false);
  });
});
