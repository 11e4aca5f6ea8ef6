import { CurlOptionError } from './curl-option-error.js';
import { type Draft, findOptionWithoutValue, findOptionWithValue, type Option, setUrl } from './curl-options.js';
import { describeValue } from './describe-value.js';
import { encodePath } from './percent.js';
import type { HttpField, HttpRequest } from './request.js';
import { encodeText, wellFormed } from './text.js';

const SCHEME = /^[a-z][a-z\d+.-]*:\/\//i;

/**
 * Returns the request that a curl command would send.
 *
 * Pass the words of the command: `['-X', 'POST', 'https://…', '-d', 'a=1']`. A leading `curl` is ignored, and a URL without a scheme gets
 * `https`. Like curl, `fromCurl` adds the headers Host, User-Agent and Accept and, with data, Content-Type and Content-Length.
 *
 * @param args the words of the command, without quotes of a shell.
 * @throws {CurlOptionError} if an option is unknown, or if a value or the URL is missing or invalid.
 * @example
 * ```ts
 * import { fromCurl } from 'apigw-proxy/http';
 *
 * const request = fromCurl(['-H', 'X-Plan: pro', '-d', 'a=1', 'https://api.example.com/users']);
 * console.log(request.method, request.target, new TextDecoder().decode(request.body)); // => POST /users a=1
 * ```
 */
export function fromCurl(args: readonly string[]): HttpRequest {
  const draft = readArguments(checkArguments(args));
  const url = parseUrl(draft.url, args);
  const text = draft.data.join('&');
  const sendsBody = draft.data.length > 0 && !draft.isQuery;
  const { path, query: own } = pathAndQuery(draft, url);
  const query = draft.isQuery && text !== '' ? `${own === '' ? '?' : `${own}&`}${text}` : own;
  const body = sendsBody ? encodeText(text) : undefined;
  return {
    method: draft.method ?? (draft.isHead ? 'HEAD' : sendsBody ? 'POST' : 'GET'),
    target: draft.requestTarget ?? (draft.isGlobOff ? encodeRest(path + query) : encodePath(path + query)),
    headers: addCurlHeaders(draft, url.host, body?.length),
    ...(body && { body }),
    ...(draft.httpVersion && { httpVersion: draft.httpVersion }),
  };
}

function checkArguments(args: readonly string[]): readonly string[] {
  if (!Array.isArray(args)) {
    throw new CurlOptionError('not-arguments', '', `The command must be an array of strings; got ${describeValue(args)}.`);
  }
  const wrong = args.findIndex((arg) => typeof arg !== 'string');
  if (wrong < 0) return args[0] === 'curl' ? args.slice(1) : args;
  throw new CurlOptionError('not-arguments', '', `Word ${wrong} of the command must be a string; got ${describeValue(args[wrong])}.`);
}

function readArguments(args: readonly string[]): Draft {
  const draft: Draft = { headers: [], data: [], isQuery: false, isJson: false, isHead: false, isGlobOff: false, isPathAsIs: false };
  for (let index = 0; index < args.length; index += 1) {
    const word = args[index] ?? '';
    if (!word.startsWith('-')) {
      setUrl(draft, word);
      continue;
    }
    const waiting = applyWord(draft, word);
    if (waiting === undefined) continue;
    index += 1;
    const value = args[index];
    if (value === undefined) throw new CurlOptionError('missing-value', waiting.name, `The option ${waiting.name} needs a value.`);
    waiting.option(draft, value, waiting.name);
  }
  return draft;
}

/** An option whose value is the next word. */
interface Waiting {
  readonly name: string;
  readonly option: Option;
}

/** Applies the options of a word. Short ones can share it, such as `-sSL`, and the value of the last one can follow: `-sXPOST`. */
function applyWord(draft: Draft, word: string): Waiting | undefined {
  const isLong = word.startsWith('--') || word === '-';
  const names = isLong ? [word] : [...word.slice(1)].map((letter) => `-${letter}`);
  for (const [place, name] of names.entries()) {
    const plain = findOptionWithoutValue(name);
    if (plain !== undefined) {
      plain(draft, '', name);
      continue;
    }
    const option = findOptionWithValue(name);
    if (option === undefined) throw unknownOption(word);
    if (place === names.length - 1) return { name, option };
    option(draft, [...word].slice(place + 2).join(''), name);
    return undefined;
  }
  return undefined;
}

function unknownOption(word: string): CurlOptionError {
  return new CurlOptionError('unknown-option', word, `fromCurl doesn't know the option ${describeValue(word)}.`);
}

function parseUrl(text: string | undefined, args: readonly string[]): URL {
  if (text === undefined) {
    throw new CurlOptionError('missing-url', '--url', `The command ${describeValue(args.join(' '))} has no URL.`);
  }
  try {
    const url = new URL(SCHEME.test(text) ? text : `https://${text}`);
    if (url.protocol === 'https:' || url.protocol === 'http:') return url;
  } catch {
    // Throws below, as for any other scheme.
  }
  throw new CurlOptionError('bad-url', '--url', `${describeValue(text)} is not an HTTP URL.`);
}

/** Splits the URL as the command writes it, if `--path-as-is` or `-g` asks for that. */
function pathAndQuery({ url: text = '', isGlobOff, isPathAsIs }: Draft, url: URL): { readonly path: string; readonly query: string } {
  const [, path = '', query = ''] = /^(?:[a-z][a-z\d+.-]*:\/\/)?[^/?#]*([^?#]*)(\?[^#]*)?/i.exec(text) ?? [];
  const own = path === '' ? '/' : path;
  if (isPathAsIs) return { path: own, query: isGlobOff ? query : url.search };
  return isGlobOff ? { path: removeDots(own), query } : { path: url.pathname, query: url.search };
}

/** RFC 3986, section 5.2.4. */
function removeDots(path: string): string {
  const segments = path.split('/').slice(1);
  const kept: string[] = [];
  for (const [place, segment] of segments.entries()) {
    if (segment === '..') kept.pop();
    else if (segment !== '.') kept.push(segment);
    if ((segment === '.' || segment === '..') && place === segments.length - 1) kept.push('');
  }
  return `/${kept.join('/')}`;
}

/** Percent-encodes spaces, control characters and everything that isn't ASCII. */
function encodeRest(text: string): string {
  return wellFormed(text).replace(/[^!-~]+/g, encodeURIComponent);
}

/** Adds curl's own headers. A header of the command replaces curl's; with an empty value, it removes curl's. */
function addCurlHeaders({ headers, isJson }: Draft, host: string, length: number | undefined): HttpField[] {
  const given = new Set(headers.map(([name]) => name.toLowerCase()));
  const type = isJson ? 'application/json' : 'application/x-www-form-urlencoded';
  const own: HttpField[] = [
    ['Host', host],
    ['User-Agent', 'curl/8.7.1'],
    ['Accept', isJson ? 'application/json' : '*/*'],
  ];
  if (length !== undefined) own.push(['Content-Type', type], ['Content-Length', String(length)]);
  return [...own.filter(([name]) => !given.has(name.toLowerCase())), ...headers.filter(([, value]) => value !== '')];
}
