import { checkShapes, invalidOption, type Shapes, unknownOption } from '../../gateway/check-shape.js';
import type { GatewayError } from '../../gateway/error.js';
import { isRecord } from '../../gateway/is-record.js';
import { API_SETTINGS, REQUEST_SETTINGS } from '../../gateway/setting-names.js';
import type { EventInit } from './event-init.js';
import type { Fix, MisnamedOptions } from './misnamed-option.js';
import type { RequestOption } from './request-options.js';

const SHAPES: Shapes = {
  method: { is: 'name', example: "a method such as 'GET'" },
  path: { is: 'string', example: "a path such as '/users/1'" },
  pathParameters: { is: 'object', example: "values by name, such as { id: '1' }" },
  userAgent: { is: 'string', example: "a string such as 'test/1.0'" },
  sourceIp: { is: 'string', example: "an address such as '203.0.113.1'" },
  httpVersion: { oneOf: ['1.1', '2'] },
};

type Meanings = Readonly<Record<string, keyof EventInit | 'override'>>;

/** Names of AWS's events and of other libraries, and the option that does the same. The compiler's messages name the same options. */
const MEANT: Meanings = {
  httpMethod: 'method',
  verb: 'method',
  rawPath: 'path',
  url: 'path',
  uri: 'path',
  pathname: 'path',
  requestPath: 'path',
  params: 'pathParameters',
  pathParams: 'pathParameters',
  queryStringParameters: 'query',
  multiValueQueryStringParameters: 'query',
  rawQueryString: 'query',
  searchParams: 'query',
  qs: 'query',
  multiValueHeaders: 'headers',
  routeKey: 'route',
  resource: 'route',
  resourcePath: 'route',
  isBase64Encoded: 'body',
  payload: 'body',
  data: 'json',
  ip: 'sourceIp',
  claims: 'authorizer',
  identity: 'override',
  requestContext: 'override',
  event: 'override',
} satisfies Meanings & { [Name in keyof MisnamedOptions]-?: OptionOf<MisnamedOptions[Name]> };

/** The option that the type of a misnamed option suggests. */
type OptionOf<TOption> = TOption extends Fix<`Did you mean \`${infer Name}\`?`> ? Name : never;

/**
 * Checks the options of a builder: their names and their types. Options that can be of several types are checked where they are read.
 *
 * @throws GatewayError `unknown-option` or `invalid-option`.
 */
export function checkInit(init: EventInit): void {
  checkIsInit(init);
  const unknown = Object.keys(init).find((name) => !KNOWN.has(name));
  if (unknown !== undefined) throw unknownOption([unknown], NAMES, Object.hasOwn(MEANT, unknown) ? MEANT[unknown] : undefined);
  checkShapes(init as Readonly<Record<string, unknown>>, SHAPES, []); // an object, as checkIsInit found
  const { pathParameters } = init;
  if (pathParameters === undefined) return;
  for (const name of Object.keys(pathParameters)) {
    const value: unknown = pathParameters[name];
    if (typeof value !== 'string' && typeof value !== 'number') throw invalidScalar(value, 'pathParameters', name, VALUES);
  }
}

/**
 * Returns whether the options of a builder describe nothing but the request, and have the right types. Most calls pass such options. They need
 * no {@link checkInit}, and the gateway has its default settings.
 *
 * @param init the options, an object.
 */
export function hasOnlyRequestOptions(init: EventInit): boolean {
  for (const name of Object.keys(init)) if (!REQUEST_OPTIONS.has(name)) return false;
  const { method, path, pathParameters, userAgent, sourceIp, httpVersion, route } = init;
  if (!isText(method) || method === '' || !isText(path) || !isText(userAgent) || !isText(sourceIp) || !isText(route)) return false;
  if (httpVersion !== undefined) return false;
  return pathParameters === undefined || areValues(pathParameters);
}

function isText(value: unknown): boolean {
  return typeof value === 'string' || value === undefined;
}

function areValues(values: unknown): boolean {
  if (!isRecord(values)) return false;
  for (const name of Object.keys(values)) if (typeof values[name] !== 'string' && typeof values[name] !== 'number') return false;
  return true;
}

/**
 * Checks that the options of a builder are an object.
 *
 * @param example what to pass, for the fix.
 * @throws GatewayError `invalid-option`.
 */
export function checkIsInit(init: unknown, example = "{ path: '/users' }"): void {
  if (!isRecord(init)) throw invalidOption(['init'], 'an object', init, `Pass options such as ${example}.`);
}

/** Returns the error for a value that has none of the types that can be written as text. */
export function invalidScalar(value: unknown, option: string, name: string, types: readonly string[]): GatewayError {
  return invalidOption([option, name], listTypes(types), value, 'Pass the value as a string.');
}

const VALUES: readonly string[] = ['string', 'number'];

/** `['string', 'number', 'boolean']` → `a string, a number or a boolean`. */
function listTypes(types: readonly string[]): string {
  const names = types.map((type) => `a ${type}`);
  return `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}

/** The options about the request. */
const REQUEST_OPTIONS: ReadonlySet<string> = /* @__PURE__ */ new Set(
  Object.keys({
    method: true,
    path: true,
    pathParameters: true,
    query: true,
    headers: true,
    cookies: true,
    userAgent: true,
    json: true,
    form: true,
    body: true,
    sourceIp: true,
    httpVersion: true,
    route: true,
  } satisfies Record<RequestOption, true>),
);

const NAMES: readonly string[] = [...new Set([...REQUEST_OPTIONS.keys(), ...Object.keys(REQUEST_SETTINGS), ...Object.keys(API_SETTINGS)])];

const KNOWN: ReadonlySet<string> = /* @__PURE__ */ new Set(NAMES);
