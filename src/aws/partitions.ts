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

/**
 * The `newDomain` of each partition by its name. It is apart from the other columns, so that a bundle that recognizes function URLs needs only
 * this one.
 */
export const NEW_DOMAINS = {
  aws: 'aws',
  'aws-us-gov': 'aws',
  'aws-cn': 'amazonwebservices.com.cn',
  'aws-eusc': 'amazonwebservices.eu',
  'aws-iso': 'aws.ic.gov',
  'aws-iso-b': 'aws.scloud',
  'aws-iso-e': 'cloud-aws.adc-e.uk',
  'aws-iso-f': 'aws.hci.ic.gov',
} as const;

const AWS: Partition = partition('aws', '', 'amazonaws.com');

/**
 * All partitions; `aws` has every region that no other partition has. documented: the AWS SDKs have the same table.
 *
 * @see https://github.com/aws/aws-sdk-js-v3/blob/main/packages/util-endpoints/src/lib/aws/partitions.json
 */
export const PARTITIONS: readonly Partition[] = [
  partition('aws-us-gov', 'us-gov-', 'amazonaws.com'),
  partition('aws-cn', 'cn-', 'amazonaws.com.cn'),
  partition('aws-eusc', 'eusc-', 'amazonaws.eu'),
  partition('aws-iso', 'us-iso-', 'c2s.ic.gov'),
  partition('aws-iso-b', 'us-isob-', 'sc2s.sgov.gov'),
  partition('aws-iso-e', 'eu-isoe-', 'cloud.adc-e.uk'),
  partition('aws-iso-f', 'us-isof-', 'csp.hci.ic.gov'),
  AWS,
];

function partition(name: keyof typeof NEW_DOMAINS, regionPrefix: string, domain: string): Partition {
  return { name, regionPrefix, domain, newDomain: NEW_DOMAINS[name] };
}

/** The partition that a region belongs to. */
export function partitionOf(region: string): Partition {
  return PARTITIONS.find(({ regionPrefix }) => region.startsWith(regionPrefix)) ?? AWS;
}
