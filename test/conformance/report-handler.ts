import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { awslambda } from 'apigw-proxy/local';

// Reports tell a streaming handler in a line: `s = from(s, {statusCode:302}); s.write(''); s.end()`.

type Body = (awslambda: unknown, s: unknown, from: unknown) => unknown;

/** A streamified handler that does what the line says. A line that begins with `(e, s) =>` is a handler that is not async. */
export function streamHandlerOf(line: string): unknown {
  const from = awslambda.HttpResponseStream.from;
  if (line.startsWith('(')) {
    const make = new Function('awslambda', 'from', `return ${line}`) as (awslambda: unknown, from: unknown) => never;
    return awslambda.streamifyResponse(make(awslambda, from));
  }
  const body = new Function('awslambda', 's', 'from', line) as Body;
  return awslambda.streamifyResponse(async (_event, stream) => {
    body(awslambda, stream, from);
  });
}

/** The same as a module on disk, for a handler in a thread; returns its path. */
export async function writeModule(line: string): Promise<string> {
  const file = join(await mkdtemp(join(tmpdir(), 'report-')), 'handler.mjs');
  const code = `const from = awslambda.HttpResponseStream.from;
export const handler = awslambda.streamifyResponse(async (event, s) => { ${line} });\n`;
  await writeFile(file, code);
  return file;
}
