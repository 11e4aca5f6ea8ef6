import type { Contender } from './rows/group.js';
import type { Rounds } from './statistics.js';

// Measures the CPU time of this process, all its threads included. So other processes don't count, but garbage collection and compilation do.

/** How long a measurement takes. */
export interface Effort {
  /** How often each contender is measured. */
  readonly rounds: number;
  /** CPU time of one measurement, in microseconds. */
  readonly measure: number;
  /** CPU time that a contender runs before it is measured, in microseconds. */
  readonly warmUp: number;
}

const EFFORT: Effort = { rounds: 21, measure: 700, warmUp: 60_000 };

/** A contender that is installed. */
interface Runner extends Contender {
  readonly run: () => unknown;
}

/**
 * Measures contenders in turn, starting with another one in each round. Returns the CPU time of a call in microseconds, for each contender
 * and round.
 */
export async function measure(contenders: readonly Contender[], effort: Effort = EFFORT): Promise<Rounds> {
  const runners = contenders.filter((contender): contender is Runner => contender.run !== undefined);
  const counts = new Map<Runner, number>();
  for (const runner of runners) counts.set(runner, await warmUp(runner, effort));
  const rounds: Record<string, number[]> = Object.fromEntries(runners.map(({ name }) => [name, []]));
  for (let round = 0; round < effort.rounds; round += 1) {
    for (let index = 0; index < runners.length; index += 1) {
      const runner = runners[(index + round) % runners.length];
      if (runner !== undefined) rounds[runner.name]?.push(await timeOf(runner, counts.get(runner) ?? 1));
    }
  }
  return rounds;
}

/** Checks that a contender does the work, and runs it until it is fast. Returns the number of calls for one measurement. */
async function warmUp(runner: Runner, effort: Effort): Promise<number> {
  const value = await runner.run();
  if (runner.works?.(value) === false) throw new Error(`${runner.name} doesn't do the work.`);
  let count = 1;
  let time = 0;
  for (let spent = 0; spent < effort.warmUp; spent += time * count) {
    time = await timeOf(runner, count);
    count = Math.max(1, Math.min(count * 8, Math.round(effort.measure / Math.max(time, 0.001))));
  }
  return count;
}

/** Calls a contender some times. Returns the CPU time of one call, in microseconds. */
async function timeOf({ run }: Runner, count: number): Promise<number> {
  const first = run();
  if (first instanceof Promise) {
    await first;
    return timeOfAsync(run, count);
  }
  const start = cpuTime();
  for (let index = 0; index < count; index += 1) kept.value = run();
  return (cpuTime() - start) / count;
}

async function timeOfAsync(run: () => unknown, count: number): Promise<number> {
  const start = cpuTime();
  for (let index = 0; index < count; index += 1) kept.value = await run();
  return (cpuTime() - start) / count;
}

/** The last value that a call returned. If nobody kept it, V8 could leave out the work. */
const kept: { value?: unknown } = {};

/** Returns the CPU time of this process so far, in microseconds. */
export function cpuTime(): number {
  const { user, system } = process.cpuUsage();
  return user + system;
}
