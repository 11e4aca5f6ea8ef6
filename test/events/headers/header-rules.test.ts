import {
  buildHttpEventV1,
  buildRestEvent,
  buildWebsocketRequestAuthorizerEvent,
  buildWebsocketSession,
  type HttpField,
  toAuthorizerEvent,
  toEvent,
} from 'apigw-proxy';
import { describe, expect, test } from 'vitest';

const NAMES = [
  ...['Connection', 'Content-Length', 'Content-MD5', 'Expect', 'Max-Forwards', 'Proxy-Authenticate', 'Server', 'TE', 'Trailer'],
  ...['Transfer-Encoding', 'Upgrade', 'WWW-Authenticate', 'Cookie', 'Authorization', 'X-Own'],
];
const requestTo = (target: string, authorization = 'AWS4-HMAC-SHA256 x') => ({
  ...{ method: 'GET', target },
  headers: NAMES.map((name): HttpField => [name, name === 'Authorization' ? authorization : 'v']),
});

/** The names of the client that headers lack. */
function droppedFrom(headers: object | null): string[] {
  const keys = Object.keys(headers ?? {}).map((name) => name.toLowerCase());
  return NAMES.filter((name) => !keys.includes(name.toLowerCase()));
}

const BY_REST = NAMES.filter((name) => !['Cookie', 'Authorization', 'X-Own'].includes(name));

describe('the headers in an event', () => {
  test.each([
    ['rest', [...BY_REST, 'Authorization'], BY_REST],
    ['http-1.0', ['Connection'], ['Connection']],
    ['http-2.0', ['Connection', 'Cookie'], ['Connection', 'Cookie']],
    ['function-url', ['Connection'], ['Connection']],
  ] as const)('of %s lack %j, or without a signature %j', (target, signed, unsigned) => {
    const path = target === 'rest' ? '/prod/' : '/';
    expect(droppedFrom(toEvent(requestTo(path), { target }).headers)).toEqual(signed);
    expect(droppedFrom(toEvent(requestTo(path, 'Bearer x'), { target }).headers)).toEqual(unsigned);
  });

  test.each([
    ['rest', [...BY_REST.filter((name) => name !== 'Content-Length'), 'Authorization']],
    ['http-1.0', ['Connection']],
    ['http-2.0', ['Connection', 'Cookie']],
    ['websocket', []],
  ] as const)('for an authorizer of %s lack %j', (target, dropped) => {
    const path = { rest: '/prod/', websocket: '/prod' }[target as string] ?? '/';
    expect(droppedFrom(toAuthorizerEvent(requestTo(path), { target }).headers ?? {})).toEqual(dropped);
  });

  test('of a handshake are those that every client sends, unless it sends its own', () => {
    const { headers } = buildWebsocketSession().connect();
    expect(headers).toMatchObject({ 'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==', 'Sec-WebSocket-Version': '13' });
    expect(headers).not.toHaveProperty('Connection');
    expect(headers).not.toHaveProperty('Upgrade');
    const own = buildWebsocketSession({ headers: { 'sec-websocket-version': '8', Authorization: 'AWS4-HMAC-SHA256 x' } }).connect();
    expect(own.headers).toMatchObject({ 'sec-websocket-version': '8', Authorization: 'AWS4-HMAC-SHA256 x' });
    expect(own.headers).not.toHaveProperty('Sec-WebSocket-Version');
    expect(buildWebsocketRequestAuthorizerEvent({}).headers).toMatchObject({
      ...{ Connection: 'upgrade', Upgrade: 'websocket', 'content-length': '0', 'Sec-WebSocket-Version': '13' },
    });
  });

  test('count the bytes of a body that is text', () => {
    expect(buildHttpEventV1({ body: '\u00e9' }).headers['Content-Length']).toBe('2');
  });

  test.each([
    ['desktop', 'Desktop'],
    ['mobile', 'Mobile'],
    ['smarttv', 'SmartTV'],
    ['tablet', 'Tablet'],
  ] as const)('of an edge-optimized API show a %s', (device, name) => {
    const headers = new Map(Object.entries(buildRestEvent({ endpointType: 'EDGE', cloudFront: { device } }).headers ?? {}));
    const shown = ['Desktop', 'Mobile', 'SmartTV', 'Tablet'].filter((kind) => headers.get(`CloudFront-Is-${kind}-Viewer`) === 'true');
    expect(shown).toEqual([name]);
  });

  test('of an edge-optimized API name CloudFront behind the proxies of the client', () => {
    const headers = [
      ['Via', '1.0 a'],
      ['Via', '1.1 b'],
      ['X-Forwarded-For', '192.0.2.1'],
      ['X-Forwarded-For', '192.0.2.2'],
    ] as const;
    const request = { method: 'GET', target: '/prod/', headers, sourceIp: '192.0.2.3' };
    const event = toEvent(request, { target: 'rest', endpointType: 'EDGE' });
    expect(event.headers?.['Via']).toBe('1.0 a, 1.1 b, 1.1 0a1b2c3d4e5f60718293a4b5c6d7e8f9.cloudfront.net (CloudFront)');
    expect(event.headers?.['X-Forwarded-For']).toBe('192.0.2.1, 192.0.2.2, 192.0.2.3, 198.51.100.7');
    const other = toEvent({ ...request, target: '/' }, { target: 'http-1.0', endpointType: 'EDGE' });
    expect(other.headers?.['X-Forwarded-For']).toBe('192.0.2.1, 192.0.2.2, 192.0.2.3');
    expect(Object.keys(other.headers ?? {}).filter((name) => name.startsWith('CloudFront'))).toEqual([]);
  });

  test('depend on the protocol and on CloudFront, whatever request came before', () => {
    const headers: HttpField[] = [
      ['user-agent', 'a'],
      ['x-own', 'b'],
      ['authorization', 'c'],
    ];
    const namesFor = (httpVersion: '1.1' | '2', endpointType: 'EDGE' | 'REGIONAL') => {
      const event = toEvent({ method: 'GET', target: '/prod/', headers, httpVersion }, { target: 'rest', endpointType });
      return Object.keys(event.headers ?? {}).filter((name) => headers.some(([own]) => own === name.toLowerCase()));
    };
    const expected = [
      ['1.1', 'REGIONAL', ['authorization', 'user-agent', 'x-own']],
      ['2', 'REGIONAL', ['authorization', 'User-Agent', 'x-own']],
      ['1.1', 'EDGE', ['Authorization', 'User-Agent', 'x-own']],
    ] as const;
    for (const [version, type, names] of [...expected, ...expected, ...[...expected].reverse()]) {
      expect(namesFor(version, type)).toEqual(names);
    }
  });
});
