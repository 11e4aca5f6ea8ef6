import { describe, expect, test } from 'vitest';
import { PARTITIONS, partitionOf } from '../../src/aws/partitions.js';

describe('partitionOf', () => {
  test.each([
    ['us-east-1', 'aws'],
    ['eu-central-2', 'aws'],
    ['mx-central-1', 'aws'],
    ['us-gov-east-1', 'aws-us-gov'],
    ['cn-northwest-1', 'aws-cn'],
    ['eusc-de-east-1', 'aws-eusc'],
    ['us-iso-west-1', 'aws-iso'],
    ['us-isob-east-1', 'aws-iso-b'],
    ['eu-isoe-west-1', 'aws-iso-e'],
    ['us-isof-south-1', 'aws-iso-f'],
    ['constructor', 'aws'],
    ['', 'aws'],
  ])('puts %j into %s', (region, name) => {
    expect(partitionOf(region).name).toBe(name);
  });

  test('never puts a region into two partitions', () => {
    const prefixes = PARTITIONS.map(({ regionPrefix }) => regionPrefix).filter((prefix) => prefix !== '');
    expect(prefixes.filter((prefix) => prefixes.some((other) => other !== prefix && prefix.startsWith(other)))).toEqual([]);
  });
});
