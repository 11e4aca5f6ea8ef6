import type { Target } from '../aws/target.js';
import { firstValueOf } from '../http/field-syntax.js';
import type { HttpRequest } from '../http/request.js';
import type { Gateway } from './gateway.js';

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

/** A host name of AWS's own for an API or a function: `{id}.execute-api.{region}.amazonaws.com`, `{id}.lambda-url.{region}.on.aws`. */
const OWN_NAME =
  /^([a-z0-9]+)(?:-vpce-[a-z0-9]+)?\.(?:execute-api|lambda-url)\.([a-z0-9-]+)\.(?:amazonaws\.com|api\.aws|on\.aws|on\.amazonaws)/;

const API_ID = 'a1b2c3d4e5';
const URL_ID = 'a1b2c3d4e5f6a7b8c9d0e1f2a3b4c5d6';

/**
 * The endpoint that the settings describe.
 *
 * @param request where the settings name no host: its Host header does, if that is one of AWS's own names.
 */
export function endpointOf(gateway: Gateway, request?: HttpRequest): Endpoint {
  const isUrl = gateway.target === 'function-url';
  const isTest = isConsoleTest(gateway);
  const given = isTest ? 'testPrefix.testDomainName' : (domainNameIn(gateway) ?? (request && ownHostOf(request)));
  const [, idInName, regionInName] = (given !== undefined && OWN_NAME.exec(given)) || [];
  const region = gateway.region ?? regionInName ?? 'us-east-1';
  const apiId = gateway.apiId ?? idInName ?? (isUrl ? URL_ID : API_ID);
  const domainName = given ?? ownDomainName(gateway.target, apiId, region);
  const dot = domainName.indexOf('.');
  return {
    accountId: gateway.accountId ?? '123456789012',
    apiId,
    region,
    // recorded: a function URL has this stage and no other.
    stage: isUrl ? '$default' : isTest ? 'test-invoke-stage' : (gateway.stage ?? DEFAULT_STAGE[gateway.target]),
    domainName,
    domainPrefix: dot < 0 ? domainName : domainName.slice(0, dot),
  };
}

/** Whether a request is a test from the console: REST APIs alone have one. */
export function isConsoleTest({ target, testInvoke }: Gateway): boolean {
  return target === 'rest' && testInvoke === true;
}

// recorded: a function URL's event has the function's own name, whatever stands in front of it.
function domainNameIn({ target, customDomain, domainName }: Gateway): string | undefined {
  return target === 'function-url' ? domainName : (customDomain?.domainName ?? domainName);
}

function ownHostOf({ headers }: HttpRequest): string | undefined {
  const host = firstValueOf(headers, 'host')?.replace(/:\d+$/, '');
  return host !== undefined && OWN_NAME.test(host) ? host : undefined;
}

function ownDomainName(target: Target, apiId: string, region: string): string {
  const china = region.startsWith('cn-');
  if (target === 'function-url') return `${apiId}.lambda-url.${region}.on.${china ? 'amazonaws.com.cn' : 'aws'}`;
  return `${apiId}.execute-api.${region}.amazonaws.com${china ? '.cn' : ''}`;
}
