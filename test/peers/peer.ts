import type { RenderCase } from '../../src/conformance/cases/render-case.js';
import type { RequestCase } from '../../src/conformance/cases/request-case.js';
import { isRenderCase, whyUnseen } from '../../src/conformance/stack/seen-case.js';
import type { Target } from '../../src/index.js';
import { type Feature, featuresOf } from './feature.js';
import type { CaseScore } from './score.js';

/** A case about a result or about a request. */
export type Case = RenderCase | RequestCase;

/** What a peer is: it decides which cases it can answer, and how. */
export type Role = 'emulator' | 'builder' | 'adapter';

/** A package that answers the cases. */
export interface Peer {
  /** Its name on npm. */
  readonly name: string;
  readonly role: Role;
  /** What to install: name → exact version. The first one is the peer itself. Empty for this library. */
  readonly packages: Readonly<Record<string, string>>;
  /** What it claims to do, in a few words. */
  readonly claims: string;
  /** What of it the cases don't ask, in a few words. */
  readonly remark?: string;
  readonly targets: readonly Target[];
  readonly features: readonly Feature[];
  /** Answers cases. `home` is the folder in which its packages are installed. */
  readonly play: (cases: readonly Case[], home: string) => Promise<readonly CaseScore[]>;
}

/** The targets in words. */
const NAMES: Readonly<Record<Target, string>> = {
  rest: 'REST APIs',
  'http-1.0': 'payload 1.0 of HTTP APIs',
  'http-2.0': 'payload 2.0 of HTTP APIs',
  'function-url': 'function URLs',
  websocket: 'WebSocket APIs',
};

/**
 * Returns why a peer isn't asked a case, or `undefined` if it is: its role has no answer, it can't be seen over HTTP, or the peer doesn't
 * claim the target or a feature.
 */
export function whyNotAsked({ role, targets, features }: Pick<Peer, 'role' | 'targets' | 'features'>, given: Case): string | undefined {
  if (!targets.includes(given.api)) return NAMES[given.api];
  if (role !== 'emulator' && isRenderCase(given)) return 'results';
  if (role === 'adapter' && 'event' in given && given.event !== 'proxy') return 'events of authorizers';
  if (role === 'emulator') {
    const unseen = whyUnseen(given);
    if (unseen !== undefined) return unseen;
  }
  return [...featuresOf(given)].find((feature) => !features.includes(feature));
}
