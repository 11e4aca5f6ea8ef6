import { TARGETS } from 'apigw-proxy';
import { BUNDLE, FIRST_CALL, INSTALL, PACKAGE, SERVERS, START, TYPES, WEBSOCKETS } from '../collect.js';
import { RESULTS } from '../rows/render.js';
import { nameOfToEvent } from '../rows/to-event.js';

/** A part of the page: a few sentences, an image of some groups, and tables of all its groups. */
export interface Section {
  readonly title: string;
  readonly text: string;
  /** Name of the image's file without `.svg`, and the groups that it shows. */
  readonly image?: string;
  readonly drawn?: readonly string[];
  readonly tables: readonly Table[];
}

/** A table with a row for each contender and a column for each group. */
export interface Table {
  readonly title: string;
  /** Whether the cells show costs. Otherwise they show multiples of the group's base. */
  readonly costs?: boolean;
  /** Names of groups, by the head of their column. */
  readonly columns: Readonly<Record<string, string>>;
}

export const sections: readonly Section[] = [
  {
    title: 'Validate an event',
    text: `The guard checks the whole event. The schema returns the same event, and explains what is wrong with an invalid one. The schemas of the
other packages check the same fields, except for powertools, which has its own. All figures are multiples of the time that \`JSON.parse\` needs for
the same event.`,
    image: 'validate',
    drawn: ['Check a REST event', 'Refuse a REST event with one wrong field', 'Parse a REST event with a JSON body'],
    tables: [
      ...['REST event', 'payload 2.0 event'].map((kind) => ({
        title: kind,
        columns: {
          valid: `Check a ${kind}`,
          '100 headers, 1 MB': `Check a ${kind} with 100 headers and a body of 1 MB`,
          '30 layouts': `Check ${kind}s in 30 layouts, through one call site`,
          'one wrong field': `Refuse a ${kind} with one wrong field`,
          'another kind of event': `Refuse another kind of event as a ${kind}`,
        },
      })),
      {
        title: 'event with a JSON body that is parsed and validated',
        columns: {
          'REST, valid': 'Parse a REST event with a JSON body',
          'REST, wrong body': 'Refuse a REST event with a wrong JSON body',
          '2.0, valid': 'Parse a payload 2.0 event with a JSON body',
          '2.0, wrong body': 'Refuse a payload 2.0 event with a wrong JSON body',
        },
      },
    ],
  },
  {
    title: 'Build a test event',
    text: `A builder derives all fields of the event from the request that you describe. \`structuredClone\` only copies a finished event, and
\`@serverless/event-mocks\` merges your fields into a fixed one.`,
    image: 'build',
    drawn: ['Build a REST event', 'Build a minimal REST event', nameOfToEvent('http-2.0')],
    tables: [
      { title: 'event with headers, query, cookies and JSON', columns: columnsOf('Build a ') },
      { title: 'minimal event', columns: columnsOf('Build a minimal ') },
      {
        title: 'request with 20 headers',
        columns: Object.fromEntries(TARGETS.map((target) => [target, nameOfToEvent(target)])),
      },
    ],
  },
  {
    title: 'Render a result',
    text: `\`renderResult\` and \`toHttp1Bytes\` create the response's bytes, with every rule of the gateway. The limit is code that knows only these
results: one string for the head, one buffer for the bytes. \`http.ServerResponse\` writes to a socket in memory.`,
    image: 'render',
    drawn: ['Render a result with 55 B', 'Render a result with 10 kB', 'Render a result with 1 MB base64'],
    tables: [
      { title: 'result', columns: Object.fromEntries(Object.keys(RESULTS).map((size) => [size, `Render a result with ${size}`])) },
      {
        title: 'result that is only checked',
        columns: { 'valid, 1 kB': 'Check a valid result of 1 kB', invalid: 'Explain what is wrong with a result' },
      },
    ],
  },
  {
    title: 'Find a route',
    text: `\`findRoute\` follows AWS's priorities. hono and powertools can't be asked for a route alone, so their figures include the whole request.`,
    image: 'routes',
    drawn: ['Find a route'],
    tables: [{ title: 'finder and number of routes', costs: true, columns: { time: 'Find a route' } }],
  },
  {
    title: 'Start',
    text: `CPU time from the import to the end of the first call, without a bundler, in new processes: how much more than an empty program.`,
    image: 'start',
    drawn: [START.esm],
    tables: [
      {
        title: 'program',
        costs: true,
        columns: { 'ES modules': START.esm, CommonJS: START.cjs, 'only the first call': FIRST_CALL },
      },
    ],
  },
  {
    title: 'Bundle and install',
    text: `Sizes of bundles that esbuild makes, minified and after gzip. They are exact.`,
    image: 'bundle',
    drawn: [BUNDLE],
    tables: [
      { title: 'bundle', costs: true, columns: { size: BUNDLE } },
      { title: 'package', costs: true, columns: { size: PACKAGE, number: INSTALL } },
    ],
  },
  {
    title: 'Run an API locally',
    text: `CPU time of the server's process per request or message, with 32 connections. The bare servers know one route and no rule of AWS.`,
    image: 'local',
    drawn: [SERVERS, WEBSOCKETS],
    tables: [
      { title: 'server', costs: true, columns: { request: SERVERS } },
      { title: 'WebSocket server', costs: true, columns: { message: WEBSOCKETS } },
    ],
  },
  {
    title: 'Check types',
    text: `How many types TypeScript instantiates, more than for an empty file. The numbers are exact.`,
    tables: [{ title: 'code', costs: true, columns: { instantiations: TYPES } }],
  },
];

function columnsOf(start: string): Readonly<Record<string, string>> {
  const kinds = {
    REST: 'REST event',
    '1.0': 'payload 1.0 event',
    '2.0': 'payload 2.0 event',
    'function URL': 'function URL event',
    WebSocket: 'WebSocket event',
  };
  return Object.fromEntries(Object.entries(kinds).map(([head, kind]) => [head, `${start}${kind}`]));
}
