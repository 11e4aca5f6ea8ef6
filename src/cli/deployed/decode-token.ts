import { isObject } from '../../http/is-object.js';
import type { Claims } from '../../local/api/local-authorizer.js';

/**
 * Returns the claims of a JWT without verifying its signature, its issuer or its times.
 *
 * @throws Error if it is no JWT.
 */
export function decodeToken(token: string): Claims {
  const [, payload, signature, more] = token.split('.');
  const isJwt = payload !== undefined && signature !== undefined && more === undefined;
  const claims = !isJwt ? undefined : parse(Buffer.from(payload, 'base64url').toString());
  if (isObject(claims)) return claims;
  throw new Error('The token is not a JWT: it must have three parts, and the second must be JSON in base64url.');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
