import { decodeBase64, encodeBase64 } from '../../http/base64.js';
import { encodeText } from '../../http/text.js';
import { textOf } from '../java/print.js';
import { escapeUnit } from '../java/quote-json.js';
import type { Tool, ToolMethod, Value } from '../java/value.js';
import { NOT_JSON, readJson } from '../json/read-json.js';
import { javaThrows, type Meter } from '../meter.js';

/** Makes `$util`. */
export function createUtil(meter: Meter): Tool {
  const ofText =
    (change: (text: string) => Value): ToolMethod =>
    ([value, ...more]) => {
      if (value === undefined || more.length > 0) return undefined;
      // assumed: what is no string is used as it prints.
      const text = value === null ? 'null' : textOf(value, meter);
      if (text === undefined) return null;
      const result = change(text);
      if (typeof result === 'string') meter.write(result.length);
      return result;
    };
  return {
    kind: 'tool',
    properties: new Map(),
    methods: new Map([
      ['escapeJavaScript', ofText(escapeJavaScript)],
      ['parseJson', ofText((text) => parseJson(text, meter))],
      ['urlEncode', ofText(urlEncode)],
      ['urlDecode', ofText(urlDecode)],
      ['base64Encode', ofText((text) => encodeBase64(encodeText(text)))],
      ['base64Decode', ofText(base64Decode)],
    ]),
  };
}

const ESCAPES: Readonly<Record<string, string>> = {
  '\b': '\\b',
  '\n': '\\n',
  '\t': '\\t',
  '\f': '\\f',
  '\r': '\\r',
  "'": "\\'",
  '"': '\\"',
  '\\': '\\\\',
  '/': '\\/',
};

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what has to be escaped
const ESCAPED = /["'\\/\u0000-\u001f\u0080-\uffff]/g;

/** documented: single quotes are escaped, too, which JSON does not allow. assumed: slashes and what is not ASCII, as commons-lang does. */
function escapeJavaScript(text: string): string {
  return text.replace(ESCAPED, (unit) => ESCAPES[unit] ?? escapeUnit(unit.charCodeAt(0)));
}

function decodeText(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

function parseJson(text: string, meter: Meter): Value {
  const value = readJson(text, meter);
  return value === NOT_JSON ? javaThrows('com.jayway.jsonpath.InvalidJsonException') : value;
}

/** As `java.net.URLEncoder` does: a blank becomes `+`, `*` stays, and `~` does not. */
function urlEncode(text: string): string {
  const wellFormed = text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '?');
  return encodeURIComponent(wellFormed)
    .replace(/[!'()~]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%20', '+');
}

/** As `java.net.URLDecoder` does: fails for a `%` without two hexadecimal digits. */
function urlDecode(text: string): string {
  if (/%(?![0-9a-fA-F]{2})/.test(text))
    javaThrows('java.lang.IllegalArgumentException: URLDecoder: Illegal hex characters in escape (%) pattern');
  const escapes = /(?:%[0-9a-fA-F]{2})+/g;
  return text.replaceAll('+', ' ').replace(escapes, (run) => {
    return decodeText(Uint8Array.from(run.slice(1).split('%'), (digits) => Number.parseInt(digits, 16)));
  });
}

// assumed: as commons-codec does, the URL-safe alphabet is read, too, and other characters are ignored.
function base64Decode(text: string): string {
  const digits = text
    .replaceAll('-', '+')
    .replaceAll('_', '/')
    .replace(/=[\s\S]*$/, '')
    .replace(/[^A-Za-z0-9+/]/g, '');
  return decodeText(decodeBase64(digits.length % 4 === 1 ? digits.slice(0, -1) : digits) ?? new Uint8Array(0));
}
