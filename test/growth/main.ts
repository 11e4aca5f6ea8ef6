import { readHeaderName } from '../../src/http/header-name.js';
import { knownName } from '../../src/http/known-name.js';
import { answerSubjects } from './answer-subjects.js';
import { type Cost, type Count, startCounting } from './count.js';
import { customSubjects } from './custom-subjects.js';
import { deploySubjects } from './deploy-subjects.js';
import { documentSubjects } from './document-subjects.js';
import { matcherSubjects } from './matcher-subjects.js';
import { type Subject, subjects } from './subjects.js';

// Shows how the cost grows: `npm run growth` prints the CPU time of every subject for inputs of size n, 10 n and 100 n.
// `npm run growth -- --count` prints what V8 counts instead, as JSON; the growth test runs that.

/** Ten times the input allocates about ten times as much, and runs about ten times as many blocks. */
const USUAL_BYTES = 18;
const USUAL_BLOCKS = 12.5;
const MOST_ATTEMPTS = 10;

let otherNames = 0;

const [mode, ...words] = process.argv.slice(2);
const chosen = (mode === '--count' ? words : process.argv.slice(2)).join(' ');
const wanted = [...subjects, ...answerSubjects, ...customSubjects, ...deploySubjects, ...documentSubjects, ...matcherSubjects].filter(
  ({ name }) => name.includes(chosen),
);

if (mode === '--count') process.stdout.write(JSON.stringify(await countAll()));
else for (const subject of wanted) console.log(await timeOf(subject));

async function countAll(): Promise<Record<string, Cost[]>> {
  const count = await startCounting();
  const found: Record<string, Cost[]> = {};
  for (const { name, prepare } of wanted) {
    await prepare(10)(); // warms up the compiler
    found[name] = await countSizes(prepare, count);
  }
  return found;
}

/**
 * Counts two sizes of an input. V8 takes memory in pages of 256 kB, so that a small count can miss or include a page. A count that grows
 * unusually is repeated, and so is one during which V8 collected garbage.
 */
async function countSizes(prepare: Subject['prepare'], count: Count): Promise<[Cost, Cost]> {
  let counted: [Cost, Cost] | undefined;
  for (let attempt = 0; attempt < MOST_ATTEMPTS && (counted === undefined || growsUnusually(counted)); attempt += 1) {
    if (attempt > 0) forgetNames();
    counted = (await countPair(prepare, count)) ?? counted;
  }
  if (counted === undefined) throw new Error(`V8 collected garbage in each of ${MOST_ATTEMPTS} calls.`);
  return counted;
}

function growsUnusually([small, large]: [Cost, Cost]): boolean {
  return large.bytes > USUAL_BYTES * Math.max(small.bytes, 50_000) || large.blocks > USUAL_BLOCKS * small.blocks;
}

async function countPair(prepare: Subject['prepare'], count: Count): Promise<[Cost, Cost] | undefined> {
  const [small, large] = [prepare(200), prepare(2000)];
  const before = await count(small);
  const after = before && (await count(large, { isNext: true }));
  return after && [before, after];
}

/**
 * Fills the tables of known names with new names, because a known name costs less. A large input has more names than the tables can hold, so
 * this matters only if the small one is counted again.
 */
function forgetNames(): void {
  for (const end = otherNames + 1100; otherNames < end; otherNames += 1) {
    knownName(`other-${otherNames}`);
    readHeaderName(`other-${otherNames}`);
  }
}

async function timeOf({ name, prepare }: Subject): Promise<string> {
  await prepare(200)();
  const times: number[] = [];
  for (const n of [1000, 10_000, 100_000]) {
    const call = prepare(n);
    const start = process.cpuUsage();
    await call();
    const { user, system } = process.cpuUsage(start);
    times.push((user + system) / 1000);
  }
  return `${name.padEnd(80)} ${times.map((time) => time.toFixed(1).padStart(10)).join('')} ms`;
}
