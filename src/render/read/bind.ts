import { allowsBody } from '../../http/allows-body.js';
import { describeValue } from '../../http/describe-value.js';
import { isObject } from '../../http/is-object.js';
import type { Reading } from '../rendering.js';
import type { Dialect, ResultPart } from '../targets/dialect.js';
import { bindCookies, bindHeaders, bindLists, type HeaderLine, type HeaderList } from './bind-headers.js';
import { asJson } from './json.js';

/** A result as a gateway has read it. A part that can't be read is reported as an error, and has its default value. */
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
 * @param write writes the result as the body. Default: as the runtime does.
 * @throws whatever JSON.stringify would throw for the result.
 */
export function bindResult(result: unknown, reading: Reading, write: Write = JSON.stringify): BoundResult {
  const value = asJson(result) ?? null;
  if (value !== result && isObject(value) && Object.keys(value).length === 0) reading.report('result-emptied', [], describeValue(result));
  if (!isObject(value)) return bindNonObject(value, reading, write);
  const { parts, lost } = partsOf(value, reading);
  const status = statusOf(parts.statusCode, reading);
  if (status === 'body') return bindWholeBody(value, parts, reading, write);
  if (lost.headers !== undefined) reading.report('result-emptied', ['headers'], lost.headers);
  if (lost.multiValueHeaders !== undefined) reading.report('result-emptied', ['multiValueHeaders'], lost.multiValueHeaders);
  return {
    status,
    headers: bindHeaders(parts.headers, reading),
    lists: bindLists(parts.multiValueHeaders, reading),
    cookies: bindCookies(parts.cookies, reading),
    body: bodyOf(parts.body, status, reading, lost.body),
    isBase64Encoded: base64FlagOf(parts, reading),
    isWholeBody: false,
  };
}

type Write = (value: unknown) => string;
type Parts = Record<ResultPart, unknown>;
/** What the parts were that JSON doesn't keep: `a Promise`, `a Headers`. */
type Lost = { readonly [K in ResultPart]?: string };
type JsonObject = Readonly<Record<string, unknown>>;

const WHOLE_BODY = { status: 200, headers: [], lists: [], cookies: [], isBase64Encoded: false, isWholeBody: true } as const;

/** Returns whether a string is a response as JSON, as of a handler that returns `JSON.stringify(response)`. */
function isResponseText(text: string): boolean {
  if (!text.startsWith('{') || !text.includes('"statusCode"')) return false;
  try {
    return typeof JSON.parse(text).statusCode === 'number';
  } catch {
    return false;
  }
}

// recorded [url-rec-string, url-rec-list-mixed]: a string is sent without its quotes, anything else as compact JSON.
function bindNonObject(value: unknown, { dialect, report }: Reading, write: Write): BoundResult {
  if (dialect.withoutStatus !== 'body') report('result-not-an-object', [], describeValue(value));
  else if (value === null) report('null-result', []);
  else if (typeof value === 'string' && isResponseText(value)) report('result-is-json-text', []);
  return { ...WHOLE_BODY, body: typeof value === 'string' ? value : write(value) };
}

function bindWholeBody(value: JsonObject, parts: Parts, { report }: Reading, write: Write): BoundResult {
  const meant = (['headers', 'cookies', 'body', 'isBase64Encoded'] as const).find((part) => parts[part] !== undefined);
  if (meant !== undefined) report('result-is-body', [meant], `\`${meant}\``);
  return { ...WHOLE_BODY, body: write(value) };
}

function partsOf(result: JsonObject, reading: Reading): { readonly parts: Parts; readonly lost: Lost } {
  const { dialect } = reading;
  const parts = noParts();
  let lost = NOTHING_LOST;
  let odd: OddKey[] | undefined;
  for (const key of Object.keys(result)) {
    const given = result[key];
    const value = asJson(given);
    if (value === undefined) continue;
    const part = dialect.keys.get(key) ?? (dialect.foldsKeys ? dialect.keys.get(key.toLowerCase()) : undefined);
    if (part !== key) {
      odd ??= [];
      odd.push([key, part, value]);
    }
    if (part === undefined) continue;
    parts[part] = value;
    if (value !== given && isObject(value)) lost = { ...lost, [part]: describeValue(given) };
  }
  // A result that is a body as a whole may have any keys.
  if (odd !== undefined && (dialect.withoutStatus !== 'body' || (parts.statusCode ?? null) !== null)) reportOddKeys(odd, reading);
  return { parts, lost };
}

const NOTHING_LOST: Lost = {};

/** Objects with the same keys in the same order are faster to read. */
function noParts(): Parts {
  return {
    statusCode: undefined,
    headers: undefined,
    multiValueHeaders: undefined,
    cookies: undefined,
    body: undefined,
    isBase64Encoded: undefined,
    base64Encoded: undefined,
  };
}

