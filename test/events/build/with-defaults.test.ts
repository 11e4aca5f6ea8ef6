import {
  buildFunctionUrlEvent,
  buildHttpEvent,
  buildHttpEventV1,
  buildRequestAuthorizerEvent,
  buildRequestAuthorizerEventV2,
  buildRestEvent,
  buildWebsocketEvent,
} from 'apigw-proxy';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { EventInit } from '../../../src/events/build/event-init.js';
import { outcomeOf } from '../plain/outcome.js';

const INIT = fc.record<EventInit>(
  {
    route: fc.constantFrom('/users/{id}', 'POST /users/{id}', undefined),
    path: fc.constantFrom('/users/1', 'users/2', undefined),
    pathParameters: fc.constantFrom({ id: 3 }, { id: 'é' }, {}, undefined),
    json: fc.constantFrom({ a: 1 }, null, undefined),
    form: fc.constantFrom({ a: 'b' }, undefined),
    body: fc.constantFrom('text', new Uint8Array([1]), undefined),
    stage: fc.constantFrom('dev', 'a/b', undefined),
    method: fc.constantFrom('PUT', '', undefined),
  },
  { requiredKeys: [] },
);

const RIVALS = [
  ['path', 'pathParameters'],
  ['json', 'form', 'body'],
] as const;

/** Options in front of defaults, as the documentation says: one by one, and without the defaults that set the same thing. */
function mergePlainly(defaults: EventInit, init: EventInit): EventInit {
  const merged: EventInit = { ...defaults };
  for (const rivals of RIVALS) {
    if (rivals.some((name) => init[name] !== undefined)) for (const name of rivals) if (init[name] === undefined) delete merged[name];
  }
  return { ...merged, ...withoutUndefined(init) };
}

function withoutUndefined(init: EventInit): EventInit {
  return Object.fromEntries(Object.entries(init).filter(([, value]) => value !== undefined));
}

const SETTINGS = fc.record<EventInit>(
  {
    stageVariables: fc.constant({ color: 'blue' }),
    authorizer: fc.constantFrom({ iam: {} }, { lambda: { context: { a: 'b' } } }),
    clientCert: fc.constant(true),
    headers: fc.constant({ a: ['1', '2'], 'Content-Type': 'text/plain' }),
    query: fc.constantFrom({ a: ['1', '2'] }, 'a=1&a=2'),
    cookies: fc.constant(['a=1', 'b=2']),
    userAgent: fc.constant('test/1'),
    endpointType: fc.constant('EDGE'),
  },
  { requiredKeys: [] },
);

/** Changes everything that can be changed in a value. */
function spoil(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  for (const part of Object.values(value)) spoil(part);
  for (const key of Object.keys(value)) Reflect.set(value, key, 'spoiled');
  Reflect.set(value, 'added', 'spoiled');
}

describe('a builder', () => {
  const builders = Object.entries({
    buildFunctionUrlEvent,
    buildHttpEvent,
    buildHttpEventV1,
    buildRequestAuthorizerEvent,
    buildRequestAuthorizerEventV2,
    buildRestEvent,
    buildWebsocketEvent,
  });

  test.each(builders)('%s builds the same event again, whatever happened to the one before', (_name, root) => {
    fc.assert(
      fc.property(SETTINGS, fc.constantFrom<EventInit>({}, { httpVersion: '2' }), (defaults, init) => {
        const build = (root as typeof buildRestEvent).with(defaults as object); // the builders differ in the types of their options
        const first = build(init as object);
        const text = JSON.stringify(first);
        for (const event of [first, build(init as object)]) {
          expect(JSON.stringify(event)).toBe(text);
          spoil(event);
        }
        expect(JSON.stringify(build(init as object))).toBe(text);
      }),
    );
  });

  test('reads defaults that can change in each call', () => {
    let time = 0;
    const json = { count: 1 };
    const ids = { requestId: 'first' };
    const headers = { accept: 'text/html' };
    const build = buildHttpEvent.with({ now: () => time, json, ids, headers });
    const before = build();
    time = 1000;
    Object.assign(json, { count: 2 });
    Object.assign(ids, { requestId: 'second' });
    Object.assign(headers, { accept: '*/*' });
    expect(
      [before, build()].map(({ body, headers, requestContext }) => [
        body,
        headers['accept'],
        requestContext.requestId,
        requestContext.timeEpoch,
      ]),
    ).toEqual([
      ['{"count":1}', 'text/html', 'first', 0],
      ['{"count":2}', '*/*', 'second', 1000],
    ]);
  });

  test.each<[string, (count: number) => EventInit]>([
    ['ids', (count) => ({ ids: { requestId: `request${count}` } })],
    ['stageVariables', (count) => ({ stageVariables: { a: `${count}` } })],
    ['pathParameters', (count) => ({ route: '/{id}', pathParameters: { id: count } })],
    ['query', (count) => ({ query: { a: count } })],
    ['headers', (count) => ({ headers: { a: `${count}` } })],
    ['cookies', (count) => ({ cookies: { a: `${count}` } })],
    ['json', (count) => ({ json: { a: count } })],
    ['form', (count) => ({ form: { a: `${count}` } })],
    ['body', (count) => ({ body: new Uint8Array([count]) })],
  ])('reads the default %s again in each call', (name, initOf) => {
    const defaults = initOf(1);
    const build = buildHttpEvent.with(defaults as object);
    expect(build()).toEqual(buildHttpEvent(initOf(1) as object));
    const [given, next] = [defaults, initOf(2)].map((init) => Reflect.get(init, name));
    Object.assign(given, next);
    expect(build()).toEqual(buildHttpEvent(initOf(2) as object));
  });

  test('reads a clock again in each call', () => {
    let time = 0;
    const build = buildHttpEvent.with({ now: () => time });
    const times = [1, 2].map((now) => {
      time = now;
      return build().requestContext.timeEpoch;
    });
    expect(times).toEqual([1, 2]);
  });

  test('reads options that an object inherits', () => {
    expect(buildHttpEvent(Object.create({ path: '/users' })).rawPath).toBe('/users');
  });
});

describe('with', () => {
  test.each([
    ['buildRestEvent', buildRestEvent],
    ['buildHttpEvent', buildHttpEvent],
  ] as const)('of %s puts options in front of the defaults, whatever was built before', (_name, build) => {
    fc.assert(
      fc.property(INIT, INIT, fc.array(INIT, { minLength: 1, maxLength: 4 }), (first, second, inits) => {
        const builder = build.with(first).with(second);
        const defaults = mergePlainly(mergePlainly({}, first), second);
        for (const init of inits) expect(outcomeOf(() => builder(init))).toBe(outcomeOf(() => build(mergePlainly(defaults, init))));
      }),
    );
  });
});
