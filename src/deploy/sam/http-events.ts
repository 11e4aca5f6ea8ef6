import { dropUndefined } from '../../gateway/drop-undefined.js';
import type { KeyRules } from '../reading/keys.js';
import { at, type Place, unsupported } from '../reading/place.js';
import { NOT_MEASURED } from '../reading/rules.js';
import { readNumber, readString } from '../reading/values.js';
import { isUnreadable, readGuardName, readScopes, UNREADABLE } from '../template/guards.js';
import { type Fields, readFields } from '../template/properties.js';
import type { Reading } from '../template/reading.js';
import { readPayloadVersion } from '../template/values.js';
import type { EventRoute } from './event-route.js';
import type { ApiEvent } from './events.js';
import type { RouteAuth } from './route-access.js';
import { apiIdOf, routeKeyOf } from './route-key.js';
import { implicitId } from './sam-reading.js';

const EVENT = {
  Path: 'read',
  Method: 'read',
  ApiId: 'read',
  Auth: 'read',
  PayloadFormatVersion: 'read',
  TimeoutInMillis: 'read',
  RouteSettings: NOT_MEASURED,
  Stage: 'ignore', // which stages may call the function
  UnescapeMappingTemplate: 'ignore', // of a state machine, which is reported
} as const satisfies KeyRules;

const AUTH = { Authorizer: 'read', AuthorizationScopes: 'read', InvokeRole: 'ignore' } as const satisfies KeyRules;

/** The implicit API of events without an API. */
export const IMPLICIT_HTTP_API = 'ServerlessHttpApi';

/** Reads an `HttpApi` event. `undefined`: it makes no route. */
export function readHttpEvent({ properties, place, functionId }: ApiEvent, reading: Reading): EventRoute | undefined {
  const fields = readFields(properties, EVENT, at(place, 'Properties'));
  const { keys, at: inside, read } = fields;
  const apiId = apiIdOf(keys.ApiId, implicitId(IMPLICIT_HTTP_API, reading), inside('ApiId'), reading.resources);
  const key = keyOf(fields, place);
  const settings = dropUndefined({
    payloadVersion: read('PayloadFormatVersion', readPayloadVersion),
    timeoutInMillis: read('TimeoutInMillis', readNumber),
  });
  const auth = read('Auth', readEventAuth);
  return apiId === undefined || key === undefined
    ? undefined
    : { apiId, kind: 'http', key, settings, auth, authPlace: inside('Auth'), functionId, place };
}

/** A path and a method come together. Without them, it is the route for all other requests. */
function keyOf({ keys, read }: Fields<typeof EVENT>, place: Place): string | undefined {
  const [method, path] = [read('Method', readString), read('Path', readString)];
  if (keys.Path === undefined && keys.Method === undefined) return '$default';
  if (method === undefined || path === undefined) {
    unsupported(place, '`Path` and `Method` must come together, or not at all.');
    return undefined;
  }
  return path === '$default' && /^any$/i.test(method) ? path : routeKeyOf(method, path, place);
}

function readEventAuth(value: unknown, place: Place): RouteAuth {
  const { read } = readFields(value ?? {}, AUTH, place);
  if (isUnreadable(value)) return { authorizer: UNREADABLE };
  return { authorizer: read('Authorizer', readGuardName), scopes: read('AuthorizationScopes', readScopes) };
}
