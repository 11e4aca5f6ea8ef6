import { reportOther } from '../issues/report-other.js';
import type { Payload } from '../outcome/outcome.js';
import type { Reading } from '../rendering.js';
import { type BoundResult, bindResult } from './bind.js';
import { compactJson } from './compact-json.js';
import { findDuplicateKey } from './duplicate-key.js';
import { guard, isTooLarge, reportTooLarge } from './read-result.js';

/** Reads a serialized result as `readResult` reads a value. */
export function readPayload({ text }: Payload, reading: Reading): BoundResult | undefined {
  const { report } = reading;
  const value = parseJson(text);
  if (value === undefined) {
    reportOther(report, 'payload-not-json', []);
    return undefined;
  }
  if (isTooLarge(text)) reportTooLarge(reading);
  return guard(reading, () => {
    const twice = findDuplicateKey(text);
    if (twice !== undefined) reportOther(report, 'duplicate-key', [], twice);
    return bindResult(value.json, reading, () => compactJson(text));
  });
}

function parseJson(text: string): { readonly json: unknown } | undefined {
  try {
    return { json: JSON.parse(text) };
  } catch {
    return undefined;
  }
}
