import { readRenderCases, readRequestCases } from 'apigw-proxy/conformance';
import { describe, expect, test } from 'vitest';
import { type Peer, whyNotAsked } from './peer.js';
import { PEERS } from './peers.js';

const CASES = [...readRenderCases(), ...readRequestCases()];

type Claims = Pick<Peer, 'role' | 'targets' | 'features'>;

const EMULATOR: Claims = { role: 'emulator', targets: ['rest'], features: ['routes'] };
const ADAPTER: Claims = { role: 'adapter', targets: ['rest', 'http-2.0'], features: ['routes'] };

function whyOf(claims: Claims, id: string): string | undefined {
  const given = CASES.find((one) => one.id === id);
  if (given === undefined) throw new Error(`There is no case ${id}.`);
  return whyNotAsked(claims, given);
}

describe('whyNotAsked', () => {
  test.each([
    [EMULATOR, 'rest-rec-no-route', undefined],
    [EMULATOR, 'rest-iss-function-timeout', 'timeouts of functions'],
    [EMULATOR, 'furl-get-no-body', 'function URLs'],
    [EMULATOR, 'rest-iam-auth', 'needs a signed request'],
    [ADAPTER, 'rest-greedy-plain', undefined],
    [ADAPTER, 'rest-rec-no-route', 'results'],
    [{ ...ADAPTER, role: 'builder' } as const, 'rest-rec-no-route', 'results'],
  ])('asks %j for %s: %s', (claims, id, reason) => {
    expect(whyOf(claims, id)).toBe(reason);
  });

  test('asks adapters no events of authorizers', () => {
    const given = CASES.find((one) => 'event' in one && one.event === 'authorizer-token');
    expect(given && whyNotAsked(ADAPTER, given)).toBe('events of authorizers');
  });
});

describe('a peer', () => {
  test.each(PEERS.map((peer) => [`${peer.role} ${peer.name}`, peer] as const))(
    '%s has exact versions and is asked something',
    (_, peer) => {
      for (const version of Object.values(peer.packages)) expect(version).toMatch(/^\d+\.\d+\.\d+$/);
      expect(CASES.some((given) => whyNotAsked(peer, given) === undefined)).toBe(true);
    },
  );
});
