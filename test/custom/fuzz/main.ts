// Looks for bodies and templates that do harm: throw, pollute a prototype, or take too long.
//
//   npm run fuzz                    1,000,000 bodies and 100,000 templates; takes long
//   DRAWS=1000 npm run fuzz -- 7    1,000 of each, from a seed
import fc from 'fast-check';
import { fuzzBodies, fuzzTemplates, type Report } from './fuzz.js';

const draws = process.env['DRAWS'] === undefined ? undefined : Number(process.env['DRAWS']);
const seed = Number(process.argv[2] ?? fc.sample(fc.nat(), 1)[0]);

console.log(`seed ${seed}`);
show('bodies', fuzzBodies(draws ?? 1_000_000, seed));
show('templates', fuzzTemplates(draws ?? 100_000, seed));

function show(name: string, { draws: count, issues, slowest, longest }: Report): void {
  const { heapUsed } = process.memoryUsage();
  console.log(
    `${name}: ${count} draws, slowest ${slowest.toFixed(0)} ms, longest output ${longest} characters, heap ${(heapUsed / 1e6).toFixed(0)} MB`,
  );
  for (const [code, times] of Object.entries(issues).sort(([, a], [, b]) => b - a)) console.log(`  ${code.padEnd(28)}${times}`);
}
