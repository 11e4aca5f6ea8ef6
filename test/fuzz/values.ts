import { types } from 'node:util';
import fc from 'fast-check';
import { frozen } from '../frozen.js';

// Values that somebody passes by mistake, and values that somebody sends to do harm.

/** What a getter or a Proxy of {@link wild} throws. A function may pass it on, because it isn't the function's own error. */
export const THROWN = new Error('thrown by the input');

function throwIt(): never {
  throw THROWN;
}

/** Names that an object must not inherit or write, and names that the library's own arguments have. */
export const KEYS = [
  ...['__proto__', 'constructor', 'prototype', 'toString', 'valueOf', 'hasOwnProperty', 'then', 'toJSON', 'length', 'name', 'get', ''],
  ...['statusCode', 'headers', 'multiValueHeaders', 'body', 'isBase64Encoded', 'cookies', 'status', 'stage', 'target', 'route', 'method'],
  ...['path', 'query', 'json', 'form', 'authorizer', 'requestContext', 'version', 'stageVariables', 'pathParameters', 'identity', 'http'],
  ...['lambda', 'jwt', 'iam', 'cognito', 'claims', 'context', 'cors', 'allowOrigins', 'customDomain', 'basePath', 'domainName', 'apiKey'],
  ...['binaryMediaTypes', 'minimumCompressionSize', 'gatewayResponses', 'endpointType', 'region', 'now', 'ids', 'close', 'testInvoke'],
  ...[
    'responses',
    'requestTemplates',
    'requestParameters',
    'uri',
    'Statement',
    'Effect',
    'Condition',
    'Resource',
    'Principal',
    'code',
    'fix',
  ],
];

/** Strings that parsers, encoders and loggers stumble over. */
export const STRINGS = [
  ...[
    '',
    ' ',
    '\t',
    '\r\n',
    '\r\nSet-Cookie: a=b',
    'a\r\n\r\nHTTP/1.1 200 OK',
    '\u0000',
    'a\u0000b',
    '\u007f',
    '\u2028',
    '\ufeff',
    '\u202e',
  ],
  ...[
    '\ud800',
    'a\udc00',
    'é',
    'ﬀ',
    'İ',
    'ß',
    '中文',
    '👩🏽‍🚀',
    'e\u0301',
    '\u{10ffff}',
    'x'.repeat(300),
    'é'.repeat(2000),
    '%'.repeat(99),
  ],
  ...[
    '%',
    '%2',
    '%ZZ',
    '%00',
    '%0d%0a',
    '%F0%9F',
    '%C3%BC',
    '%2F..%2F',
    '..',
    '/',
    '//',
    '///a//',
    '/../..',
    '/a/./b',
    '\\',
    '/a?b#c',
    '#',
    '?',
  ],
  ...[
    '?a=b&a=c&=&&==',
    'a=b;c=d',
    '__proto__',
    'constructor',
    '__proto__=1',
    '[object Object]',
    'undefined',
    'null',
    'NaN',
    '-0',
    '1e400',
    '0x1',
  ],
  ...[
    '{}',
    '[]',
    '[',
    '{"a":',
    '{"__proto__":{"x":1}}',
    '{"statusCode":200,"statusCode":201}',
    '"\\ud800"',
    '[1e999]',
    '[['.repeat(600),
    '1',
  ],
  ...[
    '*',
    '**',
    '*?*',
    '$',
    '$default',
    '$connect',
    '{',
    '{}',
    '{a}',
    '{a+}',
    '/{a}/{a}',
    '/{proxy+}/x',
    'ANY /',
    'GET /',
    'get /a',
    'GET  /a',
  ],
  ...['arn:aws:execute-api:us-east-1:123456789012:a/prod/GET/x', 'arn:aws:lambda:us-east-1:123456789012:function:f', 'arn:::::', 'arn:*'],
  ...[
    'gzip',
    'deflate',
    'br',
    'identity;q=0',
    'chunked',
    'Basic YTpi',
    'Bearer',
    'Bearer a.b.c',
    'multipart/form-data',
    'text/html; charset=x',
  ],
  ...[
    'application/json; charset="utf-8"',
    '*/*',
    'image/png',
    'a/b;c=',
    '; ; ;',
    ',,,',
    'a,b',
    'a, "b, c"',
    '"',
    "'",
    '===',
    'YQ==',
    'YQ',
    'Y Q',
  ],
  ...[
    'https://example.com/prod/a',
    'http://[::1]:80/',
    'http://a:b@c/',
    'javascript:1',
    'data:,',
    '127.0.0.1',
    '::1',
    '1.2.3.4, 5.6.7.8',
    'rest',
  ],
  ...[
    '$input.json("$")',
    "$util.escapeJavaScript('a')",
    '#set($a = 1)',
    '$context.requestId',
    `$\{stageVariables.a}`,
    "'quoted'",
    'http-2.0',
  ],
];

