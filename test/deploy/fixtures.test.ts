import { readdirSync, readFileSync } from 'node:fs';
import { type ReadTemplateOptions, readTemplate } from 'apigw-proxy/deploy';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { type Expectation, judge } from './judge.js';

// `expect.json` says what must be concluded, by people who read the template. `deployment.yaml` is all that is concluded: after a change that
// you want, write it anew with `-u` and read the difference.

const FOLDER = 'test/deploy/fixtures';
const SAMPLES = 'test/deploy/serverless/samples';

describe('readTemplate', () => {
  test.each(readdirSync(FOLDER))('concludes from %s what the fixture expects', async (name) => {
    const expected: Expectation = JSON.parse(readFileSync(`${FOLDER}/${name}/expect.json`, 'utf8'));
    const deployment = readTemplate(`${FOLDER}/${name}/${expected.input}`, optionsOf(expected));
    expect(judge(expected, deployment)).toEqual([]);
    expect(deployment.format).toBe(expected.format);
    const { unsupported, optional } = deployment;
    expect([...unsupported, ...optional].filter(({ where, line }) => where !== '' && line === undefined)).toEqual([]);
    await expect(stringify(deployment, { lineWidth: 0 })).toMatchFileSnapshot(`fixtures/${name}/deployment.yaml`);
  });

  test.each(readdirSync(SAMPLES))('concludes from %s what it did before', async (name) => {
    const deployment = readTemplate(`${SAMPLES}/${name}/serverless.yml`);
    await expect(stringify(deployment, { lineWidth: 0 })).toMatchFileSnapshot(`serverless/samples/${name}/deployment.yaml`);
  });
});

/** `serverless.yml` has its own region. */
function optionsOf({ format, options, assume }: Expectation): ReadTemplateOptions {
  return { ...options, ...(format === 'serverless' || assume['AWS::Region'] === undefined ? {} : { region: assume['AWS::Region'] }) };
}
