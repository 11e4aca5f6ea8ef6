import { toHttp1Bytes } from '../http/http1.js';
import type { HttpRequest } from '../http/request.js';
import type { Issue } from '../render/issues/issue.js';
import { payload } from '../render/payload.js';
import { renderResult } from '../render/render-result.js';
import { renderHandshake } from '../render/websocket/render-handshake.js';
import { renderMessage } from '../render/websocket/render-message.js';
import { type Command, EXIT, readArgs } from './command.js';
import { fieldsOf, GATEWAY_HELP, GATEWAY_OPTIONS, rejectUnused, settingsOf, targetOf } from './gateway-options.js';
import type { Io } from './io.js';
import { issueLines } from './issue-lines.js';
import { readInput } from './json-input.js';
import { UsageError } from './usage-error.js';

const OPTIONS = {
  target: { type: 'string' },
  method: { type: 'string', short: 'X', default: 'GET' },
  header: { type: 'string', multiple: true, short: 'H' },
  route: { type: 'string' },
  ...GATEWAY_OPTIONS,
} as const;

const HELP = `apigw-proxy render [FILE] --target TARGET [options]   print a response

Reads a result as JSON from FILE or the standard input, and prints the response
that the client would receive. Issues are printed to the standard error.

TARGET: rest, http-1.0, http-2.0, function-url, websocket (prints the message)

  --method METHOD          -X; method of the request; default GET
  --header 'Name: value'   -H; of the request, such as Accept; repeatable
  --route ROUTE            websocket: '$connect' for the handshake
${GATEWAY_HELP}
  echo '{"statusCode":201,"body":"hi"}' | apigw-proxy render --target rest
`;

export const renderCommand: Command = {
  help: HELP,
  async run(args, io) {
    const { values, positionals } = readArgs('render', args, OPTIONS);
    if (values.target === undefined)
      throw new UsageError('--target is missing.', 'Add --target rest, http-1.0, http-2.0, function-url or websocket.');
    const target = targetOf(values.target);
    rejectUnused(values, target);
    const result = payload(await readInput(positionals, io));
    const request: HttpRequest = { method: values.method, target: '/', headers: fieldsOf(values.header ?? []) };
    const settings = settingsOf(values);
    const route = values.route ?? '$default';
    if (target === 'websocket' && route !== '$connect') {
      const { frame, ok, issues } = renderMessage(result, { ...settings, target, route, routeResponse: true });
      return print(frame === undefined ? '' : `${frame}\n`, ok, issues, io);
    }
    const response =
      target === 'websocket'
        ? renderHandshake(result, { ...settings, target, route: '$connect' })
        : renderResult(result, { ...settings, target }, request);
    return print(toHttp1Bytes(response), response.ok, response.issues, io);
  },
};

/** Prints a response and its issues. Returns the exit code. */
function print(chunk: string | Uint8Array, ok: boolean, issues: readonly Issue[], io: Io): number {
  io.write(chunk);
  // On a terminal, issues start on a new line. The standard output is the response, byte for byte.
  if (io.isTerminal && issues.length > 0 && !endsLine(chunk)) io.warn('');
  for (const line of issueLines(issues, false)) io.warn(line);
  return ok ? EXIT.ok : EXIT.invalid;
}

function endsLine(chunk: string | Uint8Array): boolean {
  return chunk.length === 0 || chunk.at(-1) === (typeof chunk === 'string' ? '\n' : 0x0a);
}
