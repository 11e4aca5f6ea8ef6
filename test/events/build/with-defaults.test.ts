import { buildHttpEvent, buildRestEvent } from 'apigw-proxy';
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
