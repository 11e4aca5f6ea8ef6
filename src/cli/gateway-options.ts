import type { Target } from '../aws/target.js';
import { checkTarget } from '../gateway/check-gateway.js';
import type { Gateway } from '../gateway/gateway.js';
import { UsageError } from './usage-error.js';

/** The options for the settings of the gateway. */
export const GATEWAY_OPTIONS = {
  stage: { type: 'string' },
  'stage-variable': { type: 'string', multiple: true },
  domain: { type: 'string' },
  'base-path': { type: 'string' },
  binary: { type: 'string', multiple: true },
  cors: { type: 'string', multiple: true },
  stream: { type: 'boolean' },
} as const;

/** Their part of `--help`. */
export const GATEWAY_HELP = `  --stage NAME             stage; default prod for rest and websocket
  --stage-variable A=B     stage variable; repeatable
  --domain NAME            custom domain; --base-path PATH for its base path
  --binary TYPE            rest: binary media type; repeatable
  --cors ORIGIN            http, function-url: allowed origin, or *; repeatable
  --stream                 rest, function-url: stream the response
`;

/** Values of {@link GATEWAY_OPTIONS}. */
export interface GatewayValues {
  readonly stage?: string | undefined;
  readonly 'stage-variable'?: readonly string[] | undefined;
  readonly domain?: string | undefined;
  readonly 'base-path'?: string | undefined;
  readonly binary?: readonly string[] | undefined;
  readonly cors?: readonly string[] | undefined;
  readonly stream?: boolean | undefined;
}

/** Short names of targets. */
const ALIASES: Readonly<Record<string, Target>> = { http: 'http-2.0', url: 'function-url', 'lambda-url': 'function-url', ws: 'websocket' };

/**
 * Returns the target with a name.
 *
 * @throws GatewayError `unknown-target`.
 */
export function targetOf(name: string): Target {
  const target: unknown = Object.hasOwn(ALIASES, name) ? ALIASES[name] : name;
  checkTarget(target);
  return target;
}

/** The settings that the options can set. */
export type Settings = Pick<
  Gateway,
  'stage' | 'stageVariables' | 'customDomain' | 'binaryMediaTypes' | 'cors' | 'responseTransferMode' | 'invokeMode'
>;

/** Returns the settings of a gateway from the options. */
export function settingsOf(values: GatewayValues): Settings {
  const { stage, domain, binary, cors, stream } = values;
  const variables = values['stage-variable'];
  const basePath = values['base-path'];
  if (basePath !== undefined && domain === undefined) {
    throw new UsageError('--base-path needs a custom domain.', 'Add --domain NAME.');
  }
  return {
    ...(stage !== undefined && { stage }),
    ...(variables && { stageVariables: variablesOf(variables) }),
    ...(domain !== undefined && { customDomain: { domainName: domain, ...(basePath !== undefined && { basePath }) } }),
    ...(binary && { binaryMediaTypes: binary }),
    ...(cors && { cors: { allowOrigins: cors, allowMethods: ['*'], allowHeaders: ['*'] } }),
    ...(stream && { responseTransferMode: 'STREAM', invokeMode: 'RESPONSE_STREAM' }),
  };
}

/** Options that some targets don't have, with the reason. */
const WITHOUT_EFFECT: readonly (readonly [option: keyof GatewayValues, targets: readonly Target[], reason: string])[] = [
  ['cors', ['rest', 'websocket'], 'has no CORS configuration. Its function answers OPTIONS.'],
  ['binary', ['http-1.0', 'http-2.0', 'websocket', 'function-url'], 'has no binary media types.'],
  ['stage', ['function-url'], 'has no stages.'],
  ['stage-variable', ['function-url'], 'has no stage variables.'],
  ['domain', ['function-url'], 'has no custom domain.'],
  ['stream', ['http-1.0', 'http-2.0', 'websocket'], "can't stream responses."],
];

/**
 * Rejects options that the target doesn't have, because they would have no effect.
 *
 * @throws UsageError
 */
export function rejectUnused(values: GatewayValues, target: Target): void {
  const unused = WITHOUT_EFFECT.find(([option, targets]) => values[option] !== undefined && targets.includes(target));
  if (unused === undefined) return;
  const [option, , reason] = unused;
  throw new UsageError(`The target ${target} ${reason}`, `Remove --${option}.`);
}

function variablesOf(texts: readonly string[]): Record<string, string> {
  const pairs = pairsOf(texts, '--stage-variable');
  const variables = Object.fromEntries(pairs);
  if (Object.keys(variables).length < pairs.length)
    throw new UsageError('Two --stage-variable options have the same name.', 'Remove one of them.');
  return variables;
}

/** Returns options such as `a=1` as pairs. A name may be repeated. */
export function pairsOf(texts: readonly string[], option: string): [name: string, value: string][] {
  return texts.map((text) => pairOf(text, '=', option));
}

/** Returns options such as `Name: value` as headers. */
export function fieldsOf(texts: readonly string[]): [name: string, value: string][] {
  return texts.map((text) => pairOf(text, ':', '--header'));
}

function pairOf(text: string, separator: string, option: string): [name: string, value: string] {
  const at = text.indexOf(separator);
  if (at < 1)
    throw new UsageError(
      `The value of ${option} must be NAME${separator}VALUE; got '${text}'.`,
      `Write ${option} 'name${separator}value'.`,
    );
  return [text.slice(0, at).trim(), text.slice(at + 1).trim()];
}