/** A key that isn't spelled as documented, the part that the gateway reads it as, and its value. */
type OddKey = readonly [key: string, part: ResultPart | undefined, value: unknown];

function reportOddKeys(keys: readonly OddKey[], { dialect, report }: Reading): void {
  for (const [key, part, value] of keys) {
    if (part !== undefined) {
      report('key-misspelled', [key], part);
      continue;
    }
    const ignored = dialect.ignored.get(key);
    const evidence = dialect.evidenceOf?.get(key);
    // An empty part can be ignored without a loss.
    const severity = ignored !== undefined && isEmpty(value) ? 'info' : undefined;
    report(ignored ?? dialect.otherKey, [key], describeValue(key), { evidence, severity });
  }
}

function isEmpty(value: unknown): boolean {
  return value === null || (typeof value === 'object' && Object.keys(value).length === 0);
}

const MIN_STATUS = 100;
const MAX_STATUS = 599;

function statusOf(value: unknown, reading: Reading): number | 'body' {
  const { dialect, report } = reading;
  if (value === undefined || value === null) return statusWithout(value, reading);
  const status = numberOf(value, dialect);
  // recorded [rest-rec-HandlesZeroStatusCode, http20-rec-HandlesZeroStatusCode]: REST and HTTP APIs reject 0. assumed: they also reject
  // everything else outside 100 to 599, as function URLs do (documented).
  if (status === undefined || status < MIN_STATUS || status > MAX_STATUS) {
    const isSeen = value === 0 || (typeof value === 'string' && dialect.coerced !== undefined && status === undefined);
    report('status-code-invalid', ['statusCode'], describeValue(value), isSeen ? undefined : { evidence: 'assumed' });
    return 500;
  }
  if (status !== value) {
    const evidence = value === `${status}` ? dialect.coerced?.['numeric text'] : 'assumed';
    report('status-code-coerced', ['statusCode'], describeValue(value), { evidence });
  }
  if (status < 200) report('status-code-informational', ['statusCode'], `${status}`);
  return status;
}

function statusWithout(value: null | undefined, { dialect, report }: Reading): number | 'body' {
  if (dialect.withoutStatus === 'rejected') {
    report('status-code-missing', value === null ? ['statusCode'] : []);
    return 500;
  }
  if (value === null) report('status-code-coerced', ['statusCode'], 'null');
  return dialect.withoutStatus;
}

// The lenient readers follow Java: a fraction is cut, and text is a decimal integer with or without a sign. assumed, but for plain digits.
function numberOf(value: unknown, dialect: Dialect): number | undefined {
  if (typeof value === 'number') return Number.isInteger(value) ? value : dialect.coerced && Math.trunc(value);
  if (typeof value === 'string' && dialect.coerced && /^[+-]?\d+$/.test(value.trim())) return Number(value);
  return undefined;
}

function bodyOf(value: unknown, status: number, { dialect, report }: Reading, lost: string | undefined): string {
  if (typeof value === 'string') return value;
  if (value === undefined || value === null) {
    // assumed: on a function URL, too, a missing body is an empty one. If the status allows no body, there is nothing to guess.
    if (dialect.guessesMissingBody && allowsBody(status)) report('body-missing', []);
    return '';
  }
  if (typeof value === 'object' ? dialect.sendsJsonBody : dialect.coerced !== undefined) {
    report('body-coerced', ['body'], lost ?? describeBody(value));
    return JSON.stringify(value);
  }
  report('body-not-text', ['body'], lost ?? describeBody(value));
  return '';
}

/** Describes a body that is not a string. In JSON, a Buffer has two characteristic keys, and a typed array has numbers as keys. */
function describeBody(value: unknown): string {
  if (!isObject(value)) return describeValue(value);
  if (value['type'] === 'Buffer' && Array.isArray(value['data'])) return 'a Buffer';
  return typeof value['0'] === 'number' ? 'a Uint8Array' : describeValue(value);
}

function base64FlagOf(parts: Parts, { dialect, report }: Reading): boolean {
  // assumed: REST's bean calls the boolean base64Encoded and prefers that key.
  const key = parts.base64Encoded === undefined ? 'isBase64Encoded' : 'base64Encoded';
  const value = parts[key];
  if (key === 'base64Encoded') report('key-misspelled', [key], 'isBase64Encoded');
  if (value === undefined || value === null) return false;
  if (typeof value === 'boolean') return value;
  const flag = dialect.coerced && toFlag(value);
  report(flag === undefined ? 'base64-flag-invalid' : 'base64-flag-coerced', [key], describeValue(value));
  return flag ?? false;
}

function toFlag(value: unknown): boolean | undefined {
  if (typeof value === 'number') return value !== 0;
  if (typeof value !== 'string') return undefined;
  const word = value.trim().toLowerCase();
  return word === '' || word === 'false' ? false : word === 'true' || undefined;
}
