import { renderResult } from 'apigw-proxy/render';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { valuesOf } from './responses.js';

const MOMENTS = fc.oneof(
  fc.integer({ min: 0, max: 5000 }),
  fc.integer({ min: -5000, max: 0 }),
  fc.integer({ min: -8.64e15, max: 8.64e15 }),
);

test('the Date of a response is the time of the clock, whatever the previous response had', () => {
  fc.assert(
    fc.property(fc.array(MOMENTS, { minLength: 1, maxLength: 5 }), (moments) => {
      const dates = moments.map((moment) => valuesOf(renderResult({}, { target: 'rest', now: () => moment }), 'date'));
      expect(dates).toEqual(moments.map((moment) => [new Date(moment).toUTCString()]));
    }),
  );
});
