import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { cpuTime } from '../measure.js';
import { startProfiler } from '../profiler.js';

// Runs in a new process: imports a program, uses it once, and prints the CPU time of both, in microseconds, as JSON. With the word `profile`
// it prints how often V8 saw each function instead.

const [, , file = '', text = '', mode] = process.argv;
const stop = mode === 'profile' ? await startProfiler() : undefined;
const event: unknown = JSON.parse(text);
const load = file.endsWith('.cjs') ? createRequire(import.meta.url) : (path: string): Promise<unknown> => import(pathToFileURL(path).href);
const start = cpuTime();
const { use } = (await load(file)) as { use: (event: unknown) => unknown }; // what `sourceOf` writes
const imported = cpuTime();
await use(event);
const times = [imported - start, cpuTime() - imported];
process.stdout.write(JSON.stringify(stop ? await stop() : times));
