import { runProgram, writeJourney } from '../project.js';
import type { Held } from '../row.js';

/** Runs the whole journey with a runtime. */
export function checkRuntime(home: string, program: string, args: readonly string[] = []): Held {
  writeJourney(home);
  const output = runProgram(home, program, [...args, 'all.js']);
  if (output !== 'done\n') throw new Error(`printed ${JSON.stringify(output)}`);
  return {};
}
