import { buildHttpEvent, buildTokenAuthorizerEvent, buildWebsocketEvent, type EventInit } from 'apigw-proxy';
import { describe, expect, test } from 'vitest';

type Build = (init: EventInit) => unknown;

/** Builders, one of them with defaults, too: it doesn't check all options again, but those of a call must still be right. */
const BUILDERS: readonly (readonly [string, Build])[] = [
  ['buildHttpEvent', buildHttpEvent as Build],
  ['buildHttpEvent with defaults', buildHttpEvent.with({ apiId: 'a' }) as Build],
  ['buildHttpEvent with these defaults', (init) => buildHttpEvent.with(init as object)()],
  ['buildTokenAuthorizerEvent', buildTokenAuthorizerEvent as Build],
  ['buildWebsocketEvent', buildWebsocketEvent as Build],
];

const HEADERS = "Pass an object such as { accept: 'text/html' }, pairs, or Headers.";
const COOKIES = "Pass cookies such as { session: 'abc' } or ['session=abc'].";
const FORM = "Pass fields as strings, such as { name: 'Ada' }, or URLSearchParams.";
const VALUE = 'Pass the value as a string.';

const INVALID: readonly (readonly [unknown, (string | number)[], string])[] = [
  [null, ['init'], "`init` must be an object; got null. Pass options such as { path: '/users' }."],
  [5, ['init'], "`init` must be an object; got 5. Pass options such as { path: '/users' }."],
  [[], ['init'], "`init` must be an object; got an array. Pass options such as { path: '/users' }."],
  [{ method: 5 }, ['method'], "`method` must be a non-empty string; got 5. Pass a method such as 'GET'."],
  [{ method: '' }, ['method'], '`method` must be a non-empty string; got "". Pass a method such as \'GET\'.'],
  [{ path: 5 }, ['path'], "`path` must be a string; got 5. Pass a path such as '/users/1'."],
  [{ path: null }, ['path'], "`path` must be a string; got null. Pass a path such as '/users/1'."],
  [{ userAgent: 5 }, ['userAgent'], "`userAgent` must be a string; got 5. Pass a string such as 'test/1.0'."],
  [{ sourceIp: 5 }, ['sourceIp'], "`sourceIp` must be a string; got 5. Pass an address such as '203.0.113.1'."],
  [{ httpVersion: '3' }, ['httpVersion'], "`httpVersion` must be one of '1.1', '2'; got \"3\". Did you mean `2`?"],
  [{ httpVersion: 2 }, ['httpVersion'], "`httpVersion` must be one of '1.1', '2'; got 2. Pass '1.1'."],
  [{ route: 5 }, ['route'], "`route` must be a string; got 5. Pass a route such as 'GET /users/{id}'."],
  [{ pathParameters: 'x' }, ['pathParameters'], '`pathParameters` must be an object; got "x". Pass values by name, such as { id: \'1\' }.'],
  [
    { pathParameters: [1] },
    ['pathParameters'],
    "`pathParameters` must be an object; got an array. Pass values by name, such as { id: '1' }.",
  ],
  [
    { pathParameters: { a: '1', b: true } },
    ['pathParameters', 'b'],
    `\`pathParameters.b\` must be a string or a number; got true. ${VALUE}`,
  ],
  [
    { override: 5 },
    ['override'],
    "`override` must be an object; got 5. Pass parts of the event, such as { headers: { host: 'a.example' } }.",
  ],
  [{ freeze: 1 }, ['freeze'], '`freeze` must be a boolean; got 1. Pass true or false.'],
  [{ cookies: new Map([['a', '1']]) }, ['cookies'], `\`cookies\` must be an object of strings; got a Map. ${COOKIES}`],
  [
    { pathParameters: new Map([['id', '1']]) },
    ['pathParameters'],
    "`pathParameters` must be an object; got a Map. Pass values by name, such as { id: '1' }.",
  ],
  [
    { stageVariables: new Map([['a', '1']]) },
    ['stageVariables'],
    "`stageVariables` must be an object of strings; got a Map. Pass an object such as { table: 'users' }.",
  ],
  [
    { customDomain: new Map([['domainName', 'a']]) },
    ['customDomain'],
    "`customDomain` must be an object; got a Map. Pass { domainName: 'api.example.com' }.",
  ],
  [{ form: 5 }, ['form'], `\`form\` must be URLSearchParams or an object of strings; got 5. ${FORM}`],
  [{ form: [['a', 'b']] }, ['form'], `\`form\` must be URLSearchParams or an object of strings; got an array. ${FORM}`],
  [{ form: new Map([['a', 'b']]) }, ['form'], `\`form\` must be URLSearchParams or an object of strings; got a Map. ${FORM}`],
  [{ form: { a: 'b', c: 1 } }, ['form', 'c'], `\`form.c\` must be a string; got 1. ${FORM}`],
  [{ cookies: 5 }, ['cookies'], `\`cookies\` must be an object of strings; got 5. ${COOKIES}`],
  [{ cookies: 'a=1' }, ['cookies'], `\`cookies\` must be an object of strings; got "a=1". ${COOKIES}`],
  [{ cookies: { a: '1', b: 1 } }, ['cookies', 'b'], `\`cookies.b\` must be a string; got 1. ${COOKIES}`],
  [{ cookies: ['a', 5] }, ['cookies', 1], `\`cookies[1]\` must be a string; got 5. ${COOKIES}`],
  [{ headers: 5 }, ['headers'], `\`headers\` must be an object, pairs or Headers; got 5. ${HEADERS}`],
  [{ headers: null }, ['headers'], `\`headers\` must be an object, pairs or Headers; got null. ${HEADERS}`],
  [{ headers: 'a: b' }, ['headers'], `\`headers\` must be an object, pairs or Headers; got "a: b". ${HEADERS}`],
  [{ headers: { a: ['1', 5] } }, ['headers', 'a'], `\`headers.a\` must be a string or an array of strings; got 5. ${HEADERS}`],
  [{ headers: [['a']] }, ['headers', 0, 1], "`headers[0][1]` must be a string; got undefined. Pass a pair such as ['Accept', '*/*']."],
  [{ query: 5 }, ['query'], "`query` must be a string, URLSearchParams or an object; got 5. Pass an object such as { page: '2' }."],
  [{ query: null }, ['query'], "`query` must be a string, URLSearchParams or an object; got null. Pass an object such as { page: '2' }."],
  [
    { query: ['a'] },
    ['query'],
    "`query` must be a string, URLSearchParams or an object; got an array. Pass an object such as { page: '2' }.",
  ],
  [
    { query: new Map() },
    ['query'],
    "`query` must be a string, URLSearchParams or an object; got a Map. Pass an object such as { page: '2' }.",
  ],
  [{ query: { a: ['1', null] } }, ['query', 'a'], `\`query.a\` must be a string, a number or a boolean; got null. ${VALUE}`],
  [{ query: { a: {} } }, ['query', 'a'], `\`query.a\` must be a string, a number or a boolean; got an object. ${VALUE}`],
  [{ path: 'HTTPS://a/x' }, ['path'], '`path` must be a path; got "HTTPS://a/x". Pass the path of the URL, such as \'/users/1\'.'],
  [{ body: 5 }, ['body'], '`body` must be a string or a Uint8Array; got 5. For an object, use `json`; for no body, leave `body` out.'],
];

