import { isFunctionUrlHost } from '../../aws/host-names.js';
import { isPayload2, isWebsocketEvent } from '../../aws/payload-format.js';
import { dropUndefined } from '../../gateway/drop-undefined.js';
import { GatewayError } from '../../gateway/error.js';
import { argumentError } from '../../http/argument-error.js';
import { isObject } from '../../http/is-object.js';
import type { LambdaFunctionURLEvent } from '../../types/function-url-event.js';
import type { APIGatewayProxyEvent } from '../../types/proxy-event.js';
import type { APIGatewayProxyEventV2 } from '../../types/proxy-event-v2.js';
import type { APIGatewayRequestAuthorizerEvent } from '../../types/request-authorizer-event.js';
import type { APIGatewayRequestAuthorizerEventV1 } from '../../types/request-authorizer-event-v1.js';
import type { APIGatewayRequestAuthorizerEventV2 } from '../../types/request-authorizer-event-v2.js';
import type { APIGatewayTokenAuthorizerEvent } from '../../types/token-authorizer-event.js';
import type { APIGatewayProxyWebsocketEvent } from '../../types/websocket-event.js';
import type { APIGatewayWebsocketRequestAuthorizerEvent } from '../../types/websocket-request-authorizer-event.js';
import {
  buildRequestAuthorizerEvent,
  buildRequestAuthorizerEventV1,
  buildRequestAuthorizerEventV2,
  buildTokenAuthorizerEvent,
  buildWebsocketRequestAuthorizerEvent,
} from '../build/build-authorizer-event.js';
import { buildFunctionUrlEvent, buildHttpEvent, buildHttpEventV1, buildRestEvent } from '../build/build-event.js';
import { buildWebsocketEvent } from '../build/build-websocket-event.js';
import type { BuildInit } from '../build/event-builder.js';
import type { Override } from '../build/override.js';
import { identitySourceOf, recoverArn, recoverToken } from './authorizer-event.js';
import { differenceOf } from './difference.js';
import { type Fields, fieldsOf } from './fields.js';
import { recoverFunctionUrl, recoverHttpV1, recoverHttpV2, recoverRest, recoverWebsocket } from './options.js';

/** The events that {@link fromEvent} reads. */
export type RecoverableEvent =
  | APIGatewayProxyEvent<unknown>
  | APIGatewayProxyEventV2<unknown>
  | LambdaFunctionURLEvent<unknown>
  | APIGatewayProxyWebsocketEvent
  | APIGatewayTokenAuthorizerEvent
  | APIGatewayRequestAuthorizerEvent
  | APIGatewayRequestAuthorizerEventV1
  | APIGatewayRequestAuthorizerEventV2
  | APIGatewayWebsocketRequestAuthorizerEvent;

/**
 * Returns the options that build an equal event, so that a test can vary an event that it has captured: the same event with another path, body
 * or user, and every mirrored field follows. Pass them to the builder of that kind of event, such as `buildRestEvent`, or to its `with`.
 *
 * What no option describes is in `override`. Equal means the same keys and values; their order can differ.
 *
 * @throws TypeError if the event is not one of API Gateway or of a function URL.
 * @example
 * ```ts
 * import { buildHttpEvent, fromEvent } from 'apigw-proxy';
 *
 * const captured = buildHttpEvent({ route: 'GET /users/{id}', path: '/users/1', cookies: { session: 'abc' } }); // from your logs
 * const event = buildHttpEvent.with(fromEvent(captured))({ path: '/users/2' });
 * console.log(event.rawPath, event.pathParameters, event.cookies); // => /users/2 { id: '2' } [ 'session=abc' ]
 * ```
 */
export function fromEvent<E extends RecoverableEvent>(event: E): BuildInit<E> {
  const { recover, build } = RECOVERIES[kindOf(event)];
  const [init, built] = buildWith(build, dropUndefined(recover(fieldsOf(event))));
  const override = differenceOf(built, event) as Override<E> | undefined; // parts of the event
  return { ...init, ...(override !== undefined && { override }) };
}

