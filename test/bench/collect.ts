import { measureBundles } from './measure-bundles.js';
import { BARE_HTTP, BARE_WS, HTTP_SERVERS, measureServers, WEBSOCKET_SERVERS } from './measure-servers.js';
import { measureStarts } from './measure-starts.js';
import { measureTypes, REFINEMENT, TYPE_USERS } from './measure-types.js';
import type { Result } from './result.js';
import type { Group, Owner } from './rows/group.js';
import { groups } from './rows/groups.js';
import { bundles, EMPTY, POWERTOOLS, starts } from './rows/programs.js';
import type { Measured, Rounds } from './statistics.js';
import type { Workspace } from './workspace.js';

/** The names of the groups that are not run again and again in one process. */
export const START = { esm: 'Import and use once, ES modules', cjs: 'Import and use once, CommonJS' } as const;
export const FIRST_CALL = 'Call once after the import';
export const BUNDLE = 'Bundle with esbuild';
export const TYPES = 'Check types';
export const SERVERS = 'Answer requests over loopback';
export const WEBSOCKETS = 'Answer WebSocket messages over loopback';
export const PACKAGE = 'Pack the package';
export const INSTALL = 'Install the package';
export const PACKED = 'size of the tarball';
export const INSTALLED = 'packages that npm installs';

/** The names of all groups, in the order of the tables. */
export const GROUP_NAMES: readonly string[] = [
  ...groups.map(({ name }) => name),
  START.esm,
  START.cjs,
  FIRST_CALL,
  BUNDLE,
  TYPES,
  SERVERS,
  WEBSOCKETS,
  PACKAGE,
  INSTALL,
];

/** In how many processes each group is measured. */
const PROCESSES = 3;
/** How often each program is started. */
const STARTS = 9;

/** Measures the groups with these names, and calls `log` with the name of each before it starts. */
export async function collect(workspace: Workspace, names: readonly string[], log: (name: string) => void): Promise<readonly Result[]> {
  const results = await collectGroups(
    workspace,
    groups.filter(({ name }) => names.includes(name)),
    log,
  );
  for (const [covered, measure] of OTHERS) {
    if (!covered.some((name) => names.includes(name))) continue;
    log(covered.join(' · '));
    results.push(...(await measure(workspace)));
  }
  return results;
}

/** The measurements with ways of their own, and the groups that each of them gives. */
const OTHERS: readonly (readonly [names: readonly string[], (workspace: Workspace) => Promise<readonly Result[]>])[] = [
  [[START.esm, FIRST_CALL], (workspace) => collectStarts(workspace, 'esm')],
  [[START.cjs], (workspace) => collectStarts(workspace, 'cjs')],
  [[BUNDLE], async (workspace) => [resultOf(BUNDLE, 'B', POWERTOOLS, ownersOf(bundles), [await measureBundles(workspace)])]],
  [[TYPES], async () => [resultOf(TYPES, 'instantiations', REFINEMENT, TYPE_USERS, [measureTypes()])]],
  [
    [SERVERS],
    async (workspace) => [resultOf(SERVERS, 'µs', BARE_HTTP, ownersOf(HTTP_SERVERS), await measureServers(workspace, HTTP_SERVERS))],
  ],
  [
    [WEBSOCKETS],
    async (workspace) => [
      resultOf(WEBSOCKETS, 'µs', BARE_WS, ownersOf(WEBSOCKET_SERVERS), await measureServers(workspace, WEBSOCKET_SERVERS)),
    ],
  ],
  [[PACKAGE], async ({ packedSize }) => [resultOf(PACKAGE, 'B', PACKED, { [PACKED]: 'ours' }, [{ [PACKED]: [packedSize] }])]],
  [[INSTALL], async ({ installed }) => [resultOf(INSTALL, '', INSTALLED, { [INSTALLED]: 'ours' }, [{ [INSTALLED]: [installed] }])]],
];

/** What `processes/group.ts` prints. */
interface Printed {
  readonly rounds: Rounds;
  readonly owners: Result['owners'];
  readonly missing: readonly string[];
}

/** Measures all groups once, then again in new processes, so that a slow minute of the computer doesn't decide about a group. */
async function collectGroups(workspace: Workspace, chosen: readonly Group[], log: (name: string) => void): Promise<Result[]> {
  const printed = new Map<Group, Printed[]>(chosen.map((group) => [group, []]));
  for (let process = 1; process <= PROCESSES; process += 1) {
    for (const [group, list] of printed) {
      log(`${group.name}, process ${process} of ${PROCESSES}`);
      list.push(JSON.parse(await workspace.run('group.mjs', [group.name])) as Printed); // see above
    }
  }
  return [...printed].map(([{ name, base }, list]) => ({
    name,
    unit: 'µs',
    base,
    owners: list[0]?.owners ?? {},
    missing: list[0]?.missing ?? [],
    measured: list.map(({ rounds }) => rounds),
  }));
}

async function collectStarts(workspace: Workspace, format: 'esm' | 'cjs'): Promise<readonly Result[]> {
  const owners = ownersOf(starts.filter(({ name }) => name !== EMPTY));
  const { total, firstCall } = await measureStarts(workspace, format, STARTS);
  const result = resultOf(START[format], 'µs', POWERTOOLS, owners, total);
  return format === 'cjs' ? [result] : [result, resultOf(FIRST_CALL, 'µs', POWERTOOLS, owners, firstCall)];
}

/** A contender that wasn't measured is missing. */
function resultOf(name: string, unit: Result['unit'], base: string, owners: Result['owners'], measured: Measured): Result {
  const missing = Object.keys(owners).filter((contender) => !measured.some((rounds) => contender in rounds));
  return { name, unit, base, owners, missing, measured };
}

function ownersOf(contenders: readonly { readonly name: string; readonly owner: Owner }[]): Result['owners'] {
  return Object.fromEntries(contenders.map(({ name, owner }) => [name, owner]));
}
