import { createHash } from 'node:crypto';
import { gunzipSync, inflateSync } from 'node:zlib';
import fc from 'fast-check';
import * as arbitraries from '../../src/arbitraries/index.js';
import * as root from '../../src/index.js';
import { hostileSurroundings } from './hostile-surroundings.js';

// Prints a hash over drawn events, the responses to drawn results, and the errors: `node digest.js 1000`. With `hostile`, the surroundings throw
// at whoever asks for the time, randomness, the locale or the environment.

const [count = '1000', mode] = process.argv.slice(2);
const SEED = 20260102;
const TARGETS = ['rest', 'http-1.0', 'http-2.0', 'function-url'] as const;
const GZIP = ['Accept-Encoding', 'gzip'] as const;

interface Draw {
  readonly exchange: arbitraries.Exchange;
  readonly result: unknown;
}

const draw: fc.Arbitrary<Draw> = fc.constantFrom(...TARGETS).chain((target) =>
  fc.record({
    exchange: arbitraries.exchange(target),
    result: fc.oneof(arbitraries.result(target), arbitraries.refusedResult(target), fc.anything()),
  }),
);

const hash = createHash('sha256');
const restore = mode === 'hostile' ? hostileSurroundings() : undefined;
// Small pieces, so that all draws need little memory. Drawing asks for the time.
for (let done = 0; done < Number(count); done += 500) {
  restore?.pause();
  const drawn = fc.sample(draw, { numRuns: Math.min(500, Number(count) - done), seed: SEED + done });
  restore?.resume();
  for (const each of drawn) hash.update(JSON.stringify(digestOf(each)));
}
restore?.pause();
console.log(hash.digest('hex'));

function digestOf({ exchange: { request, gateway }, result }: Draw): unknown {
  const settings = gateway.target === 'rest' ? { ...gateway, minimumCompressionSize: 0 } : gateway;
  const sent = { ...request, headers: [...request.headers, GZIP] };
  const event = outcomeOf(() => root.toEvent(request, settings));
  const kind = root.detectEvent(event);
  return [
    event,
    kind,
    outcomeOf(() => responseOf(result, settings, sent)),
    outcomeOf(() => root.checkResult(result, settings, sent)),
    outcomeOf(() => root.resultsFor(gateway.target).json(result)),
  ];
}

function responseOf(result: unknown, gateway: root.Gateway, request: root.HttpRequest): unknown {
  const { body, headers, ...head } = root.renderResult(result, gateway, request);
  const coding = headers.find(([name]) => name.toLowerCase() === 'content-encoding')?.[1];
  // Each engine compresses in its own way, to its own length.
  const plain = coding === 'gzip' ? gunzipSync(body) : coding === 'deflate' ? inflateSync(body) : body;
  const fields = plain === body ? headers : headers.filter(([name]) => name.toLowerCase() !== 'content-length');
  return [head, fields, [...plain]];
}

function outcomeOf(call: () => unknown): unknown {
  try {
    return call();
  } catch (error) {
    const { name, message, code, path } = error as root.GatewayError; // other errors lack a code, and their message shows what they are
    return [name, code, path, message];
  }
}
