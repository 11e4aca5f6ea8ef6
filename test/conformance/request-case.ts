import {
  type AuthorizerTarget,
  type Gateway,
  type GatewayAuthorizer,
  type HttpRequest,
  type Target,
  toAuthorizerEvent,
  toEvent,
  toTokenAuthorizerEvent,
} from 'apigw-proxy';
import type { RequestCase } from '../../src/conformance/cases/request-case.js';
import { compareEvent } from '../../src/conformance/compare/compare-event.js';
import { selectRoute } from '../../src/events/routing/select-route.js';
import { reportUncovered, type Verdict, verdictOf } from './verdict.js';

type Settings = NonNullable<RequestCase['settings']>;

const COVERED: Readonly<Record<string, readonly string[]>> = {
  'authorizer-request': ['rest', 'http-1.0', 'http-2.0', 'websocket'],
  'ws-authorizer': ['websocket'],
  'authorizer-token': ['rest'],
  proxy: ['rest', 'http-1.0', 'http-2.0', 'function-url'],
  'ws-connect': ['websocket'],
  'ws-message': ['websocket'],
  'ws-disconnect': ['websocket'],
};

/** Translates the request of a case and compares the event with what the case expects. */
export function judgeRequestCase(given: RequestCase): Verdict {
  if (!COVERED[given.event]?.includes(given.api)) return reportUncovered(given, `${given.api} has no '${given.event}' events`);
  const requestCase = withConcreteNames(given);
  let event: unknown;
  try {
    event = eventOf(requestCase);
  } catch (error) {
    return verdictOf(given, [`threw ${error}`]);
  }
  return verdictOf(given, compareEvent(event, requestCase));
}

/** Returns the event that AWS sends for the request of a case. */
export function eventOfCase(given: RequestCase): unknown {
  return eventOf(withConcreteNames(given));
}

function eventOf(requestCase: RequestCase): unknown {
  const request = requestOf(requestCase);
  const gateway = gatewayOf(requestCase);
  // COVERED pairs these two kinds with targets that have authorizers.
  if (requestCase.event === 'authorizer-token') return toTokenAuthorizerEvent(request, gateway as Gateway<'rest'>);
  if (requestCase.event.includes('authorizer')) return toAuthorizerEvent(request, gateway as Gateway<AuthorizerTarget>);
  return toEvent(request, gateway);
}

export function requestOf({ request, settings, expect }: Pick<RequestCase, 'request' | 'settings' | 'expect'>): HttpRequest {
  const body = request.bodyText ?? request.bodyBase64;
  const sourceIp = text(expect['requestContext.identity.sourceIp'] ?? expect['requestContext.http.sourceIp']) ?? forwardedFor(expect)[0];
  return {
    method: request.method,
    target: (request.path ?? '/') + (request.rawQuery ? `?${request.rawQuery}` : ''),
    headers: request.headers ?? [],
    ...(body !== undefined && { body: new Uint8Array(Buffer.from(body, request.bodyBase64 === undefined ? 'utf8' : 'base64')) }),
    ...(settings?.httpVersion && { httpVersion: settings.httpVersion }),
    ...(sourceIp !== undefined && { sourceIp }),
  };
}

function gatewayOf({ api, event, stage, route, request, settings = {}, expect }: RequestCase): Gateway {
  const authorizer = authorizerOf(settings, expect);
  const { identitySource, endpointType, binaryMediaTypes, stageVariables, testInvoke, customDomain, routeSelectionExpression, close } =
    settings;
  const selected = routeSelectionExpression === undefined ? route : selectRoute(request.bodyText ?? '', routeSelectionExpression, [route]);
  return {
    ...valuesFromAws(expect, api),
    target: api as Target,
    stage,
    route: event === 'ws-connect' ? '$connect' : event === 'ws-disconnect' ? '$disconnect' : selected,
    ...(identitySource && { identitySource: [identitySource].flat() }),
    ...(endpointType && { endpointType }),
    ...(binaryMediaTypes && { binaryMediaTypes }),
    ...(stageVariables && { stageVariables }),
    ...(testInvoke && { testInvoke }),
    ...(authorizer && { authorizer }),
    ...(customDomain && {
      customDomain: {
        domainName: customDomain.domainName,
        basePath: customDomain.basePath ?? customDomain.apiMappingKey ?? '',
        stageInPath: customDomain.stage === null,
      },
    }),
    ...(close?.cause === 'idle-timeout' && { close: { code: 1001, reason: 'Going away' } }),
    ...(close?.code != null && { close: { code: close.code, reason: close.reason ?? '' } }),
  };
}

