/** Values to put where something else is expected. Each call creates a new one, because tests may change it. */
export const strangers: readonly (() => unknown)[] = [
  () => null,
  () => undefined,
  () => true,
  () => 0,
  () => -0,
  () => 1.5,
  () => Number.NaN,
  () => Number.POSITIVE_INFINITY,
  () => 1n,
  () => '',
  () => '2.0',
  () => 'CONNECT',
  () => Symbol('stranger'),
  () => () => 'function',
  () => [],
  () => ['a'],
  () => [undefined],
  () => new Array(2),
  () => Object.assign(['a'], { extra: 1 }),
  () => ({}),
  () => ({ a: 'a' }),
  () => ({ a: ['a'] }),
  () => ({ a: 1 }),
  () => ({ a: Number.NaN }),
  () => ({ a: undefined }),
  () => ({ a: null }),
  () => ({ [Symbol('key')]: 1 }),
  () => Object.create(null),
  () => Object.create({ inherited: 1 }),
  () => Object.create({ inherited: 'text' }),
  () => JSON.parse('{"__proto__": 1}'),
  () => JSON.parse('{"__proto__": {"a": 1}}'),
  () => ({ constructor: 1 }),
  () => new Date(0),
  () => new Map([['a', 1]]),
  () => new Set(['a']),
  () => new Uint8Array(2),
  () => new String('boxed'),
  () => /pattern/,
  () => new Headers({ a: 'a' }),
  () => new Error('an error'),
];

/** An object or array that a test may change. */
export type Holder = Record<string, unknown>;

/** The place of a value: the object or array that has it, and its key. */
export type Place = readonly [holder: Holder, key: string];

export function isHolder(value: unknown): value is Holder {
  return typeof value === 'object' && value !== null && !ArrayBuffer.isView(value) && !(value instanceof String);
}

/** The places of all values below, at any depth. */
export function placesIn(holder: Holder): Place[] {
  return Object.keys(holder).flatMap((key): Place[] => {
    const below = holder[key];
    return [[holder, key], ...(isHolder(below) ? placesIn(below) : [])];
  });
}
