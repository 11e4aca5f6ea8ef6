// Prints every sentence that users read, one per line, as `place [kind] sentence`: errors, issues, the command line, the inspection page,
// headings of the documentation, and the first sentence of every public doc comment.
//
//   npm run prose                 everything
//   npm run prose -- error cli    only these kinds
import { readFileSync } from 'node:fs';
import { documentationPages } from '../docs/pages.js';
import { filesIn } from '../files.js';
import { docSentences } from './doc-sentences.js';
import { type Sentence, textSentences } from './text-sentences.js';

const kinds = process.argv.slice(2);
const sentences = [
  ...filesIn('src', '.ts').flatMap((file) => textSentences(file, readFileSync(file, 'utf8'))),
  ...docSentences(entries()),
  ...documents().flatMap(headings),
];

for (const { place, kind, text } of sentences) {
  if (kinds.length === 0 || kinds.includes(kind)) console.log(`${place} [${kind}] ${text}`);
}

function entries(): string[] {
  return filesIn('src', 'index.ts');
}

function documents(): string[] {
  return ['README.md', 'CHANGELOG.md', ...documentationPages()];
}

function headings(file: string): Sentence[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  let isCode = false;
  return lines.flatMap((line, index) => {
    if (line.startsWith('```')) isCode = !isCode;
    return !isCode && /^#+ /.test(line) ? [{ place: `${file}:${index + 1}`, kind: 'heading', text: line }] : [];
  });
}
