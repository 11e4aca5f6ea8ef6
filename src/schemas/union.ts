import type * as z from 'zod';
import { isObject } from '../guards/fields.js';
import type { APIGatewayEventWebsocketConnectRequestContext, APIGatewayProxyWebsocketEvent } from '../types/websocket-event.js';

// A union's own message is "Invalid input", which doesn't say what is wrong. These functions are written by hand, because a type doesn't
// say which option a wrong value was meant to be. zod's discriminated union is no help: it only looks at keys of the value itself.

type UnionIssue = z.core.$ZodRawIssue<z.core.$ZodIssueInvalidUnion>;

/** Explains why a value is neither a string nor a structured result: it is read as a result. */
export function explainResult(issue: UnionIssue): string {
  return explainOption(issue, 1, 'Invalid input: expected a result or a string');
}

/** Explains why a value is no WebSocket event: it is read as the event that `requestContext.eventType` names. */
export function explainWebsocketEvent(issue: UnionIssue): string {
  const index = ['CONNECT', 'MESSAGE', 'DISCONNECT'].indexOf(String(eventTypeOf(issue.input)));
  return explainOption(issue, index, 'requestContext.eventType: Invalid option: expected one of "CONNECT"|"MESSAGE"|"DISCONNECT"');
}

/** Explains why a value is no statement: a missing element is an `Action` or a `Resource`, unless the statement has the other form. */
export function explainStatement(issue: UnionIssue): string {
  const keys = Object.keys(Object(issue.input));
  const notAction = keys.includes('NotAction') && !keys.includes('Action');
  const notResource = keys.includes('NotResource') && !keys.includes('Resource');
  return explainOption(issue, (notAction ? 2 : 0) + (notResource ? 1 : 0), 'Invalid input: expected a statement');
}

/** The first issue of an option, with its path in front. */
function explainOption({ errors }: UnionIssue, option: number, otherwise: string): string {
  const first = errors[option]?.[0];
  if (!first) return otherwise;
  return first.path.length > 0 ? `${first.path.join('.')}: ${first.message}` : first.message;
}

function eventTypeOf(event: unknown): unknown {
  const context = isObject<APIGatewayProxyWebsocketEvent>(event) ? event.requestContext : undefined;
  return isObject<APIGatewayEventWebsocketConnectRequestContext>(context) ? context.eventType : undefined;
}
