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
  /** Braces and brackets of the URL are sent as they are. */
  isGlobOff: boolean;
  /** Dot segments of the path stay. */
  isPathAsIs: boolean;
  /** Replaces path and query. */
  requestTarget?: string;
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
  '-r': (draft, value, option) => addHeader(draft, ['Range', `bytes=${value}`], option),
  '--request-target': setTarget,
};

/** Options with a value that say how curl connects or what it prints. They don't change the request. */
const IGNORED_WITH_VALUE = /* @__PURE__ */ words(`
  -o -m -w -c -D -x --connect-timeout --retry --retry-delay --retry-max-time --max-redirs --limit-rate --resolve --connect-to --interface
  --cacert --capath --ciphers --tls-max --noproxy --keepalive-time --dns-servers --stderr --trace --trace-ascii --output-dir --max-filesize
`);

/** Options without a value. */
const WITHOUT_VALUE: Readonly<Record<string, Option>> = {
  '-G': (draft) => (draft.isQuery = true),
  '-I': (draft) => (draft.isHead = true),
  '--compressed': (draft) => draft.headers.push(['Accept-Encoding', 'deflate, gzip, br, zstd']),
  '-g': (draft) => (draft.isGlobOff = true),
  '--path-as-is': (draft) => (draft.isPathAsIs = true),
  '--http1.1': (draft) => (draft.httpVersion = '1.1'),
  '--http2': (draft) => (draft.httpVersion = '2'),
  '--http2-prior-knowledge': (draft) => (draft.httpVersion = '2'),
};

/** Options without a value that say how curl connects or what it prints. They don't change the request. */
const IGNORED_WITHOUT_VALUE = /* @__PURE__ */ words(`
  -s -S -i -v -k -L -f -N -O -J -R -4 -6 -# -q --fail-with-body --fail-early --no-progress-meter --location-trusted --post301 --post302
  --post303 --retry-all-errors --retry-connrefused --tcp-nodelay --tcp-fastopen --no-keepalive --no-alpn --no-sessionid --ssl-no-revoke
  --tlsv1 --tlsv1.0 --tlsv1.1 --tlsv1.2 --tlsv1.3 --raw --create-dirs --trace-time --styled-output --no-styled-output --disallow-username-in-url
`);

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
  '--globoff': '-g',
  '--range': '-r',
  '--fail': '-f',
  '--no-buffer': '-N',
  '--remote-name': '-O',
  '--remote-header-name': '-J',
  '--remote-time': '-R',
  '--ipv4': '-4',
  '--ipv6': '-6',
  '--progress-bar': '-#',
  '--disable': '-q',
  '--write-out': '-w',
  '--cookie-jar': '-c',
  '--dump-header': '-D',
  '--proxy': '-x',
};

/** Returns the option with a value that has this name, short or long. */
export function findOptionWithValue(name: string): Option | undefined {
  const short = ownValue(SHORT_NAMES, name) ?? name;
  return ownValue(WITH_VALUE, short) ?? (IGNORED_WITH_VALUE.has(short) ? ignore : undefined);
}

/** Returns the option without a value that has this name, short or long. */
export function findOptionWithoutValue(name: string): Option | undefined {
  const short = ownValue(SHORT_NAMES, name) ?? name;
  return ownValue(WITHOUT_VALUE, short) ?? (IGNORED_WITHOUT_VALUE.has(short) ? ignore : undefined);
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
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

function setTarget(draft: Draft, value: string, option: string): void {
  if (!/^[!-~]+$/.test(value)) rejectValue(value, option);
  draft.requestTarget = value;
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
