import { knownName } from '../../src/http/known-name.js';
import { type Cost, startCounting } from './count.js';
import { customSubjects } from './custom-subjects.js';
import { deploySubjects } from './deploy-subjects.js';
import { documentSubjects } from './document-subjects.js';
import { type Subject, subjects } from './subjects.js';

// Shows how the cost grows: `npm run growth` prints the CPU time of every subject for inputs of size n, 10 n and 100 n.
// `npm run growth -- --count` prints what V8 counts instead, as JSON; the growth test runs that.

const [mode, ...words] = process.argv.slice(2);
const chosen = (mode === '--count' ? words : process.argv.slice(2)).join(' ');
const wanted = [...subjects, ...customSubjects, ...deploySubjects, ...documentSubjects].filter(({ name }) => name.includes(chosen));

if (mode === '--count') process.stdout.write(JSON.stringify(await countAll()));
else for (const subject of wanted) console.log(await timeOf(subject));

async function countAll(): Promise<Record<string, Cost[]>> {
  const count = await startCounting();
  const found: Record<string, Cost[]> = {};
  for (const { name, prepare } of wanted) {
    await prepare(10)(); // warms up the compiler
    const [small, large] = [prepare(200), prepare(2000)];
    forgetNames();
    const cost = await count(small);
    forgetNames();
    found[name] = [cost, await count(large)];
  }
  return found;
}

/** Fills the tables of known names with others: a name that is known costs less, and large inputs have more names than the tables keep. */
function forgetNames(): void {
  for (let index = 0; index < 1100; index += 1) knownName(`other-${index}`);
}

async function timeOf({ name, prepare }: Subject): Promise<string> {
  await prepare(100)();
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
