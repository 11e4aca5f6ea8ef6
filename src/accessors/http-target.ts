import { isPayload2, isWebsocketEvent } from '../aws/payload-format.js';
import type { Target } from '../aws/target.js';
import { isObject } from '../http/is-object.js';
import { isFunctionUrl, isRest } from './event.js';

/** The fields that show where an event comes from, besides those of {@link isPayload2}. */
interface Marks {
  readonly type?: unknown;
  readonly version?: string;
  readonly httpMethod?: unknown;
  readonly requestContext: { readonly elb?: unknown; readonly domainName?: unknown };
}

/**
 * Returns the target that sent the event of an HTTP request; `undefined` for any other event, such as that of an authorizer, a WebSocket API
 * or a load balancer. It looks at a few fields only, so that it also knows events that other tools have made.
 */
export function httpTargetOf(event: unknown): Exclude<Target, 'websocket'> | undefined {
  if (!isObject(event) || !isObject(event['requestContext'])) return undefined;
  const marks = event as unknown as Marks; // `version` is only compared, and the rest is checked here
  // An authorizer's event with a token has no `requestContext`.
  if (marks.type === 'REQUEST' || isWebsocketEvent(marks) || marks.requestContext.elb !== undefined) return undefined;
  if (isPayload2(marks)) return isFunctionUrl(event as unknown as Marks) ? 'function-url' : 'http-2.0';
  if (typeof marks.httpMethod !== 'string') return undefined;
  return isRest(marks) ? 'rest' : 'http-1.0';
}
