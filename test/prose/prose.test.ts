import { describe, expect, test } from 'vitest';
import { docSentences } from './doc-sentences.js';
import { textSentences } from './text-sentences.js';

describe('textSentences', () => {
  test.each([
    ['a string', "throw new Error('The path is missing.');", ['The path is missing.']],
    ['a template, with its values as code', `const message = \`Unknown option \${name}.\`;`, [`Unknown option \${name}.`]],
    [
      'a string inside a template',
      `const message = \`Pass \${isUrl ? 'the whole URL' : 'x'}.\`;`,
      [`Pass \${isUrl ? 'the whole URL' : 'x'}.`, 'the whole URL'],
    ],
    ['each line of a text', 'const help = `Runs it.\n  --all   run everything`;', ['Runs it.', '--all   run everything']],
  ])('finds %s', (_, code, texts) => {
    expect(textSentences('src/http/a.ts', code).map(({ text }) => text)).toEqual(texts);
  });

  test.each([
    ['a single word', "const name = 'content-type';"],
    ['JSON', `const body = '{"message": "Not Found"}';`],
    ['a list of names', "const names = 'host te upgrade';"],
    ['an import', "import { a } from './two words.js';"],
    ['a type', "type Name = 'two words';"],
  ])('ignores %s', (_, code) => {
    expect(textSentences('src/http/a.ts', code)).toEqual([]);
  });

  test.each([
    ['src/http/a.ts', 'error'],
    ['src/render/issues/a.ts', 'issue'],
    ['src/cli/a.ts', 'cli'],
    ['src/local/inspect/a.ts', 'page'],
  ])('returns the kind of text in %s', (file, kind) => {
    expect(textSentences(file, "const text = 'It is here.';")).toEqual([{ place: `${file}:1`, kind, text: 'It is here.' }]);
  });

  test('finds the text of a page, not its markup', () => {
    const page = 'const page = `<main>\n<p class="a b">No requests yet.</p>\n</main>`;';
    expect(textSentences('src/local/inspect/a.ts', page).map(({ place, text }) => [place, text])).toEqual([
      ['src/local/inspect/a.ts:2', 'No requests yet.'],
    ]);
  });
});

describe('docSentences', () => {
  const sentences = docSentences(['src/results/index.ts']);
  const texts = sentences.map(({ text }) => text);

  test('finds the first sentence of an exported function', () => {
    expect(sentences.filter(({ place }) => place.startsWith('src/results/results-for.ts:')).length).toBeGreaterThan(0);
  });

  test('finds the fields of an exported interface', () => {
    expect(sentences.filter(({ place }) => place.startsWith('src/results/init.ts:')).length).toBeGreaterThan(2);
  });

  test('ends after the first sentence', () => {
    expect(texts.filter((text) => /\. [A-Z]/.test(text))).toEqual([]);
  });
});
