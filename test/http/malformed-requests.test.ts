import { isDeepStrictEqual } from 'node:util';
import { fromHttp1Bytes, type HttpRequest, MalformedRequestError } from 'apigw-proxy/http';
import * as fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { draws } from '../draws.js';
import { MALFORMED_REQUESTS, UNUSUAL_REQUESTS } from './malformed-requests.js';
import { type NodeReading, readWithNode } from './node-oracle.js';

const ROWS = [...MALFORMED_REQUESTS, ...UNUSUAL_REQUESTS];

/** Characters that mean something to an HTTP parser, or to a careless one. */
const CHARACTERS = '\r\n\t\v\0 :;,="\\#*/?%+-0123456789abcdefxAF\x7f\x80\xa0\xff'.split('');

/** Unusual requests with a few characters added, removed or replaced. */
const CHANGED_REQUEST = fc
  .tuple(
    fc.constantFrom(...UNUSUAL_REQUESTS.map(({ text }) => text).filter((text) => text.length < 1000)),
    fc.array(fc.tuple(fc.nat(), fc.nat(2), fc.constantFrom(...CHARACTERS, '\r\n', '')), { minLength: 1, maxLength: 3 }),
  )
  .map(([text, changes]) => changes.reduce(change, text));

function change(text: string, [place, removed, added]: [place: number, removed: number, added: string]): string {
  const at = place % (text.length + 1);
  return text.slice(0, at) + added + text.slice(at + removed);
}

const bytes = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));

/** Returns what `fromHttp1Bytes` reads, in the form of the oracle. Returns `undefined` if it rejects the request. */
function readingOf(text: string): NodeReading | undefined {
  const request = readOrError(text);
  if (request instanceof MalformedRequestError) return undefined;
  const { method, target, headers, body = new Uint8Array(0) } = request;
  const pairs = headers.map(([header, value]): [string, string] => [header, value]);
  return { requests: [{ method, target, headers: pairs, body: Buffer.from(body).toString('latin1') }], isRejected: false };
}

/** Returns the documented error. Any other error fails the test. */
function readOrError(text: string): HttpRequest | MalformedRequestError {
  try {
    return fromHttp1Bytes(bytes(text));
  } catch (error) {
    if (error instanceof MalformedRequestError) return error;
    throw error;
  }
}

describe('fromHttp1Bytes', () => {
  let readings: Map<string, NodeReading>;
  beforeAll(async () => {
    const read = await readWithNode(ROWS.map(({ text }) => text));
    readings = new Map(read.map((reading, index) => [ROWS[index]?.name ?? '', reading]));
  });

  test.each(MALFORMED_REQUESTS)('rejects $name with $code', ({ text, code, section }) => {
    const error = readOrError(text);
    expect(error).toBeInstanceOf(MalformedRequestError);
    expect(error).toMatchObject({ code, message: expect.stringContaining(`(${section})`), fix: expect.any(String) });
  });

  test.each(MALFORMED_REQUESTS.filter(({ node }) => node !== 'depends'))('node:http $node $name', ({ name, node }) => {
    expect(readings.get(name)?.isRejected).toBe(node === 'rejects');
  });

  test.each(UNUSUAL_REQUESTS)('reads $name as node:http does', ({ name, text }) => {
    expect(readings.get(name)).toEqual(readingOf(text));
  });

  test('accepts no changed request that node:http rejects, and reads the others alike', async () => {
    const texts = fc.sample(CHANGED_REQUEST, draws(5));
    const read = await readWithNode(texts);
    const ours = texts.map(readingOf);
    const accepted = texts.map((text, index) => ({ text, ours: ours[index], node: read[index] })).filter((row) => row.ours !== undefined);
    expect(accepted.filter((row) => !isDeepStrictEqual(row.ours, row.node))).toEqual([]);
    expect(accepted.length).toBeGreaterThan(0);
  });

  test('has a different name in every row', () => {
    expect(new Set(ROWS.map(({ name }) => name)).size).toBe(ROWS.length);
  });
});
