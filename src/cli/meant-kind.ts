import { isFunctionUrlHost } from '../aws/host-names.js';
import { isObject } from '../http/is-object.js';
import type { EventKind } from '../types/event-kind.js';

/** A kind of event. */
export type KnownKind = Exclude<EventKind, 'unknown'>;

/** A kind of answer of a Lambda authorizer. */
export type AnswerKind = 'policy' | 'simple-answer';

type Fields = Readonly<Record<string, unknown>>;

/** Fields of events. Each kind of event has at least one of them, and no result has any. */
const OF_EVENTS = ['requestContext', 'httpMethod', 'rawPath', 'routeKey', 'methodArn', 'routeArn', 'authorizationToken'] as const;

/** How to recognize the kind of an incomplete event. The first match counts. */
const MARKS: readonly (readonly [kind: KnownKind, fits: (event: Fields, context: Fields) => boolean])[] = [
  ['authorizer-token', (event) => event['type'] === 'TOKEN' || ('authorizationToken' in event && !('requestContext' in event))],
  ['authorizer-request-http-2.0', (event) => 'routeArn' in event || (event['type'] === 'REQUEST' && event['version'] === '2.0')],
  ['authorizer-request-http-1.0', (event) => isForAuthorizer(event) && event['version'] === '1.0'],
  ['authorizer-request-websocket', (event, context) => isForAuthorizer(event) && 'connectionId' in context],
  ['authorizer-request-rest', isForAuthorizer],
  ['websocket-connect', (_, context) => context['eventType'] === 'CONNECT'],
  ['websocket-disconnect', (_, context) => context['eventType'] === 'DISCONNECT'],
  ['websocket-message', (_, context) => 'eventType' in context || 'connectionId' in context],
  ['function-url', (_, context) => isFunctionUrlHost(String(context['domainName']))],
  ['http-2.0', (event, context) => event['version'] === '2.0' || 'http' in context || looksLikePayload2(event)],
  ['http-1.0', (event) => event['version'] === '1.0'],
  ['rest', () => true],
];

/** Only without `httpMethod`: a REST event can have a `rawPath`, too. */
function looksLikePayload2(event: Fields): boolean {
  return !('httpMethod' in event) && ('rawPath' in event || 'routeKey' in event);
}

function isForAuthorizer(event: Fields): boolean {
  return event['type'] === 'REQUEST' || 'methodArn' in event;
}

/** Returns whether a value that no guard accepts was meant to be an event. A value with a status is a result. */
export function looksLikeEvent(value: unknown): value is object {
  return isObject(value) && !('statusCode' in value) && OF_EVENTS.some((name) => name in value);
}

/** Returns the kind of event that a value was meant to be. */
export function meantKind(value: object): KnownKind {
  const event: Fields = { ...value };
  const context: Fields = { ...(event['requestContext'] ?? {}) };
  return MARKS.find(([, fits]) => fits(event, context))?.[0] ?? 'rest';
}

/** Returns the kind of authorizer's answer that a value was meant to be, or `undefined` if it was not. */
export function meantAnswer(value: unknown): AnswerKind | undefined {
  if (!isObject(value)) return undefined;
  if ('policyDocument' in value) return 'policy';
  if ('statusCode' in value) return undefined;
  if ('isAuthorized' in value) return 'simple-answer';
  return 'principalId' in value ? 'policy' : undefined;
}
