import { TARGETS, type Target } from '../aws/target.js';
import type { Gateway } from '../gateway/gateway.js';
import { UsageError } from './usage-error.js';

/** Options that say what the gateway is like, of every command that has one. */
export const GATEWAY_OPTIONS = {
  stage: { type: 'string' },
  'stage-variable': { type: 'string', multiple: true },
  domain: { type: 'string' },
  'base-path': { type: 'string' },
  binary: { type: 'string', multiple: true },
  cors: { type: 'string', multiple: true },
  stream: { type: 'boolean' },
} as const;

/** The same for `--help`. */
export const GATEWAY_HELP = `  --stage NAME             the stage; prod on rest and websocket
  --stage-variable A=B     a stage variable; repeatable
  --domain NAME            a custom domain, with --base-path PATH if it has one
  --binary TYPE            REST: a binary media type; repeatable
  --cors ORIGIN            HTTP APIs, function URLs: an origin, or *; repeatable
  --stream                 REST, function URLs: pass on what is streamed
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

/** What people write instead of a target's name. */
const ALIASES: Readonly<Record<string, Target>> = { http: 'http-2.0', url: 'function-url', 'lambda-url': 'function-url', ws: 'websocket' };

/**
 * A target by its name.
 *
 * @throws UsageError when there is none of that name.
 */
export function targetOf(name: string): Target {
  const target = Object.hasOwn(ALIASES, name) ? ALIASES[name] : TARGETS.find((known) => known === name);
  if (target === undefined) throw new UsageError(`There is no target '${name}'.`, `Say ${TARGETS.join(', ')}.`);
  return target;
}

/** What the options say of a gateway, but for its target. */
export type Settings = Pick<
  Gateway,
  'stage' | 'stageVariables' | 'customDomain' | 'binaryMediaTypes' | 'cors' | 'responseTransferMode' | 'invokeMode'
>;

/** The settings of a gateway that the options stand for. */
export function settingsOf(values: GatewayValues): Settings {
  const { stage, domain, binary, cors, stream } = values;
  const variables = values['stage-variable'];
  const basePath = values['base-path'];
  if (basePath !== undefined && domain === undefined) {
    throw new UsageError('--base-path belongs to a custom domain.', 'Name it with --domain.');
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

function variablesOf(texts: readonly string[]): Record<string, string> {
  const pairs = pairsOf(texts, '--stage-variable');
  const variables = Object.fromEntries(pairs);
  if (Object.keys(variables).length < pairs.length) throw new UsageError('A --stage-variable is given twice.', 'Leave one of the two out.');
  return variables;
}

/** `a=1` and the like as pairs; a name may come again. */
export function pairsOf(texts: readonly string[], option: string): [name: string, value: string][] {
  return texts.map((text) => pairOf(text, '=', option));
}

/** Headers as `Name: value`. */
export function fieldsOf(texts: readonly string[]): [name: string, value: string][] {
  return texts.map((text) => pairOf(text, ':', '--header'));
}

function pairOf(text: string, separator: string, option: string): [name: string, value: string] {
  const at = text.indexOf(separator);
  if (at < 1) throw new UsageError(`${option} '${text}' is not NAME${separator}VALUE.`, `Write ${option} 'name${separator}value'.`);
  return [text.slice(0, at).trim(), text.slice(at + 1).trim()];
}
