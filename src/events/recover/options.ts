import type { Target } from '../../aws/target.js';
import type { GatewayAuthorizer } from '../../gateway/authorizer.js';
import type { EventInit } from '../build/event-init.js';
import { recoverAuthorizerV2, recoverHttpAuthorizerV1, recoverRestAuthorizer } from './authorizer.js';
import { recoverBody } from './body.js';
import { type Fields, fieldsOf, isEmpty, stringOf, stringsOf } from './fields.js';
import { pairsOf, recoverHeaders } from './headers.js';
import { recoverHost, recoverHttpPathV1, recoverHttpPathV2, recoverRestPath, recoverUrlPath } from './path.js';

/** Options of a builder. Fields that are `undefined` are absent. */
export type Options = { [Name in keyof EventInit]?: EventInit[Name] | undefined };

/** Finds out the options of a REST event. */
export function recoverRest(event: Fields): Options {
  const context = fieldsOf(event['requestContext']);
  return {
    ...recoverPayload1(event, context, 'rest', recoverRestAuthorizer(context)),
    ...recoverRestPath(event, context),
    route: stringOf(event['resource']),
    deploymentId: stringOf(context['deploymentId']),
    resourceId: stringOf(context['resourceId']),
    operationName: stringOf(context['operationName']),
  };
}

/** Finds out the options of an HTTP API's payload 1.0 event. */
export function recoverHttpV1(event: Fields): Options {
  const context = fieldsOf(event['requestContext']);
  return {
    ...recoverPayload1(event, context, 'http-1.0', recoverHttpAuthorizerV1(context)),
    ...recoverHttpPathV1(event, context),
    // The whole route key, with its method.
    route: stringOf(context['resourceId']),
  };
}

/** Finds out the options of an HTTP API's payload 2.0 event. */
export function recoverHttpV2(event: Fields): Options {
  const context = fieldsOf(event['requestContext']);
  return { ...recoverPayload2(event, context, 'http-2.0'), ...recoverHttpPathV2(event, context), route: stringOf(event['routeKey']) };
}

/** Finds out the options of a function URL's event. */
export function recoverFunctionUrl(event: Fields): Options {
  const context = fieldsOf(event['requestContext']);
  return { ...recoverPayload2(event, context, 'function-url'), ...recoverUrlPath(event, context) };
}

/** Finds out the options of any event of a WebSocket API. */
export function recoverWebsocket(event: Fields): Options {
  const context = fieldsOf(event['requestContext']);
  const identity = fieldsOf(context['identity']);
  const { body } = recoverBody(event, 'websocket', undefined).options;
  const code = context['disconnectStatusCode'];
  const sourceIp = stringOf(identity['sourceIp']);
  const { headers, cookies, traceId } = recoverHeaders(event, {
    sourceIp,
    domainName: stringOf(context['domainName']),
    contentLength: '0',
    isLowerCase: false,
  });
  const isConnect = context['eventType'] === 'CONNECT';
  return {
    ...recoverCommon(context, context['requestTimeEpoch'], sourceIp, isConnect ? traceId : undefined),
    // The other events don't have the headers of the handshake.
    ...(isConnect ? { headers, cookies, query: orAbsent(queryOf(event)) } : { userAgent: stringOf(identity['userAgent']) }),
    route: stringOf(context['routeKey']),
    ...recoverHost(context),
    authorizer: recoverRestAuthorizer({ authorizer: context['authorizer'] }),
    apiKey: apiKeyOf(identity),
    stageVariables: orAbsent(stringsOf(event['stageVariables'])),
    connectedAt: typeof context['connectedAt'] === 'number' ? context['connectedAt'] : undefined,
    close: typeof code === 'number' ? { code, reason: stringOf(context['disconnectReason']) ?? '' } : undefined,
    body,
  };
}