interface Recovery {
  /** Finds out the options of an event. Options with the value `undefined` are absent. */
  readonly recover: (event: Fields) => Fields;
  /** Builds an event. */
  readonly build: (init: object) => object;
}

type Kind = 'rest' | 'http-1.0' | 'http-2.0' | 'function-url' | 'websocket';

const RECOVERIES: Readonly<Record<Kind | `authorizer-${Kind | 'token'}`, Recovery>> = {
  rest: { recover: recoverRest, build: buildRestEvent },
  'http-1.0': { recover: recoverHttpV1, build: buildHttpEventV1 },
  'http-2.0': { recover: recoverHttpV2, build: buildHttpEvent },
  'function-url': { recover: recoverFunctionUrl, build: buildFunctionUrlEvent },
  websocket: { recover: recoverWebsocket, build: buildWebsocketEvent },
  'authorizer-token': { recover: recoverToken, build: buildTokenAuthorizerEvent },
  'authorizer-rest': { recover: forAuthorizer(recoverRest), build: buildRequestAuthorizerEvent },
  'authorizer-http-1.0': { recover: forAuthorizer(recoverHttpV1), build: buildRequestAuthorizerEventV1 },
  'authorizer-http-2.0': { recover: forAuthorizer(recoverHttpV2), build: buildRequestAuthorizerEventV2 },
  'authorizer-websocket': { recover: forAuthorizer(recoverWebsocket), build: buildWebsocketRequestAuthorizerEvent },
  // No target has such authorizers.
  'authorizer-function-url': { recover: forAuthorizer(recoverFunctionUrl), build: buildRequestAuthorizerEventV2 },
};

/** Reads the event of an authorizer like the one of the function. Its ARN also shows the region, the account and the path as the client sent it. */
function forAuthorizer(recover: Recovery['recover']): Recovery['recover'] {
  return (event) => {
    const arn = recoverArn(event['methodArn'] ?? event['routeArn']);
    return { ...recover(event), ...(arn && { ...arn.options, path: arn.path }), ...identitySourceOf(event) };
  };
}

function kindOf(event: unknown): keyof typeof RECOVERIES {
  const kind = isObject(event) ? proxyKindOf(event) : undefined;
  if (isObject(event) && event['type'] === 'TOKEN') return 'authorizer-token';
  if (kind === undefined) throw argumentError(['event'], 'an event of API Gateway or of a function URL', event, 'Pass the whole event.');
  return isObject(event) && event['type'] === 'REQUEST' ? `authorizer-${kind}` : kind;
}

function proxyKindOf(event: Fields): Kind | undefined {
  const { requestContext, version, httpMethod } = event;
  if (!isObject(requestContext) || 'elb' in requestContext) return undefined;
  if (isWebsocketEvent({ requestContext })) return 'websocket';
  if (version === '1.0' && typeof httpMethod === 'string') return 'http-1.0';
  if (isPayload2({ requestContext })) {
    const { domainName } = requestContext;
    return typeof domainName === 'string' && isFunctionUrlHost(domainName) ? 'function-url' : 'http-2.0';
  }
  return typeof httpMethod === 'string' ? 'rest' : undefined;
}

/**
 * Builds an event with options. An option that a builder refuses is left out, because the event has something that no request leads to, for
 * example after an edit by hand.
 */
function buildWith(build: Recovery['build'], options: Fields): [init: Fields, event: object] {
  try {
    return [options, build(options)];
  } catch (error) {
    const refused = refusedOption(error, options);
    if (refused === undefined) throw error;
    const { [refused]: _, ...others } = options;
    return buildWith(build, others);
  }
}

/** Returns the option that an error is about. Errors about the request don't name one, so the path goes first, and then everything else. */
function refusedOption(error: unknown, options: Fields): string | undefined {
  if (!(error instanceof GatewayError)) return undefined;
  const named = String(error.path[0]);
  return [named, 'path', ...Object.keys(options)].find((name) => Object.hasOwn(options, name));
}
