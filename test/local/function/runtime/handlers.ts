/** A handler that AWS's runtime client and the double both run. */
export interface RuntimeCase {
  readonly name: string;
  /** The module's code after the imports; it exports `handler`. */
  readonly code: string;
  /** Whether the handler never answers, so the function's timeout ends the call. Default: no. */
  readonly timesOut?: true;
}

/** The imports of every module. */
export const IMPORTS = `import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
const later = (milliseconds = 20) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const stream = (handler, options) => globalThis.awslambda.streamifyResponse(handler, options);
const from = (...given) => globalThis.awslambda.HttpResponseStream.from(...given);
const metadata = { statusCode: 201, headers: { 'x-a': 'b' } };
`;

const BUFFERED: Readonly<Record<string, string>> = {
  'an async handler returns an object': `async () => ({ statusCode: 200, body: 'x' })`,
  'an async handler returns undefined': `async () => undefined`,
  'an async handler returns null': `async () => null`,
  'an async handler returns a string': `async () => 'text'`,
  'an async handler returns what JSON changes': `async () => ({ date: new Date(0), number: NaN, none: undefined, run() {} })`,
  'an async handler returns a Buffer as body': `async () => ({ body: Buffer.from('x') })`,
  'an async handler returns a BigInt': `async () => 10n`,
  'an async handler returns a circular object': `async () => { const result = {}; result.self = result; return result; }`,
  'an async handler returns an object whose toJSON throws': `async () => ({ toJSON() { throw new Error('no JSON'); } })`,
  'an async handler returns 7 MB': `async () => 'x'.repeat(7_000_000)`,
  'an async handler throws an Error': `async () => { throw new Error('no'); }`,
  'an async handler throws an error of its own class': `async () => { throw Object.assign(new RangeError('no'), { name: 'Own', code: 'E1' }); }`,
  'an async handler throws an error with a DEL character': `async () => { throw new Error('a\\x7Fb'); }`,
  'an async handler throws a string': `async () => { throw 'text'; }`,
  'an async handler throws a number': `async () => { throw 5; }`,
  'an async handler throws undefined': `async () => { throw undefined; }`,
  'an async handler throws null': `async () => { throw null; }`,
  'an async handler throws an object': `async () => { throw { a: 1 }; }`,
  'an async handler throws an object without a prototype': `async () => { throw Object.create(null); }`,
  'an async handler throws what looks like an error': `async () => { throw { name: 'Like', message: 'an error', stack: 'Like: an error' }; }`,
  'an async handler throws an error without a stack': `async () => { throw Object.assign(new Error('no'), { stack: undefined }); }`,
  'an async handler leaves a timer behind': `async () => { setTimeout(() => {}, 100); return 1; }`,
  'an async handler is in flight when a timer throws': `async () => { setTimeout(() => { throw new Error('late'); }); await later(5000); }`,
  'an async handler is in flight when a promise rejects': `async () => { Promise.reject(new Error('forgotten')); await later(5000); }`,
  'an async handler exits': `async () => { process.exit(3); }`,
  'an async handler never resolves': `() => new Promise(() => setInterval(() => {}, 1000))`,
  'an async handler waits for nothing': `() => new Promise(() => {})`,
  'an async generator is no promise': `async function* () { yield 1; }`,
  'a handler returns an object with then': `() => ({ then(resolve) { resolve(3); return Promise.resolve(); } })`,
  'a handler returns an object whose then returns nothing': `() => ({ then(resolve) { resolve(3); } })`,
  'a handler returns a function with then': `() => Object.assign(() => 1, { then(resolve) { resolve(3); return Promise.resolve(); } })`,
  'a handler returns a value': `() => ({ statusCode: 200 })`,
  'a handler returns nothing': `() => {}`,
  'a handler throws an Error': `() => { throw new Error('no'); }`,
  'a handler throws undefined': `() => { throw undefined; }`,
  'a handler throws null': `() => { throw null; }`,
  'a handler calls back': `(event, context, callback) => callback(null, { statusCode: 200 })`,
  'a handler calls back later': `(event, context, callback) => { setTimeout(callback, 20, null, 'late'); }`,
  'a handler calls back with an Error': `(event, context, callback) => callback(new Error('no'))`,
  'a handler calls back with a string': `(event, context, callback) => callback('no')`,
  'a handler calls back with a BigInt': `(event, context, callback) => callback(null, 10n)`,
  'a handler calls back twice': `(event, context, callback) => { callback(null, 1); callback(null, 2); }`,
  'a handler calls back and returns a promise': `async (event, context, callback) => { callback(null, 1); return 2; }`,
  'a handler calls back and throws': `(event, context, callback) => { callback(null, 1); throw new Error('no'); }`,
  'a handler calls back and a timer throws': `(event, context, callback) => { callback(null, 1); setTimeout(() => { throw new Error('late'); }); }`,
  'a handler calls back with a timer left, and does not wait': `(event, context, callback) => {
    context.callbackWaitsForEmptyEventLoop = false;
    setTimeout(() => {}, 30_000);
    callback(null, 1);
  }`,
  'a handler declares a callback and returns a value': `(event, context, callback) => 1`,
  'a handler declares a callback and is async': `async (event, context, callback) => 1`,
  'a handler has a callback by rest parameters': `(...given) => { given[2](null, given.length); }`,
  'a handler has a callback by a default parameter': `(event, context = {}, callback) => { callback(null, 1); }`,
  'a handler calls succeed': `(event, context) => { context.succeed('done'); }`,
  'a handler calls succeed later': `(event, context) => { setTimeout(context.succeed, 20, 'done'); }`,
  'a handler calls done': `(event, context) => { context.done(null, 'done'); }`,
  'a handler calls done with an error': `(event, context) => { context.done(new Error('no')); }`,
  'a handler calls fail': `(event, context) => { context.fail(new Error('no')); }`,
  'a handler calls fail with nothing': `(event, context) => { context.fail(); }`,
  'a handler calls fail and returns a value': `(event, context) => { context.fail('no'); return 1; }`,
  'an async handler calls succeed': `async (event, context) => { context.succeed('done'); return 'returned'; }`,
  'a handler lists its context': `async (event, context) => Object.keys(context).sort()`,
  'a handler has more time than the clock': `async (event, context) => { const real = Date.now; Date.now = () => real() + 1e9; const left = context.getRemainingTimeInMillis(); Date.now = real; return left < 0; }`,
  'a handler counts its arguments': `async (...given) => given.length`,
  'a handler has the mark of another kind of streaming': `Object.assign(async () => 1, { [Symbol.for('aws.lambda.runtime.handler.streaming')]: 'request' })`,
};