const WRONG: readonly (readonly [object, string, (string | number)[], string])[] = [
  [{ json: 1, body: '' }, 'conflicting-options', ['body'], '`json` and `body` both set the request body. Remove one of them.'],
  [{ path: '?a=1', query: '' }, 'conflicting-options', ['query'], '`path` and `query` both set the query. Remove one of them.'],
  [
    { userAgent: '', headers: { 'user-Agent': 'x' } },
    'conflicting-options',
    ['userAgent'],
    '`headers` and `userAgent` both set the User-Agent header. Remove one of them.',
  ],
  [
    { cookies: {}, headers: { COOKIE: 'x' } },
    'conflicting-options',
    ['cookies'],
    '`headers` and `cookies` both set the Cookie header. Remove one of them.',
  ],
];

/** What a builder of events with a path refuses. */
const WRONG_PATH: readonly (readonly [object, string, (string | number)[], string])[] = [
  [
    { path: '/x', pathParameters: { id: 1 }, route: '/{id}' },
    'conflicting-options',
    ['pathParameters'],
    '`path` and `pathParameters` both set the path. Remove one of them.',
  ],
  [
    { route: '/users/{id}', pathParameters: { id: 1, users: 2 } },
    'unknown-path-parameter',
    ['pathParameters', 'users'],
    'The route `/users/{id}` has no parameter `users`. Remove `pathParameters.users`.',
  ],
  [
    { route: '/users/{id}', pathParameters: {} },
    'missing-path-parameter',
    ['pathParameters', 'id'],
    "The route `/users/{id}` needs a value for `id`. Pass `pathParameters: { id: '1' }`, or `path`.",
  ],
];

/** Names of AWS's events and of other libraries, and what the fix suggests. */
const MEANT: Readonly<Record<string, string>> = {
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
};

describe.each(BUILDERS)('%s', (_, build) => {
  test.each(INVALID)('refuses the options %j', (init, path, message) => {
    const facts = { name: 'GatewayError', code: 'invalid-option', path, message };
    expect(() => build(init as EventInit)).toThrow(expect.objectContaining(facts));
  });

  test.each(WRONG)('refuses the options %j: %s', (init, code, path, message) => {
    expect(() => build(init)).toThrow(expect.objectContaining({ name: 'GatewayError', code, path, message }));
  });

  test.each(Object.entries(MEANT))("doesn't know the option %s, and suggests %s", (name, meant) => {
    const message = `Unknown option \`${name}\`. Did you mean \`${meant}\`?`;
    expect(() => build({ [name]: 'x' })).toThrow(expect.objectContaining({ code: 'unknown-option', path: [name], message }));
  });
});

describe.each(BUILDERS.filter(([name]) => !name.startsWith('buildWebsocketEvent')))('%s', (_, build) => {
  test.each(WRONG_PATH)('refuses the options %j: %s', (init, code, path, message) => {
    expect(() => build(init)).toThrow(expect.objectContaining({ name: 'GatewayError', code, path, message }));
  });
});
