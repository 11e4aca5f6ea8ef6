import type { Target } from '../../aws/target.js';
import type { Gateway } from '../../gateway/gateway.js';
import { isObject } from '../../http/is-object.js';
import type { Issue } from '../../render/issues/issue.js';
import { OTHER_RULES } from '../../render/issues/other-rules.js';
import { readOutcome } from '../../render/outcome/outcome.js';
import type { RenderTarget } from '../../render/types.js';
import { isError, textsOf } from '../function/thrown.js';

/** What sentences call the formats. A function URL has that of an HTTP API with payload 2.0. */
const FORMATS = {
  rest: 'a REST API',
  'http-1.0': 'an HTTP API with payload format 1.0',
  'http-2.0': 'an HTTP API with payload format 2.0',
} as const satisfies Partial<Record<RenderTarget, string>>;

/** The format whose event has a property that the other event lacks, by the properties below it. */
const READ_FROM: Readonly<Record<'1.0' | '2.0', ReadonlySet<string>>> = {
  // `event.requestContext.http.method`
  '2.0': new Set(['method', 'path', 'protocol', 'sourceIp', 'userAgent']),
  // `event.requestContext.identity.sourceIp`
  '1.0': new Set(['sourceIp', 'userAgent', 'apiKey', 'accessKey', 'cognitoIdentityId', 'userArn']),
};

/** Returns what tells that a function was written for another kind of API, or for another payload format. */
export function findMismatch(
  { result, error, gateway }: { readonly result: unknown; readonly error?: unknown; readonly gateway: Gateway<RenderTarget> },
  response: { readonly ok: boolean; readonly issues: readonly Issue[] },
): Issue[] {
  const { target } = gateway;
  if (error !== undefined) return findForeignField(error, target);
  const other = findFittingTarget(result, response, target);
  return other === undefined ? [] : [report('result-fits-other', FORMATS[other], target)];
}

/** A handler that reads a field of the other event fails with this error of V8. */
const UNDEFINED_PROPERTY = /^Cannot read properties of undefined \(reading '(\w+)'\)$/;

function findForeignField(error: unknown, target: RenderTarget): Issue[] {
  if (!isError(error)) return [];
  const [, name = ''] = UNDEFINED_PROPERTY.exec(textsOf(error).message) ?? [];
  const other = formatOf(target) === '1.0' ? '2.0' : '1.0';
  if (!READ_FROM[other].has(name)) return [];
  return [report('handler-fits-other', other === '2.0' ? FORMATS['http-2.0'] : `${FORMATS.rest}, or ${FORMATS['http-1.0']}`, target)];
}

function formatOf(target: RenderTarget): '1.0' | '2.0' {
  return target === 'rest' || target === 'http-1.0' ? '1.0' : '2.0';
}

/** Returns the target whose form the result has, if it isn't the given one. */
function findFittingTarget(
  result: unknown,
  { ok, issues }: { readonly ok: boolean; readonly issues: readonly Issue[] },
  target: RenderTarget,
): 'rest' | 'http-2.0' | undefined {
  if (formatOf(target) === '2.0') return issues.some(({ code }) => code === 'multi-value-headers-ignored') ? 'rest' : undefined;
  if (ok) return undefined;
  // Payload 2.0 accepts any JSON, so only what it has alone counts: cookies, and a body without an envelope.
  const hasCookies = issues.some(({ code, path }) => code === 'unknown-key' && path[0] === 'cookies');
  return hasCookies || isInferred(result) ? 'http-2.0' : undefined;
}

/** Whether a result is plain JSON, which payload 2.0 makes a body of. */
function isInferred(result: unknown): boolean {
  try {
    const outcome = readOutcome(result);
    if (outcome !== undefined && !('text' in outcome)) return false;
    const value: unknown = outcome === undefined ? result : JSON.parse(outcome.text);
    if (value === undefined || value === null) return false;
    return !isObject(value) || !ENVELOPE.some((key) => key in value);
  } catch {
    return false; // a value that can't be read
  }
}

/** Keys of a result with an envelope. */
const ENVELOPE: readonly string[] = ['statusCode', 'headers', 'multiValueHeaders', 'body', 'isBase64Encoded'];

function report(code: 'result-fits-other' | 'handler-fits-other', found: string, target: Target): Issue {
  const [severity] = OTHER_RULES[code];
  return { code, severity, path: [], found, evidence: 'documented', target };
}
