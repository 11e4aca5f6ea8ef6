import type { Target } from '../../aws/target.js';
import { dropUndefined } from '../../gateway/drop-undefined.js';
import { GatewayError } from '../../gateway/error.js';
import {
  buildRequestAuthorizerEvent,
  buildRequestAuthorizerEventV1,
  buildRequestAuthorizerEventV2,
  buildTokenAuthorizerEvent,
  buildWebsocketRequestAuthorizerEvent,
} from '../build/build-authorizer-event.js';
import { buildFunctionUrlEvent, buildHttpEvent, buildHttpEventV1, buildRestEvent } from '../build/build-event.js';
import { buildWebsocketEvent } from '../build/build-websocket-event.js';
import { identitySourceOf, recoverArn, recoverToken } from './authorizer-event.js';
import { type Fields, fieldsOf } from './fields.js';
import { type Options, recoverFunctionUrl, recoverHttpV1, recoverHttpV2, recoverRest, recoverWebsocket } from './options.js';
import { withInnerPath } from './path.js';

/** An event that was built again, and the options that built it. */
export interface Rebuilt {
  readonly init: Fields;
  readonly built: object;
}

/** Finds out the options of an event, and builds an event with them. */
export function rebuildEvent(event: unknown, kind: AnyKind): Rebuilt {
  const { recover, build } = RECOVERIES[kind];
  return buildWith(build, dropUndefined(recover(fieldsOf(event))));
}

interface Recovery {
  /** Finds out the options of an event. Options with the value `undefined` are absent. */
  readonly recover: (event: Fields) => Fields;
  /** Builds an event. */
  readonly build: (init: object) => object;
}

/** A kind of event: that of a target's function, or of an authorizer in front of it. */
export type AnyKind = Target | `authorizer-${Target | 'token'}`;

/** How each kind of event is read and built. */
const RECOVERIES: Readonly<Record<AnyKind, Recovery>> = {
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
function forAuthorizer(recover: (event: Fields) => Options): Recovery['recover'] {
  return (event) => {
    const options = dropUndefined(recover(event));
    const { method: _, path, ...shown } = dropUndefined(recoverArn(event['methodArn'] ?? event['routeArn']));
    return { ...options, ...shown, ...(path !== undefined && withInnerPath(options, path)), ...identitySourceOf(event) };
  };
}

/**
 * Builds an event with options. An option that a builder refuses is left out, because the event has something that no request leads to, for
 * example after an edit by hand.
 */
function buildWith(build: Recovery['build'], options: Fields): Rebuilt {
  try {
    return { init: options, built: build(options) };
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
