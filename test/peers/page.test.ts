import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type PlayedPeer, peersPage } from './page.js';
import { PEERS } from './peers.js';

const RUN = { date: '2026-01-31', commit: 'abcdef0', node: '24.0.0' };

const OWN: PlayedPeer = {
  peer: { name: 'apigw-proxy', role: 'emulator', packages: {}, claims: 'does everything' },
  scores: [{ id: 'a', kind: 'result', strict: [], lenient: [] }],
  notAsked: [],
};

const OTHER: PlayedPeer = {
  peer: {
    name: 'some-emulator',
    role: 'emulator',
    packages: { 'some-emulator': '1.2.3', express: '5.0.0' },
    claims: 'serves',
    remark: 'Slow.',
  },
  scores: [
    { id: 'a', kind: 'result', strict: ['body: expected "`", got 1'], lenient: ['body: expected "`", got 1'] },
    { id: 'b', kind: 'request', strict: ['path: expected 1, got 2'], lenient: [], fields: 2 },
  ],
  notAsked: ['CORS', 'routes', 'CORS'],
};

const BUILDER: PlayedPeer = {
  peer: { name: 'some-builder', role: 'builder', packages: { 'some-builder': '0.1.0' }, claims: 'builds' },
  scores: [{ id: 'b', kind: 'request', strict: [], lenient: [], fields: 2 }],
  notAsked: [],
};

describe('peersPage', () => {
  const page = peersPage([OWN, OTHER, BUILDER], RUN);

  test('has a row for each peer', () => {
    expect(page).toContain('| `apigw-proxy` | this commit | 1 | 1 | 1 | | | | 0 |');
    expect(page).toContain('| `some-emulator` | 1.2.3 | 1 | 0 | 0 | 1 | 0 | 1 | 3 |');
    expect(page).toContain('| `some-builder` | 0.1.0 | 1 | 1 | 1 | 2 | 2 |');
  });

  test('says what a peer is, what it was not asked and what differs', () => {
    expect(page).toContain(
      '### some-emulator, emulator\n\nIt serves. Measured with express 5.0.0. Slow.\n\nNot asked: CORS (2), routes (1).\n\n',
    );
    expect(page).toContain('* `body` (1): in `a`, ``expected "`", got 1``\n');
    expect(page).toContain('### some-builder, builder\n\nIt builds.\n\nNothing differs.');
    expect(page).not.toContain('### apigw-proxy');
  });

  test('says when it was measured', () => {
    expect(page).toContain('Measured on 2026-01-31 at commit abcdef0; the packages ran on Node.js 24.0.0.');
  });
});

describe('docs/peers.md', () => {
  const page = readFileSync('docs/peers.md', 'utf8');

  test('has every peer in its version; `npm run peers` writes it', () => {
    const missing = PEERS.filter(({ name, packages }) => !page.includes(`| \`${name}\` | ${packages[name] ?? 'this commit'} |`));
    expect(missing.map(({ role, name }) => `${role} ${name}`)).toEqual([]);
  });

  test('names no folder of the computer that wrote it', () => {
    expect(page).not.toMatch(/file:\/\/|\/(?:home|work|tmp|Users)\//);
  });
});
