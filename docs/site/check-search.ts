import { readdirSync, readFileSync } from 'node:fs';
import MiniSearch from 'minisearch';
import { QUESTIONS } from '../../test/docs/questions.js';
import { SEARCH, termOf } from './search.js';

/** How many results a reader looks at. */
const FIRST = 5;

/** Asks the search of the built site every question. Throws if the section with the answer isn't among the first results. */
export function checkSearch(dist: string): void {
  const index = readIndex(`${dist}/assets/chunks`);
  const misses = QUESTIONS.flatMap(([question, answer]) => {
    const found = index.search(question).map(({ id }) => String(id).slice(1).replace('.html', '.md'));
    const rank = found.indexOf(answer);
    return rank >= 0 && rank < FIRST ? [] : [`${rank + 1}: ${question} (${answer}); first: ${found.slice(0, 3).join(', ')}`];
  });
  console.log(`The search finds ${QUESTIONS.length - misses.length} of ${QUESTIONS.length} answers among the first ${FIRST} results.`);
  if (misses.length > 0) throw new Error(`The search doesn't find these answers:\n${misses.join('\n')}`);
}

/** Loads the search index as the site does, with the same options. */
function readIndex(folder: string): MiniSearch {
  const [file] = readdirSync(folder).filter((name) => name.startsWith('@localSearchIndexroot'));
  if (file === undefined) throw new Error(`There is no search index in ${folder}.`);
  const script = readFileSync(`${folder}/${file}`, 'utf8');
  const json: unknown = new Function(`${script.replace(/export\s*\{\s*(\w+) as default\s*\};?\s*$/, 'return $1;')}`)();
  return MiniSearch.loadJSON(String(json), {
    fields: ['title', 'titles', 'text'],
    storeFields: ['title', 'titles'],
    processTerm: termOf,
    searchOptions: SEARCH,
  });
}