/** Returns settings for values that AWS or the network generated, such as ids and times. The translation can't know them. */
function valuesFromAws(expect: RequestCase['expect'], api: string): Partial<Gateway> {
  const at = (name: string): string | undefined => text(expect[`requestContext.${name}`]);
  const header = (name: string): string | undefined => text(expect[`headers.${name}`] ?? expect[`headers.${name.toLowerCase()}`]);
  const epoch = expect['requestContext.requestTimeEpoch'] ?? expect['requestContext.timeEpoch'];
  const connectedAt = expect['requestContext.connectedAt'];
  const clientCert = expect['requestContext.identity.clientCert'] ?? expect['requestContext.authentication.clientCert'];
  const vpcId = at('identity.vpcId');
  const vpceId = at('identity.vpceId');
  const apiKey = at('identity.apiKey');
  const arn = text(expect['routeArn'] ?? expect['methodArn'])?.split(/[:/]/);
  return dropUndefined({
    accountId: at('accountId') === 'anonymous' ? undefined : (at('accountId') ?? arn?.[4]),
    apiId: at('apiId') ?? arn?.[5],
    region: arn?.[3],
    domainName: at('domainName'),
    deploymentId: at('deploymentId'),
    resourceId: api === 'rest' ? at('resourceId') : undefined,
    operationName: at('operationName'),
    now: typeof epoch === 'number' ? () => epoch : undefined,
    connectedAt: typeof connectedAt === 'number' ? connectedAt : undefined,
    clientCert: clientCert as Gateway['clientCert'],
    vpc: vpcId !== undefined && vpceId !== undefined ? { vpcId, vpceId } : undefined,
    apiKey: apiKey === undefined ? undefined : { value: apiKey, id: at('identity.apiKeyId') ?? '' },
    ids: dropUndefined({
      requestId: at('requestId'),
      extendedRequestId: at('extendedRequestId'),
      connectionId: at('connectionId'),
      messageId: at('messageId'),
      traceId: header('X-Amzn-Trace-Id'),
    }),
    cloudFront: dropUndefined({
      viewerCountry: header('CloudFront-Viewer-Country'),
      viewerAsn: header('CloudFront-Viewer-ASN'),
      edgeIp: forwardedFor(expect)[1],
      edgeId: /^1\.1 (.*)\.cloudfront\.net/.exec(header('Via') ?? '')?.[1],
      requestId: header('X-Amz-Cf-Id'),
    }),
  });
}

/** Returns what the authorizer knew: a token's claims, or the caller. The request of a case contains only a part of the token. */
function authorizerOf({ authorizer, authType, testInvoke }: Settings, expect: RequestCase['expect']): GatewayAuthorizer | undefined {
  const left = expect['requestContext.authorizer'] as Record<string, Record<string, unknown>> | undefined;
  if (authorizer?.type === 'AWS_IAM' || authType === 'AWS_IAM' || testInvoke) {
    return { iam: left?.['iam'] ?? callerOf(expect) } as GatewayAuthorizer;
  }
  if (authorizer === undefined) return undefined;
  if (authorizer.type === 'COGNITO_USER_POOLS') return { cognito: { claims: (left?.['claims'] ?? {}) as Record<string, string> } };
  if (authorizer.type === 'JWT') {
    const jwt = left?.['jwt'] ?? left;
    return {
      jwt: { claims: (jwt?.['claims'] ?? {}) as Record<string, string>, scopes: authorizer.scopes?.length ? [...authorizer.scopes] : null },
    };
  }
  const latency = left?.['integrationLatency'];
  return {
    lambda: dropUndefined({
      principalId: authorizer.result?.principalId,
      context: authorizer.result?.context,
      integrationLatency: !authorizer.cached && typeof latency === 'number' ? latency : undefined,
    }),
  };
}

function callerOf(expect: RequestCase['expect']): Record<string, unknown> {
  const identity = (name: string): unknown => expect[`requestContext.identity.${name}`];
  return dropUndefined({
    accountId: identity('accountId'),
    accessKey: identity('accessKey'),
    callerId: identity('caller'),
    userId: identity('user'),
    userArn: identity('userArn'),
    principalOrgId: identity('principalOrgId'),
  });
}

function forwardedFor(expect: RequestCase['expect']): string[] {
  const value = text(expect['headers.X-Forwarded-For'] ?? expect['headers.x-forwarded-for']);
  return value === undefined ? [] : value.split(', ');
}

/** Replaces `{apiId}`, `{region}` and `{account}`, which cases contain if the value doesn't matter. */
function withConcreteNames(requestCase: RequestCase): RequestCase {
  const names: Readonly<Record<string, string>> = { apiId: 'a1b2c3d4e5', region: 'us-east-1', account: '123456789012' };
  const concrete = JSON.stringify(requestCase).replace(/(?<!\/)\{(apiId|region|account)\}/g, (_, name: string) => names[name] ?? '');
  return JSON.parse(concrete) as RequestCase;
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

function dropUndefined<T extends object>(object: T): Defined<T> {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as Defined<T>;
}
