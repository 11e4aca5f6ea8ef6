import { allowsBody } from '../../http/allows-body.js';
import { isObject } from '../../http/is-object.js';
import { type Report, shown } from '../issues/issues.js';
import type { Dialect, ResultPart } from '../targets/dialect.js';
import { bindCookies, bindHeaders, bindLists, type HeaderLine, type HeaderList } from './bind-headers.js';
import { asJson, compactJson, type JsonObject } from './json.js';

/** A result as a gateway has read it. Where it could not be read, a report of an error says so and the part has its default. */
export interface BoundResult {
  readonly status: number;
  /** Lines of `headers`, in order. */
  readonly headers: readonly HeaderLine[];
  /** Members of `multiValueHeaders`, in order. */
  readonly lists: readonly HeaderList[];
  /** Set-Cookie lines of `cookies`, in order. */
  readonly cookies: readonly HeaderLine[];
  readonly body: string;
  readonly isBase64Encoded: boolean;
  /** Whether the whole result is the body, without a `statusCode`. */
  readonly isWholeBody: boolean;
}

/**
 * Reads a result as its target does.
 *
 * @param text the result as it was serialised, where it was: as a body, it keeps its order of keys and its numbers.
 * @throws whatever JSON.stringify would throw at the result.
 */
export function bind(result: unknown, dialect: Dialect, report: Report, text?: string): BoundResult {
  const value = asJson(result) ?? null;
  if (value !== result && isObject(value) && Object.keys(value).length === 0) report('result-emptied', [], kindOf(result));
  if (!isObject(value)) return bindNonObject(value, dialect, report, text);
  const parts = partsOf(value, dialect, report);
  const status = statusOf(parts.statusCode, dialect, report);
  if (status === 'body') return wholeBody(value, parts, report, text);
  return {
    status,
    headers: bindHeaders(parts.headers, dialect, report),
    lists: bindLists(parts.multiValueHeaders, dialect, report),
    cookies: bindCookies(parts.cookies, dialect, report),
    body: bodyOf(parts.body, status, dialect, report),
    isBase64Encoded: base64FlagOf(parts, dialect, report),
    isWholeBody: false,
  };
}

/** `Response`, `Map`, `AsyncGenerator` …: what an object calls itself. */
function kindOf(value: unknown): string {
  try {
    return Object.prototype.toString.call(value).slice(8, -1);
  } catch {
    return 'object that does not say what it is';
  }
}

type Parts = Partial<Record<ResultPart, unknown>>;

const WHOLE_BODY = { status: 200, headers: [], lists: [], cookies: [], isBase64Encoded: false, isWholeBody: true } as const;

// recorded on function URLs: a string is sent without its quotes, anything else as compact JSON.
function bindNonObject(value: unknown, dialect: Dialect, report: Report, text: string | undefined): BoundResult {
  if (dialect.withoutStatus !== 'body') report('result-not-an-object', [], shown(value));
  else if (value === null) report('null-result', []);
  return { ...WHOLE_BODY, body: typeof value === 'string' ? value : compactJson(value, text) };
}

function wholeBody(value: JsonObject, parts: Parts, report: Report, text: string | undefined): BoundResult {
  const meant = (['headers', 'cookies', 'body', 'isBase64Encoded'] as const).find((part) => parts[part] !== undefined);
  if (meant !== undefined) report('result-is-body', [meant], `\`${meant}\``);
  return { ...WHOLE_BODY, body: compactJson(value, text) };
}

function partsOf(result: JsonObject, dialect: Dialect, report: Report): Parts {
  const parts: Parts = {};
  const odd: [key: string, part: ResultPart | undefined][] = [];
  for (const key of Object.keys(result)) {
    const value = asJson(result[key]);
    if (value === undefined) continue;
    const part = dialect.keys.get(key) ?? (dialect.foldsKeys ? dialect.keys.get(key.toLowerCase()) : undefined);
    if (part !== key) odd.push([key, part]);
    if (part !== undefined) parts[part] = value;
  }
  // A result that is a body as a whole may have any keys.
  if (dialect.withoutStatus !== 'body' || (parts.statusCode ?? null) !== null) reportOdd(odd, dialect, report);
  return parts;
}

