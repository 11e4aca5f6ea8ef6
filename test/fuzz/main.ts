// Calls every public function that takes outside input with drawn arguments, and prints the first call of each that breaks a law.
//
//   npm run fuzz                             20,000 draws for each function, and as many templates; takes about an hour
//   npm run fuzz -- --draws 1000             fewer
//   npm run fuzz -- toEvent renderResult     only these functions
//   npm run fuzz -- templates                only mapping templates: bodies and templates
//   npm run fuzz -- sockets                  only the servers of local APIs, by a raw client
import { inspect, parseArgs } from 'node:util';
import fc from 'fast-check';
import { fuzzBodies, fuzzTemplates, type Report } from '../custom/fuzz/fuzz.js';
import { checkLaws } from './laws.js';
import { fuzzSockets } from './sockets.js';
import type { FuzzSubject } from './subject.js';
import { subjects } from './subjects.js';

const { values, positionals } = parseArgs({
  options: { draws: { type: 'string', default: '20000' }, seed: { type: 'string' } },
  allowPositionals: true,
});
const draws = Number(values.draws);
const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31));
const isWanted = (names: readonly string[]): boolean => positionals.length === 0 || positionals.some((word) => names.includes(word));

/** How many draws are kept in memory at the same time. */
const AT_ONCE = 1000;

console.log(`seed ${seed}`);
let total = 0;
for (const subject of subjects.filter(({ names }) => isWanted(names))) {
  total += await fuzz(subject, Math.ceil(draws * subject.share)).catch((error: unknown) => {
    console.log(inspect(error, { depth: 5 }));
    process.exitCode = 1;
    return 0;
  });
}
if (isWanted(['templates'])) {
  showTemplates('bodies through templates', fuzzBodies(draws, seed));
  showTemplates('templates', fuzzTemplates(draws, seed));
  total += 2 * draws;
}
if (isWanted(['sockets'])) {
  const statuses = await fuzzSockets(draws, seed);
  console.log(`${'sockets, HTTP and WebSocket'.padEnd(48)} ${2 * draws} draws, by status: ${JSON.stringify(statuses)}`);
  total += 2 * draws;
}
console.log(`${total} draws: ${process.exitCode === 1 ? 'see above' : 'no law is broken'}`);

async function fuzz(subject: FuzzSubject, count: number): Promise<number> {
  let thrown = 0;
  let slowest = 0;
  for (let done = 0; done < count; done += AT_ONCE) {
    for (const args of fc.sample(subject.args, { numRuns: Math.min(AT_ONCE, count - done), seed: seed + done })) {
      const start = process.cpuUsage();
      if ('thrown' in (await checkLaws(subject, args))) thrown += 1;
      const { user, system } = process.cpuUsage(start);
      slowest = Math.max(slowest, (user + system) / 1000);
    }
  }
  const [first = '', ...others] = subject.names;
  const name = others.length > 0 ? `${first} and ${others.length} more` : first;
  console.log(`${name.padEnd(48)} ${count} draws, ${thrown} with a documented error, slowest ${slowest.toFixed(0)} ms of CPU`);
  return count;
}

function showTemplates(name: string, { draws: count, issues, slowest, longest }: Report): void {
  console.log(`${name.padEnd(48)} ${count} draws, slowest ${slowest.toFixed(0)} ms, longest output ${longest} characters`);
  for (const [code, times] of Object.entries(issues).sort(([, a], [, b]) => b - a)) console.log(`  ${code.padEnd(28)}${times}`);
}
