import { isAsciiFieldValue, isFieldName, isSafeFieldValue, trimFieldValue } from '../../http/field-syntax.js';
import { isObject } from '../../http/is-object.js';
import { type Issue, type Report, shown } from '../issues/issues.js';
import type { Dialect } from '../targets/dialect.js';
import { asJson, type JsonObject } from './json.js';

/** A header line: safe to be written as it is. */
export interface HeaderLine {
  /** The name as the function spelled it. */
  readonly name: string;
  /** The name in lower case. */
  readonly key: string;
  /** The value; `null`: nothing is sent, and no default takes its place. */
  readonly value: string | null;
  /** Where it stands in the result. */
  readonly path: Issue['path'];
}

/** A member of `multiValueHeaders`. */
export interface HeaderList {
  readonly name: string;
  /** Its values but `null`, of which nothing is sent. */
  readonly lines: readonly HeaderLine[];
  /** Whether it is a list of nothing, not even `null`. */
  readonly isEmpty: boolean;
}

/** Reads `headers`. */
export function bindHeaders(value: unknown, dialect: Dialect, report: Report): readonly HeaderLine[] {
  const lines: HeaderLine[] = [];
  const map = mapOf(value, 'headers', report);
  for (const name of Object.keys(map)) {
    const member = asJson(map[name]);
    if (member === undefined || !isSafeName(name, 'headers', report)) continue;
    const line = lineOf(name, member, ['headers', name], dialect, report);
    if (line !== undefined) lines.push(line);
  }
  return lines;
}

/** Reads `multiValueHeaders`. */
export function bindLists(value: unknown, dialect: Dialect, report: Report): readonly HeaderList[] {
  const lists: HeaderList[] = [];
  const map = mapOf(value, 'multiValueHeaders', report);
  for (const name of Object.keys(map)) {
    const member = asJson(map[name]);
    if (member === undefined || !isSafeName(name, 'multiValueHeaders', report)) continue;
    const path = ['multiValueHeaders', name];
    if (member === null) report('header-value-null', path, 'no line is sent');
    else if (!Array.isArray(member)) report('header-list-invalid', path, shown(member));
    else lists.push({ name, lines: linesOf(name, member, path, dialect, report), isEmpty: member.length === 0 });
  }
  return lists;
}

/** Reads `cookies`: a Set-Cookie line each. */
export function bindCookies(value: unknown, dialect: Dialect, report: Report): readonly HeaderLine[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) {
    report('cookies-invalid', ['cookies'], shown(value));
    return [];
  }
  const cookies: HeaderLine[] = [];
  for (let index = 0; index < value.length; index += 1) {
    const path = ['cookies', index];
    const item = asJson(value[index]);
    const text = typeof item === 'object' ? undefined : textOf(item, path, dialect, report);
    if (text === undefined) report('cookies-invalid', path, shown(item ?? null));
    else cookies.push({ name: 'Set-Cookie', key: 'set-cookie', value: safeValue(text, path, report), path });
  }
  return cookies;
}

const EMPTY_MAP: JsonObject = {};

function mapOf(value: unknown, part: string, report: Report): JsonObject {
  if (value === undefined || value === null) return EMPTY_MAP;
  if (isObject(value)) return value;
  report('headers-not-a-map', [part], shown(value));
  return EMPTY_MAP;
}

function isSafeName(name: string, part: string, report: Report): boolean {
  if (isFieldName(name)) return true;
  report('unsafe-header-name', [part, name], JSON.stringify(name));
  return false;
}

function linesOf(name: string, values: readonly unknown[], path: Issue['path'], dialect: Dialect, report: Report): readonly HeaderLine[] {
  const lines: HeaderLine[] = [];
  for (let index = 0; index < values.length; index += 1) {
    const line = lineOf(name, asJson(values[index]) ?? null, [...path, index], dialect, report);
    if (line !== undefined) lines.push(line);
  }
  return lines;
}

function lineOf(name: string, value: unknown, path: Issue['path'], dialect: Dialect, report: Report): HeaderLine | undefined {
  const key = name.toLowerCase();
  if (value === null) return lineOfNull(name, key, path, dialect, report);
  const text = textOf(value, path, dialect, report);
  if (text === undefined) {
    report('header-value-invalid', path, shown(value), Array.isArray(value) ? undefined : 'assumed');
    return undefined;
  }
  return { name, key, value: safeValue(text, path, report), path };
}

function lineOfNull(name: string, key: string, path: Issue['path'], dialect: Dialect, report: Report): HeaderLine | undefined {
  // reported on REST: with a Content-Type of null there is no default either.
  const value = key === 'content-type' ? null : dialect.nullHeader;
  const effect = value === null ? 'no content type is sent' : value === undefined ? 'the header is not sent' : 'an empty header is sent';
  report('header-value-null', path, effect);
  return value === undefined ? undefined : { name, key, value, path };
}

function textOf(value: unknown, path: Issue['path'], { coerced }: Dialect, report: Report): string | undefined {
  if (typeof value === 'string') return value;
  if (coerced === undefined || (typeof value !== 'boolean' && typeof value !== 'number')) return undefined;
  // recorded: REST sends a boolean as `true` or `false`; a number by analogy.
  report('header-value-coerced', path, `${value}`, coerced[typeof value === 'boolean' ? 'boolean' : 'number']);
  return `${value}`;
}

function safeValue(text: string, path: Issue['path'], report: Report): string {
  if (isAsciiFieldValue(text)) return text;
  const value = trimFieldValue(text);
  if (!isSafeFieldValue(value)) report('unsafe-header-value', path, shown(text));
  else if (!isAsciiFieldValue(value)) report('header-not-ascii', path);
  return value;
}
