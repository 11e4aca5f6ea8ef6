import type { Target } from '../../aws/target.js';
import { checkTarget } from '../../gateway/check-gateway.js';
import { dropUndefined } from '../../gateway/drop-undefined.js';
import { argumentError } from '../../http/argument-error.js';
import { isObject } from '../../http/is-object.js';
import { copyEvent } from '../request/copy-event.js';
import type { TargetEvent } from '../to-event.js';
import { type Fields, fieldsOf, isEmpty } from './fields.js';
import { rebuildEvent } from './recoveries.js';

/** serverless-offline fills in fields that it doesn't know with such strings. */
const PLACEHOLDER = /^offlineContext_/;

/** Milliseconds since the Unix epoch have more digits. SAM CLI has seconds in their place. */
const MOST_SECONDS = 1e11;

/**
 * Returns the event that AWS would send for the request behind an event of another tool, such as SAM CLI or serverless-offline. Their events lack
 * fields, or have others in their place, so guards, schemas and `detectEvent` reject them.
 *
 * Method, path, query, headers, cookies, body, route, stage and authorizer are those of the given event. Everything else is what the builder of
 * the target adds, so fields that a tool has invented are gone.
 *
 * @param event the event of the other tool.
 * @param target the target that your deployed function has. The event doesn't show it: SAM CLI sends the events of a REST API and of an HTTP API
 *   alike.
 * @throws TypeError if the event is not an object with a `requestContext`, or not JSON because it contains itself.
 * @throws GatewayError `unknown-target`.
 * @example
 * ```ts
 * import { detectEvent, repairEvent } from 'apigw-proxy';
 *
 * const ofTool = { version: '2.0', routeKey: 'GET /', rawPath: '/', headers: { Host: 'localhost:3000' }, requestContext: { http: { method: 'GET' } } };
 * console.log(detectEvent(ofTool), detectEvent(repairEvent(ofTool, 'http-2.0'))); // => unknown http-2.0
 * ```
 */
export function repairEvent<T extends Target>(event: object, target: T): TargetEvent[T] {
  checkTarget(target);
  if (!isObject(event) || !isObject(event['requestContext'])) {
    throw argumentError(['event'], 'an event with a `requestContext`', event, 'Pass the whole event.');
  }
  const { built } = copyEvent(event, () => rebuildEvent(normalise(withoutPlaceholders(event)), target));
  return built as TargetEvent[T]; // the builder of the target has made it
}

/** Copies an event without the strings that stand for nothing. */
function withoutPlaceholders(value: object): Fields {
  const entries = Object.entries(value).filter(([, part]) => !(typeof part === 'string' && PLACEHOLDER.test(part)));
  return Object.fromEntries(entries.map(([key, part]) => [key, isObject(part) ? withoutPlaceholders(part) : part]));
}

function normalise(event: Fields): Fields {
  const { cookies, requestContext, ...others } = event;
  const context = fieldsOf(requestContext);
  return {
    ...others,
    // SAM CLI leaves cookies in the headers.
    ...(Array.isArray(cookies) && cookies.length > 0 && { cookies }),
    requestContext: {
      ...context,
      authorizer: normaliseAuthorizer(fieldsOf(context['authorizer'])),
      timeEpoch: inMilliseconds(context['timeEpoch']),
      requestTimeEpoch: inMilliseconds(context['requestTimeEpoch']),
      connectedAt: inMilliseconds(context['connectedAt']),
    },
  };
}

function inMilliseconds(time: unknown): unknown {
  return typeof time === 'number' && time < MOST_SECONDS ? time * 1000 : time;
}

/** serverless-offline adds the claims of any token, even beside what a Lambda authorizer returned, and with numbers as they are. */
function normaliseAuthorizer({ jwt, claims, ...others }: Fields): Fields | undefined {
  const token = fieldsOf(jwt);
  const hasToken = isObject(token['claims']) && !isObject(others['lambda']);
  const authorizer = dropUndefined({
    ...others,
    ...(isObject(claims) && { claims: asStrings(claims) }),
    ...(hasToken && { jwt: { ...token, claims: asStrings(fieldsOf(token['claims'])) } }),
  });
  return isEmpty(authorizer) ? undefined : authorizer;
}

// recorded [http2-jwt-authorizer]: the event has every claim as a string, and an array as `[a b]`.
function asStrings(claims: Fields): Fields {
  return Object.fromEntries(
    Object.entries(claims).map(([name, value]) => [name, Array.isArray(value) ? `[${value.join(' ')}]` : String(value)]),
  );
}
