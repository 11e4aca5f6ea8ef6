import { Session } from 'node:inspector/promises';
import { GCProfiler } from 'node:v8';

// Measures what a call costs by counting, not by timing, so that a busy machine makes no difference: how often V8 ran each block of our
// code, and how many bytes were allocated. The second number shows what the first can't: arrays and strings that are copied again and
// again.

/** The cost of one call. */
export interface Cost {
  /** How often blocks of code in src ran. */
  readonly blocks: number;
  /** How many bytes the call allocated. */
  readonly bytes: number;
}

/** Most calls allocate less than a megabyte, so there is no need to collect before each of them. */
const LEAST_TO_COLLECT = 32_000_000;
let usedAfterCollection = 0;

/** Collects garbage, if there can be much. The old generation does not matter here, and would take ten times as long. */
function emptyYoungGeneration(): void {
  if (countAllocatedBytes() - usedAfterCollection < LEAST_TO_COLLECT) return;
  global.gc?.({ type: 'minor' });
  usedAfterCollection = countAllocatedBytes();
}

/** Returns the cost of a call, or `undefined` if V8 collected garbage meanwhile, as it may on a busy machine. */
export type Count = (call: () => unknown, options?: CountOptions) => Promise<Cost | undefined>;

/** How to count a call. */
export interface CountOptions {
  /** Whether nothing in src ran since the last count, so that there is nothing to forget. */
  readonly isNext?: boolean;
}

/** Starts to count. The process needs `--expose-gc`, and a young generation so large that nothing is collected during a call. */
export async function startCounting(): Promise<Count> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  return (call, { isNext = false } = {}) => countOnce(session, call, isNext);
}

async function countOnce(session: Session, call: () => unknown, isNext: boolean): Promise<Cost | undefined> {
  if (!isNext) await session.post('Profiler.takePreciseCoverage'); // resets the counts
  emptyYoungGeneration();
  const collections = new GCProfiler();
  collections.start();
  const before = countAllocatedBytes();
  await call();
  const bytes = countAllocatedBytes() - before;
  if (collections.stop().statistics.length > 0) return undefined;
  const { result } = await session.post('Profiler.takePreciseCoverage');
  let blocks = 0;
  for (const { url, functions } of result) {
    if (!url.includes('/src/')) continue;
    for (const { ranges } of functions) for (const { count } of ranges) blocks += count;
  }
  return { blocks, bytes };
}

function countAllocatedBytes(): number {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
