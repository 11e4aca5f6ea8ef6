import { isDeepStrictEqual } from 'node:util';
import { gunzipSync, inflateSync } from 'node:zlib';
import type { HttpField } from '../../http/request.js';
import type { CaseExpectation, RenderCase } from '../cases/render-case.js';
import { difference } from './difference.js';

/** What a client received. */
export interface ReceivedResponse {
  /** `null` for a WebSocket message, or if there is none. */
  readonly status: number | null;
  /** Names as they were spelled, and values, in order. */
  readonly headers: readonly HttpField[];
  readonly body: Uint8Array;
  /** WebSocket: the message. `null` or absent: nothing was sent. */
  readonly frame?: string | null;
}

/** What a comparison found. */
export interface Comparison {
  /** A sentence for each difference. None: the case holds. */
  readonly differences: readonly string[];
  /** The evidence of the other side, if the case has two and this one holds. */
  readonly otherSide?: string;
}

/** Compares a response with what its case expects. */
export function compareResponse(received: ReceivedResponse, { expect }: Pick<RenderCase, 'expect'>): Comparison {
  const differences = differencesOf(received, expect);
  if (differences.length === 0) return { differences };
  const other = expect.alternatives?.find((alternative) => differencesOf(received, withOtherSide(expect, alternative)).length === 0);
  return other === undefined ? { differences } : { differences: [], otherSide: other.evidence ?? 'unknown' };
}

/** Replaces parts of an expectation by those of the other side of a conflict. */
function withOtherSide(expected: CaseExpectation, other: Partial<CaseExpectation>): CaseExpectation {
  const { bodyText, bodyBase64, ...rest } = expected;
  const hasBody = other.bodyText !== undefined || other.bodyBase64 !== undefined;
  return { ...(hasBody ? rest : expected), ...other };
}

/** Returns a sentence for each difference between a response and an expectation. */
export function differencesOf(received: ReceivedResponse, expected: CaseExpectation): string[] {
  const lists = groupByName(received.headers);
  return [
    ...(expected.status === undefined ? [] : difference('status', received.status, expected.status)),
    ...headerDifferences(lists, expected),
    ...spellingDifferences(received.headers, expected.rawNames ?? []),
    ...(expected.frame === undefined ? [] : difference('message', received.frame ?? null, expected.frame)),
    ...bodyDifferences(received.body, expected, lists.get('content-encoding')?.[0]),
  ];
}

type Lists = ReadonlyMap<string, readonly string[]>;

/** Returns the values of each header in order, by lowercase name. */
export function groupByName(fields: readonly HttpField[]): Lists {
  const lists = new Map<string, string[]>();
  for (const [name, value] of fields) {
    const key = name.toLowerCase();
    const list = lists.get(key);
    if (list === undefined) lists.set(key, [value]);
    else list.push(value);
  }
  return lists;
}

function headerDifferences(lists: Lists, { headers = {}, present = [], matching = {}, unordered = false }: CaseExpectation): string[] {
  const inOrder = (values: readonly string[] | null): readonly string[] | null => (unordered && values ? [...values].sort() : values);
  return [
    ...Object.entries(headers).flatMap(([name, values]) => difference(`header ${name}`, inOrder(lists.get(name) ?? null), inOrder(values))),
    ...present.flatMap((name) => (lists.has(name) ? [] : [`header ${name}: expected, but missing`])),
    ...Object.entries(matching).flatMap(([name, pattern]) =>
      lists.get(name)?.every((value) => new RegExp(pattern).test(value))
        ? []
        : [`header ${name}: expected ${pattern}, got ${lists.get(name)}`],
    ),
  ];
}

function spellingDifferences(fields: readonly HttpField[], names: readonly string[]): string[] {
  const spelled = fields.map(([name]) => name);
  return names.flatMap((name) => (spelled.includes(name) ? [] : [`header ${name}: expected this spelling, got ${spelled}`]));
}

function bodyDifferences(body: Uint8Array, expected: CaseExpectation, coding: string | undefined): string[] {
  const { bodyText, bodyBase64, decodedBodyText, bodyTemplate } = expected;
  const text = textOf(body);
  if (decodedBodyText !== undefined) return difference('decoded body', textOf(decode(body, coding)), decodedBodyText);
  if (bodyBase64 !== undefined) return difference('body (base64)', Buffer.from(body).toString('base64'), bodyBase64);
  const template = typeof bodyTemplate === 'string' ? bodyTemplate : bodyTemplate && bodyText;
  if (template) return matchesTemplate(text, template) ? [] : difference('body', text, template);
  if (bodyText === undefined) return [];
  const isSame = expected.compareBodyAs === 'json' && isDeepStrictEqual(jsonOrText(text), jsonOrText(bodyText));
  return isSame ? [] : difference('body', text, bodyText);
}

/** Returns the body of a response as text, without its `Content-Encoding`. */
export function decodedTextOf({ headers, body }: ReceivedResponse): string {
  return textOf(decode(body, groupByName(headers).get('content-encoding')?.[0]));
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('utf8');
}

/** Size of the largest body without its coding, in bytes. A small body can expand to a thousand times its size. */
const LARGEST = { maxOutputLength: 32 * 1024 * 1024 };

/** @throws Error if the body doesn't have its coding, or is too large without it. */
function decode(body: Uint8Array, coding: string | undefined): Uint8Array {
  if (coding !== 'gzip' && coding !== 'deflate') return body;
  try {
    return coding === 'gzip' ? gunzipSync(body, LARGEST) : inflateSync(body, LARGEST);
  } catch (error) {
    const isLarge = error instanceof RangeError;
    throw new Error(isLarge ? `The ${coding} body expands to more than ${LARGEST.maxOutputLength} bytes.` : `The body is not ${coding}.`);
  }
}

/** Parses a string as JSON. Returns the string itself if it isn't JSON. */
export function jsonOrText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Returns whether a text is a template with each `{placeholder}` replaced by some text without quotes. */
function matchesTemplate(text: string, template: string): boolean {
  const pattern = template.replace(/\{\w+\}|[$()*+.?[\\\]^{|}]/g, (part) => (part.length > 1 ? '[^"]+' : `\\${part}`));
  return new RegExp(`^${pattern}$`).test(text);
}
