import { encodeBase64 } from './base64.js';
import { instanceCheck, markError } from './error-mark.js';
import { encodePath } from './percent.js';
import type { HttpField, HttpRequest } from './request.js';
import { encodeText } from './text.js';

/** A curl command with an option that is not understood here. */
export class CurlOptionError extends Error {
  static override readonly [Symbol.hasInstance] = /* @__PURE__ */ instanceCheck('CurlOptionError');
  override readonly name = 'CurlOptionError';
  /** The option as it stands in the command. */
  readonly option: string;

  constructor(option: string) {
    super(`The curl option ${option} is not understood here; leave it out, or build the request in another way.`);
    markError(this, 'CurlOptionError');
    this.option = option;
  }
}

/** What the options of a command have said so far. */
interface Draft {
  method?: string;
  url?: string;
  readonly headers: [name: string, value: string][];
  readonly data: string[];
  isQuery: boolean;
  isJson: boolean;
  isHead: boolean;
  httpVersion?: '1.1' | '2';
}

type Option = (draft: Draft, value: string) => void;

const data: Option = (draft, value) => draft.data.push(value);
const header =
  (name: string): Option =>
  (draft, value) =>
    draft.headers.push([name, value]);
const nothing: Option = () => undefined;

/** Options that take a value. */
const WITH_VALUE: Readonly<Record<string, Option>> = {
  '-X': (draft, value) => (draft.method = value),
  '-H': (draft, value) => draft.headers.push(fieldOf(value)),
  '-d': data,
  '--data-raw': data,
  '--data-binary': data,
  '--data-ascii': data,
  '--data-urlencode': (draft, value) => draft.data.push(urlEncoded(value)),
  '--json': (draft, value) => {
    draft.data.push(value);
    draft.isJson = true;
  },
  '-A': header('User-Agent'),
  '-b': header('Cookie'),
  '-e': header('Referer'),
  '-u': (draft, value) => draft.headers.push(['Authorization', `Basic ${encodeBase64(encodeText(value))}`]),
  '--oauth2-bearer': (draft, value) => draft.headers.push(['Authorization', `Bearer ${value}`]),
  '--url': (draft, value) => (draft.url = value),
  '-o': nothing,
  '-m': nothing,
};

/** Options without a value. */
const WITHOUT_VALUE: Readonly<Record<string, Option>> = {
  '-G': (draft) => (draft.isQuery = true),
  '-I': (draft) => (draft.isHead = true),
  '--compressed': (draft) => draft.headers.push(['Accept-Encoding', 'deflate, gzip, br, zstd']),
  '--http1.1': (draft) => (draft.httpVersion = '1.1'),
  '--http2': (draft) => (draft.httpVersion = '2'),
  '-s': nothing,
  '-S': nothing,
  '-i': nothing,
  '-v': nothing,
  '-k': nothing,
  '-L': nothing,
};

/** Long names of options, where the tables have the short ones. */
const SHORT: Readonly<Record<string, string>> = {
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

/**
 * The request that a curl command sends, from its arguments as a shell has split them: `['-X', 'POST', 'https://…', '-d', 'a=1']`; a
 * leading `curl` may be there. What curl adds by itself is added: Host, User-Agent, Accept and, with data, Content-Type and
 * Content-Length.
 *
 * @throws {CurlOptionError} for an option that is not understood.
 */
export function fromCurl(args: readonly string[]): HttpRequest {
  const draft = read(args[0] === 'curl' ? args.slice(1) : args);
  const url = new URL(draft.url?.includes('://') ? draft.url : `https://${draft.url ?? ''}`);
  const text = draft.data.join('&');
  const sendsBody = draft.data.length > 0 && !draft.isQuery;
  const query = draft.isQuery && text !== '' ? `${url.search === '' ? '?' : `${url.search}&`}${text}` : url.search;
  return {
    method: draft.method ?? (draft.isHead ? 'HEAD' : sendsBody ? 'POST' : 'GET'),
    target: encodePath(url.pathname) + query,
    headers: fieldsOf(draft, url.host, sendsBody ? encodeText(text).length : undefined),
    ...(sendsBody && { body: encodeText(text) }),
    ...(draft.httpVersion && { httpVersion: draft.httpVersion }),
  };
}

function read(args: readonly string[]): Draft {
  const draft: Draft = { headers: [], data: [], isQuery: false, isJson: false, isHead: false };
  for (let index = 0; index < args.length; index += 1) {
    const word = args[index] ?? '';
    const option = SHORT[word] ?? word;
    const [glued, value] = [option.slice(0, 2), option.slice(2)];
    if (!option.startsWith('-')) draft.url = option;
    else if (Object.hasOwn(WITHOUT_VALUE, option)) WITHOUT_VALUE[option]?.(draft, '');
    else if (Object.hasOwn(WITH_VALUE, option)) {
      index += 1;
      WITH_VALUE[option]?.(draft, args[index] ?? '');
    } else if (!option.startsWith('--') && Object.hasOwn(WITH_VALUE, glued)) WITH_VALUE[glued]?.(draft, value);
    else throw new CurlOptionError(word);
  }
  return draft;
}

function fieldsOf({ headers, isJson }: Draft, host: string, length: number | undefined): HttpField[] {
  const given = new Set(headers.map(([name]) => name.toLowerCase()));
  const type = isJson ? 'application/json' : 'application/x-www-form-urlencoded';
  const own: HttpField[] = [
    ['Host', host],
    ['User-Agent', 'curl/8.7.1'],
    ['Accept', isJson ? 'application/json' : '*/*'],
  ];
  if (length !== undefined) own.push(['Content-Type', type], ['Content-Length', String(length)]);
  // A header that the command gives, even an empty one, takes the place of curl's own.
  return [...own.filter(([name]) => !given.has(name.toLowerCase())), ...headers.filter(([, value]) => value !== '')];
}

function fieldOf(line: string): [name: string, value: string] {
  const colon = line.indexOf(':');
  return colon < 0 ? [line.replace(/;$/, ''), ''] : [line.slice(0, colon), line.slice(colon + 1).trim()];
}

function urlEncoded(value: string): string {
  const equals = value.indexOf('=');
  return equals < 0
    ? encodeURIComponent(value)
    : `${value.slice(0, equals)}${equals > 0 ? '=' : ''}${encodeURIComponent(value.slice(equals + 1))}`;
}
