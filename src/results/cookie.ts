import { isFieldName } from '../http/field-syntax.js';

/**
 * What a cookie says besides name and value.
 *
 * @see https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis
 */
export interface CookieAttributes {
  /** How long it lives, in seconds; 0 or less removes it. Absent: as long as the browser's session. */
  readonly maxAge?: number;
  /** When it ends; `maxAge` goes before it. */
  readonly expires?: Date;
  /** The host that gets it, with all hosts below. Absent: the answering host alone. */
  readonly domain?: string;
  /** The path that gets it, with all paths below. Absent: the folder of the request's path. */
  readonly path?: string;
  /** Whether it is sent over HTTPS alone. Default: `false`. */
  readonly secure?: boolean;
  /** Whether scripts cannot read it. Default: `false`. */
  readonly httpOnly?: boolean;
  /** Whether requests from other sites carry it. Absent: the browser's choice, mostly `Lax`. */
  readonly sameSite?: 'Strict' | 'Lax' | 'None';
  /** Whether each embedding site has a cookie of its own. Default: `false`. */
  readonly partitioned?: boolean;
}

/** RFC 6265bis, section 4.1.1: cookie-octet, without the percent sign that escapes the others. */
const NOT_COOKIE_OCTET = /[^!#$&-+\--:<-[\]-~]/gu;
/** RFC 6265bis, section 4.1.1: av-octet. */
const ATTRIBUTE_VALUE = /^[ -:<-~]*$/;

/** How each attribute is written, in this order; `undefined`: not at all. */
const ATTRIBUTES: readonly ((attributes: CookieAttributes) => string | false | undefined)[] = [
  ({ maxAge }) => maxAge !== undefined && `Max-Age=${maxAge}`,
  ({ expires }) => expires && `Expires=${expires.toUTCString()}`,
  ({ domain }) => domain !== undefined && `Domain=${domain}`,
  ({ path }) => path !== undefined && `Path=${path}`,
  ({ secure }) => secure && 'Secure',
  ({ httpOnly }) => httpOnly && 'HttpOnly',
  ({ sameSite }) => sameSite && `SameSite=${sameSite}`,
  ({ partitioned }) => partitioned && 'Partitioned',
];

interface NamedCookie extends CookieAttributes {
  readonly name: string;
}

/** What a browser would ignore, RFC 6265bis, sections 4.1 and 5.7; what is partitioned has to be secure by the CHIPS draft. */
const FAULTS: readonly (readonly [reason: string, isFaulty: (cookie: NamedCookie) => boolean])[] = [
  ['its name is no token', ({ name }) => !isFieldName(name)],
  ['Max-Age is no whole number', ({ maxAge = 0 }) => !Number.isSafeInteger(maxAge)],
  ['Expires is no date', ({ expires }) => Number.isNaN(expires?.getTime())],
  ['Domain has characters that no host name has', ({ domain = 'a' }) => !/^\.?[\w-]+(?:\.[\w-]+)*$/.test(domain)],
  ['Path does not start with a slash', ({ path = '/' }) => !path.startsWith('/')],
  ['Path has characters that end an attribute', ({ path = '/' }) => !ATTRIBUTE_VALUE.test(path)],
  ['SameSite is none of Strict, Lax and None', ({ sameSite = 'Lax' }) => !['Strict', 'Lax', 'None'].includes(sameSite)],
  ['SameSite=None needs Secure', ({ sameSite, secure }) => sameSite === 'None' && !secure],
  ['Partitioned needs Secure', ({ partitioned, secure }) => partitioned === true && !secure],
  ['__Secure- needs Secure', ({ name, secure }) => /^__secure-/i.test(name) && !secure],
  [
    '__Host- needs Secure, Path=/ and no Domain',
    ({ name, secure, path, domain }) => /^__host-/i.test(name) && !(secure && path === '/' && domain === undefined),
  ],
];

/**
 * Writes a cookie as a Set-Cookie line that a browser will keep: `cookies: [cookie('seen', '1', { maxAge: 60 })]`.
 *
 * @param name a token; `__Host-` and `__Secure-` in front bind it to what they promise.
 * @param value what may not stand in a cookie is percent-encoded, `%` included; the accessor `cookies` decodes it.
 * @param attributes where, how long and to whom it is sent.
 * @throws TypeError when a browser would ignore or misread the cookie.
 */
export function cookie(name: string, value: string, attributes: CookieAttributes = {}): string {
  const pair = `${name}=${value.replace(NOT_COOKIE_OCTET, encodeURIComponent)}`;
  // RFC 6265bis, section 5.6: a browser ignores more than 4096 octets of name and value.
  const [reason] =
    FAULTS.find(([, isFaulty]) => isFaulty({ ...attributes, name })) ?? (pair.length > 4097 ? ['it has more than 4096 octets'] : []);
  if (reason !== undefined) throw new TypeError(`The cookie ${JSON.stringify(name)} cannot be set: ${reason}.`);
  return [pair, ...ATTRIBUTES.map((write) => write(attributes)).filter(Boolean)].join('; ');
}
