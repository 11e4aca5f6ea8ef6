import type { Target } from '../aws/target.js';
import {
  buildRequestAuthorizerEvent,
  buildRequestAuthorizerEventV1,
  buildRequestAuthorizerEventV2,
  buildTokenAuthorizerEvent,
  buildWebsocketRequestAuthorizerEvent,
} from '../events/build/build-authorizer-event.js';
import { buildFunctionUrlEvent, buildHttpEvent, buildHttpEventV1, buildRestEvent } from '../events/build/build-event.js';
import { buildWebsocketEvent } from '../events/build/build-websocket-event.js';
import type { EventInit } from '../events/build/event-init.js';
import { fromEvent } from '../events/recover/from-event.js';
import type { GatewayAuthorizer } from '../gateway/authorizer.js';
import { detectEvent } from '../guards/detect-event.js';
import type { EventKind } from '../types/event-kind.js';
import { type CallerValues, callerOf } from './event-caller.js';
import { UsageError } from './usage-error.js';

/** A builder, as far as it is needed here. */
interface Builder {
  with(init: object): (init: object) => object;
}

/** The target and the builder of each kind of event. */
const KINDS: Readonly<Record<Exclude<EventKind, 'unknown'>, readonly [target: Target, builder: Builder]>> = {
  rest: ['rest', buildRestEvent],
  'http-1.0': ['http-1.0', buildHttpEventV1],
  'http-2.0': ['http-2.0', buildHttpEvent],
  'function-url': ['function-url', buildFunctionUrlEvent],
  'websocket-connect': ['websocket', buildWebsocketEvent],
  'websocket-message': ['websocket', buildWebsocketEvent],
  'websocket-disconnect': ['websocket', buildWebsocketEvent],
  'authorizer-token': ['rest', buildTokenAuthorizerEvent],
  'authorizer-request-rest': ['rest', buildRequestAuthorizerEvent],
  'authorizer-request-http-1.0': ['http-1.0', buildRequestAuthorizerEventV1],
  'authorizer-request-http-2.0': ['http-2.0', buildRequestAuthorizerEventV2],
  'authorizer-request-websocket': ['websocket', buildWebsocketRequestAuthorizerEvent],
};

/**
 * Builds a captured event again with some options changed. Every mirrored field follows.
 *
 * @param changes options of the builder. A header replaces the one of the same name, and the others stay.
 * @throws UsageError if the JSON is not a valid event.
 */
export function varyCaptured(captured: unknown, caller: CallerValues, changes: EventInit): object {
  const kind = detectEvent(captured);
  if (kind === 'unknown') throw new UsageError('The file has no valid event.', "Run 'apigw-proxy check --kind event' on it.");
  const [target, builder] = KINDS[kind];
  // The guard of its kind has accepted it.
  const init: EventInit & { readonly authorizer?: GatewayAuthorizer } = fromEvent(captured as Parameters<typeof fromEvent>[0]) as object;
  const authorizer = callerOf(caller, target, init.authorizer);
  const headers = changes.headers === undefined ? {} : { headers: mergeHeaders(init.headers, changes.headers) };
  return builder.with(init)({ ...changes, ...headers, ...(authorizer && { authorizer }) });
}

function mergeHeaders(before: EventInit['headers'] = [], given: NonNullable<EventInit['headers']>): [name: string, value: string][] {
  const added = pairsOf(given);
  const names = new Set(added.map(([name]) => name.toLowerCase()));
  return [...pairsOf(before).filter(([name]) => !names.has(name.toLowerCase())), ...added];
}

function pairsOf(headers: NonNullable<EventInit['headers']>): [name: string, value: string][] {
  const entries: Iterable<readonly [string, unknown]> =
    Symbol.iterator in headers ? (headers as Iterable<readonly [string, string]>) : Object.entries(headers);
  return [...entries].flatMap(([name, value]) => [value].flat().map((each): [string, string] => [name, String(each)]));
}
