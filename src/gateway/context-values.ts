import { DEFAULT_DEPLOYMENT_ID, DEFAULT_RESOURCE_ID, DEFAULT_SOURCE_IP } from '../aws/defaults.js';
import { lastValueOf } from '../http/field-values.js';
import type { HttpRequest } from '../http/request.js';
import type { APIGatewayEventClientCertificate } from '../types/client-certificate.js';
import type { APIGatewayEventIAMAuthorizer } from '../types/proxy-event-v2-authorizer.js';
import type { GatewayAuthorizer } from './authorizer.js';
import { formatRequestTime, nowOf } from './clock.js';
import type { Gateway } from './gateway.js';
import { callerOf } from './iam-caller.js';
import { idsOf } from './ids.js';
import { type Endpoint, endpointOf } from './settings.js';

/** What the `$context` variables of a gateway response describe. */
export interface ContextScope {
  readonly gateway: Gateway;
  readonly request: HttpRequest;
  /** The gateway's own message; `null` if it doesn't have one. */
  readonly message: string | null;
  /** AWS's name of the type of answer. */
  readonly responseType: string;
  /** The endpoint that the request arrives at. */
  readonly endpoint: Endpoint;
  /** The User-Agent header. `undefined` without one. */
  readonly userAgent: string | undefined;
}

/** Creates the scope of an answer. It reads the headers once, for any number of variables. */
export function createContextScope(answered: Omit<ContextScope, 'endpoint' | 'userAgent'>): ContextScope {
  const { gateway, request } = answered;
  // As in an event, the Host header names the endpoint if the settings don't.
  const endpoint = endpointOf(gateway, lastValueOf(request.headers, 'host'));
  return { ...answered, endpoint, userAgent: lastValueOf(request.headers, 'user-agent') };
}

/** `undefined` and `null`: the request has no such value. */
type Value = string | null | undefined;

/** Returns the value of a variable, given without `$context.`; `undefined` if the request has none, or only AWS knows it. */
export function contextValueOf(name: string, scope: ContextScope): string | undefined {
  const value = isKnown(name) ? VALUES[name](scope) : name.startsWith('authorizer.') ? authorizerValueOf(name.slice(11), scope) : undefined;
  return value ?? undefined;
}

function isKnown(name: string): name is keyof typeof VALUES {
  return Object.hasOwn(VALUES, name);
}

/** Variables that AWS documents, too, and whose values only AWS knows. */
const VALUELESS: readonly string[] = [
  'awsEndpointRequestId',
  'cipherSuite',
  'customDomain.routingRuleIdMatched',
  'error.validationErrorString',
  'identity.cognitoAuthenticationProvider',
  'identity.cognitoAuthenticationType',
  'identity.cognitoIdentityId',
  'identity.cognitoIdentityPoolId',
  'integrationErrorMessage',
  'integrationLatency',
  'integrationStatus',
  'isCanaryRequest',
  'responseLatency',
  'responseLength',
  'status',
  'tlsVersion',
  'wafResponseCode',
  'webaclArn',
];

/** Groups of variables with any name. The context of a Lambda authorizer and the claims of a token are among those of `authorizer`. */
const GROUP = /^(?:authorizer|authorize|authenticate|integration|waf|requestOverride|responseOverride)\../s;

/** Returns whether AWS knows a variable, given without `$context.`. */
export function isContextVariable(name: string): boolean {
  return isKnown(name) || VALUELESS.includes(name) || GROUP.test(name);
}

/** Returns every variable that isn't one of a group. */
export function contextVariables(): readonly string[] {
  return [...Object.keys(VALUES), ...VALUELESS];
}

/**
 * The `$context` variables of a REST API whose values this library knows.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-variables-for-access-logging.html
 */
