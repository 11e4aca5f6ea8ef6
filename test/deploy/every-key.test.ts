import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { readDeployment } from '../../src/deploy/formats.js';
import type { ReadTemplateOptions } from '../../src/deploy/index.js';
import { readSource } from '../../src/deploy/yaml/read-source.js';

// The templates have every key that a reader knows, and something to report for every sentence. The files beside them say what is concluded: after
// a change that you want, write them anew with `-u` and read the difference.

const FOLDER = 'test/deploy/every-key';
const FILES: readonly (readonly [name: string, options: ReadTemplateOptions])[] = [
  ['cloudformation.yaml', {}],
  ['sam.yaml', {}],
  ['rest-api.yaml', { target: 'rest', functions: { f: 'a.b' } }],
  ['http-api.yaml', { target: 'http-2.0', functions: { f: 'a.b' } }],
  ['serverless.yml', {}],
];

function conclude(text: string, name: string, options: ReadTemplateOptions): string {
  const deployment = readDeployment(text, name, options, { readFile: () => undefined, listFiles: () => [] });
  return stringify(deployment, { lineWidth: 0, aliasDuplicateObjects: false });
}

describe('a template with every key', () => {
  test.each(FILES)('is read as before: %s', async (name, options) => {
    const text = readFileSync(`${FOLDER}/${name}`, 'utf8');
    await expect(conclude(text, name, options)).toMatchFileSnapshot(`every-key/${name}.deployment.txt`);
  });

  test.each(FILES)('is read as before with values of the wrong type: %s', async (name, options) => {
    const text = JSON.stringify(withWrongTypes(readSource(readFileSync(`${FOLDER}/${name}`, 'utf8'), name, 'yaml-1.1').value));
    await expect(conclude(text, name, options)).toMatchFileSnapshot(`every-key/${name}.wrong-types.txt`);
  });
});

/** What makes a resource, a route or an integration. Without them, there would be nothing to read. */
const KEPT =
  /^(?:Ref|Fn::.*|Type|type|ProtocolType|AuthorizerType|AuthType|openapi|service|handler|RouteKey|HttpMethod|[Pp]ath|[Mm]ethod|[Uu]ri|IntegrationUri)$/;

/** Returns a template with an array for each string, number and boolean, and an object for each array. */
function withWrongTypes(value: unknown): unknown {
  if (Array.isArray(value)) return value.every((item) => typeof item !== 'object') ? { odd: 1 } : value.map(withWrongTypes);
  if (typeof value !== 'object') return [{ odd: 1 }];
  if (value === null) return null;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, KEPT.test(key) ? item : withWrongTypes(item)]));
}
