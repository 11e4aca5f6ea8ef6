import { readdirSync, readFileSync } from 'node:fs';
import { type ReadTemplateOptions, readTemplate } from 'apigw-proxy/deploy';
import { describe, expect, test } from 'vitest';
import { type Expectation, judge } from './judge.js';

const FOLDER = 'test/deploy/fixtures';

describe('readTemplate', () => {
  test.each(readdirSync(FOLDER))('concludes from %s what the fixture expects', (name) => {
    const expected: Expectation = JSON.parse(readFileSync(`${FOLDER}/${name}/expect.json`, 'utf8'));
    const deployment = readTemplate(`${FOLDER}/${name}/${expected.input}`, optionsOf(expected));
    expect(judge(expected, deployment)).toEqual([]);
    expect(deployment.format).toBe(expected.format);
  });

  test.each(readdirSync(FOLDER))('reports nothing in %s without its line', (name) => {
    const expected: Expectation = JSON.parse(readFileSync(`${FOLDER}/${name}/expect.json`, 'utf8'));
    const { unsupported, optional } = readTemplate(`${FOLDER}/${name}/${expected.input}`, optionsOf(expected));
    expect([...unsupported, ...optional].filter(({ where, line }) => where !== '' && line === undefined)).toEqual([]);
  });
});

/** `serverless.yml` has its own region. */
function optionsOf({ format, options, assume }: Expectation): ReadTemplateOptions {
  return { ...options, ...(format === 'serverless' || assume['AWS::Region'] === undefined ? {} : { region: assume['AWS::Region'] }) };
}
