import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

// The names that `@types/aws-lambda` exports around API Gateway, read from the package itself.
const FILES = [
  'handler.d.ts',
  'common/api-gateway.d.ts',
  'trigger/api-gateway-proxy.d.ts',
  'trigger/api-gateway-authorizer.d.ts',
  'trigger/lambda-function-url.d.ts',
];
const theirs = FILES.flatMap((file) => {
  const text = readFileSync(`node_modules/@types/aws-lambda/${file}`, 'utf8');
  return [...text.matchAll(/^export (?:type|interface) (\w+)/gm)].map(([, name = '']) => name);
}).sort();

const surface = readFileSync('test/surface.txt', 'utf8');
const ours = (/^apigw-proxy\/aws-lambda\n((?: {2}.*\n)*)/m.exec(surface)?.[1] ?? '').match(/\w+$/gm) ?? [];
const page = readFileSync('docs/names.md', 'utf8');

describe('apigw-proxy/aws-lambda', () => {
  test('exports every name of @types/aws-lambda around API Gateway, and no other', () => {
    expect(theirs.length).toBeGreaterThan(100);
    expect([...ours].sort()).toEqual(theirs);
  });

  test('is documented name by name', () => {
    expect(theirs.filter((name) => !page.includes(`| \`${name}\``) && !page.includes(`| \`${name}<`))).toEqual([]);
  });
});
