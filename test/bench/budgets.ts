import { BUNDLE, INSTALL, INSTALLED, PACKAGE, PACKED, SERVERS, START, TYPES, WEBSOCKETS } from './collect.js';
import { BARE_HTTP, BARE_WS, LOCAL_API, LOCAL_API_ROUTES, LOCAL_WEBSOCKET_API } from './measure-servers.js';
import { REFINEMENT } from './measure-types.js';
import type { Result } from './result.js';
import { BUILT } from './rows/build.js';
import { JSON_STRINGIFY } from './rows/check-result.js';
import { CHECK, EVENTS, GUARDS, LOCAL, POWERTOOLS, RENDER, RESULTS, SCHEMAS, ZOD } from './rows/programs.js';
import { BY_HAND, RESULTS as RENDERED, SERVER_RESPONSE } from './rows/render.js';
import { contenderOf, ROUTE_COUNTS } from './rows/routes.js';
import { toEventGroups } from './rows/to-event.js';
import { JSON_PARSE } from './rows/validate.js';
import { costOf, type Figure, ratioOf } from './statistics.js';

/** What something may cost. */
export interface Budget {
  /** What it is about. */
  readonly row: string;
  readonly group: string;
  /** The contender whose cost is limited. */
  readonly of: string;
  /** The contender by whose cost it is divided. Absent if the cost itself is limited. */
  readonly per?: string;
  /** The figure may be this at most. */
  readonly most?: number;
  /** The figure must be this at least. */
  readonly least?: number;
  /** What follows the figure: `J` is the time of `JSON.parse` for the same event. */
  readonly unit: '' | 'J' | '×' | 'B' | 'instantiations';
}

/** Whether a budget is met, and by how much. Without a figure, the group wasn't measured. */
export interface Verdict {
  readonly budget: Budget;
  readonly figure?: Figure;
  readonly met: boolean;
}

const EVENT_KINDS = ['REST event', 'payload 2.0 event'];

export const budgets: readonly Budget[] = [
  ...EVENT_KINDS.flatMap((kind) => validating(kind)),
  ...BUILT.flatMap((kind) => [...building(`Build a ${kind}`, 0.8), ...building(`Build a minimal ${kind}`, 0.15)]),
  ...toEventGroups.map(({ name }) => inJ(name, 'toEvent', 0.8)),
  ...rendering(),
  ...ROUTE_COUNTS.slice(1).map(
    (count): Budget => ({
      row: `Find a route among ${count} instead of 1`,
      group: 'Find a route',
      of: contenderOf(count),
      per: contenderOf(1),
      most: 2,
      unit: '×',
    }),
  ),
  ...starting('ES modules', START.esm),
  ...starting('CommonJS', START.cjs),
  {
    row: 'Check a valid result of 1 kB, × JSON.stringify',
    group: 'Check a valid result of 1 kB',
    of: 'checkResult',
    per: JSON_STRINGIFY,
    most: 0.3,
    unit: '×',
  },
  ...bundling(),
  ...serving(),
  { row: 'Types: each further refineEvent', group: TYPES, of: REFINEMENT, most: 1500, unit: 'instantiations' },
  { row: 'Packages that npm i apigw-proxy installs', group: INSTALL, of: INSTALLED, most: 1, unit: '' },
  { row: 'The packed package', group: PACKAGE, of: PACKED, most: 600_000, unit: 'B' },
];

function inJ(group: string, of: string, most: number, row = group): Budget {
  return { row, group, of, per: JSON_PARSE, most, unit: 'J' };
}

function faster(row: string, group: string, ours: string, peer: string, least: number): Budget {
  return { row: `${row}, × faster than ${peer}`, group, of: peer, per: ours, least, unit: '×' };
}

function validating(kind: string): Budget[] {
  const [check, refine] = [`Check a ${kind}`, `Parse a ${kind} with a JSON body`];
  const layouts = `Check ${kind}s in 30 layouts, through one call site`;
  return [
    inJ(check, 'guard', 0.02, `${check} with a guard`),
    inJ(layouts, 'guard', 0.04),
    inJ(check, 'schema', 0.03, `${check} with a schema`),
    faster(`${check} with a schema`, check, 'schema', '@aws-lambda-powertools/parser', 40),
    inJ(refine, 'refineEvent', 0.3),
    faster(refine, refine, 'refineEvent', '@aws-lambda-powertools/parser extend', 4),
  ];
}

function building(group: string, most: number): Budget[] {
  return [inJ(group, 'builder', most), faster(group, group, 'builder', 'structuredClone of the event', 2)];
}

function rendering(): Budget[] {
  const ours = 'renderResult and toHttp1Bytes';
  const limits = Object.entries({ '55 B': 2, '10 kB': 1.2, '1 MB base64': 1.1 });
  const group = (size: string): string => `Render a result with ${size}`;
  return [
    ...limits.map(
      ([size, most]): Budget => ({ row: `${group(size)}, × the limit`, group: group(size), of: ours, per: BY_HAND, most, unit: '×' }),
    ),
    ...Object.keys(RENDERED).map((size) => faster(group(size), group(size), ours, SERVER_RESPONSE, 1)),
  ];
}

function starting(format: string, group: string): Budget[] {
  const limits: [what: string, of: string, most: number, per: string, perName: string][] = [
    ['guards', GUARDS, 1 / 15, POWERTOOLS, 'powertools'],
    ['results', RESULTS, 1 / 15, POWERTOOLS, 'powertools'],
    ['events', EVENTS, 1 / 11, POWERTOOLS, 'powertools'],
    ['schemas', SCHEMAS, 1.1, ZOD, 'zod'],
    // What it cost in November 2026.
    ['local', LOCAL, 0.55, POWERTOOLS, 'powertools'],
  ];
  return limits.map(([what, of, most, per, perName]) => ({
    row: `Import and use apigw-proxy/${what} once, ${format}, × ${perName}`,
    group,
    of,
    per,
    most,
    unit: '×',
  }));
}

function bundling(): Budget[] {
  const limits: [what: string, of: string, most: number][] = [
    ['one guard', GUARDS, 1000],
    ['one schema, zod included', SCHEMAS, 29_000],
    ['renderResult and toHttp1Bytes', RENDER, 10_000],
    ['checkResult', CHECK, 8000],
  ];
  return limits.map(([what, of, most]) => ({ row: `Bundle with ${what}, gzip`, group: BUNDLE, of, most, unit: 'B' }));
}

function serving(): Budget[] {
  return [
    { row: 'Local API, × the requests of bare node:http', group: SERVERS, of: BARE_HTTP, per: LOCAL_API, least: 0.5, unit: '×' },
    {
      row: 'Local API with 1,000 routes, × the requests of bare node:http',
      group: SERVERS,
      of: BARE_HTTP,
      per: LOCAL_API_ROUTES,
      least: 0.5,
      unit: '×',
    },
    {
      row: 'Local WebSocket API, × the messages of bare ws',
      group: WEBSOCKETS,
      of: BARE_WS,
      per: LOCAL_WEBSOCKET_API,
      least: 0.4,
      unit: '×',
    },
  ];
}

/** Judges a budget by what was measured. */
export function judge(budget: Budget, results: readonly Result[]): Verdict {
  const result = results.find(({ name }) => name === budget.group);
  if (!result) return { budget, met: false };
  const { of, per, most = Number.POSITIVE_INFINITY, least = 0 } = budget;
  const figure = per === undefined ? costOf(result.measured, of) : ratioOf(result.measured, of, per);
  if (figure === undefined) return { budget, met: false };
  return { budget, figure, met: figure.median <= most && figure.median >= least };
}
