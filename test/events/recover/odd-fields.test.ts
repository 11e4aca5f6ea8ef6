import { anonymize, fromEvent, repairEvent } from 'apigw-proxy/events';
import { describe, expect, test } from 'vitest';
import { SAMPLE_EVENTS } from '../../../src/testing/matchers/sample-events.js';
import { frozen } from '../../frozen.js';

// An event can come from another emulator, or from a log that somebody has edited. Any field can have any value that JSON has.

const ODD: readonly unknown[] = [
  null,
  5,
  '',
  '%zz',
  '\0',
  '__proto__',
  [],
  [null],
  [{}],
  {},
  { a: null },
  { toString: 5 },
  { constructor: 5 },
];

/** What an event is repaired for, in turn. */
const TARGETS = ['rest', 'http-1.0', 'http-2.0'] as const;

/** Lists the paths to all values inside a value. */
function pathsIn(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => [[...path, key], ...pathsIn(item, [...path, key])]);
}

/** Returns a copy with another value at a path. `undefined` removes the value. */
function withValue(holder: object, [key = '', ...rest]: readonly string[], value: unknown): object {
  const inner: unknown = Reflect.get(holder, key);
  const replaced = rest.length === 0 ? value : withValue(Object(inner), rest, value);
  const copy = Array.isArray(holder) ? [...holder] : { ...holder };
  return Object.assign(copy, { [key]: replaced });
}

describe.each(Object.entries(SAMPLE_EVENTS))('an event of the kind %s with an odd field', (_, sample) => {
  const event = sample();
  const events = pathsIn(event).flatMap((path) => [undefined, ...ODD].map((value) => frozen(withValue(event, path, value))));

  test.each<[name: string, use: (event: object, index: number) => unknown]>([
    ['fromEvent', (odd) => fromEvent(odd as never)],
    ['anonymize', (odd) => anonymize(odd as never)],
    ['repairEvent', (odd, index) => repairEvent(odd as never, TARGETS[index % TARGETS.length] ?? 'rest')],
  ])('is read, or refused with a code: %s', (_name, use) => {
    const faults = events.flatMap((odd, index) => {
      const thrown = errorOf(() => use(odd, index));
      return thrown === undefined || typeof Reflect.get(Object(thrown), 'code') === 'string' ? [] : [[thrown, odd]];
    });
    expect(faults).toEqual([]);
  });
});

function errorOf(call: () => unknown): unknown {
  try {
    call();
  } catch (error) {
    return error;
  }
  return undefined;
}
