import type { Gateway } from './gateway.js';
import type { Target } from './target.js';

const DEFAULT_STAGE: Readonly<Record<Target, string>> = {
  rest: 'prod',
  'http-1.0': '$default',
  'http-2.0': '$default',
  websocket: 'prod',
  'function-url': '$default',
};

/** Where a request arrives: the API's ids and names, each given or fixed. */
export interface Endpoint {
  readonly accountId: string;
  readonly apiId: string;
  readonly region: string;
  readonly stage: string;
  /** Host name in the event: the custom domain's, or the API's own. */
  readonly domainName: string;
  /** First label of `domainName`. */
  readonly domainPrefix: string;
}

/** The endpoint that the settings describe. */
export function endpointOf(gateway: Gateway): Endpoint {
  const region = gateway.region ?? 'us-east-1';
  const apiId = gateway.apiId ?? (gateway.target === 'function-url' ? 'a1b2c3d4e5f6a7b8c9d0e1f2a3b4c5d6' : 'a1b2c3d4e5');
  const domainName = gateway.testInvoke
    ? 'testPrefix.testDomainName'
    : (gateway.customDomain?.domainName ?? gateway.domainName ?? ownDomainName(gateway.target, apiId, region));
  const dot = domainName.indexOf('.');
  return {
    accountId: gateway.accountId ?? '123456789012',
    apiId,
    region,
    stage: gateway.testInvoke ? 'test-invoke-stage' : (gateway.stage ?? DEFAULT_STAGE[gateway.target]),
    domainName,
    domainPrefix: dot < 0 ? domainName : domainName.slice(0, dot),
  };
}

function ownDomainName(target: Target, apiId: string, region: string): string {
  const china = region.startsWith('cn-');
  if (target === 'function-url') return `${apiId}.lambda-url.${region}.on.${china ? 'amazonaws.com.cn' : 'aws'}`;
  return `${apiId}.execute-api.${region}.amazonaws.com${china ? '.cn' : ''}`;
}