const NUMBERS = [
  0,
  -0,
  1,
  -1,
  99,
  100,
  200,
  204,
  304,
  599,
  600,
  1.5,
  1e21,
  2 ** 31,
  2 ** 53,
  -(2 ** 53),
  Number.NaN,
  Number.POSITIVE_INFINITY,
];

const loop: Record<string, unknown> = {};
loop['self'] = Object.freeze([loop]);

/** Values that aren't data, and objects with traps. Each is frozen, so that a function that writes to one throws. */
const STRANGE: readonly unknown[] = [
  ...[Symbol('x'), 5n, () => 1, async () => 1, function named() {}, Object.freeze(loop), Object.freeze(Object.create(null))],
  ...[new Date(0), new Date(Number.NaN), /a/g, new Map([['a', 1]]), new Set(['a']), new Error('x'), Promise.resolve('x'), new WeakMap()],
  ...[new Uint8Array([0, 255]), new Uint8Array(0), new Uint16Array(3), new ArrayBuffer(2), Object('boxed'), Object(1), Object(false)],
  ...[new Headers({ a: 'b' }), new URLSearchParams('a=b'), new URL('https://example.com/'), Object.assign([], { extra: 1 }), new Array(3)],
  ...[{ toString: null, valueOf: null }, { toJSON: () => 'x' }, { length: 3 }, { [Symbol.iterator]: 1 }, { get: 1 }, [[]]],
  Object.defineProperty({}, 'body', { enumerable: true, get: throwIt }),
  Object.defineProperty({ statusCode: 200 }, 'headers', { enumerable: true, get: throwIt }),
  Object.defineProperty([], 0, { enumerable: true, get: throwIt }),
  { toString: throwIt, valueOf: throwIt, [Symbol.toPrimitive]: throwIt },
  { toJSON: throwIt },
  new Proxy(Object.freeze({ statusCode: 200, body: 'a', target: 'rest' }), {
    // fast-check asks every value for symbols of its own.
    get: (_, key) => (typeof key === 'symbol' ? undefined : throwIt()),
    has: (_, key) => (typeof key === 'symbol' ? false : throwIt()),
  }),
].map((value) => (ArrayBuffer.isView(value) ? value : Object.freeze(value)));

/** Strings of every kind. */
export const text: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...STRINGS, ...KEYS) },
  { weight: 1, arbitrary: fc.string({ maxLength: 12 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
  { weight: 2, arbitrary: fc.tuple(fc.constantFrom(...STRINGS), fc.constantFrom(...STRINGS)).map((pair) => pair.join('')) },
);

/** Values of every kind. */
export const wild: fc.Arbitrary<unknown> = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    { weight: 10, arbitrary: text },
    { weight: 5, arbitrary: fc.constantFrom<unknown>(undefined, null, true, false, ...NUMBERS) },
    { weight: 4, arbitrary: fc.constantFrom(...STRANGE) },
    { weight: 3, arbitrary: fc.array(tie('value'), { maxLength: 4 }) },
    { weight: 4, arbitrary: fc.array(fc.tuple(fc.constantFrom(...KEYS), tie('value')), { maxLength: 4 }).map(objectOf) },
  ),
})).value;

