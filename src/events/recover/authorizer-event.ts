import type { EventInit } from '../build/event-init.js';
import { type Fields, stringOf } from './fields.js';
import { pairsOf } from './headers.js';
import type { Options } from './options.js';

/** `arn:aws:execute-api:{region}:{account}:{apiId}/{stage}/{METHOD}/{path}` */
const ARN = /^arn:[^:]*:execute-api:([^:]*):([^:]*):([^/]*)\/([^/]*)\/([^/]*)(\/.*)?$/s;

/** The parts of the ARN in an authorizer's event. */
export interface RecoveredArn {
  readonly options: Pick<EventInit, 'region' | 'accountId' | 'apiId' | 'stage'>;
  readonly method: string;
  readonly path: string;
}

/** Reads the ARN of a request; `undefined` if it is not one. */
export function recoverArn(arn: unknown): RecoveredArn | undefined {
  const [, region, accountId, apiId, stage, method, path = '/'] = ARN.exec(stringOf(arn) ?? '') ?? [];
  if (!region || !accountId || !apiId || !stage || !method) return undefined;
  return { options: { region, accountId, apiId, stage }, method, path };
}

/** Finds out the options of a TOKEN authorizer's event. */
export function recoverToken(event: Fields): Options {
  const arn = recoverArn(event['methodArn']);
  const token = stringOf(event['authorizationToken']);
  return {
    headers: token === undefined ? [] : [['Authorization', token]],
    ...(arn && { ...arn.options, method: arn.method, path: arn.path }),
  };
}

/** Adds the identity source that an event shows: the Authorization header, if that is the event's only identity. */
export function identitySourceOf(event: Fields): Pick<EventInit, 'identitySource'> {
  const [identity, ...more] = [event['identitySource']].flat();
  const token = pairsOf(event).find(([name]) => name.toLowerCase() === 'authorization')?.[1];
  const isToken = token !== undefined && token !== '' && identity === token && more.length === 0;
  return isToken ? { identitySource: ['$request.header.Authorization'] } : {};
}
