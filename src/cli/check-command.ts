import type { Target } from '../aws/target.js';
import { isAPIGatewayAuthorizerResult } from '../guards/authorizer-result.js';
import { detectEvent } from '../guards/detect-event.js';
import { isAPIGatewaySimpleAuthorizerResult } from '../guards/simple-authorizer-result.js';
import type { Issue } from '../render/issues/issue.js';
import { payload } from '../render/outcome/outcome.js';
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

Reads JSON from FILE or the standard input. An event or authorizer's answer is
held against its shape, a result against --target, or against every target.

  --target TARGET          rest, http-1.0, http-2.0, function-url, websocket
${GATEWAY_HELP}
Exit code: 0 valid, 1 not; a result is not if every target asked refuses it.

  apigw-proxy check --target rest < result.json
`;

const TARGETS: readonly Target[] = ['rest', 'http-1.0', 'http-2.0', 'function-url', 'websocket'];

/** What says whether an authorizer's answer is whole. */
const IS_WHOLE: Readonly<Record<AnswerKind, (value: unknown) => boolean>> = {
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
    if (event !== 'unknown') return target === undefined ? checkShape(value, event, event === detected, io) : noResult(event, target, io);
    const answer = target === undefined ? meantAnswer(value) : undefined;
    return answer === undefined
      ? checkResult(text, target === undefined ? TARGETS : [target], values, io)
      : checkShape(value, answer, IS_WHOLE[answer](value), io);
  },
};

function noResult(event: KnownKind, target: Target, io: Io): number {
  const refused = paint('refused', 'red', io.isColoured);
  io.write(`${refused} result for ${target}: this is no result, but an event: ${SHAPES[event].name}. Leave --target out to check it.\n`);
  return EXIT.refused;
}

function checkResult(text: string, targets: readonly Target[], values: GatewayValues, io: Io): number {
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

function verdictOf(text: string, target: Target, values: GatewayValues): Verdict {
  const result = payload(text);
  if (target !== 'websocket') return renderResult(result, { ...settingsOf(values), target });
  const message = renderMessage(result, { ...settingsOf(values), target, routeResponse: true });
  return { ...message, status: message.frame === undefined ? 'nothing is sent' : 'a message is sent' };
}
