/** A group of AWS regions with its own accounts and domains. */
export interface Partition {
  /** Its name in ARNs: `aws`, `aws-cn`. */
  readonly name: string;
  /** What the names of its regions start with. */
  readonly regionPrefix: string;
  /** Domain of the services' host names: `amazonaws.com`. */
  readonly domain: string;
  /** Domain of newer host names, behind `api.` (for IPv4 and IPv6) or `on.` (function URLs): `aws`. */
  readonly newDomain: string;
}

const AWS: Partition = { name: 'aws', regionPrefix: '', domain: 'amazonaws.com', newDomain: 'aws' };

/**
 * All partitions; `aws` has every region that no other partition has. documented: the AWS SDKs have the same table.
 *
 * @see https://github.com/aws/aws-sdk-js-v3/blob/main/packages/util-endpoints/src/lib/aws/partitions.json
 */
export const PARTITIONS: readonly Partition[] = [
  { name: 'aws-us-gov', regionPrefix: 'us-gov-', domain: 'amazonaws.com', newDomain: 'aws' },
  { name: 'aws-cn', regionPrefix: 'cn-', domain: 'amazonaws.com.cn', newDomain: 'amazonwebservices.com.cn' },
  { name: 'aws-eusc', regionPrefix: 'eusc-', domain: 'amazonaws.eu', newDomain: 'amazonwebservices.eu' },
  { name: 'aws-iso', regionPrefix: 'us-iso-', domain: 'c2s.ic.gov', newDomain: 'aws.ic.gov' },
  { name: 'aws-iso-b', regionPrefix: 'us-isob-', domain: 'sc2s.sgov.gov', newDomain: 'aws.scloud' },
  { name: 'aws-iso-e', regionPrefix: 'eu-isoe-', domain: 'cloud.adc-e.uk', newDomain: 'cloud-aws.adc-e.uk' },
  { name: 'aws-iso-f', regionPrefix: 'us-isof-', domain: 'csp.hci.ic.gov', newDomain: 'aws.hci.ic.gov' },
  AWS,
];

/** The partition that a region belongs to. */
export function partitionOf(region: string): Partition {
  return PARTITIONS.find(({ regionPrefix }) => region.startsWith(regionPrefix)) ?? AWS;
}
