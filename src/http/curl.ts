import { CurlOptionError } from './curl-option-error.js';
import { type Draft, findOptionWithoutValue, findOptionWithValue, setUrl } from './curl-options.js';
import { describeValue } from './describe-value.js';
import { encodePath } from './percent.js';
import type { HttpField, HttpRequest } from './request.js';
import { encodeText } from './text.js';

const SCHEME = /^[a-z][a-z\d+.-]*:\/\//i;

/**
 * Returns the request that a curl command would send.
 *
 * Pass the words of the command: `['-X', 'POST', 'https://…', '-d', 'a=1']`. A leading `curl` is ignored, and a URL without a scheme gets
 * `https`. Like curl, `fromCurl` adds the headers Host, User-Agent and Accept and, with data, Content-Type and Content-Length.
 *
 * @throws {CurlOptionError} if an option is unknown, or if a value or the URL is missing or invalid.
 */
export function fromCurl(args: readonly string[]): HttpRequest {
  const draft = readArguments(checkArguments(args));
  const url = parseUrl(draft.url, args);
  const text = draft.data.join('&');
  const sendsBody = draft.data.length > 0 && !draft.isQuery;
  const query = draft.isQuery && text !== '' ? `${url.search === '' ? '?' : `${url.search}&`}${text}` : url.search;
  const body = sendsBody ? encodeText(text) : undefined;
  return {
    method: draft.method ?? (draft.isHead ? 'HEAD' : sendsBody ? 'POST' : 'GET'),
    target: encodePath(url.pathname + query),
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
  const draft: Draft = { headers: [], data: [], isQuery: false, isJson: false, isHead: false };
  for (let index = 0; index < args.length; index += 1) {
    const word = args[index] ?? '';
    const option = findOptionWithValue(word);
    if (!word.startsWith('-')) setUrl(draft, word);
    else if (option === undefined) applyOneWord(draft, word);
    else {
      index += 1;
      const value = args[index];
      if (value === undefined) throw new CurlOptionError('missing-value', word, `The option ${word} needs a value.`);
      option(draft, value, word);
    }
  }
  return draft;
}

/** Applies an option without a value, or a short one whose value follows without a space, such as `-XPOST`. */
function applyOneWord(draft: Draft, word: string): void {
  const name = word.slice(0, 2);
  const option = findOptionWithoutValue(word) ?? (name === '--' ? undefined : findOptionWithValue(name));
  if (option === undefined) {
    throw new CurlOptionError('unknown-option', word, `fromCurl doesn't know the option ${describeValue(word)}.`);
  }
  option(draft, word.slice(2), name);
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
