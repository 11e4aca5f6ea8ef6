import { expectStructured, fetchHandler, fromFetchResponse, resultsFor } from 'apigw-proxy/results';
import { describe, expect, test, vi } from 'vitest';
import { TARGETS, type Target } from '../../src/aws/target.js';

type Builders = Readonly<Record<string, (...args: unknown[]) => unknown>>;
type Call = readonly [name: string, ...args: readonly unknown[]];

const BYTES = new Uint8Array([1, 255]);
const INITS: readonly unknown[] = [
  undefined,
  null,
  {},
  { status: 201 },
  { status: 204 },
  { status: 205 },
  { status: 304 },
  { method: 'HEAD' },
  { method: 'GET' },
  { headers: { 'Content-Type': 'a/b', A: ['1', '2'], a: '3', b: undefined, c: [] } },
  { headers: [['A', '1'], ['set-cookie', 'x=1']], cookies: ['a=1', 'b=2'] }, // biome-ignore format: one line
  { headers: new Headers({ a: '1' }), cookies: ['a=1'] },
  ...[199, 600, 200.5, '200', null].map((status) => ({ status })),
  ...[5, null, { 'a b': '1' }, { a: '\n' }, { a: 5 }, [['a']], [5], [[{}, 'x']]].map((headers) => ({ headers })),
  ...[5, 'a=1', [5], ['a\n']].map((cookies) => ({ cookies })),
];
const LOCATIONS = [
  ...[
    '/a b?c=é%20%',
    'https://[::1]:8080/[a]',
    '//u@[fe80::1%25eth0]/',
    'x[1]',
    'HTTP://[::1]',
    '\ud800',
    '//[a b]/',
    'a/[::1]',
    '/?//[::1]',
  ],
];
const CALLS: readonly Call[] = [
  ...INITS.map((init): Call => ['json', { a: 1 }, init]),
  ...INITS.slice(0, 10).flatMap((init): Call[] => [
    ['text', 'é', init],
    ['html', '<p>', init],
    ['bytes', BYTES, init],
    ['redirect', '/a', init],
    ['empty', init],
    ['problem', { status: 418, title: 'x' }, init],
  ]),
  ...[undefined, 1n, null, 'x', () => 1].map((data): Call => ['json', data]),
  ...[5, undefined].flatMap((value): Call[] => [['text', value], ['html', value], ['bytes', value], ['redirect', value], ['problem', value]]), // biome-ignore format: one line
  ['bytes', new Uint8Array(0)],
  ['text', ''],
  ['redirect', '/a', { status: 301, headers: { location: '/b' } }],
  ...LOCATIONS.map((location): Call => ['redirect', location]),
];
const RESPONSES: readonly (readonly [body: BodyInit | null, init?: ResponseInit])[] = [
  [null],
  [null, { status: 204 }],
  ['é'],
  [''],
  [BYTES],
  ...['text/html', 'image/png', 'application/octet-stream', 'application/octet-stream; a=b', 'application/json', 'image/svg+xml', ''].map(
    (type) => ['x', { headers: { 'Content-Type': type } }] as const,
  ),
  ...['gzip', 'identity', 'Identity'].map(
    (coding) => ['x', { headers: { 'Content-Encoding': coding, 'content-type': 'text/a' } }] as const,
  ),
  ['x', { headers: [['a', '1'], ['a', '2'], ['set-cookie', 'a=1'], ['set-cookie', 'b=2'], ['connection', 'x'], ['keep-alive', 'x']] }], // biome-ignore format: one line
  ['x', { headers: { 'content-length': '1', 'transfer-encoding': 'chunked' } }],
  ['\ufeffx', { headers: { 'content-type': 'text/a' } }],
];

// A change of a result, or of an error's words, shows up as a changed line.
describe('what builders return', () => {
  test.each(TARGETS)('%s', async (target) => {
    const builders = resultsFor(target) as unknown as Builders; // JavaScript can call it with anything
    const built = CALLS.map(([name, ...args]) => `${name} ${shown(args)}\n  ${outcomeOf(() => builders[name]?.(...args))}`);
    const responses = target === 'websocket' ? [] : await Promise.all(RESPONSES.map((row) => linesOf(row, target)));
    await expect(`${[...built, ...responses].join('\n')}\n`).toMatchFileSnapshot(`built/${target}.txt`); // `vitest -u` updates it
  });

  test('errors', async () => {
    vi.stubGlobal('awslambda', undefined); // other tests set it
    const used = new Response('x');
    await used.text();
    const wrong = [undefined, {}, used, Response.error()].map((response) =>
      fromFetchResponse(response as Response, 'rest').catch(describeError),
    );
    const lines = [
      outcomeOf(() => resultsFor('v2' as never)),
      outcomeOf(() => expectStructured({ statusCode: '200' })),
      outcomeOf(() => expectStructured(5)),
      outcomeOf(() => expectStructured({ statusCode: 200, headers: [], cookies: {}, body: 5, isBase64Encoded: 1 })),
      outcomeOf(() => expectStructured({ statusCode: 200, headers: { a: '1' }, cookies: ['a'], body: 'x', isBase64Encoded: true })),
      ...[undefined, {}, 'app'].map((app) => outcomeOf(() => fetchHandler(app as never))),
      ...[null, 5, [], { stream: 1 }, { streaming: true }, { stream: true }].map((options) =>
        outcomeOf(() => fetchHandler(() => used, options as never)),
      ),
      ...(await Promise.all(wrong)),
      await fetchHandler(() => used)({} as never).catch(describeError),
    ];
    vi.unstubAllGlobals();
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('built/errors.txt');
  });
});

async function linesOf([body, init]: (typeof RESPONSES)[number], target: Exclude<Target, 'websocket'>): Promise<string> {
  const result = await fromFetchResponse(new Response(body, init), target).then(shown, describeError);
  return `Response ${shown([body, init])}\n  ${result}`;
}

function outcomeOf(call: () => unknown): string {
  try {
    return shown(call());
  } catch (error) {
    return describeError(error);
  }
}

function describeError(error: unknown): string {
  const { name, code, path, message, fix } = error as Error & { readonly code?: string; readonly path?: unknown; readonly fix?: string };
  return `${name} ${code} ${JSON.stringify(path)}: ${message}${fix !== undefined && !message.endsWith(fix) ? ` (${fix})` : ''}`;
}

function shown(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => {
    if (part instanceof Headers) return [...part];
    if (part instanceof Uint8Array) return [...part].join(' ');
    return typeof part === 'object' || typeof part === 'string' || typeof part === 'number' || typeof part === 'boolean'
      ? part
      : String(part);
  });
}
