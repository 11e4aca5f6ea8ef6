import { dropUndefined } from '../../gateway/drop-undefined.js';
import type { KeyRules } from '../reading/keys.js';
import { at, type Place } from '../reading/place.js';
import { POLICY_NOT_EVALUATED, REQUESTS_NOT_VALIDATED } from '../reading/rules.js';
import { readBoolean, readNumber, readString, readWord } from '../reading/values.js';
import { isUnreadable, readGuardName, readGuardSwitch, readScopes, UNREADABLE } from '../template/guards.js';
import { readFields } from '../template/properties.js';
import type { Reading } from '../template/reading.js';
import type { EventRoute } from './event-route.js';
import type { ApiEvent } from './events.js';
import type { RouteAuth } from './route-access.js';
import { apiIdOf, routeKeyOf } from './route-key.js';
import { implicitId } from './sam-reading.js';

const EVENT = {
  Path: 'read',
  Method: 'read',
  RestApiId: 'read',
  Auth: 'read',
  TimeoutInMillis: 'read',
  ResponseTransferMode: 'read',
  RequestModel: REQUESTS_NOT_VALIDATED,
  RequestParameters: REQUESTS_NOT_VALIDATED,
  Stage: 'ignore', // which stages may call the function
  UnescapeMappingTemplate: 'ignore', // of a state machine, which is reported
} as const satisfies KeyRules;

const AUTH = {
  Authorizer: 'read',
  AuthorizationScopes: 'read',
  ApiKeyRequired: 'read',
  ResourcePolicy: POLICY_NOT_EVALUATED,
  InvokeRole: 'ignore', // what API Gateway may call
  OverrideApiAuth: 'read',
} as const satisfies KeyRules;

/** The implicit API of events without an API. */
export const IMPLICIT_REST_API = 'ServerlessRestApi';

/** Reads an `Api` event. `undefined`: it makes no route. */
export function readRestEvent({ properties, place, functionId }: ApiEvent, reading: Reading): EventRoute | undefined {
  const { keys, at: inside, read } = readFields(properties, EVENT, at(place, 'Properties'));
  const apiId = apiIdOf(keys.RestApiId, implicitId(IMPLICIT_REST_API, reading), inside('RestApiId'), reading.resources);
  const key = routeKeyOf(read('Method', readString) ?? '', read('Path', readString) ?? '', place);
  const mode = read('ResponseTransferMode', (word, where) => readWord(word, ['BUFFERED', 'RESPONSE_STREAM'], where));
  const settings = dropUndefined({
    timeoutInMillis: read('TimeoutInMillis', readNumber),
    streaming: mode === 'RESPONSE_STREAM' ? (true as const) : undefined,
  });
  const auth = read('Auth', readEventAuth);
  return apiId === undefined || key === undefined
    ? undefined
    : { apiId, kind: 'rest', key, settings, auth, authPlace: inside('Auth'), functionId, place };
}

/** Scopes count beside an authorizer. Those of the default authorizer are its own. */
function readEventAuth(value: unknown, place: Place): RouteAuth {
  const { read } = readFields(value ?? {}, AUTH, place);
  const authorizer = isUnreadable(value) ? UNREADABLE : read('Authorizer', readGuardName);
  return {
    authorizer,
    scopes: authorizer === undefined ? undefined : read('AuthorizationScopes', readScopes),
    apiKeyRequired: read('ApiKeyRequired', readGuardSwitch),
    isOverriding: read('OverrideApiAuth', readBoolean) === true,
  };
}
