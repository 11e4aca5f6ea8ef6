import type { Gateway } from '../../gateway/gateway.js';
import { lastValueOf } from '../../http/field-values.js';
import type { HttpRequest } from '../../http/request.js';
import type { Claims, JwtVerifier } from '../api/local-authorizer.js';
import { toError } from '../function/thrown.js';
import type { Verdict } from './verdict.js';

/** Verifies the token of a request, and checks for a scope of the route. */
export async function verifyJwt(
  { verify, header = 'Authorization' }: JwtVerifier,
  request: HttpRequest,
  gateway: Gateway,
  scopes: readonly string[] = [],
): Promise<Verdict> {
  const token = lastValueOf(request.headers, header.toLowerCase())?.replace(/^Bearer(?:\s+|$)/i, '');
  // assumed: the challenge for a missing or an empty token.
  if (!token) return { failure: 'unauthorized', challenge: 'Bearer' };
  const claims = await findClaims(verify, token);
  if (claims instanceof Error) {
    const authorization = { event: undefined, result: undefined, error: claims };
    return { failure: 'unauthorized', challenge: challengeOf(claims, scopes), authorization };
  }
  // documented: the token needs one of the route's scopes, in `scope` or in `scp`; without one, HTTP APIs answer 403. assumed: REST answers 401.
  const owned = scopesOf(claims);
  const isRest = gateway.target === 'rest';
  if (scopes.length > 0 && !scopes.some((scope) => owned.includes(scope))) {
    return { failure: isRest ? 'unauthorized' : 'forbidden' };
  }
  if (isRest) return { authorizer: { cognito: { claims: toCognitoClaims(claims) } } };
  return { authorizer: { jwt: { claims: toJwtClaims(claims), scopes: scopes.length > 0 ? [...scopes] : null } } };
}

/** Returns the claims of a token, or why it is invalid. */
async function findClaims(verify: JwtVerifier['verify'], token: string): Promise<Claims | Error> {
  try {
    const claims: unknown = await verify(token);
    return isClaims(claims) ? toJson(claims) : new TypeError('The verifier returned no claims.');
  } catch (error) {
    return toError(error);
  }
}

/** Copies claims as JSON. Nobody passes with claims that are not JSON. */
function toJson(claims: Claims): Claims | Error {
  try {
    return JSON.parse(JSON.stringify(claims));
  } catch (cause) {
    return new TypeError('The claims are not JSON.', { cause });
  }
}

/** Checks whether a verifier returned a plain object. Anything else, such as `false` or a string, means that nobody may pass. */
function isClaims(value: unknown): value is Claims {
  return Object.prototype.toString.call(value) === '[object Object]';
}

// documented: this form, for a token with another audience. assumed: the scopes, and that the reason is always one line.
function challengeOf({ message }: Error, scopes: readonly string[]): string {
  // A quote would end the text, and a backslash would escape the quote that does.
  const reason = message.replace(/["\\]/g, "'").replace(/\p{Cc}+/gu, ' ');
  return `Bearer scope="${scopes.join(' ')}" error="invalid_token" error_description="${reason}"`;
}

function scopesOf({ scope, scp }: Claims): readonly unknown[] {
  return [scope, scp].flat().flatMap((value) => (typeof value === 'string' ? value.split(' ') : value));
}

// recorded [http2-jwt-authorizer]: numbers become their digits. assumed, after one report: an array is written as `[a b]`.
// @see https://github.com/aws-solutions-library-samples/guidance-for-claude-code-with-amazon-bedrock/issues/802
function toJwtClaims(claims: Claims): Record<string, string> {
  return textsOf(claims, (_, value) => (Array.isArray(value) ? `[${value.join(' ')}]` : textOf(value)));
}

// recorded [rest-cognito-authorizer]: `exp` and `iat` are dates. assumed, after one report: an array is joined with commas.
// @see https://github.com/aws/chalice/issues/783
function toCognitoClaims(claims: Claims): Record<string, string> {
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

/** `Tue Jun 18 15:00:04 UTC 2024`, from seconds since the Unix epoch. assumed: a time that no calendar has stays a number. */
function dateOf(seconds: number): string {
  const when = new Date(seconds * 1000);
  if (Number.isNaN(when.getTime())) return String(seconds);
  const [day, date, month, year, time] = when.toUTCString().replace(',', '').split(' ');
  return `${day} ${month} ${date} ${time} UTC ${year}`;
}