function recoverPayload1(event: Fields, context: Fields, target: Target, authorizer: GatewayAuthorizer | undefined): Options {
  const identity = fieldsOf(context['identity']);
  const sourceIp = stringOf(identity['sourceIp']);
  const { options, length } = recoverBody(event, target, contentTypeOf(event));
  const facts = { sourceIp, domainName: stringOf(context['domainName']), contentLength: length, isLowerCase: false };
  const { headers, cookies, traceId, cloudFront } = recoverHeaders(event, facts);
  const vpc = typeof identity['vpcId'] === 'string' && typeof identity['vpceId'] === 'string';
  return {
    ...recoverCommon(context, context['requestTimeEpoch'], sourceIp, traceId),
    ...options,
    method: stringOf(event['httpMethod']),
    query: orAbsent(queryOf(event)),
    headers,
    cookies,
    authorizer,
    apiKey: apiKeyOf(identity),
    clientCert: certOf(identity['clientCert']),
    stageVariables: orAbsent(stringsOf(event['stageVariables'])),
    endpointType: cloudFront ? 'EDGE' : vpc ? 'PRIVATE' : undefined,
    cloudFront,
    vpc: vpc ? { vpcId: String(identity['vpcId']), vpceId: String(identity['vpceId']) } : undefined,
  };
}

function recoverPayload2(event: Fields, context: Fields, target: Target): Options {
  const http = fieldsOf(context['http']);
  const sourceIp = stringOf(http['sourceIp']);
  const { options, length } = recoverBody(event, target, contentTypeOf(event));
  const facts = { sourceIp, domainName: stringOf(context['domainName']), contentLength: length, isLowerCase: true };
  const { headers, cookies, traceId } = recoverHeaders(event, facts);
  const list = event['cookies'];
  const rawQuery = stringOf(event['rawQueryString']);
  return {
    ...recoverCommon(context, context['timeEpoch'], sourceIp, traceId),
    ...options,
    method: stringOf(http['method']),
    query: rawQuery ? `?${rawQuery}` : undefined,
    headers,
    cookies: Array.isArray(list) ? list.filter((cookie) => typeof cookie === 'string') : cookies,
    authorizer: recoverAuthorizerV2(context),
    clientCert: certOf(fieldsOf(context['authentication'])['clientCert']),
    stageVariables: orAbsent(stringsOf(event['stageVariables'])),
  };
}

/** Finds out the options that every event shows in the same way. */
function recoverCommon(context: Fields, time: unknown, sourceIp: string | undefined, traceId?: string): Options {
  const ids = {
    requestId: stringOf(context['requestId']),
    extendedRequestId: stringOf(context['extendedRequestId']),
    connectionId: stringOf(context['connectionId']),
    messageId: stringOf(context['messageId']),
    traceId,
  };
  const accountId = stringOf(context['accountId']);
  return {
    stage: stringOf(context['stage']),
    sourceIp,
    accountId: accountId === 'anonymous' ? undefined : accountId,
    apiId: stringOf(context['apiId']),
    ids: stringsOf(ids),
    now: typeof time === 'number' ? () => time : undefined,
  };
}

function apiKeyOf({ apiKey, apiKeyId }: Fields): EventInit['apiKey'] | undefined {
  return typeof apiKey === 'string' && typeof apiKeyId === 'string' ? { id: apiKeyId, value: apiKey } : undefined;
}

function certOf(value: unknown): EventInit['clientCert'] | undefined {
  return isEmpty(fieldsOf(value)) ? undefined : (value as EventInit['clientCert']); // the builder checks it
}

/** Returns the values of each query parameter in payload 1.0. */
function queryOf({ multiValueQueryStringParameters, queryStringParameters }: Fields): Record<string, string[]> {
  const entries = Object.entries(fieldsOf(multiValueQueryStringParameters ?? queryStringParameters));
  return Object.fromEntries(entries.map(([name, values]) => [name, [values].flat().filter((value) => typeof value === 'string')]));
}

function contentTypeOf(event: Fields): string | undefined {
  return pairsOf(event).findLast(([name]) => name.toLowerCase() === 'content-type')?.[1];
}

function orAbsent<T extends object>(value: T): T | undefined {
  return isEmpty(value) ? undefined : value;
}
