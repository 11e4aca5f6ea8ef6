import type { Endpoint } from './settings.js';

/** The ARN of what a client asks for: `arn:aws:execute-api:{region}:{account}:{apiId}/{stage}/{METHOD}/{path}`. */
export function requestArn({ region, accountId, apiId, stage }: Endpoint, resource: string): string {
  return `arn:${partitionOf(region)}:execute-api:${region}:${accountId}:${apiId}/${stage}/${resource}`;
}

/** The partition that a region belongs to. */
function partitionOf(region: string): string {
  if (region.startsWith('cn-')) return 'aws-cn';
  return region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
}
