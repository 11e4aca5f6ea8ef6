import type { Target } from '../aws/target.js';
import { isAPIGatewayAuthorizerResult } from '../guards/authorizer-result.js';
import { detectEvent } from '../guards/detect-event.js';
import { isAPIGatewaySimpleAuthorizerResult } from '../guards/simple-authorizer-result.js';
import type { Issue } from '../render/issues/issue.js';
import { payload } from '../render/payload.js';
import { renderResult } from '../render/render-result.js';
import { renderMessage } from '../render/websocket/render-message.js';
import { checkShape, SHAPES } from './check-shape.js';
import { type Command, EXIT, readArgs } from './command.js';
import { GATEWAY_HELP, GATEWAY_OPTIONS, type GatewayValues, settingsOf, targetOf } from './gateway-options.js';
import type { Io } from './io.js';
import { issueLines } from './issue-lines.js';
import { parseJson, readInput } from './json-input.js';
import { type AnswerKind, type KnownKind, looksLikeEvent, meantAnswer, meantKind } from './meant-kind.js';
import { paint } from './paint.js';

const OPTIONS = { target: { type: 'string' }, ...GATEWAY_OPTIONS } as const;

const HELP = `apigw-proxy check [FILE] [options]   check an event or a result

Reads JSON from FILE or the standard input. Checks an event, the answer of an
authorizer, or a result. Without --target, a result is checked for all targets.

  --target TARGET          rest, http-1.0, http-2.0, function-url, websocket
${GATEWAY_HELP}
Exit code: 0 valid, 1 invalid (a result: for every target that was checked).

  apigw-proxy check --target rest < result.json
`;

const TARGETS: readonly Target[] = ['rest', 'http-1.0', 'http-2.0', 'function-url', 'websocket'];

/** Guards of the answers of authorizers. */
const IS_VALID: Readonly<Record<AnswerKind, (value: unknown) => boolean>> = {
  policy: isAPIGatewayAuthorizerResult,
  'simple-answer': isAPIGatewaySimpleAuthorizerResult,
};

export const checkCommand: Command = {
  help: HELP,
  async run(args, io) {
    const { values, positionals } = readArgs('check', args, OPTIONS);
    const target = values.target === undefined ? undefined : targetOf(values.target);
    const text = await readInput(positionals, io);
    const value = parseJson(text, positionals[0] ?? 'The input');
    const detected = detectEvent(value);
    const event = detected === 'unknown' && looksLikeEvent(value) ? meantKind(value) : detected;
    if (event !== 'unknown')
      return target === undefined ? checkShape(value, event, event === detected, io) : rejectEvent(event, target, io);
    const answer = target === undefined ? meantAnswer(value) : undefined;
    return answer === undefined
      ? checkResult(text, target === undefined ? TARGETS : [target], values, io)
      : checkShape(value, answer, IS_VALID[answer](value), io);
  },
};

/** Prints that the value is an event, although the command asks for a result. */
function rejectEvent(event: KnownKind, target: Target, io: Io): number {
  const invalid = paint('invalid', 'red', io.isColoured);
  io.write(`${invalid} result for ${target}: this is an event: ${SHAPES[event].name}. Remove --target to check it.\n`);
  return EXIT.invalid;
}

function checkResult(text: string, targets: readonly Target[], values: GatewayValues, io: Io): number {
  const verdicts = targets.map((target) => {
    const { ok, issues, status } = checkFor(text, target, values);
    io.write(`${paint(ok ? 'valid' : 'invalid', ok ? 'green' : 'red', io.isColoured)} result for ${target}: ${status}\n`);
    for (const line of issueLines(issues, io.isColoured)) io.write(`${line}\n`);
    return ok;
  });
  return verdicts.some(Boolean) ? EXIT.ok : EXIT.invalid;
}

interface Verdict {
  readonly ok: boolean;
  readonly issues: readonly Issue[];
  readonly status: number | string;
}

/** Renders a result for a target. */
function checkFor(text: string, target: Target, values: GatewayValues): Verdict {
  const result = payload(text);
  if (target !== 'websocket') return renderResult(result, { ...settingsOf(values), target });
  const message = renderMessage(result, { ...settingsOf(values), target, routeResponse: true });
  return { ...message, status: message.frame === undefined ? 'no message' : 'a message' };
}
