// Measures what extreme inputs cost, each in a process of its own: `npm run growth:large`. Fails if one of them costs more than its bounds.
import { execFileSync } from 'node:child_process';
import { LARGE, type LargeSubject } from './large-subjects.js';

/** What one subject costs. */
interface Measured {
  /** CPU time, in nanoseconds for each byte. */
  readonly nanoseconds: number;
  /** Memory at its peak beyond the start, as a multiple of the size. */
  readonly multiple: number;
}

const [mode, index] = process.argv.slice(2);
const asked = LARGE[Number(index)];
if (mode === '--one' && asked !== undefined) console.log(JSON.stringify(await measure(asked)));
else for (const subject of LARGE) show(subject, measureApart(LARGE.indexOf(subject)));

async function measure({ size, prepare }: LargeSubject): Promise<Measured> {
  const call = prepare();
  const before = process.resourceUsage().maxRSS; // the peak includes the input itself
  const start = process.cpuUsage();
  await call();
  const { user, system } = process.cpuUsage(start);
  const kilobytes = process.resourceUsage().maxRSS - before;
  return { nanoseconds: ((user + system) * 1000) / size, multiple: (kilobytes * 1024) / size };
}

function measureApart(subject: number): Measured {
  const args = ['--max-old-space-size=8000', '--import', 'tsx', 'test/growth/large.ts', '--one', String(subject)];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' }));
}

function show({ name, ...bounds }: LargeSubject, { nanoseconds, multiple }: Measured): void {
  const isWithin = nanoseconds <= bounds.nanoseconds && multiple <= bounds.multiple;
  const cpu = `${nanoseconds.toFixed(1)} of ${bounds.nanoseconds} ns of CPU for each byte`;
  console.log(
    `${name.padEnd(56)} ${cpu.padEnd(44)} ${multiple.toFixed(1)} of ${bounds.multiple} × its size${isWithin ? '' : '  TOO MUCH'}`,
  );
  if (!isWithin) process.exitCode = 1;
}
