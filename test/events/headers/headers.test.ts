import { type HttpField, TARGETS } from 'apigw-proxy';
import { exchange } from 'apigw-proxy/arbitraries';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asHandshake, asSentHandshake } from '../../../src/events/headers/handshake.js';
import { HEADER_RULES, type HeaderReader } from '../../../src/events/headers/header-rules.js';
import { eventHeaders } from '../../../src/events/headers/headers.js';
import { layoutFor } from '../../../src/events/headers/known-layouts.js';
import { sortedOrder } from '../../../src/events/headers/sorted-order.js';
import { readFields } from '../../../src/events/request/fields.js';
import { allValues, type Entries, gather, joinedValues, lastValues } from '../../../src/events/request/maps.js';
import { resolve } from '../../../src/events/request/resolved-request.js';
import { readRequest } from '../../../src/events/request/sent-request.js';
import { eventHeadersPlainly, gatherPlainly, type HeaderEntry } from '../plain/headers.js';

/** The names and all values, as arrays: unlike `toEqual`, this shows the order of the keys. */
function listsOf(entries: Entries): HeaderEntry[] {
  return Object.entries(allValues(entries));
}

/** Names that gateways treat specially or that differ only in case, and names that are special in JavaScript. */
const NAME = fc.oneof(
  fc.constantFrom(
    ...['Host', 'host', 'Cookie', 'COOKIE', 'Connection', 'Via', 'Content-Length', 'X-Forwarded-For', 'x-forwarded-port', 'Authorization'],
    ...['X-Amzn-Trace-Id', 'x-amzn-tls-version', 'X-Amz-Cf-Id', 'Upgrade', 'X-A', 'x-a', 'x-A', '__proto__', 'constructor', 'Z', 'a', 'B'],
  ),
  fc.integer({ min: 0, max: 99 }).map((index) => `X-${index}`),
);
const FIELD = fc.tuple(NAME, fc.constantFrom('1', '2', '', 'AWS4-HMAC-SHA256 x')).map((field): HttpField => field);
const FIELDS = fc.oneof(fc.array(FIELD, { maxLength: 12 }), fc.array(FIELD, { minLength: 40, maxLength: 80 }));

describe('eventHeaders', () => {
  const readers = Object.keys(HEADER_RULES) as HeaderReader[];

  test.each(readers)('finds for %s what a map of all headers has: the same names, values and order', (reader) => {
    const target = TARGETS.find((name) => reader === name || reader === `${name}-authorizer`) ?? 'rest';
    fc.assert(
      fc.property(exchange(target), FIELDS, ({ request, gateway }, more) => {
        const sent = { ...request, headers: [...more, ...request.headers] };
        const expected = eventHeadersPlainly(sent, gateway, reader);
        // The first call finds out where the headers come from, the next ones know it.
        for (let call = 0; call < 3; call += 1) {
          const headers = eventHeaders(resolve(readRequest(sent), gateway, gateway.route), reader);
          expect(headers.names).toEqual(expected.map(([name]) => name));
          expect(listsOf(headers)).toEqual(Object.entries(Object.fromEntries(expected)));
        }
      }),
    );
  });
});

describe('layoutFor', () => {
  const fieldsFor = (...names: string[]) => readFields(names.map((name): HttpField => [name, '1']));
  const isSame = { rules: HEADER_RULES.rest, isEdge: false, isHttp2: false };

  test('remembers the layouts of the latest lists of names, each for its own situation', () => {
    // Each list is read once: the lists of names that other tests read can push these out of the memory.
    const lists = { a: fieldsFor('a', 'x-own'), b: fieldsFor('b', 'x-own'), c: fieldsFor('c', 'x-own'), d: fieldsFor('d', 'x-own') };
    const of = (name: keyof typeof lists, more: object = {}) => layoutFor(lists[name], { ...isSame, ...more });
    const [a, b, http2, edge] = [of('a'), of('b'), of('c', { isHttp2: true }), of('d', { isEdge: true })];
    expect(of('a')).toBe(a);
    expect(of('a')).toBe(a);
    expect(of('b')).toBe(b);
    expect(of('c', { isHttp2: true })).toBe(http2);
    expect(of('d', { isEdge: true })).toBe(edge);
    expect(of('d')).not.toBe(edge);
    expect(of('a', { rules: HEADER_RULES['http-1.0'] })).not.toBe(a);
  });
});

describe('asHandshake', () => {
  test('adds what every client sends, before the headers of the request', () => {
    const request = { method: 'GET', target: '/prod', headers: [['sec-websocket-key', 'own'] as const] };
    expect(asHandshake(request)).toEqual({ ...request, headers: [['Sec-WebSocket-Version', '13'], ...request.headers] });
    expect(asSentHandshake(readRequest(request)).fields).toEqual(readRequest(asHandshake(request)).fields);
  });
});

describe('gather', () => {
  test('groups pairs as a map does, and its maps have the last, all or the joined values', () => {
    fc.assert(
      fc.property(FIELDS, (fields) => {
        const entries = gather(
          fields.map(([name]) => name),
          fields.map(([, value]) => value),
        );
        const expected = gatherPlainly(fields);
        const mapped = (convert: (values: string[]) => unknown): unknown[] =>
          Object.entries(Object.fromEntries(expected.map(([name, values]) => [name, convert(values)])));
        expect(listsOf(entries)).toEqual(mapped((values) => values));
        expect(Object.entries(lastValues(entries))).toEqual(mapped((values) => values.at(-1)));
        expect(Object.entries(joinedValues(entries))).toEqual(mapped((values) => values.join(',')));
      }),
    );
  });
});

describe('sortedOrder', () => {
  test.each([10, 47, 48, 49, 60])('sorts %i keys, and keeps the order of equal ones', (length) => {
    const keys = Array.from({ length }, (_, place) => ['b', 'a', 'c'][place % 3] ?? '');
    const order = sortedOrder(keys);
    const placesOf = (key: string) => order.filter((place) => keys[place] === key);
    expect(order.map((place) => keys[place]).join('')).toBe([...keys].sort().join(''));
    for (const key of ['a', 'b', 'c']) expect(placesOf(key)).toEqual(placesOf(key).sort((a, b) => a - b));
  });

  test('sorts any number of keys as `sort` does, and keeps the order of equal ones', () => {
    const key = fc.oneof(fc.constantFrom('a', 'b', 'ab', 'B', '', 'é', '\u{1f600}', '\uffff'), fc.string({ maxLength: 3 }));
    fc.assert(
      fc.property(fc.oneof(fc.array(key), fc.array(key, { minLength: 40, maxLength: 120 })), (keys) => {
        const order = sortedOrder(keys);
        expect(order.map((place) => keys[place])).toEqual([...keys].sort());
        expect(
          order.every((place, index) => index === 0 || keys[place] !== keys[order[index - 1] ?? 0] || place > (order[index - 1] ?? 0)),
        ).toBe(true);
        expect(new Set(order).size).toBe(keys.length);
      }),
    );
  });
});
