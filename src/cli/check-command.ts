import type { Target } from '../aws/target.js';
import { isAPIGatewayAuthorizerResult } from '../guards/authorizer-result.js';
import { detectEvent } from '../guards/detect-event.js';
import { isAPIGatewaySimpleAuthorizerResult } from '../guards/simple-authorizer-result.js';
import { isObject } from '../http/is-object.js';
import type { Issue } from '../render/issues/issue.js';
import { payload } from '../render/payload.js';
import { renderResult } from '../render/render-result.js';
import { renderMessage } from '../render/websocket/render-message.js';
import { checkShape, SHAPES } from './check-shape.js';
import { printVerdict, type ResultVerdict } from './check-verdict.js';
import { type Command, readArgs } from './command.js';
import { GATEWAY_HELP, GATEWAY_OPTIONS, type GatewayValues, rejectUnused, settingsOf, targetOf } from './gateway-options.js';
import { parseJson, readInput } from './json-input.js';
import { type AnswerKind, type KnownKind, looksLikeEvent, meantAnswer, meantKind } from './meant-kind.js';
import { UsageError } from './usage-error.js';

const OPTIONS = { target: { type: 'string' }, kind: { type: 'string' }, json: { type: 'boolean' }, ...GATEWAY_OPTIONS } as const;

const HELP = `apigw-proxy check [FILE] [options]   check an event or a result

Reads JSON from FILE or the standard input. Checks an event, the answer of an
authorizer, or a result. Without --target, a result is checked for all targets.

  --kind KIND              what it must be: event, rest, http-1.0, http-2.0,
                           function-url, websocket-message, authorizer-token …,
                           policy, simple-answer or result
  --target TARGET          a result for rest, http-1.0, http-2.0, function-url
                           or websocket
  --json                   print JSON for programs
${GATEWAY_HELP}
Exit code: 0 valid, 1 invalid (a result: for every target that was checked).

  apigw-proxy check --kind event < event.json
`;

const TARGETS: readonly Target[] = ['rest', 'http-1.0', 'http-2.0', 'function-url', 'websocket'];

/** Guards of the answers of authorizers. */
const IS_VALID: Readonly<Record<AnswerKind, (value: unknown) => boolean>> = {
  policy: isAPIGatewayAuthorizerResult,
  'simple-answer': isAPIGatewaySimpleAuthorizerResult,
};

/** What a user can say that the JSON is. */
type AskedKind = KnownKind | AnswerKind | 'event' | 'result';

export const checkCommand: Command = {
  help: HELP,
  async run(args, io) {
    const { values, positionals } = readArgs('check', args, OPTIONS);
    const target = values.target === undefined ? undefined : targetOf(values.target);
    if (target !== undefined) rejectUnused(values, target);
    const kind = values.kind === undefined ? undefined : kindOf(values.kind);
    if (target !== undefined && kind !== undefined && kind !== 'result') {
      throw new UsageError('--target is for results.', 'Remove --target, or write --kind result.');
    }
    const text = await readInput(positionals, io);
    const value = parseJson(text, positionals[0] ?? 'The input');
    return printVerdict(await judge(text, value, target, kind, values), values.json === true, io);
  },
};

type Verdict = Parameters<typeof printVerdict>[0];

function judge(
  text: string,
  value: unknown,
  target: Target | undefined,
  kind: AskedKind | undefined,
  values: GatewayValues,
): Verdict | Promise<Verdict> {
  if (kind !== undefined && kind !== 'result') return kind === 'event' ? judgeEvent(value) : judgeShape(value, kind);
  const detected = detectEvent(value);
  const event = detected === 'unknown' && looksLikeEvent(value) ? meantKind(value) : detected;
  if (event !== 'unknown') {
    if (target === undefined && kind === undefined) return checkShape(value, event, event === detected);
    return { kind: 'result', isValid: false, reason: `this is an event: ${SHAPES[event].name}. Remove --target to check it.`, target };
  }
  const answer = target === undefined && kind === undefined ? meantAnswer(value) : undefined;
  if (answer !== undefined) return checkShape(value, answer, IS_VALID[answer](value));
  if (target === undefined && kind === undefined && !hasEnvelope(value)) return NEITHER;
  return judgeResult(text, target === undefined ? TARGETS : [target], values);
}

/** Payload 2.0 accepts any JSON as a result, so nothing can be wrong with JSON of which nobody says what it is. */
const NEITHER: Verdict = {
  kind: 'unknown',
  isValid: false,
  reason: 'This is neither an event nor a result with a statusCode. Say what it is with --kind or --target.',
};

function hasEnvelope(value: unknown): boolean {
  return isObject(value) && ['statusCode', 'body', 'headers', 'multiValueHeaders', 'cookies'].some((name) => name in value);
}

function kindOf(text: string): AskedKind {
  const kinds = ['event', 'result', ...Object.keys(SHAPES)];
  if (kinds.includes(text)) return text as AskedKind; // one of them
  throw new UsageError(`Unknown kind '${text}'.`, `Write one of: ${kinds.join(', ')}.`);
}

/** Judges what must be an event of any kind. */
function judgeEvent(value: unknown): Verdict | Promise<Verdict> {
  const detected = detectEvent(value);
  if (detected !== 'unknown') return checkShape(value, detected, true);
  if (isObject(value) && looksLikeEvent(value)) return checkShape(value, meantKind(value), false);
  return { kind: 'event', isValid: false, reason: 'This is not an event. An example: apigw-proxy event rest' };
}

/** Judges what must be of one kind. */
function judgeShape(value: unknown, kind: KnownKind | AnswerKind): Verdict | Promise<Verdict> {
  if (kind === 'policy' || kind === 'simple-answer') return checkShape(value, kind, IS_VALID[kind](value));
  const detected = detectEvent(value);
  if (detected === kind || detected === 'unknown') return checkShape(value, kind, detected === kind);
  return { kind, isValid: false, reason: `this is another event: ${SHAPES[detected].name}.` };
}

function judgeResult(text: string, targets: readonly Target[], values: GatewayValues): Verdict {
  const results = targets.map((target) => checkFor(text, target, values));
  return { kind: 'result', isValid: results.some(({ isValid }) => isValid), results };
}

/** Renders a result for a target. */
function checkFor(text: string, target: Target, values: GatewayValues): ResultVerdict {
  const result = payload(text);
  const { ok, issues, status }: { ok: boolean; issues: readonly Issue[]; status: number | string } =
    target === 'websocket'
      ? toVerdict(renderMessage(result, { ...settingsOf(values), target, routeResponse: true }))
      : renderResult(result, { ...settingsOf(values), target });
  return { target, isValid: ok, status, issues };
}

function toVerdict(message: ReturnType<typeof renderMessage>): { ok: boolean; issues: readonly Issue[]; status: string } {
  return { ...message, status: message.frame === undefined ? 'no message' : 'a message' };
}
