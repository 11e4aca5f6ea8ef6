// Compares the engine for mapping templates with Java's libraries. Exits with 1 if a difference is not in the table of
// docs/custom-integration.md.
//
//   npm run oracle                         20,000 draws of templates, of method calls, of JSONPaths and of patterns
//   npm run oracle -- templates 1000 7     1,000 draws of one kind, from a seed
//   npm run oracle -- record               writes what Velocity prints for the templates in test/custom/data/velocity, and draws anew
//                                          what is in test/custom/data/drawn
import fc from 'fast-check';
import { recordDrawn } from './drawn-runs.js';
import { type Oracle, startOracle } from './java.js';
import { KINDS } from './kinds.js';
import { record } from './record.js';

const [mode, draws = '20000', seed] = process.argv.slice(2);
const oracle = await startOracle().catch((error: Error) => fail(error.message));
try {
  if (mode === 'record') {
    await record(oracle);
    await recordDrawn(oracle);
  } else process.exitCode = await compareAll(mode === undefined ? Object.keys(KINDS) : [mode], oracle);
} finally {
  oracle.stop();
}

async function compareAll(kinds: readonly string[], java: Oracle): Promise<number> {
  let unexplained = 0;
  for (const kind of kinds) {
    const comparison = KINDS[kind];
    if (comparison === undefined) return fail(`Use one of ${Object.keys(KINDS).join(', ')} or record.`);
    const { same, bothFail, differences, examples } = await comparison.compare(java, {
      numRuns: Number(draws),
      seed: Number(seed ?? fc.sample(fc.nat(), 1)[0]),
    });
    console.log(`\n${kind}: ${same} the same, ${bothFail} fail on both sides`);
    for (const [reason, count] of Object.entries(differences)) console.log(`  ${count} differ: ${reason}`);
    for (const example of examples) console.log(`  unexplained: ${example}`);
    unexplained += examples.length;
  }
  return unexplained > 0 ? 1 : 0;
}

function fail(message: string): never {
  console.error(message);
  process.exit(2);
}
