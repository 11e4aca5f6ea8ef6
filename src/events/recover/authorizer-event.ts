import type { EventInit } from '../build/event-init.js';
import { type Fields, stringOf } from './fields.js';
import { pairsOf } from './headers.js';
import type { Options } from './options.js';

/** `arn:aws:execute-api:{region}:{account}:{apiId}/{stage}/{METHOD}/{path}` */
const ARN = /^arn:[^:]+:execute-api:([^:]+):([^:]+):([^/]+)\/([^/]+)\/([^/]+)(\/.*)?$/s;

/** Reads the ARN of a request: the options that it shows. */
export function recoverArn(arn: unknown): Options {
  const [, region, accountId, apiId, stage, method, path] = ARN.exec(stringOf(arn) ?? '') ?? [];
  return { region, accountId, apiId, stage, method, path };
}

/** Finds out the options of a TOKEN authorizer's event. */
export function recoverToken(event: Fields): Options {
  // No authorizer is called without a token, so `override` has to remove one.
  const token = stringOf(event['authorizationToken']) || 'Bearer token';
  return { ...recoverArn(event['methodArn']), headers: [['Authorization', token]] };
}

/** Adds the identity source that an event shows: the Authorization header, if that is the event's only identity. */
export function identitySourceOf(event: Fields): Pick<EventInit, 'identitySource'> {
  const [identity, ...more] = [event['identitySource']].flat();
  const token = pairsOf(event).find(([name]) => name.toLowerCase() === 'authorization')?.[1];
  return token && identity === token && more.length === 0 ? { identitySource: ['$request.header.Authorization'] } : {};
}
