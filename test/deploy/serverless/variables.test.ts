import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDeployment } from '../../../src/deploy/formats.js';
import { parseVariables } from '../../../src/deploy/serverless/variables/parse-variables.js';
import cases from './variables.json' with { type: 'json' };

const FILES: Readonly<Record<string, string>> = cases.files;

/** Resolves a variable in the environment of a function. */
function resolve(written: unknown, options: Parameters<typeof readDeployment>[2] = {}): { value: unknown; reported: string[] } {
  const text = JSON.stringify({
    service: 'shop',
    provider: { name: 'aws', environment: { V: written } },
    custom: cases.custom,
    params: { default: { p: 'default', q: 'q' }, dev: { p: 'dev' } },
    functions: { f: { handler: 'a.b' } },
  });
  const deployment = readDeployment(text, 'serverless.yml', options, {
    readFile: (path) => FILES[path.replace('./', '')],
    listFiles: () => [],
  });
  const reported = [...deployment.unsupported, ...deployment.optional]
    .filter(({ where }) => where.startsWith('provider'))
    .map(({ what }) => what);
  return { value: deployment.functions['f']?.environment?.['V'], reported };
}

describe('a variable of serverless.yml', () => {
  test.each(cases.resolved)('$written is $value', ({ written, value }) => {
    expect(resolve(written)).toEqual({ value, reported: [] });
  });

  test.each(cases.withOptions)('$written with the options $options is $value', ({ written, options, value }) => {
    expect(resolve(written, options)).toEqual({ value, reported: [] });
  });

  test.each(cases.unresolved)('$written stays a placeholder, and is reported', ({ written, what }) => {
    expect(resolve(written)).toEqual({ value: { $unresolved: expect.stringMatching(/[$][{]/) }, reported: [what] });
  });

  test('cannot stand for more values than fit into memory', () => {
    const custom = Object.fromEntries(
      Array.from({ length: 12 }, (_, level) => [`v${level}`, Array(10).fill(level === 0 ? 1 : `\${self:custom.v${level - 1}}`)]),
    );
    const text = JSON.stringify({ service: 'a', provider: { name: 'aws' }, custom });
    expect(() => readDeployment(text, 'f', {}, { readFile: () => undefined, listFiles: () => [] })).toThrow(
      expect.objectContaining({ code: 'too-large' }),
    );
  });

  test('cannot make a string that does not fit into memory', () => {
    const custom = Object.fromEntries(
      Array.from({ length: 40 }, (_, level) => [`v${level}`, level === 0 ? 'text' : `\${self:custom.v${level - 1}}`.repeat(2)]),
    );
    const text = JSON.stringify({ service: 'a', provider: { name: 'aws' }, custom });
    expect(() => readDeployment(text, 'f', {}, { readFile: () => undefined, listFiles: () => [] })).toThrow(
      expect.objectContaining({ code: 'too-large' }),
    );
  });
});

describe('parseVariables', () => {
  test('returns the text around variables, and what each of them is', () => {
    expect(parseVariables(cases.parsed.text)).toEqual([
      'a',
      {
        written: cases.parsed.written,
        sources: [
          {
            type: 'file',
            parameters: [['b'], [{ written: cases.parsed.inner, sources: [{ type: 'c', parameters: [], address: ['d'] }] }]],
            address: ['e'],
          },
          { value: 'f' },
        ],
      },
      'g',
    ]);
  });

  test('returns any text without a dollar as it is', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (text) => {
        fc.pre(!text.includes('$'));
        expect(parseVariables(text)).toEqual([text]);
      }),
    );
  });

  test('ends for every text', () => {
    const text = fc
      .array(fc.constantFrom('$', '{', 'self:', 'file(', ')', '}', ',', ' ', "'", '"', 'a.b', '\\', '5'))
      .map((parts) => parts.join(''));
    fc.assert(fc.property(text, (written) => void parseVariables(written)));
  });
});
