import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { RUNS, type VelocityRuns } from '../oracle/record.js';
import { withoutIdentities } from '../oracle/templates.js';
import { run } from '../run.js';

const { body, runs } = JSON.parse(readFileSync(RUNS, 'utf8')) as VelocityRuns; // written by `npm run oracle -- record`

describe('the engine prints what Apache Velocity 1.7 prints', () => {
  test.each(runs)('%j', (template, prints) => {
    const printed = run({ template, body });
    expect('text' in printed ? withoutIdentities(printed.text) : null).toBe(prints);
  });
});
