#!/usr/bin/env node
import { buffer } from 'node:stream/consumers';
import { showsColours } from './paint.js';
import { run } from './run.js';

const stop = new AbortController();
for (const output of [process.stdout, process.stderr]) {
  output.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') process.exit(1);
    // A reader that stops early, such as `| head`, is not an error. The command keeps its exit code, and `serve` stops.
    stop.abort();
  });
}

run(process.argv.slice(2), {
  input: () => buffer(process.stdin),
  hasInput: !process.stdin.isTTY,
  write: (chunk) => process.stdout.write(chunk),
  warn: (line) => process.stderr.write(`${line}\n`),
  isColoured: showsColours(process.env, process.stdout.isTTY === true),
  isTerminal: process.stdout.isTTY === true && process.stderr.isTTY === true,
  stopped() {
    // The second signal ends the process at once.
    process.once('SIGINT', () => stop.abort());
    process.once('SIGTERM', () => stop.abort());
    return stop.signal;
  },
}).then((code) => {
  process.exitCode = code;
});
