import { NEW_DOMAINS, PARTITIONS, partitionOf } from './partitions.js';

/** The service that an AWS host name leads to: API Gateway, or Lambda for a function URL. */
export type HostService = 'execute-api' | 'lambda-url';

/** The parts of a host name that AWS gives an API or a function URL. */
export interface AwsHost {
  readonly service: HostService;
  /** The first label: an API's id, `{id}-vpce-{endpoint}` behind a VPC endpoint, or a function URL's id. */
  readonly label: string;
  readonly region: string;
}

/**
 * The domains of function URLs. The last two are that of the preview in 2021, and one that China might have. assumed: no recording shows those
 * two, nor any outside the partition `aws`.
 */
const URL_DOMAINS: readonly string[] = [
  ...Object.values(NEW_DOMAINS).map((domain) => `on.${domain}`),
  'amazonaws.com',
  'on.amazonaws.com.cn',
];

/** A function URL's name, with its domain. Most names fail at the second label. */
const FUNCTION_URL = /^[^.]+\.lambda-url\.[^.]+\.(.+)$/;

/** An id in AWS's format, with or without the id of a VPC endpoint after it. */
const LABEL = /^([a-z0-9]+)(?:-vpce-[a-z0-9]+)?$/;

/**
 * Returns the parts of a host name that AWS gives an API or a function URL, or `undefined` for any other name, such as a custom domain. The
 * whole name has to match.
 *
 * @param name in lower case, without a port.
 */
export function parseAwsHost(name: string): AwsHost | undefined {
  const [label, service, region, ...rest] = name.split('.');
  if (!label || !region) return undefined;
  if (service === 'lambda-url') return isFunctionUrlHost(name) ? { service, label, region } : undefined;
  const isApi = service === 'execute-api' || service === 'execute-api-fips';
  return isApi && isApiDomain(rest.join('.')) ? { service: 'execute-api', label, region } : undefined;
}

/** Returns the host name that AWS gives an API or a function URL. assumed: the domain of function URLs outside the partition `aws`. */
export function awsHost(service: HostService, id: string, region: string): string {
  const last = lastHosts[service];
  if (last !== undefined && last.id === id && last.region === region) return last.name;
  const { domain, newDomain } = partitionOf(region);
  const name = `${id}.${service}.${region}.${service === 'lambda-url' ? `on.${newDomain}` : domain}`;
  lastHosts[service] = { id, region, name };
  return name;
}

/** The last host name of each service. Most programs know one API. */
const lastHosts: Partial<Record<HostService, { readonly id: string; readonly region: string; readonly name: string }>> = {};

/** Returns the id in the first label of such a host name, or `undefined` if AWS creates no such labels. */
export function idInLabel(label: string): string | undefined {
  return LABEL.exec(label)?.[1];
}

/** Whether a host name is a function URL's, in any partition. */
export function isFunctionUrlHost(name: string): boolean {
  const domain = FUNCTION_URL.exec(name)?.[1];
  return domain !== undefined && URL_DOMAINS.includes(domain);
}

/** Whether a host name belongs to AWS, whatever it leads to. A custom domain never does. */
export function isAwsName(name: string): boolean {
  const isBelow = (domain: string): boolean => name.endsWith(`.${domain}`);
  return PARTITIONS.some(({ domain, newDomain }) => isBelow(domain) || isBelow(newDomain)) || isBelow('cloudfront.net');
}

function isApiDomain(domain: string): boolean {
  return PARTITIONS.some((partition) => domain === partition.domain || domain === `api.${partition.newDomain}`);
}
