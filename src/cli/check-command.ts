import { isAPIGatewayAuthorizerResult } from '../guards/authorizer-result.js';
import { detectEvent } from '../guards/detect-event.js';
import { isAPIGatewaySimpleAuthorizerResult } from '../guards/simple-authorizer-result.js';
import type { Issue } from '../render/issues.js';
import { payload } from '../render/outcome.js';
import { renderMessage } from '../render/render-message.js';
import { renderResult } from '../render/render-result.js';
import type { EventKind } from '../types/event-kind.js';
import { type Command, EXIT, readArgs } from './command.js';
import type { Problem } from './event-problems.js';
import { GATEWAY_HELP, GATEWAY_OPTIONS, type GatewayValues, settingsOf, targetOf } from './gateway-options.js';
import type { Io } from './io.js';
import { issueLines } from './issue-lines.js';
import { parseJson, readInput } from './json-input.js';
import { type KnownKind, meantKind } from './meant-kind.js';
import { paint } from './paint.js';

const OPTIONS = { target: { type: 'string' }, ...GATEWAY_OPTIONS } as const;

const HELP = `apigw-proxy check [FILE] [options]   check an event or a result

Reads JSON from FILE or the standard input. An event is held against its shape,
a result against --target, or against every target.

  --target TARGET          rest, http-1.0, http-2.0, function-url, websocket
${GATEWAY_HELP}
Exit code: 0 valid, 1 not; a result is not if every target asked refuses it.

  apigw-proxy check --target rest < result.json
`;

const KINDS: Readonly<Record<KnownKind, string>> = {
  rest: 'event of a REST API',
  'http-1.0': 'event of an HTTP API, payload 1.0',
  'http-2.0': 'event of an HTTP API, payload 2.0',
  'function-url': 'event of a function URL',
  'websocket-connect': '$connect event of a WebSocket API',
  'websocket-message': 'message event of a WebSocket API',
  'websocket-disconnect': '$disconnect event of a WebSocket API',
  'authorizer-token': 'TOKEN authorizer event of a REST API',
  'authorizer-request-rest': 'REQUEST authorizer event of a REST API',
  'authorizer-request-http-1.0': 'authorizer event of an HTTP API, payload 1.0',
  'authorizer-request-http-2.0': 'authorizer event of an HTTP API, payload 2.0',
  'authorizer-request-websocket': 'authorizer event of a WebSocket API',
};

const TARGETS = ['rest', 'http-1.0', 'http-2.0', 'function-url', 'websocket'] as const;

const WITHOUT_ZOD =
  'apigw-proxy: zod says which field is wrong: install it beside apigw-proxy, or call npx -p zod -p apigw-proxy apigw-proxy check.';

export const checkCommand: Command = {
  help: HELP,
  async run(args, io) {
    const { values, positionals } = readArgs('check', args, OPTIONS);
    const text = await readInput(positionals[0], io);
    const value = parseJson(text, positionals[0] ?? 'The input');
    const answer = values.target === undefined ? authorizerAnswer(value) : undefined;
    if (answer !== undefined) {
      io.write(`${paint('valid', 'green', io.isColoured)} ${answer}\n`);
      return EXIT.ok;
    }
    const kind = detectEvent(value);
    return values.target === undefined && looksLikeEvent(value)
      ? checkEvent(value, kind, io)
      : checkResult(text, values.target === undefined ? TARGETS : [targetOf(values.target)], values, io);
  },
};

function authorizerAnswer(value: unknown): string | undefined {
  if (isAPIGatewayAuthorizerResult(value)) return 'policy of a Lambda authorizer';
  return isAPIGatewaySimpleAuthorizerResult(value) ? 'simple answer of a Lambda authorizer of an HTTP API' : undefined;
}

/** Whether a value is an event, or was meant to be one. */
function looksLikeEvent(value: unknown): value is object {
  return typeof value === 'object' && value !== null && ('requestContext' in value || 'methodArn' in value || 'routeArn' in value);
}

async function checkEvent(value: object, detected: EventKind, io: Io): Promise<number> {
  if (detected !== 'unknown') {
    io.write(`${paint('valid', 'green', io.isColoured)} ${KINDS[detected]} (${detected})\n`);
    return EXIT.ok;
  }
  const kind = meantKind(value);
  io.write(`${paint('invalid', 'red', io.isColoured)} ${KINDS[kind]} (${kind})\n`);
  const problems = await problemsOf(kind, value);
  if (problems === undefined) io.warn(WITHOUT_ZOD);
  for (const { path, message } of problems ?? []) io.write(`  ${path.join('.') || '(all of it)'}: ${message}\n`);
  return EXIT.refused;
}

/** Guards know that something is wrong, schemas where; without zod, an optional peer, there are none. */
async function problemsOf(kind: KnownKind, value: object): Promise<readonly Problem[] | undefined> {
  const schemas = await import('./event-problems.js').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ERR_MODULE_NOT_FOUND' && error.message.includes("'zod'")) return undefined;
    throw error;
  });
  return schemas?.eventProblems(kind, value);
}

function checkResult(text: string, targets: readonly (typeof TARGETS)[number][], values: GatewayValues, io: Io): number {
  const verdicts = targets.map((target) => {
    const { ok, issues, status } = verdictOf(text, target, values);
    io.write(`${paint(ok ? 'valid' : 'refused', ok ? 'green' : 'red', io.isColoured)} result for ${target}: ${status}\n`);
    for (const line of issueLines(issues, io.isColoured)) io.write(`${line}\n`);
    return ok;
  });
  return verdicts.some(Boolean) ? EXIT.ok : EXIT.refused;
}

interface Verdict {
  readonly ok: boolean;
  readonly issues: readonly Issue[];
  readonly status: number | string;
}

function verdictOf(text: string, target: (typeof TARGETS)[number], values: GatewayValues): Verdict {
  const result = payload(text);
  if (target !== 'websocket') return renderResult(result, { ...settingsOf(values), target });
  const message = renderMessage(result, { ...settingsOf(values), target, routeResponse: true });
  return { ...message, status: message.frame === undefined ? 'nothing is sent' : 'a message is sent' };
}
