import type { Reporter } from 'vitest/node';

/** Prints `N passed, N failed` (and `, N skipped`) as the last line of a run, after the coverage report. */
export function lastLine(): Reporter {
  return {
    onTestRunEnd(modules, unhandledErrors) {
      const count = { passed: 0, failed: unhandledErrors.length, skipped: 0, pending: 0 };
      for (const module of modules) {
        for (const test of module.children.allTests()) count[test.result().state] += 1;
        if (module.errors().length > 0) count.failed += 1; // the file couldn't be loaded
      }
      process.once('exit', (code) => {
        const failed = code === 0 ? count.failed : Math.max(count.failed, 1); // no test fails if the coverage is too low
        const skipped = count.skipped > 0 ? `, ${count.skipped} skipped` : '';
        process.stdout.write(`${count.passed} passed, ${failed} failed${skipped}\n`);
      });
    },
  };
}
