import { DEFAULT_ACCOUNT_ID, DEFAULT_REGION } from '../aws/defaults.js';
import { awsHost, type HostService, idInLabel, isAwsName, parseAwsHost } from '../aws/host-names.js';
import type { Target } from '../aws/target.js';
import { memoize } from '../http/memoize.js';
import type { Gateway } from './gateway.js';

const DEFAULT_STAGE: Readonly<Record<Target, string>> = {
  rest: 'prod',
  'http-1.0': '$default',
  'http-2.0': '$default',
  websocket: 'prod',
  'function-url': '$default',
};

/** The ids and names of the API that a request arrives at. */
export interface Endpoint {
  readonly accountId: string;
  readonly apiId: string;
  readonly region: string;
  readonly stage: string;
  /** Host name in the event: the custom domain, or the name that AWS gave the API. */
  readonly domainName: string;
  /** First label of `domainName`. */
  readonly domainPrefix: string;
}

const API_ID = 'a1b2c3d4e5';
const URL_ID = 'a1b2c3d4e5f6a7b8c9d0e1f2a3b4c5d6';

/**
 * Returns the endpoint that the settings describe.
 *
 * @param host the Host header of a request. It names the endpoint if the settings don't, see {@link hostIn}.
 */
export function endpointOf(gateway: Gateway, host?: string): Endpoint {
  const { target } = gateway;
  const given = isConsoleTest(gateway) ? 'testPrefix.testDomainName' : (domainNameIn(gateway) ?? hostIn(host, target));
  const own = given === undefined ? undefined : ownApiOf(given, target);
  const region = gateway.region ?? own?.region ?? DEFAULT_REGION;
  const apiId = gateway.apiId ?? own?.id ?? (target === 'function-url' ? URL_ID : API_ID);
  const domainName = given ?? awsHost(SERVICE[target], apiId, region);
  return {
    accountId: gateway.accountId ?? DEFAULT_ACCOUNT_ID,
    apiId,
    region,
    stage: stageOf(gateway),
    domainName,
    domainPrefix: readHost(domainName).firstLabel,
  };
}

/** Returns the stage that the settings describe. */
export function stageOf(gateway: Gateway): string {
  const { target, stage } = gateway;
  // recorded [furl-get-no-body, rest-console-test-invoke]: these two have a fixed stage.
  if (target === 'function-url') return '$default';
  return isConsoleTest(gateway) ? 'test-invoke-stage' : (stage ?? DEFAULT_STAGE[target]);
}

/** Whether a request is a test from the console, which only REST APIs have. */
export function isConsoleTest({ target, testInvoke }: Gateway): boolean {
  return target === 'rest' && testInvoke === true;
}

/**
 * Returns the host in a Host header if the target can have it: the name that AWS gives such an API, or a custom domain. Returns
 * `undefined` for a name that AWS gives to something else, and for an address such as `localhost:3000`.
 */
function hostIn(host: string | undefined, target: Target): string | undefined {
  const name = hostNameOf(host);
  if (name === undefined || ownApiOf(name, target) !== undefined) return name;
  // assumed: the event of a function URL has the name that AWS gave it, even behind a proxy with another name.
  return target !== 'function-url' && readHost(name).isDomain ? name : undefined;
}

/**
 * Returns the host in a Host header if it is an AWS host name that {@link endpointOf} ignores, because AWS gives such names to
 * something else. Returns `undefined` if the settings name the host.
 */
export function ignoredHostIn(host: string | undefined, gateway: Gateway): string | undefined {
  const name = hostNameOf(host);
  if (name === undefined || domainNameIn(gateway) !== undefined || !readHost(name).isAws) return undefined;
  return ownApiOf(name, gateway.target) === undefined ? name : undefined;
}

/** The name in a Host header, without port and final dot, in lower case; `undefined` without one, and for one that is too long. */
function hostNameOf(host: string | undefined): string | undefined {
  const name = host === undefined ? undefined : hostNameIn(host);
  return name === undefined || name.length > MAX_NAME ? undefined : name;
}

const hostNameIn: (host: string) => string = /* @__PURE__ */ memoize((host) => host.replace(/:\d+$/, '').replace(/\.$/, '').toLowerCase());

/** What a host name shows. */
interface HostName {
  /** The API or the function URL to which AWS gives such a name. */
  readonly api: { readonly service: HostService; readonly id: string; readonly region: string } | undefined;
  /** Whether AWS gives such names to anything. */
  readonly isAws: boolean;
  /** Whether it can be a custom domain. */
  readonly isDomain: boolean;
  readonly firstLabel: string;
}

const readHost: (name: string) => HostName = /* @__PURE__ */ memoize((name) => {
  const { service, label, region } = parseAwsHost(name) ?? {};
  const id = label === undefined ? undefined : idInLabel(label);
  const dot = name.indexOf('.');
  const isAws = isAwsName(name);
  return {
    api: id === undefined || service === undefined || region === undefined ? undefined : { service, id, region },
    isAws,
    isDomain: DOMAIN_NAME.test(name) && !isAws,
    firstLabel: dot < 0 ? name : name.slice(0, dot),
  };
});

/** The service behind a target, as AWS's host names call it. */
const SERVICE: Readonly<Record<Target, HostService>> = {
  rest: 'execute-api',
  'http-1.0': 'execute-api',
  'http-2.0': 'execute-api',
  websocket: 'execute-api',
  'function-url': 'lambda-url',
};

/** Length of the longest name in the DNS (RFC 1035, section 2.3.4). */
const MAX_NAME = 253;
/** A name that a custom domain can have: two labels or more, the last one without digits. */
const DOMAIN_NAME = /^(?:[a-z0-9_-]+\.)+[a-z][a-z-]+$/;

function domainNameIn({ target, customDomain, domainName }: Gateway): string | undefined {
  return target === 'function-url' ? domainName : (customDomain?.domainName ?? domainName);
}

function ownApiOf(name: string, target: Target): HostName['api'] {
  const { api } = readHost(name);
  return api?.service === SERVICE[target] ? api : undefined;
}
