import { cpuTime } from '../measure.js';
import { startProfiler } from '../profiler.js';
import { groups } from '../rows/groups.js';

// Runs in a process of its own: runs one contender under V8's profiler, and prints how often each function was seen, as JSON.

const [, , groupName, contenderName] = process.argv;
const CPU_TIME = 1_000_000;

const contenders = (await groups.find(({ name }) => name === groupName)?.prepare()) ?? [];
const run = contenders.find(({ name }) => name === contenderName)?.run;
if (!run) throw new Error(`${groupName} has no contender ${contenderName}.`);
await runFor(CPU_TIME / 4); // until V8 has optimized it
const stop = await startProfiler();
await runFor(CPU_TIME);
process.stdout.write(JSON.stringify(await stop()));

/** Runs it until that CPU time, in microseconds, is over. It asks for the time rarely, so that the profile doesn't show the asking. */
async function runFor(time: number): Promise<void> {
  const start = cpuTime();
  for (let count = 1, spent = 0; spent < time; spent = cpuTime() - start) {
    const value = run?.();
    if (value instanceof Promise) await value;
    for (let index = 1; index < count; index += 1) {
      if (value instanceof Promise) await run?.();
      else run?.();
    }
    if (spent < time / 20) count *= 2;
  }
}
