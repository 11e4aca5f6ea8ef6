#!/usr/bin/env node
import { text } from 'node:stream/consumers';
import { run } from './run.js';

const stop = new AbortController();
process.once('SIGINT', () => stop.abort());
process.once('SIGTERM', () => stop.abort());
// A reader that has had enough, as `| head`, is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

const { NO_COLOR, FORCE_COLOR } = process.env;
run(process.argv.slice(2), {
  input: () => text(process.stdin),
  hasInput: !process.stdin.isTTY,
  write: (chunk) => process.stdout.write(chunk),
  warn: (line) => process.stderr.write(`${line}\n`),
  isColoured: !NO_COLOR && (Boolean(FORCE_COLOR) || process.stdout.isTTY === true),
  stopped: stop.signal,
}).then((code) => {
  process.exitCode = code;
});
