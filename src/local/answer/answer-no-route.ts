import { createHash } from 'node:crypto';
import type { Gateway } from '../../gateway/gateway.js';
import { lastValueOf } from '../../http/field-values.js';
import type { HttpRequest } from '../../http/request.js';
import { failure, incompleteSignature } from '../../render/failure.js';
import type { Failure } from '../../render/outcome/outcome.js';

/** reported [rest-no-route-basic, rest-no-route-token-alone]: what REST misses in an Authorization header whose form could be right. */
const MISSING_PARTS = [
  "Authorization header requires 'Credential' parameter.",
  "Authorization header requires 'Signature' parameter.",
  "Authorization header requires 'SignedHeaders' parameter.",
  "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.",
].join(' ');

/**
 * Returns the answer to a request that no route matches. reported [rest-no-route-bearer]: a REST API reads its Authorization header as a
 * signature, whatever it is. assumed: with a real signature, it answers as without the header.
 */
export function answerNoRoute({ headers }: HttpRequest, { target }: Gateway): Failure {
  const authorization = lastValueOf(headers, 'authorization');
  if (target !== 'rest' || authorization === undefined || authorization.startsWith('AWS4-')) return failure('no-route');
  // assumed: the whole value is hashed.
  const hash = createHash('sha256').update(authorization).digest('base64');
  const how = 'hashed with SHA-256 and encoded with Base64';
  // assumed: how the text ends after the four sentences. Until about 2023, it ended in the header's value.
  const message = hasPairs(authorization)
    ? `${MISSING_PARTS} (${how}) Authorization=${hash}`
    : `Invalid key=value pair (missing equal-sign) in Authorization header (${how}): '${hash}'.`;
  return incompleteSignature(message);
}

/**
 * Whether what follows the scheme can be pairs of keys and values. reported [rest-no-route-token-alone]: it can, if nothing follows.
 */
function hasPairs(authorization: string): boolean {
  const [, parameters] = /^\s*\S+\s+(\S.*)$/s.exec(authorization) ?? [];
  return parameters === undefined || parameters.includes('=');
}
