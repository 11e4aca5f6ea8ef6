import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { subjects } from './subjects.js';

// Compares the fast ways with the plain ones over many inputs: `npm run agreement -- --draws 1000000`, in all. Prints how many inputs each
// subject was tried with, and stops at the first difference.

const { values, positionals } = parseArgs({ options: { draws: { type: 'string', default: '100000' } }, allowPositionals: true });
const wanted = subjects.filter(({ name }) => positionals.every((word) => name.includes(word)));
const shares = wanted.reduce((sum, { share }) => sum + share, 0);
let total = 0;

for (const { name, inputs, share, compare } of wanted) {
  const numRuns = Math.ceil((Number(values.draws) * share) / shares);
  let thrown = 0;
  const property = fc.asyncProperty(inputs, async (input) => {
    const [fast, plain] = await compare(input);
    if (fast !== plain) throw new Error(`the fast way gives\n${fast}\nand the plain way\n${plain}`);
    if (fast.startsWith('{"thrown"')) thrown += 1;
  });
  await fc.assert(property, { numRuns });
  total += numRuns;
  console.log(`${name.padEnd(48)} ${numRuns} inputs, ${thrown} of them with an error: the same`);
}
console.log(`${total} inputs: the same`);
