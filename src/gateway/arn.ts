import { partitionOf } from '../aws/partitions.js';
import type { Endpoint } from './settings.js';

/**
 * The ARN of a request, or a pattern for such ARNs: `arn:aws:execute-api:{region}:{account}:{apiId}/{stage}/{METHOD}/{path}`, or with a route
 * key `…/{stage}/{routeKey}`.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-control-access-using-iam-policies-to-invoke-api.html
 */
export type ExecuteApiArn<
  TRegion extends string = string,
  TAccountId extends string = string,
  TResource extends string = string,
> = `arn:aws${string}:execute-api:${TRegion}:${TAccountId}:${TResource}`;

/** Returns the ARN of a request: `arn:aws:execute-api:{region}:{account}:{apiId}/{stage}/{METHOD}/{path}`. */
export function requestArn(endpoint: Pick<Endpoint, 'region' | 'accountId' | 'apiId' | 'stage'>, resource: string): ExecuteApiArn {
  const { region, accountId, apiId, stage } = endpoint;
  return executeApiArn(region, accountId, `${apiId}/${stage}/${resource}`);
}

/** Writes an ARN, by default in the partition that the region belongs to. */
export function executeApiArn(region: string, accountId: string, resource: string, partition = partitionOf(region).name): ExecuteApiArn {
  // The name of every partition starts with aws.
  return `arn:${partition as 'aws'}:execute-api:${region}:${accountId}:${resource}`;
}
