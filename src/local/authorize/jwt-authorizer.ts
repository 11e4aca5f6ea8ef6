import type { Gateway } from '../../gateway/gateway.js';
import { lastValueOf } from '../../http/field-values.js';
import type { HttpRequest } from '../../http/request.js';
import type { Claims, JwtVerifier } from '../api/local-authorizer.js';
import { toError } from '../function/thrown.js';
import type { Verdict } from './verdict.js';

/** Has a token verified, and looks for a scope that the route wants. */
export async function verifyJwt(
  { verify, header = 'Authorization' }: JwtVerifier,
  request: HttpRequest,
  gateway: Gateway,
  scopes: readonly string[] = [],
): Promise<Verdict> {
  const token = lastValueOf(request.headers, header.toLowerCase())?.replace(/^Bearer(?:\s+|$)/i, '');
  // assumed: without a token, or with an empty one, there is nothing to say of it.
  if (!token) return { refused: 'unauthorized', challenge: 'Bearer' };
  const claims = await claimsOf(verify, token);
  if (claims instanceof Error) {
    const asked = { event: undefined, result: undefined, error: claims };
    return { refused: 'unauthorized', challenge: challengeOf(claims, scopes), asked };
  }
  // documented: one of the route's scopes is enough, in `scope` or in `scp`; without any it is a 403 on HTTP APIs. assumed: a 401 on REST.
  const owned = scopesOf(claims);
  const isRest = gateway.target === 'rest';
  if (scopes.length > 0 && !scopes.some((scope) => owned.includes(scope))) return { refused: isRest ? 'unauthorized' : 'forbidden' };
  if (isRest) return { passed: { cognito: { claims: cognitoClaims(claims) } } };
  return { passed: { jwt: { claims: jwtClaims(claims), scopes: scopes.length > 0 ? [...scopes] : null } } };
}

/** The claims of a token, or why it is refused. */
async function claimsOf(verify: JwtVerifier['verify'], token: string): Promise<Claims | Error> {
  try {
    const claims: unknown = await verify(token);
    if (!isClaims(claims)) return new TypeError('The verifier returned no claims.');
    return JSON.parse(JSON.stringify(claims)); // claims are JSON: what is not throws, and nobody passes
  } catch (error) {
    return toError(error);
  }
}

/** Whether a verifier's answer is an object, and no list, map, date or error: `false` or a text says that nobody may pass. */
function isClaims(value: unknown): value is Claims {
  return Object.prototype.toString.call(value) === '[object Object]';
}

// documented: this form, for a token with another audience. assumed: the scopes, and that the reason is always there, on one line.
function challengeOf({ message }: Error, scopes: readonly string[]): string {
  const reason = message.replaceAll('"', "'").replace(/\p{Cc}+/gu, ' ');
  return `Bearer scope="${scopes.join(' ')}" error="invalid_token" error_description="${reason}"`;
}

function scopesOf({ scope, scp }: Claims): readonly unknown[] {
  return [scope, scp].flat().flatMap((value) => (typeof value === 'string' ? value.split(' ') : value));
}

// recorded: numbers become their digits. reported: a list is written as `[a b]`.
function jwtClaims(claims: Claims): Record<string, string> {
  return textsOf(claims, (_, value) => (Array.isArray(value) ? `[${value.join(' ')}]` : textOf(value)));
}

// recorded: `exp` and `iat` as dates. reported: a list joined with commas.
function cognitoClaims(claims: Claims): Record<string, string> {
  return textsOf(claims, (name, value) => {
    if ((name === 'exp' || name === 'iat') && typeof value === 'number') return dateOf(value);
    return Array.isArray(value) ? value.join(',') : textOf(value);
  });
}

function textsOf(claims: Claims, write: (name: string, value: unknown) => string): Record<string, string> {
  return Object.fromEntries(Object.entries(claims).map(([name, value]) => [name, write(name, value)]));
}

function textOf(value: unknown): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** `Tue Jun 18 15:00:04 UTC 2024`, from seconds since the Unix epoch. */
function dateOf(seconds: number): string {
  const [day, date, month, year, time] = new Date(seconds * 1000).toUTCString().replace(',', '').split(' ');
  return `${day} ${month} ${date} ${time} UTC ${year}`;
}
