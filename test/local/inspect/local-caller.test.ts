import type { HttpField, HttpRequest } from 'apigw-proxy/http';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isFromThisMachine } from '../../../src/local/inspect/local-caller.js';

/** What a request says about its sender. `undefined`: nothing. */
interface Sender {
  readonly method: string;
  readonly host: string | undefined;
  readonly sourceIp: string | undefined;
  readonly origin?: string | undefined;
  readonly site?: string | undefined;
  readonly mode?: string | undefined;
}

function requestOf({ method, host, sourceIp, origin, site, mode }: Sender): HttpRequest {
  const fields = { Host: host, Origin: origin, 'Sec-Fetch-Site': site, 'Sec-Fetch-Mode': mode };
  const headers = Object.entries(fields).filter((field): field is [string, string] => field[1] !== undefined);
  return { method, target: '/@inspect', headers: headers satisfies HttpField[], ...(sourceIp !== undefined && { sourceIp }) };
}

const HOSTS = ['localhost', 'localhost:3000', '127.0.0.1', '127.0.0.1:80', '127.254.3.2', '[::1]', '[::1]:3000'];
const ADDRESSES = ['127.0.0.1', '127.254.3.2', '::1', '::ffff:127.0.0.1'];
const SITES = [undefined, 'same-origin', 'none'];

const LOCAL = fc
  .record({
    method: fc.constantFrom('GET', 'HEAD', 'POST'),
    host: fc.constantFrom(...HOSTS),
    sourceIp: fc.constantFrom(...ADDRESSES),
    site: fc.constantFrom(...SITES),
    mode: fc.constantFrom(undefined, 'navigate', 'cors'),
    hasOrigin: fc.boolean(),
  })
  .map(({ hasOrigin, ...sender }): Sender => ({ ...sender, ...(hasOrigin && { origin: `http://${sender.host}` }) }));

describe('isFromThisMachine', () => {
  test('accepts a program on this computer, and pages of this server', () => {
    fc.assert(fc.property(LOCAL, (sender) => isFromThisMachine(requestOf(sender))));
  });

  const STRANGE: readonly Partial<Sender>[] = [
    ...[undefined, '', 'evil.example', 'localhost.evil.example', 'evil.localhost', 'xlocalhost', 'localhost:x', 'localhost:80x'],
    ...['127.0.0.1.evil.example', '127.0.0', '128.0.0.1', '1127.0.0.1', '127.0.0.1:', '::1', '[::1', '[::1]x', '[::2]', 'localhost\n'],
  ].map((host) => ({ host }));
  const FAR: readonly Partial<Sender>[] = [
    ...[undefined, '', '10.0.0.1', '128.0.0.1', '127.0.0', '127.0.0.1.1', '1127.0.0.1', '127.0.0.1x'],
    ...['::ffff:10.0.0.1', 'x::ffff:127.0.0.1', 'ffff:127.0.0.1', '::11', '1::1', '::', 'localhost'],
  ].map((sourceIp) => ({ sourceIp }));
  const FOREIGN: readonly Partial<Sender>[] = [
    ...['', 'null', 'http://evil.example', 'http://', 'http://localhost:1', 'https://localhost:3000'].map((origin) => ({ origin })),
    ...['cross-site', 'same-site', ''].flatMap((site) => [
      { site, mode: undefined },
      { site, mode: 'cors' },
      { site, mode: 'navigate', method: 'POST' },
      { site, mode: 'navigate', method: 'HEAD' },
    ]),
  ];

  test.each([...STRANGE, ...FAR, ...FOREIGN])('rejects any request with %j', (strange) => {
    fc.assert(fc.property(LOCAL, (sender) => !isFromThisMachine(requestOf({ ...sender, ...strange }))));
  });

  test('accepts a link of another site', () => {
    const link: Sender = { method: 'GET', host: 'localhost:3000', sourceIp: '127.0.0.1', site: 'cross-site', mode: 'navigate' };
    expect(isFromThisMachine(requestOf(link))).toBe(true);
  });
});
