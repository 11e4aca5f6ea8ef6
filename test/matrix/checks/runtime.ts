import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runProgram, writeJourney } from '../project.js';
import type { Held } from '../row.js';

const HANDLER = 'export const handler = async ({ rawPath }) => ({ statusCode: 200, body: rawPath });\n';

/** Runs the whole journey with a runtime, then the command line: it reads a template, and calls a handler in a thread. */
export function checkRuntime(home: string, program: string, args: readonly string[] = []): Held {
  const run = (...more: readonly string[]): string => runProgram(home, program, [...args, ...more]);
  const command = (...more: readonly string[]): string => run('node_modules/apigw-proxy/dist/cli.js', ...more);
  writeJourney(home);
  expectText(run('all.js'), 'done');
  copyFileSync('docs/examples/orders/template.yaml', join(home, 'template.yaml'));
  expectText(command('template', 'template.yaml'), 'GET /orders/{id}');
  writeFileSync(join(home, 'hello.js'), HANDLER);
  writeFileSync(join(home, 'event.json'), command('event', 'http-2.0', '--path', '/hello'));
  expectText(command('invoke', 'hello.js', '--event', 'event.json'), '"body": "/hello"');
  return {};
}

function expectText(output: string, text: string): void {
  if (!output.includes(text)) throw new Error(`the output is ${JSON.stringify(output)}; ${text} is expected`);
}
