import { appendFileSync } from 'node:fs';
import { inspect } from 'node:util';
import { openClaims } from './claim.js';

// Runs the examples of the documentation one after the other in this process, each as a module: `node runner.mjs COUNT`. Appends a line of
// JSON to `outcomes.jsonl` for each: an empty string, or what went wrong.

/** How long an example may run, in milliseconds. */
const LIMIT = 30_000;

let fail: (error: unknown) => void = () => undefined;
process.on('uncaughtException', (error) => fail(error)); // rejections that nobody handles, too

for (let index = 0; index < Number(process.argv[2]); index++) {
  appendFileSync('outcomes.jsonl', `${JSON.stringify(await run(`./example${index}.mjs`))}\n`);
}

async function run(file: string): Promise<string> {
  const failed = new Promise<string>((done) => {
    fail = (error) => done(inspect(error));
    setTimeout(done, LIMIT, 'keeps the process running').unref();
  });
  return await Promise.race([failed, runToEnd(file)]);
}

async function runToEnd(file: string): Promise<string> {
  try {
    await import(file);
  } catch (error) {
    return inspect(error);
  }
  await new Promise((done) => process.once('beforeExit', done)); // when nothing is left to do, an example in a process of its own would end
  const open = openClaims();
  return open.length === 0 ? '' : `never ran: ${open.join(', ')}`;
}
