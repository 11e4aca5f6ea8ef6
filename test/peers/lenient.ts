import type { CaseExpectation, RenderCase } from '../../src/conformance/cases/render-case.js';
import type { RequestCase } from '../../src/conformance/cases/request-case.js';
import { isGenerated, valueAt } from '../../src/conformance/compare/compare-event.js';
import { compareResponse, type ReceivedResponse } from '../../src/conformance/compare/compare-response.js';
import { difference } from '../../src/conformance/compare/difference.js';
import { isObject } from '../../src/http/is-object.js';
import type { HttpField } from '../../src/http/request.js';

// Compares as a tolerant reader does. What is forgiven: the spelling of header names, parameters of the Content-Type, whether a repeated header
// is one list, headers by which AWS names a request, the framing of a message, and in events, null, absent and empty.

/** Headers that no client of a local server relies on. */
const FORGIVEN =
  /^(?:date|connection|keep-alive|content-length|transfer-encoding|apigw-requestid|x-amzn-requestid|x-amz-apigw-id|x-amzn-trace-id|via|x-cache|x-amz-cf-.*)$/;

/** Returns a sentence for each difference between a response and a case that a tolerant client would notice. */
export function lenientResponse(received: ReceivedResponse, { expect }: Pick<RenderCase, 'expect'>): readonly string[] {
  const { alternatives = [], ...rest } = expect;
  const headers = received.headers.flatMap(([name, value]) => plainValues(name, [value]).map((each): HttpField => [name, each]));
  const tolerant = { ...tolerantOf(rest), alternatives: alternatives.map(tolerantOf) };
  return compareResponse({ ...received, headers }, { expect: tolerant }).differences;
}

function tolerantOf({ rawNames: _, headers, present, matching, ...rest }: Partial<CaseExpectation>): Partial<CaseExpectation> {
  return {
    ...rest,
    ...(headers && { headers: Object.fromEntries(Object.entries(headers).filter(isAsked).map(plainEntry)) }),
    ...(present && { present: present.filter((name) => !FORGIVEN.test(name)) }),
    ...(matching && { matching: Object.fromEntries(Object.entries(matching).filter(isAsked)) }),
  };
}

function isAsked([name]: readonly [name: string, expected: unknown]): boolean {
  return !FORGIVEN.test(name);
}

function plainEntry([name, values]: readonly [name: string, values: readonly string[] | null]): [string, readonly string[] | null] {
  return [name, values === null ? null : plainValues(name, values)];
}

/** `Content-Type: Text/Plain; charset=utf-8` → `text/plain`, and `a, b` → `a` and `b`. Cookies stay as they are. */
function plainValues(name: string, values: readonly string[]): readonly string[] {
  if (/^set-cookie$/i.test(name)) return values;
  const items = values.flatMap((value) => value.split(',')).map((item) => item.trim());
  return /^content-type$/i.test(name) ? items.map((item) => (item.split(';', 1)[0] ?? '').trim().toLowerCase()) : items;
}

/** Returns a sentence for each difference between an event and a case that a tolerant handler would notice. */
export function lenientEvent(
  event: unknown,
  { expect, absent = [] }: Pick<RequestCase, 'expect' | 'absent'>,
  isUnseen: (path: string) => boolean = () => false,
): readonly string[] {
  const tolerant = lowerHeaders(event);
  const isSkipped = (path: string): boolean => isGenerated(path) || isUnseen(path) || isForgiven(path);
  return [
    ...Object.entries(expect).flatMap(([path, expected]) => {
      const actual = valueAt(tolerant, lowerPath(path));
      if (isSkipped(path) || (isEmpty(actual) && isEmpty(expected))) return [];
      return difference(path, actual, /^(?:multiValueHeaders|headers)$/.test(path) ? lowerKeys(expected) : expected);
    }),
    ...absent.flatMap((path) => {
      const actual = valueAt(tolerant, lowerPath(path));
      return isSkipped(path) || isEmpty(actual) || isOtherSpelling(path, expect)
        ? []
        : [`${path}: expected to be absent, got ${JSON.stringify(actual)}`];
    }),
  ];
}

/** Whether a header must be absent only in this spelling. */
function isOtherSpelling(path: string, expect: RequestCase['expect']): boolean {
  return HEADER_PATH.test(path) && Object.keys(expect).some((other) => other !== path && lowerPath(other) === lowerPath(path));
}

function isForgiven(path: string): boolean {
  const [, name] = HEADER_PATH.exec(path) ?? [];
  return name !== undefined && FORGIVEN.test(name.toLowerCase());
}

const HEADER_PATH = /^(?:multiValueHeaders|headers)\.(.+)$/s;

function lowerPath(path: string): string {
  return HEADER_PATH.test(path) ? `${path.split('.', 1)}.${path.slice(path.indexOf('.') + 1).toLowerCase()}` : path;
}

function lowerHeaders(event: unknown): unknown {
  if (!isObject(event)) return event;
  const { headers, multiValueHeaders } = event as Record<string, unknown>; // any object can be read by name
  return {
    ...event,
    ...(headers ? { headers: lowerKeys(headers) } : {}),
    ...(multiValueHeaders ? { multiValueHeaders: lowerKeys(multiValueHeaders) } : {}),
  };
}

function lowerKeys(value: unknown): unknown {
  return isObject(value) ? Object.fromEntries(Object.entries(value).map(([name, one]) => [name.toLowerCase(), one])) : value;
}

/** Whether a value says nothing: `null`, absent, `''`, `[]` or `{}`. */
function isEmpty(value: unknown): boolean {
  return value == null || value === '' || (typeof value === 'object' && Object.keys(value).length === 0);
}
