import {
  buildFunctionUrlEvent,
  buildHttpEvent,
  buildHttpEventV1,
  buildRestEvent,
  buildWebsocketSession,
  type EventInit,
} from 'apigw-proxy';
import { type Contender, type Group, importPeer, limit, ours, peer } from './group.js';
import { RICH } from './inputs.js';
import { JSON_PARSE } from './validate.js';

/** `@serverless/event-mocks` is CommonJS with a default export. */
interface EventMocks {
  readonly default: { default(name: string, override: object): object };
}

const { json: _, ...COMMON } = RICH;
/** The same request without a route. It is written out, because V8 makes a slow object of what `...` leaves over. */
const UNROUTED = {
  path: '/users/42/notes',
  query: RICH.query,
  cookies: RICH.cookies,
  headers: RICH.headers,
  json: RICH.json,
} as const satisfies EventInit;

/** Builds an event. `again` builds it from defaults and the rest. */
interface Builder {
  readonly name: string;
  readonly rich: () => () => object;
  readonly again?: () => () => object;
  readonly minimal: () => () => object;
  /** The name of the event in `@serverless/event-mocks`. */
  readonly mock?: string;
}

const BUILDERS: readonly Builder[] = [
  {
    name: 'REST event',
    rich: () => () => buildRestEvent(RICH),
    again: () => withDefaults(buildRestEvent.with(COMMON)),
    minimal: () => () => buildRestEvent({}),
    mock: 'aws:apiGateway',
  },
  {
    name: 'payload 1.0 event',
    rich: () => () => buildHttpEventV1(RICH),
    again: () => withDefaults(buildHttpEventV1.with(COMMON)),
    minimal: () => () => buildHttpEventV1({}),
  },
  {
    name: 'payload 2.0 event',
    rich: () => () => buildHttpEvent(RICH),
    again: () => withDefaults(buildHttpEvent.with(COMMON)),
    minimal: () => () => buildHttpEvent({}),
  },
  {
    name: 'function URL event',
    rich: () => () => buildFunctionUrlEvent(UNROUTED),
    minimal: () => () => buildFunctionUrlEvent({}),
  },
  {
    name: 'WebSocket event',
    rich: () => {
      const session = buildWebsocketSession({ query: { token: 'abc' }, headers: RICH.headers });
      return () => session.connect();
    },
    minimal: () => {
      const session = buildWebsocketSession();
      return () => session.message('hi');
    },
    mock: 'aws:websocket',
  },
];

function withDefaults(build: (init: { json: unknown }) => object): () => object {
  return () => build({ json: RICH.json });
}

export const BUILT: readonly string[] = BUILDERS.map(({ name }) => name);

export const buildGroups: readonly Group[] = BUILDERS.flatMap((builder) => [
  group(`Build a ${builder.name}`, builder, builder.rich),
  group(`Build a minimal ${builder.name}`, builder, builder.minimal),
]);

function group(name: string, { again, rich, mock }: Builder, build: () => () => object): Group {
  const prepare = async (): Promise<readonly Contender[]> => {
    const run = build();
    const event = run();
    const text = JSON.stringify(event);
    const mocks = (await importPeer('@serverless/event-mocks')) as EventMocks | undefined;
    const createEvent = mocks?.default.default;
    return [
      limit(JSON_PARSE, () => JSON.parse(text)),
      ours('builder', run, (built) => keysOf(built) === keysOf(event)),
      ...(again !== undefined && build === rich ? [ours('builder, most of it by with()', again())] : []),
      peer('structuredClone of the event', () => structuredClone(event)),
      ...(mock === undefined
        ? []
        : [
            peer('@serverless/event-mocks', createEvent && (() => createEvent(mock, { body: 'hi' })), (built) => typeof built === 'object'),
          ]),
    ];
  };
  return { name, topic: 'build', base: JSON_PARSE, prepare };
}

/** The names of all fields. A session numbers its messages, so their values differ. */
function keysOf(event: unknown): string {
  return JSON.stringify(event, (_, value: unknown) => (typeof value === 'object' ? value : 0));
}
