#!/usr/bin/env node
import { buffer } from 'node:stream/consumers';
import { showsColours } from './paint.js';
import { run } from './run.js';

const stop = new AbortController();
for (const output of [process.stdout, process.stderr]) {
  output.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') process.exit(1);
    // A reader that has had enough, as `| head`, is no error: the command goes on to its own exit code, and one that has no end ends.
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
    // Asked twice, the process ends at once.
    process.once('SIGINT', () => stop.abort());
    process.once('SIGTERM', () => stop.abort());
    return stop.signal;
  },
}).then((code) => {
  process.exitCode = code;
});