/** Creates an object whose keys are its own, `__proto__` too. */
function objectOf(pairs: readonly (readonly [string, unknown])[]): object {
  return Object.fromEntries(pairs);
}

/** A change of a value at some depth. */
interface Change {
  readonly kind: 'replace' | 'remove' | 'add' | 'rename' | 'repeat';
  /** Which of the places in the value, counted from the top. */
  readonly place: number;
  readonly key: string;
  readonly value: unknown;
}

const change: fc.Arbitrary<Change> = fc.record({
  kind: fc.constantFrom('replace', 'replace', 'replace', 'remove', 'add', 'rename', 'repeat'),
  place: fc.nat(200),
  key: fc.constantFrom(...KEYS),
  value: wild,
});

/** Draws the values of an arbitrary with up to three changes. A third of them have none. Everything drawn is frozen. */
export function mutated<T extends readonly unknown[]>(valid: fc.Arbitrary<T>): fc.Arbitrary<readonly unknown[]> {
  const changes = fc.oneof(
    { weight: 1, arbitrary: fc.constant([]) },
    { weight: 2, arbitrary: fc.array(change, { minLength: 1, maxLength: 3 }) },
  );
  return fc.tuple(valid, changes).map(([args, all]) => frozen(all.reduce<readonly unknown[]>(applyToArguments, args)));
}

function applyToArguments(args: readonly unknown[], each: Change): readonly unknown[] {
  const places = placesOf(args);
  const place = places[each.place % Math.max(1, places.length)];
  return place === undefined ? args : (changeAt(args, place, each) as readonly unknown[]); // a place is below the top
}

const MOST_PLACES = 200;

/** Lists the paths to all values inside a value, from the top down. */
function placesOf(root: unknown): (readonly PropertyKey[])[] {
  const places: (readonly PropertyKey[])[] = [];
  const open: { readonly value: unknown; readonly path: readonly PropertyKey[] }[] = [{ value: root, path: [] }];
  for (const { value, path } of open) {
    if (!isPlain(value) || places.length > MOST_PLACES) continue;
    for (const key of Object.keys(value)) {
      const inner = [...path, key];
      places.push(inner);
      open.push({ value: Reflect.get(value, key), path: inner });
    }
  }
  return places;
}

/** Copies a value with a change at a path. */
function changeAt(value: unknown, [key, ...rest]: readonly PropertyKey[], each: Change): unknown {
  if (!isPlain(value) || key === undefined) return value;
  const inner: unknown = Reflect.get(value, key);
  if (rest.length > 0) return withKey(value, key, changeAt(inner, rest, each));
  if (each.kind === 'repeat') return withKey(value, key, [inner, inner, [inner]]);
  if (each.kind === 'add' && isPlain(inner)) {
    return withKey(value, key, withKey(inner, Array.isArray(inner) ? inner.length : each.key, each.value));
  }
  if (Array.isArray(value) || each.kind === 'replace' || each.kind === 'add') return withKey(value, key, each.value);
  const others = Object.entries(value).filter(([name]) => name !== key);
  return Object.fromEntries(each.kind === 'rename' ? [...others, [each.key, inner]] : others);
}

function withKey(value: object, key: PropertyKey, inner: unknown): object {
  const copy = Array.isArray(value) ? [...value] : { ...value };
  return Object.defineProperty(copy, key, { value: inner, enumerable: true, writable: true, configurable: true });
}

/** Whether a value is an array or an ordinary object without getters and traps, which can be copied. */
function isPlain(value: unknown): value is object {
  if (typeof value !== 'object' || value === null || types.isProxy(value)) return false;
  if (!Array.isArray(value) && Object.getPrototypeOf(value) !== Object.prototype) return false;
  return Object.values(Object.getOwnPropertyDescriptors(value)).every(({ get }) => get === undefined);
}
