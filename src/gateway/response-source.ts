import { describeValue } from '../http/describe-value.js';
import { contextVariables, isContextVariable } from './context-values.js';
import { closestName } from './did-you-mean.js';
import { GatewayResponseError } from './gateway-response-error.js';

/** Where a value of a gateway response comes from. */
export interface ResponseSource {
  /** `text`: the value is in `name`. Otherwise where to look up the name. */
  readonly from: 'text' | 'context' | 'stageVariables' | 'header' | 'querystring' | 'path';
  readonly name: string;
}

const ROOTS: Readonly<Record<string, ResponseSource['from']>> = {
  'context.': 'context',
  'stageVariables.': 'stageVariables',
  'method.request.header.': 'header',
  'method.request.querystring.': 'querystring',
  'method.request.path.': 'path',
};

/** Writes a variable as a template does: `$context.requestId`. */
export function formatVariable({ from, name }: ResponseSource): string {
  const root = Object.keys(ROOTS).find((start) => ROOTS[start] === from) ?? '';
  return `$${root}${name}`;
}

const VARIABLES = '`context.…`, `stageVariables.…`, `method.request.header.…`, `method.request.querystring.…` or `method.request.path.…`';

/**
 * Parses the value of a response parameter: a string in single quotes, or a variable without its dollar sign.
 *
 * @throws GatewayResponseError `unquoted-value`, or `unknown-variable`.
 */
export function parseParameter(value: string, path: readonly string[]): ResponseSource {
  const [, text] = /^'(.*)'$/s.exec(value) ?? [];
  if (text !== undefined) return { from: 'text', name: text };
  if (/^(?:context|stageVariables|method|integration|gatewayresponse)\b/.test(value)) return parseVariable(value, path);
  // reported [gr-unquoted-static]: AWS rejects the deployment.
  const reason = `is ${describeValue(value)}, which is neither a variable nor a string in single quotes.`;
  const fix = `Write "'${value.replace(/[^ -&(-~]/g, '')}'" with single quotes, or use ${VARIABLES}.`;
  throw new GatewayResponseError('unquoted-value', path, reason, fix);
}

/** documented: templates of gateway responses know variables and nothing else; `${x}` and `$x` are the same. */
const VARIABLE = /\$(?:\{([^{}$]*)\}|(method\.request\.\w+\.[\w-]+|[a-zA-Z]\w*(?:\.[a-zA-Z_]\w*)*))/g;

/** Velocity's directives and functions, which only mapping templates can use. */
const VELOCITY = /#(?:\{|if\b|else|end\b|set\b|foreach\b|macro\b|parse\b|include\b|stop\b|break\b)|\$!|\$\w+(?:\.\w+)*\(/;

/**
 * Parses a template: returns its text and its variables, in order.
 *
 * @throws GatewayResponseError `unsupported-template` for Velocity, `unknown-variable`.
 */
export function parseTemplate(template: string, path: readonly string[]): readonly ResponseSource[] {
  const velocity = VELOCITY.exec(template)?.[0];
  if (velocity !== undefined) {
    const fix = 'Use variables only: gateway responses have no Velocity on AWS either.';
    throw new GatewayResponseError('unsupported-template', path, `contains Velocity: \`${velocity}\`.`, fix);
  }
  const parts: ResponseSource[] = [];
  let end = 0;
  for (const { 0: found, 1: braced, 2: plain, index } of template.matchAll(VARIABLE)) {
    parts.push({ from: 'text', name: template.slice(end, index) }, parseVariable(braced ?? plain ?? '', path));
    end = index + found.length;
  }
  return [...parts, { from: 'text', name: template.slice(end) }];
}

function parseVariable(variable: string, path: readonly string[]): ResponseSource {
  const root = Object.keys(ROOTS).find((start) => variable.startsWith(start) && variable.length > start.length);
  const from = root === undefined ? undefined : ROOTS[root];
  const name = variable.slice(root?.length);
  if (from !== undefined && (from !== 'context' || isContextVariable(name))) return { from, name };
  const meant = from === 'context' ? closestName(name, contextVariables()) : undefined;
  const fix = meant === undefined ? `Use ${VARIABLES}.` : `Did you mean \`context.${meant}\`?`;
  throw new GatewayResponseError('unknown-variable', path, `uses \`${variable}\`, which AWS doesn't know.`, fix);
}
