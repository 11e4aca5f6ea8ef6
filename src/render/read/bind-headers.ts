import { describeValue } from '../../http/describe-value.js';
import { isAsciiFieldValue, isSafeFieldValue, trimFieldValue } from '../../http/field-syntax.js';
import { type HeaderName, LONGEST_VALUE, readHeaderName } from '../../http/header-name.js';
import { isObject } from '../../http/is-object.js';
import type { Issue, Report } from '../issues/issue.js';
import type { Reading } from '../rendering.js';
import { asJson } from './json.js';

/** A header line that is safe to be written as it is. */
export interface HeaderLine {
  /** The name as the function spelled it. */
  readonly name: string;
  /** The name in lower case. */
  readonly key: string;
  /** The name as `Title-Case`. */
  readonly title: string;
  /** The value. `null`: nothing is sent, not even a default. */
  readonly value: string | null;
  /** Where it is in the result. */
  readonly path: Issue['path'];
}

/** A member of `multiValueHeaders`. */
export interface HeaderList {
  readonly name: string;
  /** Its values without those that are `null`, which aren't sent. */
  readonly lines: readonly HeaderLine[];
  /** Whether the array is empty: it doesn't even have `null`. */
  readonly isEmpty: boolean;
}

/** Reads `headers`. */
export function bindHeaders(map: unknown, reading: Reading): readonly HeaderLine[] {
  if (!isMap(map, 'headers', reading)) return NO_LINES;
  const lines: HeaderLine[] = [];
  for (const name of Object.keys(map)) {
    const member = asJson(map[name]);
    if (member === undefined) continue;
    const path = ['headers', name];
    const header = readHeaderName(name);
    const line = checkName(name, header, path, reading) && lineOf(name, header, member, path, reading);
    if (line) lines.push(line);
  }
  return lines;
}

/** Reads `multiValueHeaders`. */
export function bindLists(map: unknown, reading: Reading): readonly HeaderList[] {
  if (!isMap(map, 'multiValueHeaders', reading)) return NO_LISTS;
  const lists: HeaderList[] = [];
  for (const name of Object.keys(map)) {
    const member = asJson(map[name]);
    if (member === undefined) continue;
    const path = ['multiValueHeaders', name];
    const header = readHeaderName(name);
    if (!checkName(name, header, path, reading)) continue;
    if (member === null) reading.report('header-value-null', path, 'not-sent');
    else if (!Array.isArray(member)) reading.report('header-list-invalid', path, describeValue(member));
    else lists.push({ name, lines: linesOf(name, header, member, path, reading), isEmpty: member.length === 0 });
  }
  return lists;
}

const NO_LINES: readonly HeaderLine[] = [];
const NO_LISTS: readonly HeaderList[] = [];

/** Reads `cookies`: each is a Set-Cookie line. */
export function bindCookies(value: unknown, reading: Reading): readonly HeaderLine[] {
  const { report } = reading;
  if (value === undefined || value === null) return NO_LINES;
  if (!Array.isArray(value)) {
    report('cookies-invalid', ['cookies'], describeValue(value));
    return NO_LINES;
  }
  const cookies: HeaderLine[] = [];
  for (let index = 0; index < value.length; index += 1) {
    const path = ['cookies', index];
    const item = asJson(value[index]) ?? null;
    const text = textOf(item, path, reading);
    if (text === undefined) report('cookies-invalid', path, describeValue(item));
    else cookies.push({ name: 'Set-Cookie', key: 'set-cookie', title: 'Set-Cookie', value: checkValue(text, path, report), path });
  }
  return cookies;
}

/** Returns a header value as it is sent: without spaces and tabs around it. Reports one that could split the response. */
export function checkValue(text: string, path: Issue['path'], report: Report): string {
  if (isAsciiFieldValue(text)) return text;
  const value = trimFieldValue(text);
  if (!isSafeFieldValue(value)) report('unsafe-header-value', path, describeValue(text));
  else if (!isAsciiFieldValue(value)) report('header-not-ascii', path);
  return value;
}

function isMap(map: unknown, part: string, { report }: Reading): map is Readonly<Record<string, unknown>> {
  if (map === undefined || map === null) return false;
  if (isObject(map)) return true;
  report('headers-not-a-map', [part], describeValue(map));
  return false;
}

function checkName(name: string, { isValid }: HeaderName, path: Issue['path'], { report }: Reading): boolean {
  if (!isValid) report('unsafe-header-name', path, describeValue(name));
  return isValid;
}

function linesOf(name: string, header: HeaderName, values: readonly unknown[], path: Issue['path'], reading: Reading): HeaderLine[] {
  const lines: HeaderLine[] = [];
  for (let index = 0; index < values.length; index += 1) {
    const line = lineOf(name, header, asJson(values[index]) ?? null, [...path, index], reading);
    if (line !== undefined) lines.push(line);
  }
  return lines;
}

function lineOf(name: string, header: HeaderName, value: unknown, path: Issue['path'], reading: Reading): HeaderLine | undefined {
  const { key, title } = header;
  if (value === null) return lineOfNull(name, header, path, reading);
  const text = textOf(value, path, reading);
  if (text !== undefined) return { name, key, title, value: fieldValueOf(text, header, path, reading.report), path };
  reading.report('header-value-invalid', path, describeValue(value), Array.isArray(value) ? undefined : { evidence: 'assumed' });
  return undefined;
}

function fieldValueOf(text: string, { last }: HeaderName, path: Issue['path'], report: Report): string {
  if (last.ascii === text) return text;
  if (!isAsciiFieldValue(text)) return checkValue(text, path, report);
  if (text.length <= LONGEST_VALUE) last.ascii = text;
  return text;
}

function lineOfNull(name: string, { key, title }: HeaderName, path: Issue['path'], { dialect, report }: Reading): HeaderLine | undefined {
  // reported [rest-iss-null-content-type]: REST adds no default in place of null. assumed: neither does any other target.
  const value = key === 'content-type' ? null : dialect.nullHeader;
  report('header-value-null', path, value === null ? 'no-type' : value === undefined ? 'not-sent' : 'empty');
  return value === undefined ? undefined : { name, key, title, value, path };
}

function textOf(value: unknown, path: Issue['path'], { dialect: { coerced }, report }: Reading): string | undefined {
  if (typeof value === 'string') return value;
  if (coerced === undefined || (typeof value !== 'boolean' && typeof value !== 'number')) return undefined;
  // recorded [rest-rec-invoke-api-with-headers]: REST sends a boolean as `true` or `false`. reported [rest-number-header]: also a number.
  report('header-value-coerced', path, `${value}`, { evidence: coerced[typeof value === 'boolean' ? 'boolean' : 'number'] });
  return `${value}`;
}
