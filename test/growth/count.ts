import { Session } from 'node:inspector/promises';

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

/** A collection of the whole heap takes ten times as long, and the old generation does not matter here. */
const emptyYoungGeneration = global.gc;

/** Starts to count. The process needs `--expose-gc`, and a young generation so large that nothing is collected during a call. */
export async function startCounting(): Promise<(call: () => unknown) => Promise<Cost>> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  return async (call) => {
    await session.post('Profiler.takePreciseCoverage'); // resets the counts
    emptyYoungGeneration?.({ type: 'minor' });
    const before = countAllocatedBytes();
    await call();
    const bytes = countAllocatedBytes() - before;
    const { result } = await session.post('Profiler.takePreciseCoverage');
    let blocks = 0;
    for (const { url, functions } of result) {
      if (!url.includes('/src/')) continue;
      for (const { ranges } of functions) for (const { count } of ranges) blocks += count;
    }
    return { blocks, bytes };
  };
}

function countAllocatedBytes(): number {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
