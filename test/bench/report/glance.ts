import { BUNDLE, SERVERS, START } from '../collect.js';
import { LOCAL_API } from '../measure-servers.js';
import type { Result, Unit } from '../result.js';
import { EVENTS, GUARDS, POWERTOOLS, SCHEMAS, ZOD } from '../rows/programs.js';
import { SERVER_RESPONSE } from '../rows/render.js';
import { contenderOf } from '../rows/routes.js';
import { costOf, ratioOf } from '../statistics.js';
import { formatCost, formatNumber } from './numbers.js';

/** One line of the table at the top of the page: what you do, with this library, and with something else. */
interface Glance {
  readonly task: string;
  readonly group: string;
  readonly ours: string;
  readonly oursName: string;
  readonly peer: string;
}

const PARSER = '@aws-lambda-powertools/parser';
const CLONE = 'structuredClone of the event';

export const glances: readonly Glance[] = [
  { task: 'check a REST event', group: 'Check a REST event', ours: 'guard', oursName: 'a guard', peer: PARSER },
  { task: 'check a REST event', group: 'Check a REST event', ours: 'schema', oursName: 'a schema', peer: 'zod' },
  {
    task: 'parse and validate a JSON body',
    group: 'Parse a payload 2.0 event with a JSON body',
    ours: 'refineEvent',
    oursName: '`refineEvent`',
    peer: `${PARSER} extend`,
  },
  {
    task: 'build a test event',
    group: 'Build a REST event',
    ours: 'builder',
    oursName: '`buildRestEvent`',
    peer: '@serverless/event-mocks',
  },
  { task: 'build a minimal test event', group: 'Build a minimal REST event', ours: 'builder', oursName: '`buildRestEvent`', peer: CLONE },
  {
    task: 'write a response of 10 kB',
    group: 'Render a result with 10 kB',
    ours: 'renderResult and toHttp1Bytes',
    oursName: '`renderResult`',
    peer: SERVER_RESPONSE,
  },
  {
    task: 'test a handler without a socket',
    group: 'Render a result with 55 B',
    ours: 'renderResult and toHttp1Bytes',
    oursName: '`renderResult`',
    peer: 'light-my-request',
  },
  { task: 'find one of 1,000 routes', group: 'Find a route', ours: contenderOf(1000), oursName: '`findRoute`', peer: 'find-my-way, 1000' },
  { task: 'import a guard and use it', group: START.esm, ours: GUARDS, oursName: '`/guards`', peer: POWERTOOLS },
  { task: 'import a schema and use it', group: START.esm, ours: SCHEMAS, oursName: '`/schemas`', peer: ZOD },
  { task: 'import a builder and use it', group: START.esm, ours: EVENTS, oursName: '`/events`', peer: POWERTOOLS },
  { task: 'bundle a check of an event', group: BUNDLE, ours: GUARDS, oursName: 'a guard', peer: POWERTOOLS },
  { task: 'bundle a schema', group: BUNDLE, ours: SCHEMAS, oursName: 'a schema', peer: ZOD },
  { task: 'answer a request locally', group: SERVERS, ours: LOCAL_API, oursName: 'local API', peer: 'fastify' },
];

/** Returns the rows of the table at the top of the page. */
export function glanceRows(results: readonly Result[]): string[] {
  return glances.flatMap(({ task, group, ours, oursName, peer }) => {
    const result = results.find(({ name }) => name === group);
    const mine = result && costOf(result.measured, ours)?.median;
    if (!result || mine === undefined) return [];
    const theirs = costOf(result.measured, peer)?.median;
    const ratio = ratioOf(result.measured, peer, ours)?.median;
    const cost = theirs === undefined ? 'not installed' : formatCost(theirs, result.unit);
    return [
      `| ${task} | ${oursName}: ${formatCost(mine, result.unit)} | ${peer}: ${cost} | ${ratio === undefined ? '–' : compare(ratio, result.unit)} |`,
    ];
  });
}

function compare(ratio: number, unit: Unit): string {
  const [more, less] = unit === 'B' ? ['smaller', 'larger'] : ['faster', 'slower'];
  if (ratio > 0.95 && ratio < 1.05) return 'the same';
  return ratio > 1 ? `${formatNumber(ratio)} × ${more}` : `${formatNumber(1 / ratio)} × ${less}`;
}
