import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { findBlocks, forCommonJs } from './blocks.js';
import { runBlocks, typeErrors } from './run.js';

// These tests check the checks of the documentation: a wrong example must fail.

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(inject('consumer'), 'docs-'));
});

describe('findBlocks', () => {
  test('finds the blocks of a document, and which of them run', () => {
    const text = 'text\n```ts\nconst a = 1;\n```\n```ts no-run\nb();\n```\n```json\n{}\n```\n';
    expect(findBlocks('a.md', text)).toEqual([
      { place: 'a.md:2', code: 'const a = 1;\n', runs: true },
      { place: 'a.md:5', code: 'b();\n', runs: false },
    ]);
  });

  test('finds the blocks of a doc comment', () => {
    const text = '/**\n * Text.\n *\n * ```ts\n * if (a) {\n *   b();\n * }\n * ```\n */\n';
    expect(findBlocks('a.ts', text)).toEqual([{ place: 'a.ts:4', code: 'if (a) {\n  b();\n}\n', runs: true }]);
  });
});

describe('forCommonJs', () => {
  test('keeps the imports at the top', () => {
    const code = "import {\n  a,\n} from 'a';\nexport const b = await a();\n";
    expect(forCommonJs(code)).toBe("import {\n  a,\n} from 'a'; void (async () => { \nconst b = await a();\n })();");
  });
});

describe('runBlocks', () => {
  test.each([
    ['the printed text', `console.log('a', 1); // => a 1`],
    ['an equal expression', `console.log({ a: ['b'] }); // => { "a": ["b"] }`],
    ['a string as an expression', `console.log('a'); // => 'a'`],
    ['a value over several lines', `console.log(\n  'a\\nb',\n);\n// => a\n//    b`],
  ])('passes if the claim is %s', (_, code) => {
    expect(runBlocks([code], folder)).toEqual(['']);
  });

  test.each([
    ['a wrong value', 'console.log(1 + 1); // => 3', 'claimed: 3'],
    ['a wrong type', 'console.log(1 + 1); // => "2"', 'claimed: "2"'],
    ['a claim that never runs', 'const f = () => {\n  console.log(1); // => 1\n};', 'never ran: 1'],
    ['an error', 'throw new Error("no");', 'Error: no'],
    [
      'an error in a callback',
      'setTimeout(() => { throw new Error("late"); });\nsetTimeout(() => console.log(1), 1); // => 1',
      'Error: late',
    ],
    ['a rejection that nobody handles', 'void Promise.reject(new Error("lost"));', 'Error: lost'],
  ])('fails for %s', (_, code, message) => {
    expect(runBlocks([code, ''], folder)).toEqual([expect.stringContaining(message), '']);
  });
});

describe('a block that ends the process', () => {
  test('fails, and so do those after it', () => {
    const ended = expect.stringContaining('ended with 3');
    expect(runBlocks(['', 'process.exit(3);', ''], folder)).toEqual(['', ended, ended]);
  });
});

describe('typeErrors', () => {
  test('names the block that does not compile', () => {
    expect(typeErrors(['const a = 1;', 'const a: string = 1;'], folder)).toEqual([[], [expect.stringContaining('TS2322')]]);
  });

  test('checks imports against the package', () => {
    const [missing, wrong] = typeErrors([`import 'apigw-proxy/nowhere';`, `import { nothing } from 'apigw-proxy';`], folder);
    expect(missing).toEqual([expect.stringContaining('apigw-proxy/nowhere')]);
    expect(wrong).toEqual([expect.stringContaining('nothing')]);
  });
});
