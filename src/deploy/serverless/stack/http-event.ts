import { isObject } from '../../../http/is-object.js';
import { type KeyRules, type ReadKeys, readKeys } from '../../reading/keys.js';
import { at, optional, type Place, unsupported } from '../../reading/place.js';
import { readString } from '../../reading/values.js';
import type { ServiceEvent } from '../service/service.js';

const HTTP = {
  path: 'read',
  method: 'read',
  authorizer: 'read',
  cors: 'read',
  private: 'read',
  integration: 'read',
  async: 'read',
  request: 'read',
  response: 'read',
  connectionType: 'read',
  connectionId: 'read',
  timeoutInMillis: 'read',
  operationId: 'ignore',
  documentation: 'ignore', // of a plugin
} as const satisfies KeyRules;

/** An `http` event: a method of a REST API. */
export interface HttpEvent {
  readonly functionName: string;
  readonly place: Place;
  /** Without slashes at its ends. */
  readonly path: string;
  /** In upper case. */
  readonly method: string;
  readonly keys: ReadKeys<typeof HTTP>;
}

/** `GET /users` */
const SHORT = /^(\S+)\s+(\S+)$/;

/** The methods that an event can have. */
const METHODS: ReadonlySet<string> = new Set(['ANY', 'GET', 'POST', 'PUT', 'PATCH', 'OPTIONS', 'HEAD', 'DELETE']);

/** The most segments that a path can have here. On AWS, each is a resource. */
const MOST_SEGMENTS = 200;

/** Reads an `http` event: a string with its method and path, or an object. Returns `undefined` for one without them, which is reported. */
export function readHttpEvent({ value, place }: ServiceEvent, functionName: string): HttpEvent | undefined {
  const [, first, second] = (typeof value === 'string' ? SHORT.exec(value) : null) ?? [];
  const keys = readKeys(isObject(value) ? value : { method: first, path: second }, HTTP, place);
  const method = readString(keys.method, at(place, 'method'))?.toUpperCase();
  const path = readString(keys.path, at(place, 'path'));
  if (method === undefined || path === undefined || !METHODS.has(method)) {
    unsupported(place, 'The event has no method and path that API Gateway knows. Write `GET /path`.');
    return undefined;
  }
  if (path.split('/').length > MOST_SEGMENTS) {
    unsupported(place, `The path has more than ${MOST_SEGMENTS} segments.`);
    return undefined;
  }
  if (keys.async === true) optional(place, 'On AWS, the client gets the response before the function has finished.');
  return { functionName, place, path: path.replace(/^\//, '').replace(/\/$/, ''), method, keys };
}
