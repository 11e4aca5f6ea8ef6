import { describe, expect, test } from 'vitest';
import { readRuns } from '../oracle/record.js';
import { withoutIdentities } from '../oracle/templates.js';
import { run } from '../run.js';

describe.each(readRuns())('the engine prints what Apache Velocity 1.7 prints: %s', (_, { body, runs }) => {
  test.each(runs)('%j', (template, prints) => {
    const printed = run({ template, body });
    expect('text' in printed ? withoutIdentities(printed.text) : null).toBe(prints);
  });
});