const STREAMED: Readonly<Record<string, string>> = {
  'a stream is written and ended': `async (event, s) => { s.write('hel'); s.end('lo'); }`,
  'a stream has metadata': `async (event, s) => { s = from(s, metadata); s.write('a'); s.end('b'); }`,
  'a stream with metadata is ended': `async (event, s) => { from(s, metadata).end(); }`,
  'a stream with metadata is ended with a chunk': `async (event, s) => { from(s, metadata).end('chunk'); }`,
  'a stream with metadata gets an empty write': `async (event, s) => { s = from(s, metadata); s.write(''); s.end(); }`,
  'a stream is only ended': `async (event, s) => { s.end(); }`,
  'a stream is ended with a chunk': `async (event, s) => { s.end('chunk'); }`,
  'a stream is ended with a chunk in base64': `async (event, s) => { s.end('aGVsbG8=', 'base64'); }`,
  'a stream is ended with an object': `async (event, s) => { s.end({ a: 1 }); }`,
  'objects are written': `async (event, s) => { s.write({ a: 1 }); s.write([2]); s.write(3); s.write(true); s.end(); }`,
  'null is written': `async (event, s) => { s.write(null); s.end(); }`,
  'undefined is written': `async (event, s) => { s.write(undefined); s.end(); }`,
  'a symbol is written after metadata': `async (event, s) => { from(s, metadata).write(Symbol('x')); s.end(); }`,
  'a BigInt is written': `async (event, s) => { s.write(1n); s.end(); }`,
  'typed arrays are written': `async (event, s) => { s.write(new Uint8Array([65])); s.write(new Uint16Array([66])); s.write(new ArrayBuffer(1)); s.end(); }`,
  'a subclass of Uint8Array is written': `async (event, s) => { s.write(new (class Own extends Uint8Array {})([65])); s.end(); }`,
  'text is written in hex': `async (event, s) => { s.write('4142', 'hex'); s.end(); }`,
  'a content type is set': `async (event, s) => { s.setContentType('text/html'); s.write('x'); s.end(); }`,
  'a content type is set after a write': `async (event, s) => { s.write('x'); s.setContentType('text/html'); s.end(); }`,
  'a content type is set after the end': `async (event, s) => { s.end('x'); s.setContentType('text/html'); }`,
  'a content type is an object': `async (event, s) => { s.setContentType({ toString: () => 'text/plain' }); s.end('x'); }`,
  'a content type is undefined': `async (event, s) => { s.setContentType(undefined); s.end('x'); }`,
  'a content type has a line break': `async (event, s) => { s.setContentType('a\\r\\nb: c'); s.end('x'); }`,
  'metadata come after a write': `async (event, s) => { s.write('x'); from(s, metadata).end(); }`,
  'metadata come twice': `async (event, s) => { s = from(from(s, metadata), { statusCode: 202 }); s.write('x'); s.end(); }`,
  'metadata are undefined': `async (event, s) => { s = from(s, undefined); s.write('x'); s.end(); }`,
  'metadata are a BigInt': `async (event, s) => { s = from(s, 1n); s.write('x'); s.end(); }`,
  'metadata change after from': `async (event, s) => { const own = { statusCode: 201 }; s = from(s, own); own.statusCode = 500; s.write('x'); s.end(); }`,
  'a handler that is not async writes and ends': `(event, s) => { s = from(s, metadata); s.write('x'); s.end(); }`,
  'a handler that is not async writes': `(event, s) => { s.write('x'); }`,
  'a handler that is not async ends later': `(event, s) => { setTimeout(() => s.end('x'), 20); }`,
  'a handler that is not async does nothing': `() => {}`,
  'a handler that is not async throws': `() => { throw new Error('no'); }`,
  'a streaming handler returns an object with then': `(event, s) => { s.end('x'); return { then(resolve) { resolve(); } }; }`,
  'a streaming handler throws before a write': `async () => { throw new Error('no'); }`,
  'a streaming handler throws a string': `async () => { throw 'text'; }`,
  'a streaming handler throws undefined': `async () => { throw undefined; }`,
  'a streaming handler throws after metadata': `async (event, s) => { from(s, metadata); throw new Error('no'); }`,
  'a streaming handler throws after a write': `async (event, s) => { s.write('x'); await later(); throw new Error('no'); }`,
  'a streaming handler throws right after a write': `async (event, s) => { s.write('x'); throw new Error('no'); }`,
  'a streaming handler throws after the end': `async (event, s) => { s.end('x'); await later(); throw new Error('no'); }`,
  'a streaming handler throws right after the end': `async (event, s) => { s.end('x'); throw new Error('no'); }`,
  'a streaming handler writes on after it failed': `async (event, s) => { setTimeout(() => { try { s.write('late'); } catch {} }, 50); s.write('x'); throw new Error('no'); }`,
  'a streaming handler returns a value': `async (event, s) => { s.end('x'); return { statusCode: 500 }; }`,
  'a streaming handler returns before the end': `async (event, s) => { setTimeout(() => s.end('late'), 50); }`,
  'a streaming handler never ends its stream': `async (event, s) => { s.write('x'); setInterval(() => {}, 1000); }`,
  'a streaming handler never writes': `async () => { setInterval(() => {}, 1000); }`,
  'a streaming handler never resolves, but ends': `(event, s) => { s.end('x'); return new Promise(() => setInterval(() => {}, 1000)); }`,
  'a stream is written after the end': `async (event, s) => { s.end('x'); s.write('y'); }`,
  'a stream is ended twice': `async (event, s) => { s.end('x'); s.end('y'); }`,
  'a stream is destroyed': `async (event, s) => { s.write('x'); await later(); s.destroy(); }`,
  'a stream is destroyed with an error': `async (event, s) => { s.write('x'); await later(); s.destroy(new Error('no')); }`,
  'a stream is destroyed before a write': `async (event, s) => { s.destroy(); }`,
  'a stream emits an error': `async (event, s) => { s.write('x'); await later(); s.emit('error', new Error('no')); s.end(); }`,
  'a pipeline goes into the stream': `async (event, s) => { await pipeline(Readable.from(['a', 'b', 'c'.repeat(100_000)]), s); }`,
  'a pipeline goes into a stream with metadata': `async (event, s) => { await pipeline(Readable.from(['a', 'b']), from(s, metadata)); }`,
  'an empty pipeline goes into a stream with metadata': `async (event, s) => { await pipeline(Readable.from([]), from(s, metadata)); }`,
  'a pipeline fails': `async (event, s) => { await pipeline(Readable.from((async function* () { yield 'a'; await later(); throw new Error('no'); })()), s); }`,
  'objects are piped': `async (event, s) => { await pipeline(Readable.from([{ a: 1 }, { b: 2 }]), s); }`,
  '5 MB are written with backpressure': `async (event, s) => {
    for (let index = 0; index < 80; index += 1) {
      if (!s.write('x'.repeat(65_536))) await new Promise((resolve) => s.once('drain', resolve));
    }
    s.end();
  }`,
  'callbacks of write and end are called': `async (event, s) => {
    const seen = [];
    await new Promise((resolve) => s.write('x', resolve));
    seen.push('written');
    s.once('finish', () => {});
    s.end(JSON.stringify(seen));
  }`,
  'a stream has a high-water mark': `stream(async (event, s) => { s.write('x'); s.end(); }, { highWaterMark: 10 })`,
  'a stream is corked': `async (event, s) => { s.cork(); s.write('a'); s.write('b'); s.uncork(); s.end(); }`,
  'a stream lists its properties': `async (event, s) => { s.end(JSON.stringify([Object.getOwnPropertyNames(s).sort(), s.constructor.name])); }`,
  'a stream tells its state': `async (event, s) => {
    const state = () => [s.writable, s.writableEnded, s.writableFinished, s.destroyed, s.writableObjectMode, s.writableCorked, typeof s.writableLength];
    s.write(JSON.stringify(state()));
    s.end();
    await new Promise((resolve) => setTimeout(resolve, 100));
  }`,
  'a streaming handler lists its context': `async (event, s, context) => { s.end(JSON.stringify(Object.keys(context).sort())); }`,
  'a streaming handler counts its arguments': `async (...given) => { given[1].end(String(given.length)); }`,
  'a streaming handler exits after a write': `async (event, s) => { s.write('x'); await later(100); process.exit(3); }`,
  'a streaming handler is in flight when a timer throws': `async (event, s) => { s.write('x'); setTimeout(() => { throw new Error('late'); }, 100); await later(5000); }`,
  'a timer throws after the end': `async (event, s) => { s.end('x'); setTimeout(() => { throw new Error('late'); }, 100); await later(5000); }`,
};

/** The cases that no answer ends. */
const ENDLESS: ReadonlySet<string> = new Set([
  'an async handler never resolves',
  'a streaming handler never ends its stream',
  'a streaming handler never writes',
  'a streaming handler never resolves, but ends',
]);

function caseOf([name, handler]: readonly [string, string], isStreamed: boolean): RuntimeCase {
  const value = isStreamed && !handler.startsWith('stream(') ? `stream(${handler})` : handler;
  return { name, code: `export const handler = ${value};\n`, ...(ENDLESS.has(name) && { timesOut: true }) };
}

/** All cases: handlers that return, then handlers that stream. */
export const CASES: readonly RuntimeCase[] = [
  ...Object.entries(BUFFERED).map((entry) => caseOf(entry, false)),
  ...Object.entries(STREAMED).map((entry) => caseOf(entry, true)),
];
