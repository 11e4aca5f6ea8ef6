import { encodeBase64 } from './base64.js';
import { CurlOptionError } from './curl-option-error.js';
import { describeValue } from './describe-value.js';
import { isFieldName, isSafeFieldValue } from './field-syntax.js';
import { encodeSegment } from './percent.js';
import type { HttpField } from './request.js';
import { encodeText } from './text.js';

/** The request as the options have described it so far. */
export interface Draft {
  method?: string;
  url?: string;
  readonly headers: HttpField[];
  readonly data: string[];
  isQuery: boolean;
  isJson: boolean;
  isHead: boolean;
  httpVersion?: '1.1' | '2';
}

/** Applies an option to the draft. The name as the user wrote it is for errors. */
export type Option = (draft: Draft, value: string, name: string) => void;

/** Options with a value. */
const WITH_VALUE: Readonly<Record<string, Option>> = {
  '-X': setMethod,
  '-H': (draft, value, option) => addHeader(draft, parseHeader(value), option),
  '-d': addData,
  '--data-raw': (draft, value) => draft.data.push(value),
  '--data-binary': addData,
  '--data-ascii': addData,
  '--data-urlencode': (draft, value, option) => draft.data.push(encodeData(value, option)),
  '--json': (draft, value, option) => {
    addData(draft, value, option);
    draft.isJson = true;
  },
  '-A': (draft, value, option) => addHeader(draft, ['User-Agent', value], option),
  '-b': (draft, value, option) => addHeader(draft, ['Cookie', value], option),
  '-e': (draft, value, option) => addHeader(draft, ['Referer', value], option),
  '-u': (draft, value) => draft.headers.push(['Authorization', `Basic ${encodeBase64(encodeText(value))}`]),
  '--oauth2-bearer': (draft, value, option) => addHeader(draft, ['Authorization', `Bearer ${value}`], option),
  '--url': setUrl,
  '-o': ignore,
  '-m': ignore,
};

/** Options without a value. */
const WITHOUT_VALUE: Readonly<Record<string, Option>> = {
  '-G': (draft) => (draft.isQuery = true),
  '-I': (draft) => (draft.isHead = true),
  '--compressed': (draft) => draft.headers.push(['Accept-Encoding', 'deflate, gzip, br, zstd']),
  '--http1.1': (draft) => (draft.httpVersion = '1.1'),
  '--http2': (draft) => (draft.httpVersion = '2'),
  '-s': ignore,
  '-S': ignore,
  '-i': ignore,
  '-v': ignore,
  '-k': ignore,
  '-L': ignore,
};

/** Long names of options whose short names are in the tables. */
const SHORT_NAMES: Readonly<Record<string, string>> = {
  '--request': '-X',
  '--header': '-H',
  '--data': '-d',
  '--user-agent': '-A',
  '--cookie': '-b',
  '--referer': '-e',
  '--user': '-u',
  '--get': '-G',
  '--head': '-I',
  '--output': '-o',
  '--max-time': '-m',
  '--silent': '-s',
  '--show-error': '-S',
  '--include': '-i',
  '--verbose': '-v',
  '--insecure': '-k',
  '--location': '-L',
};

/** Returns the option with a value that has this name, short or long. */
export function findOptionWithValue(name: string): Option | undefined {
  return ownValue(WITH_VALUE, ownValue(SHORT_NAMES, name) ?? name);
}

/** Returns the option without a value that has this name, short or long. */
export function findOptionWithoutValue(name: string): Option | undefined {
  return ownValue(WITHOUT_VALUE, ownValue(SHORT_NAMES, name) ?? name);
}

/** Looks up a name that comes from the user. `constructor` is in no table, although every object inherits it. */
function ownValue<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

/** Sets the URL, an argument without an option or the value of `--url`. */
export function setUrl(draft: Draft, value: string): void {
  if (draft.url !== undefined) {
    throw new CurlOptionError('second-url', '--url', `The command has two URLs: ${describeValue(draft.url)} and ${describeValue(value)}.`);
  }
  draft.url = value;
}

function setMethod(draft: Draft, value: string, option: string): void {
  // RFC 9110, section 9.1: a method is a token, like a header name.
  if (!isFieldName(value)) rejectValue(value, option);
  draft.method = value;
}

function addHeader(draft: Draft, [name, value]: HttpField, option: string): void {
  if (!isFieldName(name) || !isSafeFieldValue(value)) rejectValue(name === '' ? value : `${name}: ${value}`, option);
  draft.headers.push([name, value]);
}

function addData(draft: Draft, value: string, option: string): void {
  if (value.startsWith('@')) rejectFile(value, option);
  draft.data.push(value);
}

function ignore(): void {
  // The option doesn't change the request.
}

function rejectValue(value: string, option: string): never {
  throw new CurlOptionError('bad-value', option, `The option ${option} can't have the value ${describeValue(value)}.`);
}

function rejectFile(value: string, option: string): never {
  throw new CurlOptionError(
    'file-value',
    option,
    `fromCurl doesn't read files, but the option ${option} names one: ${describeValue(value)}.`,
  );
}

function parseHeader(line: string): HttpField {
  const colon = line.indexOf(':');
  return colon < 0 ? [line.replace(/;$/, ''), ''] : [line.slice(0, colon), line.slice(colon + 1).trim()];
}

/** Encodes `content`, `=content` and `name=content`. The other two forms, `@file` and `name@file`, name a file. */
function encodeData(value: string, option: string): string {
  const mark = value.search(/[=@]/);
  if (value[mark] === '@') rejectFile(value, option);
  return `${value.slice(0, Math.max(mark, 0))}${mark > 0 ? '=' : ''}${encodeSegment(value.slice(mark + 1))}`;
}
