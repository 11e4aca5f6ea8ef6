import { describe, expect, test } from 'vitest';
import { BUDGET, javaThrows, MAX_DEPTH, startMeter, TemplateFailure } from '../../src/custom/meter.js';
import { once } from '../../src/custom/once.js';

/** A template's budget, small enough to use up. */
const meter = () => startMeter(() => undefined, { steps: 10, characters: 20 });

function failureOf(run: () => unknown): TemplateFailure {
  try {
    run();
  } catch (error) {
    if (error instanceof TemplateFailure) return error;
  }
  throw new Error('It did not fail.');
}

describe('a meter', () => {
  test('counts steps up to the last one', () => {
    const counted = meter();
    counted.spend(4);
    counted.spend(6);
    counted.spend(0);
    expect(failureOf(() => counted.spend(1))).toMatchObject({
      name: 'TemplateFailure',
      reason: 'budget',
      message: 'It needs more than 10 steps.',
    });
  });

  test('counts characters up to the last one', () => {
    const counted = meter();
    counted.write(20);
    expect(failureOf(() => counted.write(1))).toMatchObject({ reason: 'budget', message: 'It makes more than 20 characters.' });
  });

  test('counts levels, and forgets those that were left', () => {
    const counted = meter();
    const nest = (levels: number): number => counted.deeper(() => (levels === 1 ? 1 : nest(levels - 1)));
    for (let round = 0; round < 3; round += 1) expect(nest(MAX_DEPTH)).toBe(1);
    expect(failureOf(() => nest(MAX_DEPTH + 1))).toMatchObject({ reason: 'budget', message: 'It nests more than 200 levels.' });
    expect(nest(MAX_DEPTH)).toBe(1);
  });

  test('has the budget of a template', () => {
    const counted = startMeter(() => undefined);
    counted.spend(BUDGET.steps);
    expect(failureOf(() => counted.spend(1)).message).toBe('It needs more than 10000000 steps.');
    counted.write(BUDGET.characters);
    expect(failureOf(() => counted.write(1)).message).toBe('It makes more than 100000000 characters.');
  });
});

test('an exception of Java is a failure', () => {
  expect(failureOf(() => javaThrows('java.lang.X'))).toMatchObject({ reason: 'exception', message: 'java.lang.X' });
});

test('once makes a value when it is first asked for', () => {
  let made = 0;
  const value = once(() => {
    made += 1;
    return undefined;
  });
  expect(made).toBe(0);
  expect([value(), value(), made]).toEqual([undefined, undefined, 1]);
});