function reportOdd(odd: readonly (readonly [key: string, part: ResultPart | undefined])[], dialect: Dialect, report: Report): void {
  for (const [key, part] of odd) {
    if (part === undefined) report(dialect.ignored.get(key) ?? dialect.otherKey, [key], JSON.stringify(key), dialect.evidenceOf?.get(key));
    else report('key-misspelled', [key], `\`${part}\``);
  }
}

const MIN_STATUS = 100;
const MAX_STATUS = 599;

function statusOf(value: unknown, dialect: Dialect, report: Report): number | 'body' {
  if (value === undefined || value === null) return statusWithout(value, dialect, report);
  const status = numberOf(value, dialect);
  // recorded: 0 is refused by REST and HTTP APIs; assumed: so is everything else outside 100 to 599, which function URLs document.
  if (status === undefined || status < MIN_STATUS || status > MAX_STATUS) {
    const isSeen = value === 0 || (typeof value === 'string' && dialect.coerced !== undefined && status === undefined);
    report('status-code-invalid', ['statusCode'], shown(value), isSeen ? undefined : 'assumed');
    return 500;
  }
  if (status !== value) {
    const evidence = value === `${status}` ? dialect.coerced?.['numeric text'] : 'assumed';
    report('status-code-coerced', ['statusCode'], `${shown(value)} as ${status}`, evidence);
  }
  if (status < 200) report('status-code-informational', ['statusCode'], `${status}`);
  return status;
}

function statusWithout(value: null | undefined, dialect: Dialect, report: Report): number | 'body' {
  if (dialect.withoutStatus === 'refused') {
    report('status-code-missing', value === null ? ['statusCode'] : []);
    return 500;
  }
  if (value === null) report('status-code-coerced', ['statusCode'], 'null as if it were absent');
  return dialect.withoutStatus;
}

// Of the lenient readers Java's is the model: a fraction is cut, text is a decimal integer with a sign or without. assumed, but for plain digits.
function numberOf(value: unknown, dialect: Dialect): number | undefined {
  if (typeof value === 'number') return Number.isInteger(value) ? value : dialect.coerced && Math.trunc(value);
  if (typeof value === 'string' && dialect.coerced && /^\s*[+-]?\d+\s*$/.test(value)) return Number(value);
  return undefined;
}

function bodyOf(value: unknown, status: number, dialect: Dialect, report: Report): string {
  if (typeof value === 'string') return value;
  if (value === undefined || value === null) {
    // assumed: a function URL takes no body for an empty one, too. A status that allows none leaves nothing to guess.
    if (dialect.guessesMissingBody && allowsBody(status)) report('body-missing', []);
    return '';
  }
  if (typeof value === 'object' ? dialect.sendsJsonBody : dialect.coerced !== undefined) {
    report('body-coerced', ['body'], shown(value));
    return JSON.stringify(value);
  }
  report('body-not-text', ['body'], shown(value));
  return '';
}

function base64FlagOf(parts: Parts, dialect: Dialect, report: Report): boolean {
  // assumed: REST's bean calls the flag base64Encoded and prefers that key.
  const key = parts.base64Encoded === undefined ? 'isBase64Encoded' : 'base64Encoded';
  const value = parts[key];
  if (key === 'base64Encoded') report('key-misspelled', [key], '`isBase64Encoded`');
  if (value === undefined || value === null) return false;
  if (typeof value === 'boolean') return value;
  const flag = dialect.coerced && coercedFlag(value);
  if (flag === undefined) report('base64-flag-invalid', [key], shown(value));
  else report('base64-flag-coerced', [key], shown(value));
  return flag ?? false;
}

function coercedFlag(value: unknown): boolean | undefined {
  if (typeof value === 'number') return value !== 0;
  if (typeof value === 'string' && /^(true|false|)$/i.test(value.trim())) return value.trim().toLowerCase() === 'true';
  return undefined;
}
