import type { Target } from '../../aws/target.js';

/** Who reads the headers: a target's function, or the authorizer of a target whose event has others. */
export type HeaderReader = Target | 'rest-authorizer' | 'websocket-authorizer';

/** What becomes of a request's headers on their way into an event. */
export interface HeaderRules {
  /** Headers that stay behind, in lower case. */
  readonly dropped: ReadonlySet<string>;
  /** Whether an Authorization header with a SigV4 signature stays behind, too. */
  readonly dropsSignature: boolean;
  /** The name of the Content-Length, `0` without a body, that is there if the client sent none; `as-sent`: then there is none. */
  readonly contentLength: 'as-sent' | 'Content-Length' | 'content-length';
  /** Whether Connection and Upgrade are those of a WebSocket handshake, as the gateway writes them. */
  readonly handshake: boolean;
  /** How names are spelled. */
  readonly spelling: 'lower-case' | 'as-sent';
  /** With `as-sent`: names that are capitalised although an HTTP/2 client sent them in lower case. */
  readonly capitalised: ReadonlySet<string>;
  /** Names stand in the order of their bytes, with or without regard to case. */
  readonly order: 'ignoring-case' | 'bytes';
}

const CAPITALISED = names('host user-agent x-amzn-trace-id x-forwarded-for x-forwarded-port x-forwarded-proto');

const REST: HeaderRules = {
  // recorded: these twelve never reach the function of a REST proxy integration.
  dropped: names(
    'connection content-length content-md5 expect max-forwards proxy-authenticate server te trailer transfer-encoding upgrade www-authenticate',
  ),
  // recorded: REST takes the signature away, HTTP APIs keep it.
  dropsSignature: true,
  contentLength: 'as-sent',
  handshake: false,
  spelling: 'as-sent',
  capitalised: CAPITALISED,
  order: 'ignoring-case',
};

const HTTP_1: HeaderRules = {
  dropped: names('connection'),
  dropsSignature: false,
  // recorded: HTTP APIs always have a content-length, '0' without a body.
  contentLength: 'Content-Length',
  handshake: false,
  spelling: 'as-sent',
  capitalised: new Set([...CAPITALISED, 'content-length', 'content-type']),
  order: 'bytes',
};

const WEBSOCKET: HeaderRules = {
  ...REST,
  // recorded: of a handshake's headers, these three do not reach the function.
  dropped: names('connection upgrade content-length'),
  dropsSignature: false,
};

export const HEADER_RULES: Readonly<Record<HeaderReader, HeaderRules>> = {
  rest: REST,
  'http-1.0': HTTP_1,
  // recorded: cookies move into a list of their own.
  'http-2.0': { ...HTTP_1, dropped: names('connection cookie'), spelling: 'lower-case' },
  websocket: WEBSOCKET,
  // recorded: a function URL keeps the cookie header beside the list, and adds no content-length.
  'function-url': { ...HTTP_1, contentLength: 'as-sent', spelling: 'lower-case' },
  // recorded: the authorizer of a REST API sees the length that the function does not see.
  'rest-authorizer': { ...REST, dropped: without(REST.dropped, 'content-length'), contentLength: 'Content-Length' },
  // documented: the authorizer of a handshake sees all of it, `Connection: upgrade` and `content-length: 0` included.
  'websocket-authorizer': { ...WEBSOCKET, dropped: names(''), contentLength: 'content-length', handshake: true },
};

function names(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}

function without(set: ReadonlySet<string>, name: string): ReadonlySet<string> {
  return new Set([...set].filter((other) => other !== name));
}
