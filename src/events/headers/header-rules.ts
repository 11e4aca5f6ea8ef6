import type { Target } from '../../aws/target.js';

/** Who gets the headers: the function of a target, or an authorizer whose event has other headers. */
export type HeaderReader = Target | 'rest-authorizer' | 'websocket-authorizer';

/** How the headers of a request become the headers of an event. */
export interface HeaderRules {
  /** Headers that are dropped, in lower case. */
  readonly dropped: ReadonlySet<string>;
  /** Whether an Authorization header with a SigV4 signature is dropped, too. */
  readonly dropsSignature: boolean;
  /** Name of the Content-Length that is added if the client sent none. `as-sent`: it is not added. */
  readonly contentLength: 'as-sent' | 'Content-Length' | 'content-length';
  /** Whether the gateway adds the Connection and Upgrade headers of a WebSocket handshake. */
  readonly handshake: boolean;
  /** Whether the gateway adds headers about TLS. */
  readonly tls: boolean;
  /** How names are spelled. */
  readonly spelling: 'lower-case' | 'as-sent';
  /** With `as-sent`: names that are capitalized even if an HTTP/2 client sent them in lower case. */
  readonly capitalised: ReadonlySet<string>;
  /** How names are sorted: by their bytes, or by their bytes in lower case. */
  readonly order: 'ignoring-case' | 'bytes';
}

const CAPITALISED = names('host user-agent x-amzn-trace-id x-forwarded-for x-forwarded-port x-forwarded-proto');

const REST: HeaderRules = {
  // REST drops these twelve:
  // recorded [rest-drops-connection, rest-simple-dotnet, rest-drops-content-md5, rest-drops-expect, rest-drops-max-forwards],
  // recorded [rest-drops-proxy-authenticate, rest-drops-server, rest-drops-te, rest-drops-trailer, rest-drops-transfer-encoding],
  // recorded [rest-drops-upgrade, rest-drops-www-authenticate].
  dropped: names(
    'connection content-length content-md5 expect max-forwards proxy-authenticate server te trailer transfer-encoding upgrade www-authenticate',
  ),
  // recorded [rest-iam-auth, http2-iam-auth]: REST drops a signature, HTTP APIs keep it.
  dropsSignature: true,
  contentLength: 'as-sent',
  handshake: false,
  tls: false,
  spelling: 'as-sent',
  capitalised: CAPITALISED,
  order: 'ignoring-case',
};

const HTTP_1: HeaderRules = {
  dropped: names('connection'),
  dropsSignature: false,
  // recorded [http2-named-stage-h2, http1-named-stage-default-word]: HTTP APIs always send a content-length, '0' without a body.
  contentLength: 'Content-Length',
  handshake: false,
  tls: false,
  spelling: 'as-sent',
  capitalised: new Set([...CAPITALISED, 'content-length', 'content-type']),
  order: 'bytes',
};

/** Of names in lower case, both orders are the same. */
const LOWER_CASE = { spelling: 'lower-case', order: 'ignoring-case' } as const;

const WEBSOCKET: HeaderRules = {
  ...REST,
  // recorded [ws-connect]: the function does not get these three headers of a handshake.
  dropped: names('connection upgrade content-length'),
  dropsSignature: false,
};

export const HEADER_RULES: Readonly<Record<HeaderReader, HeaderRules>> = {
  rest: REST,
  'http-1.0': HTTP_1,
  // recorded [http2-duplicate-header-query-cookie]: cookies are in `cookies` instead.
  'http-2.0': { ...HTTP_1, dropped: names('connection cookie'), ...LOWER_CASE },
  websocket: WEBSOCKET,
  // recorded [furl-encoded-path-and-cookies, furl-get-no-body]: a function URL keeps the cookie header and adds no content-length.
  'function-url': { ...HTTP_1, contentLength: 'as-sent', tls: true, ...LOWER_CASE },
  // recorded [rest-authorizer-request-event]: the authorizer of a REST API gets the Content-Length, which the function doesn't get.
  'rest-authorizer': { ...REST, dropped: without(REST.dropped, 'content-length'), contentLength: 'Content-Length' },
  // documented: the authorizer of a handshake gets all headers, including `Connection: upgrade` and `content-length: 0`.
  'websocket-authorizer': { ...WEBSOCKET, dropped: new Set(), contentLength: 'content-length', handshake: true },
};

function names(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}

function without(set: ReadonlySet<string>, name: string): ReadonlySet<string> {
  return new Set([...set].filter((other) => other !== name));
}
