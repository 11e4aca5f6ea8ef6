import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { printJsonSchemas } from '../shapes/print-json-schemas.js';
import { SAMPLES } from '../shapes/samples.js';
import { runNode } from './commands.js';

/** What users import, by its path in the package. */
const FILES: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ...[...printJsonSchemas()].map(([name, schema]) => [`json-schema/${name}.json`, schema] as const),
  ...SAMPLES.map(({ kind, event }) => [`samples/${kind}.json`, event] as const),
]);

test('JSON Schemas and samples can be imported and required, and are up to date', () => {
  const folder = mkdtempSync(join(inject('consumer'), 'data-'));
  const names = JSON.stringify([...FILES.keys()]);
  writeFileSync(
    join(folder, 'data.mjs'),
    `import { createRequire } from 'node:module';
    const require = createRequire(import.meta.url);
    const read = async (name) => {
      const { default: imported } = await import('apigw-proxy/' + name, { with: { type: 'json' } });
      return [name, imported, require('apigw-proxy/' + name)];
    };
    console.log(JSON.stringify(await Promise.all(${names}.map(read))));`,
  );
  const { output } = runNode(['--no-warnings', 'data.mjs'], folder);
  const expected = [...FILES].map(([name, value]) => [name, value, value]);
  expect(JSON.parse(output)).toEqual(JSON.parse(JSON.stringify(expected)));
});