const VALUES = {
  accountId: ({ endpoint }) => endpoint.accountId,
  apiId: ({ endpoint }) => endpoint.apiId,
  'customDomain.basePathMatched': ({ gateway }) => gateway.customDomain?.basePath,
  deploymentId: ({ gateway }) => gateway.deploymentId ?? DEFAULT_DEPLOYMENT_ID,
  domainName: ({ endpoint }) => endpoint.domainName,
  domainPrefix: ({ endpoint }) => endpoint.domainPrefix,
  endpointType: ({ gateway }) => gateway.endpointType ?? 'REGIONAL',
  'error.message': ({ message }) => `${message}`,
  // documented: the message in quotes.
  'error.messageString': ({ message }) => JSON.stringify(message),
  'error.responseType': ({ responseType }) => responseType,
  extendedRequestId: ({ gateway }) => idsOf(gateway).extendedRequestId,
  httpMethod: ({ request }) => request.method,
  'identity.accessKey': (scope) => callerIn(scope)?.accessKey,
  'identity.accountId': (scope) => callerIn(scope)?.accountId,
  'identity.apiKey': ({ gateway }) => gateway.apiKey?.value,
  'identity.apiKeyId': ({ gateway }) => gateway.apiKey?.id,
  'identity.caller': (scope) => callerIn(scope)?.callerId,
  'identity.clientCert.clientCertPem': (scope) => certificateIn(scope)?.clientCertPem,
  'identity.clientCert.issuerDN': (scope) => certificateIn(scope)?.issuerDN,
  'identity.clientCert.serialNumber': (scope) => certificateIn(scope)?.serialNumber,
  'identity.clientCert.subjectDN': (scope) => certificateIn(scope)?.subjectDN,
  'identity.clientCert.validity.notAfter': (scope) => certificateIn(scope)?.validity.notAfter,
  'identity.clientCert.validity.notBefore': (scope) => certificateIn(scope)?.validity.notBefore,
  'identity.principalOrgId': (scope) => callerIn(scope)?.principalOrgId,
  'identity.sourceIp': ({ request }) => request.sourceIp ?? DEFAULT_SOURCE_IP,
  'identity.user': (scope) => callerIn(scope)?.userId,
  'identity.userAgent': ({ userAgent }) => userAgent,
  'identity.userArn': (scope) => callerIn(scope)?.userArn,
  'identity.vpcId': ({ gateway }) => gateway.vpc?.vpcId,
  'identity.vpceId': ({ gateway }) => gateway.vpc?.vpceId,
  path: ({ request }) => request.target.split('?', 1)[0],
  protocol: () => 'HTTP/1.1',
  requestId: ({ gateway }) => idsOf(gateway).requestId,
  requestTime: ({ gateway }) => formatRequestTime(nowOf(gateway)),
  requestTimeEpoch: ({ gateway }) => `${nowOf(gateway)}`,
  resourceId: ({ gateway }) => gateway.resourceId ?? DEFAULT_RESOURCE_ID,
  resourcePath: ({ gateway }) => gateway.route?.replace(/^[A-Z]+ /, ''),
  stage: ({ endpoint }) => endpoint.stage,
  xrayTraceId: ({ gateway }) => idsOf(gateway).traceId,
} as const satisfies Readonly<Record<string, (scope: ContextScope) => Value>>;

function callerIn({ gateway: { authorizer } }: ContextScope): APIGatewayEventIAMAuthorizer['iam'] | undefined {
  return authorizer !== undefined && 'iam' in authorizer ? callerOf(authorizer.iam) : undefined;
}

function certificateIn({ gateway, request }: ContextScope): APIGatewayEventClientCertificate | undefined {
  return gateway.clientCert ?? request.clientCert;
}

/** Returns what an authorizer left: `principalId`, a key of its context, or `claims.{name}`. */
function authorizerValueOf(name: string, { gateway: { authorizer } }: ContextScope): Value {
  if (authorizer === undefined || 'iam' in authorizer) return undefined;
  if (!('lambda' in authorizer)) return name.startsWith('claims.') ? ownText(claimsOf(authorizer), name.slice(7)) : undefined;
  const { principalId = 'user', integrationLatency = 0, context } = authorizer.lambda;
  if (name === 'principalId') return principalId;
  if (name === 'integrationLatency') return `${integrationLatency}`;
  // reported [gr-context-authorizer]: also the context of an authorizer that denied the request.
  return ownText(context ?? {}, name);
}

function claimsOf(authorizer: Extract<GatewayAuthorizer, { cognito: unknown } | { jwt: unknown }>): Readonly<Record<string, string>> {
  return ('cognito' in authorizer ? authorizer.cognito : authorizer.jwt).claims;
}

/** Returns a value as text; `undefined` if there is none, or it is an object, which the context of a REST API can't hold. */
function ownText(values: Readonly<Record<string, unknown>>, name: string): string | undefined {
  const value = Object.hasOwn(values, name) ? values[name] : undefined;
  return ['string', 'number', 'boolean'].includes(typeof value) ? String(value) : undefined;
}
