import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { nodeOf, runProgram, writeJourney } from '../project.js';
import type { Held } from '../row.js';

const WORKER = `import { runRoot } from './root.js';
export default {
  fetch: () => runRoot().then(() => new Response('done'), ({ stack }) => new Response(stack, { status: 500 })),
};`;

const RUN = `import { Miniflare } from 'miniflare';
const worker = new Miniflare({ modules: true, scriptPath: 'bundle.mjs', compatibilityDate: '2026-01-01' });
console.log(await (await worker.dispatchFetch('http://localhost/')).text());
await worker.dispose();`;

/** Runs the part of the journey that needs no module of Node.js, in a worker. */
export async function checkWorker(home: string): Promise<Held> {
  writeJourney(home);
  writeFileSync(join(home, 'worker.js'), WORKER);
  const entryPoints = [join(home, 'worker.js')];
  await build({ entryPoints, bundle: true, format: 'esm', platform: 'neutral', outfile: join(home, 'bundle.mjs') });
  writeFileSync(join(home, 'run.mjs'), RUN);
  const output = runProgram(home, nodeOf(home), ['run.mjs']);
  if (output !== 'done\n') throw new Error(output);
  return { remark: 'the root entry' };
}
