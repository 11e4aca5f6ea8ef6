import type { Reporter } from 'vitest/node';

/** Prints `N passed, N failed` (and `, N skipped`) as the very last line of a run, below the coverage report. */
export function lastLine(): Reporter {
  return {
    onTestRunEnd(modules, unhandledErrors) {
      const count = { passed: 0, failed: unhandledErrors.length, skipped: 0, pending: 0 };
      for (const module of modules) {
        for (const test of module.children.allTests()) count[test.result().state] += 1;
        if (module.errors().length > 0) count.failed += 1; // the file itself did not load
      }
      process.once('exit', (code) => {
        const failed = code === 0 ? count.failed : Math.max(count.failed, 1); // a missed coverage threshold fails no test
        const skipped = count.skipped > 0 ? `, ${count.skipped} skipped` : '';
        process.stdout.write(`${count.passed} passed, ${failed} failed${skipped}\n`);
      });
    },
  };
}
