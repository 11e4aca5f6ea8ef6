import { formatPath, type Path } from '../../gateway/check-shape.js';
import { isBytes, isObject } from '../../http/is-object.js';
import type { HttpResponse } from '../../http/response.js';
import { type Equals, isAsymmetric, show } from './runner.js';
import type { ExpectedHeader, ExpectedResponse } from './types.js';

/** One part of a response, as a message shows it. */
export interface Comparison {
  readonly isEqual: boolean;
  readonly expected: string;
  readonly received: string;
}

/** Compares the parts of a response that are expected. */
export function compareResponse(response: HttpResponse, { status, headers = {}, body }: ExpectedResponse, equals: Equals): Comparison[] {
  const sent = valuesByName(response);
  return [
    ...(status === undefined ? [] : [compareStatus(response, status, equals)]),
    ...Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [compareHeader(sent.get(name.toLowerCase()) ?? [], name, value, equals)],
    ),
    ...(body === undefined ? [] : compareBody(response.body, body, equals)),
  ];
}

function compareStatus({ status, statusText }: HttpResponse, expected: unknown, equals: Equals): Comparison {
  return { isEqual: equals(status, expected), expected: show(expected), received: `${status} ${statusText}`.trimEnd() };
}

/** Returns the values of each header by its name in lower case. */
function valuesByName({ headers }: HttpResponse): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const [name, value] of headers) {
    const values = found.get(name.toLowerCase());
    if (values === undefined) found.set(name.toLowerCase(), [value]);
    else values.push(value);
  }
  return found;
}

function compareHeader(values: readonly string[], name: string, expected: ExpectedHeader, equals: Equals): Comparison {
  const line = (value: string): string => `${name}: ${value}`;
  const missing = `${name} is missing`;
  const received = values.length === 0 ? missing : values.map(line).join('\n');
  if (expected === null) return { isEqual: values.length === 0, expected: missing, received };
  if (isAsymmetric(expected) || !Array.isArray(expected)) {
    const isEqual = values.length > 0 && equals(values.join(', '), asText(expected));
    return { isEqual, expected: line(isAsymmetric(expected) ? show(expected) : String(expected)), received };
  }
  const all: readonly unknown[] = expected.map(asText);
  const lines = all.map((value) => line(typeof value === 'string' ? value : show(value)));
  return { isEqual: equals(values, all), expected: all.length === 0 ? missing : lines.join('\n'), received };
}

/** Headers are strings, but people write `'Content-Length': 5`. */
function asText(value: unknown): unknown {
  return typeof value === 'number' ? String(value) : value;
}

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function compareBody(body: Uint8Array, expected: unknown, equals: Equals): Comparison[] {
  const text = decode(body);
  if (isBytes(expected)) return [compareBytes(body, expected)];
  const received = text === undefined ? describeBytes(body) : describeText(text);
  if (typeof expected === 'string') return [{ isEqual: text === expected, expected: describeText(expected), received }];
  const json = parse(text);
  if (isAsymmetric(expected)) {
    const isEqual = (text !== undefined && equals(text, expected)) || (json !== undefined && equals(json.value, expected));
    return [{ isEqual, expected: `body: ${show(expected)}`, received }];
  }
  if (json === undefined) return [{ isEqual: false, expected: `body: ${shorten(show(expected))}`, received: `${received} (not JSON)` }];
  if (equals(json.value, expected)) return [{ isEqual: true, expected: `body: ${shorten(show(expected))}`, received }];
  return compareJson(json.value, expected, ['body'], equals);
}

function compareBytes(received: Uint8Array, expected: Uint8Array): Comparison {
  const isEqual = received.length === expected.length && received.every((byte, index) => byte === expected[index]);
  return { isEqual, expected: describeBytes(expected), received: describeBytes(received) };
}

/** Lists where two JSON values differ. */
function compareJson(received: unknown, expected: unknown, path: Path, equals: Equals): Comparison[] {
  if (equals(received, expected)) return [];
  const keys = commonKeys(received, expected);
  if (keys === undefined) {
    const line = (value: unknown): string => `${formatPath(path)}${value === undefined ? ' is missing' : `: ${shorten(show(value))}`}`;
    return [{ isEqual: false, expected: line(expected), received: line(received) }];
  }
  return keys.flatMap((key) => compareJson(valueAt(received, key), valueAt(expected, key), [...path, key], equals));
}

/** Returns the keys of two objects, or of two arrays with the same length. Other values are shown whole. */
function commonKeys(received: unknown, expected: unknown): (string | number)[] | undefined {
  if (Array.isArray(received) && Array.isArray(expected)) {
    return received.length === expected.length ? received.map((_, index) => index) : undefined;
  }
  if (!isObject(received) || !isObject(expected) || isAsymmetric(expected)) return undefined;
  return [...new Set([...Object.keys(expected), ...Object.keys(received)])];
}

function valueAt(holder: unknown, key: string | number): unknown {
  const values = Object(holder);
  return Object.hasOwn(values, key) ? values[key] : undefined;
}

function decode(body: Uint8Array): string | undefined {
  try {
    return UTF8.decode(body);
  } catch {
    return undefined;
  }
}

function parse(text: string | undefined): { readonly value: unknown } | undefined {
  if (text === undefined) return undefined;
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

function describeText(text: string): string {
  return text === '' ? 'body is empty' : `body: ${shorten(text)}`;
}

/** Bytes that a message shows. */
const SHOWN_BYTES = 16;

function describeBytes(bytes: Uint8Array): string {
  const hex = Array.from(bytes.subarray(0, SHOWN_BYTES), (byte) => byte.toString(16).padStart(2, '0')).join(' ');
  return `body: ${bytes.length} bytes${bytes.length === 0 ? '' : `: ${hex}${bytes.length > SHOWN_BYTES ? ' …' : ''}`}`;
}

/** Characters of a body that a message shows. */
const SHOWN_TEXT = 1000;

function shorten(text: string): string {
  return text.length > SHOWN_TEXT ? `${text.slice(0, SHOWN_TEXT)}… (${text.length} characters)` : text;
}
