import type { Budget, Verdict } from './budgets.js';
import { BUNDLE, SERVERS, START, WEBSOCKETS } from './collect.js';
import { profileBundle } from './measure-bundles.js';
import { HTTP_SERVERS, profileServer, WEBSOCKET_SERVERS } from './measure-servers.js';
import { profileStart } from './measure-starts.js';
import { type Hits, type Profile, topOf } from './profiler.js';
import { groups } from './rows/groups.js';
import type { Workspace } from './workspace.js';

/** How the contenders of the other groups are profiled. Types and the package have no profile. */
const PROFILERS: Readonly<Record<string, (workspace: Workspace, contender: string) => Promise<Profile>>> = {
  [START.esm]: (workspace, contender) => profileStart(workspace, contender, 'esm'),
  [START.cjs]: (workspace, contender) => profileStart(workspace, contender, 'cjs'),
  [BUNDLE]: (_, contender) => profileBundle(contender),
  [SERVERS]: (workspace, contender) => profileServer(workspace, HTTP_SERVERS, contender),
  [WEBSOCKETS]: (workspace, contender) => profileServer(workspace, WEBSOCKET_SERVERS, contender),
};

/** Profiles the work of every budget that isn't met. Returns the profiles by the row of the budget. */
export async function profileMissed(
  workspace: Workspace,
  verdicts: readonly Verdict[],
  log: (name: string) => void,
): Promise<Readonly<Record<string, Profile>>> {
  const profiles: Record<string, Profile> = {};
  const known = new Map<string, Profile>();
  for (const { budget } of verdicts.filter(({ met, figure }) => !met && figure !== undefined)) {
    const key = `${budget.group}, ${ownContender(budget)}`;
    log(`Profile: ${key}`);
    const profile = known.get(key) ?? (await profileOf(workspace, budget.group, ownContender(budget)));
    known.set(key, profile);
    profiles[budget.row] = profile;
  }
  return profiles;
}

/** The cost that is too high: in a budget of at least some times a peer's cost, that by which it is divided. */
function ownContender({ of, per, least }: Budget): string {
  return least === undefined ? of : (per ?? of);
}

async function profileOf(workspace: Workspace, group: string, contender: string): Promise<Profile> {
  if (!groups.some(({ name }) => name === group)) return (await PROFILERS[group]?.(workspace, contender)) ?? [];
  return topOf([JSON.parse(await workspace.run('profile.mjs', [group, contender])) as Hits]); // what `processes/profile.ts` prints
}
