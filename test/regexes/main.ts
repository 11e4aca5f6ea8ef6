import { writeFileSync } from 'node:fs';
import { findExpressions, textOf } from './expressions.js';
import { isLinear, prove } from './prove.js';

// `npm run regexes` proves every regular expression in src again and writes the list of those that need linear time.

const expressions = findExpressions();
const linear = expressions.filter((expression) => isLinear(prove(expression)));
writeFileSync(
  'test/regexes/linear.txt',
  linear
    .map((expression) => `${textOf(expression)}\n`)
    .sort()
    .join(''),
);
console.log(`${linear.length} of ${expressions.length} expressions need linear time.`);
for (const { place } of expressions.filter((expression) => !linear.includes(expression))) console.log(place);
process.exitCode = linear.length === expressions.length ? 0 : 1;
