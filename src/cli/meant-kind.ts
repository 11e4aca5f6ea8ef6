import type { EventKind } from '../types/event-kind.js';

/** A kind of event that has a shape. */
export type KnownKind = Exclude<EventKind, 'unknown'>;

/** What tells kinds apart that are not whole; the first that fits counts. */
const MARKS: readonly (readonly [kind: KnownKind, fits: (event: Fields, context: Fields) => boolean])[] = [
  ['authorizer-token', (event) => event['type'] === 'TOKEN' || ('authorizationToken' in event && !('requestContext' in event))],
  ['authorizer-request-http-2.0', (event) => 'routeArn' in event],
  ['authorizer-request-http-1.0', (event) => 'methodArn' in event && event['version'] === '1.0'],
  ['authorizer-request-websocket', (event, context) => 'methodArn' in event && 'connectionId' in context],
  ['authorizer-request-rest', (event) => 'methodArn' in event],
  ['websocket-connect', (_, context) => context['eventType'] === 'CONNECT'],
  ['websocket-disconnect', (_, context) => context['eventType'] === 'DISCONNECT'],
  ['websocket-message', (_, context) => 'eventType' in context || 'connectionId' in context],
  ['function-url', (_, context) => String(context['domainName']).includes('.lambda-url.')],
  ['http-2.0', (event) => event['version'] === '2.0' || 'rawPath' in event || 'routeKey' in event],
  ['http-1.0', (event) => event['version'] === '1.0'],
  ['rest', () => true],
];

type Fields = Readonly<Record<string, unknown>>;

/** The kind of event that a value was meant to be. */
export function meantKind(value: object): KnownKind {
  const event: Fields = { ...value };
  const context: Fields = { ...(event['requestContext'] ?? {}) };
  return MARKS.find(([, fits]) => fits(event, context))?.[0] ?? 'rest';
}
