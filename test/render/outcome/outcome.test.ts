import { failure, payload, streamedBytes, unauthorized } from 'apigw-proxy/render';
import { describe, expect, test } from 'vitest';
import { ANSWER, OUTCOME, readOutcome, SENTENCES } from '../../../src/render/outcome/outcome.js';

const OUTCOMES = [payload('{}'), failure('timeout'), unauthorized('Bearer'), streamedBytes('x', 'text/plain')];

describe('readOutcome', () => {
  test.each(OUTCOMES)('returns %j', (outcome) => {
    expect(readOutcome(outcome)).toEqual(outcome);
  });

  test.each(OUTCOMES)('takes %j for an ordinary result if a part of it is wrong', (outcome) => {
    const needed = Reflect.ownKeys(outcome).filter((key) => key !== SENTENCES && key !== 'challenge');
    for (const key of needed) {
      expect(readOutcome({ ...outcome, [key]: 5 }), String(key)).toBeUndefined();
      expect(readOutcome({ ...outcome, [key]: undefined }), String(key)).toBeUndefined();
    }
  });

  test.each([undefined, null, 5, 'x', {}, []])('takes %j for an ordinary result', (value) => {
    expect(readOutcome(value)).toBeUndefined();
  });

  test('knows the outcomes of another copy of the library, such as its CommonJS build', () => {
    expect([OUTCOME, ANSWER, SENTENCES].map(Symbol.keyFor)).toEqual(['apigw-proxy.outcome', 'apigw-proxy.answer', 'apigw-proxy.sentences']);
  });
});
