import type * as z from 'zod/v4';
import { isObject } from '../guards/fields.js';
import type { APIGatewayEventWebsocketConnectRequestContext, APIGatewayProxyWebsocketEvent } from '../types/websocket-event.js';

// zod's message for a union is "Invalid input", which doesn't say what is wrong. These functions choose the option that a value was meant
// to be and return the first issue of that option. They are written by hand, because the types don't say how to choose. zod's discriminated
// union can't do it, because it only looks at the top level of a value.

type UnionIssue = z.core.$ZodRawIssue<z.core.$ZodIssueInvalidUnion>;

/** Explains what is wrong with a payload 2.0 result, read as a structured result. */
export function explainResult(issue: UnionIssue): string {
  return explainOption(issue, 1, 'Invalid input: expected a result or a string');
}

/** In the order of the union's options. */
const EVENT_TYPES: readonly unknown[] = ['CONNECT', 'MESSAGE', 'DISCONNECT'];

/** Explains what is wrong with a WebSocket event, read as the one that `requestContext.eventType` names. */
export function explainWebsocketEvent(issue: UnionIssue): string {
  return explainOption(
    issue,
    EVENT_TYPES.indexOf(eventTypeOf(issue.input)),
    'requestContext.eventType: Invalid option: expected one of "CONNECT"|"MESSAGE"|"DISCONNECT"',
  );
}

/** Explains what is wrong with a statement, read with `Action` and `Resource` unless it has `NotAction` or `NotResource`. */
export function explainStatement(issue: UnionIssue): string {
  const keys = Object.keys(Object(issue.input));
  const notAction = keys.includes('NotAction') && !keys.includes('Action');
  const notResource = keys.includes('NotResource') && !keys.includes('Resource');
  return explainOption(issue, (notAction ? 2 : 0) + (notResource ? 1 : 0), 'Invalid input: expected a statement');
}

/** Returns the first issue of an option, after its path. */
function explainOption({ errors }: UnionIssue, option: number, otherwise: string): string {
  const first = errors[option]?.[0];
  if (!first) return otherwise;
  return first.path.length > 0 ? `${first.path.join('.')}: ${first.message}` : first.message;
}

function eventTypeOf(event: unknown): unknown {
  const context = isObject<APIGatewayProxyWebsocketEvent>(event) ? event.requestContext : undefined;
  return isObject<APIGatewayEventWebsocketConnectRequestContext>(context) ? context.eventType : undefined;
}
