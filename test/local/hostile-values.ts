const THROWS = {
  get(): never {
    throw new Error('from get');
  },
  has(): never {
    throw new Error('from has');
  },
  ownKeys(): never {
    throw new Error('from ownKeys');
  },
  getPrototypeOf(): never {
    throw new Error('from getPrototypeOf');
  },
};

function withGetter(name: string): Error {
  return Object.defineProperty(new Error('x'), name, {
    get() {
      throw new Error('from the getter');
    },
  });
}

const circle: Record<string, unknown> = {};
circle['self'] = circle;

/** Values that a handler can throw, reject with or return, and that naive code fails on. */
export const HOSTILE_VALUES: readonly (readonly [name: string, value: unknown])[] = [
  ['undefined', undefined],
  ['null', null],
  ['a number', Number.NaN],
  ['a BigInt', 10n],
  ['a symbol', Symbol('x')],
  ['a function', () => 1],
  ['an object without a prototype', Object.create(null)],
  ['an object that cannot become a string', { toString: null, valueOf: null }],
  ['a Proxy that throws', new Proxy({}, THROWS)],
  ['a Proxy of a function that throws', new Proxy(() => 1, THROWS)],
  ['a circle', circle],
  ['an object whose toJSON throws', { toJSON: THROWS.get }],
  ['an object whose getter throws', Object.defineProperty({}, 'statusCode', { enumerable: true, get: THROWS.get })],
  ['an error with a function as message', Object.assign(new Error('x'), { message: () => 1 })],
  ['an error with a symbol as stack', Object.assign(new Error('x'), { stack: Symbol('x') })],
  ['an error with an array as stack', Object.assign(new Error('x'), { stack: [1] })],
  ['an error with an object as name', Object.assign(new Error('x'), { name: { a: 1 } })],
  ['an error whose message throws', withGetter('message')],
  ['an error whose stack throws', withGetter('stack')],
  ['an error whose name throws', withGetter('name')],
  ['an error with control characters', new Error('a\r\nSet-Cookie: b="1"\u001b[2J')],
];
