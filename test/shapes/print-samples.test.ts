import { describe, expect, test } from 'vitest';
import { detectEvent } from '../../src/index.js';
import { SAMPLE_EVENTS } from '../../src/testing/matchers/sample-events.js';
import { shapes } from '../schemas/shapes.js';
import { annotateSamples, printSamples } from './print-samples.js';
import { SAMPLES } from './samples.js';
import { validators } from './validators.js';

const printed = printSamples();

test('there is a sample of every kind of event', () => {
  expect(SAMPLES.map(({ kind }) => kind).sort()).toEqual(Object.keys(SAMPLE_EVENTS).sort());
});

describe.each(annotateSamples())('the sample $kind', ({ kind, type, event, annotated }) => {
  const json: unknown = JSON.parse(printed.get(`${kind}.json`) ?? '');

  test('is valid', () => {
    expect(json).toEqual(event);
    expect(detectEvent(json)).toBe(kind);
    expect(shapes.find(({ name }) => name === type)?.guard(json)).toBe(true);
    expect(validators.get(type)?.(json)).toBe(true);
  });

  test('is the same with comments', () => {
    expect(JSON.parse(annotated.replace(/^ *\/\/.*\n/gm, ''))).toEqual(json);
  });

  test('explains every field at the top', () => {
    const keys = annotated.split('\n').flatMap((line, index, lines) => (/^ {2}"/.test(line) ? [[line, lines[index - 1]]] : []));
    expect(keys.length).toBe(Object.keys(event).length);
    expect(keys.filter(([, above = '']) => !above.startsWith('  // '))).toEqual([]);
  });
});
