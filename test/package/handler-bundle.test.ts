import { createRequire } from 'node:module';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, inject, test } from 'vitest';
import { bundleEach } from './bundle-each.js';

const consumer = inject('consumer');
const names = Object.keys(createRequire(join(consumer, 'index.js'))('apigw-proxy'));
const guards = names.filter((name) => /^is(?:APIGateway|Lambda|Http)/.test(name));

// A third of it is for schemas and errors: messages with the value, the fix, and `instanceof` across copies of the package.
describe('a handler with json, bodyJson and one guard', () => {
  const bundles = bundleEach(
    consumer,
    guards,
    (guard) => `import { bodyJson, ${guard}, resultsFor } from 'apigw-proxy';
      const { json } = resultsFor('rest');
      export const handler = async (event) => (${guard}(event) ? json(bodyJson(event)) : json({}, { status: 400 }));`,
  );
  test.each(guards)('bundles to at most 4.46 kB: %s', async (guard) => {
    const code = (await bundles).get(guard);
    expect(code).toContain('statusCode');
    expect(gzipSync(code ?? '').length).toBeLessThanOrEqual(4460);
  });
});
