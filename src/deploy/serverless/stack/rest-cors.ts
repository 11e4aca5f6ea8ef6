import { type KeyRules, readKeys } from '../../reading/keys.js';
import { at, type Place } from '../../reading/place.js';
import { readBoolean, readNumber, readString, readStrings } from '../../reading/values.js';
import { DEFAULT_CORS_HEADERS } from './cors-headers.js';
import type { HttpEvent } from './http-event.js';
import type { Resource } from './stack.js';

const CORS = {
  allowCredentials: 'read',
  cacheControl: 'read',
  headers: 'read',
  maxAge: 'read',
  methods: 'read',
  origin: 'read',
  origins: 'read',
} as const satisfies KeyRules;

/** The methods that `ANY` stands for. */
const ANY = 'DELETE,GET,HEAD,PATCH,POST,PUT';

/** The `cors` of an event, or of all events of one path. */
export interface CorsSettings {
  readonly origin: string | undefined;
  readonly origins: readonly string[];
  readonly headers: readonly string[];
  readonly methods: readonly string[];
  readonly allowCredentials: boolean;
  readonly maxAge: number | undefined;
  readonly cacheControl: string | undefined;
  /** Where the first of them is. */
  readonly place: Place;
}

/** Reads the `cors` of an event. */
export function readEventCors({ keys: { cors }, method, place }: HttpEvent): CorsSettings | undefined {
  if (cors === undefined || cors === false) return undefined;
  const inside = at(place, 'cors');
  const keys = readKeys(cors === true ? {} : cors, CORS, inside);
  const origins = readStrings(keys.origins, at(inside, 'origins')) ?? [];
  return {
    origin: readString(keys.origin, at(inside, 'origin')) ?? (origins.length === 0 ? '*' : undefined),
    origins,
    headers: readStrings(keys.headers, at(inside, 'headers')) ?? DEFAULT_CORS_HEADERS,
    methods: union(readStrings(keys.methods, at(inside, 'methods')) ?? [], ['OPTIONS', method]),
    allowCredentials: readBoolean(keys.allowCredentials, at(inside, 'allowCredentials')) === true,
    maxAge: readNumber(keys.maxAge, at(inside, 'maxAge')),
    cacheControl: readString(keys.cacheControl, at(inside, 'cacheControl')),
    place: inside,
  };
}

/** Merges the settings of two events of one path. The headers and methods of the later one come first. */
export function mergeCors(earlier: CorsSettings | undefined, later: CorsSettings): CorsSettings {
  if (earlier === undefined) return later;
  return {
    origin: later.origin,
    origins: union(later.origins, earlier.origins),
    headers: union(later.headers, earlier.headers),
    methods: union(later.methods, earlier.methods),
    allowCredentials: earlier.allowCredentials || later.allowCredentials,
    maxAge: later.maxAge ?? earlier.maxAge,
    cacheControl: later.cacheControl ?? earlier.cacheControl,
    place: earlier.place,
  };
}

function union(first: readonly string[], second: readonly string[]): readonly string[] {
  return [...new Set([...first, ...second])];
}

/** The headers that `cors` adds to the responses of an integration with templates. */
export function responseHeaders(cors: CorsSettings | undefined): Resource {
  if (cors === undefined) return {};
  const origin = cors.origins.length > 0 ? cors.origins.join(',') : cors.origin;
  return {
    'Access-Control-Allow-Origin': `'${origin}'`,
    ...(cors.allowCredentials ? { 'Access-Control-Allow-Credentials': 'true' } : {}),
  };
}

/** The integration of the method OPTIONS. With several origins, its template answers with the one that asks, if it is among them. */
export function preflightIntegration(cors: CorsSettings): Resource {
  const listed = cors.origin?.includes(',') === true ? cors.origin.split(',').map((origin) => origin.trim()) : cors.origins;
  const headers = {
    'Access-Control-Allow-Origin': listed[0] ?? cors.origin,
    'Access-Control-Allow-Headers': cors.headers.join(','),
    'Access-Control-Allow-Methods': cors.methods.map((method) => (method === 'ANY' ? ANY : method)).join(','),
    'Access-Control-Allow-Credentials': cors.allowCredentials ? 'true' : undefined,
    'Access-Control-Max-Age': cors.maxAge,
    'Cache-Control': cors.cacheControl,
  };
  const parameters = Object.entries(headers).flatMap(([name, value]) =>
    value === undefined ? [] : [[`method.response.header.${name}`, `'${value}'`]],
  );
  return {
    Type: 'MOCK',
    RequestTemplates: { 'application/json': '{statusCode:200}' },
    ContentHandling: 'CONVERT_TO_TEXT',
    IntegrationResponses: [
      {
        StatusCode: '200',
        ResponseParameters: Object.fromEntries(parameters),
        ResponseTemplates: { 'application/json': originTemplate(listed) },
      },
    ],
  };
}

/** A `*` in an origin stands for one or more characters. */
function originTemplate(origins: readonly string[]): string {
  if (origins.length === 0) return '';
  const patterns = origins.map((origin) => origin.replaceAll('.', '[.]').replace('*', '.+'));
  const condition = patterns.map((pattern) => `$origin.matches("${pattern}")`).join(' || ');
  return [
    '#set( $origin = $input.params("Origin") )',
    '#if( $origin == "" )#set( $origin = $input.params("origin") )#end',
    `#if( ${condition} )#set( $context.responseOverride.header.Access-Control-Allow-Origin = $origin )#end`,
  ].join('\n');
}
