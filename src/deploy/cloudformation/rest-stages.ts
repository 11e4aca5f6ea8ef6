import { isObject } from '../../http/is-object.js';
import type { DeployedStage } from '../deployment.js';
import type { KeyRules } from '../reading/keys.js';
import { at, optional, type Place, unsupported } from '../reading/place.js';
import { NO_ACCESS_LOG, NO_CLIENT_CERTIFICATE, NOT_CACHED, NOT_THROTTLED } from '../reading/rules.js';
import { readBoolean, readList } from '../reading/values.js';
import { readFields } from '../template/properties.js';
import { findApi, type Reading, readProperties, resourcesOfType } from '../template/reading.js';
import { readText, readTextMap } from '../template/values.js';

/** What a stage has besides its name, the same in a stage and in the stage of a deployment. */
export const STAGE_SETTINGS = {
  Variables: 'read',
  MethodSettings: 'read',
  CacheClusterEnabled: 'read',
  CanarySetting: { unsupported: 'A canary sends part of the requests to another deployment.' },
  AccessLogSetting: NO_ACCESS_LOG,
  CacheClusterSize: NOT_CACHED,
  ClientCertificateId: NO_CLIENT_CERTIFICATE,
  TracingEnabled: { optional: 'X-Ray does not trace requests here.' },
  Description: 'ignore',
  DocumentationVersion: 'ignore',
  Tags: 'ignore',
} as const satisfies KeyRules;

const STAGE = { ...STAGE_SETTINGS, StageName: 'read', RestApiId: 'read', DeploymentId: 'ignore' } as const satisfies KeyRules;

const DEPLOYMENT = {
  RestApiId: 'read',
  StageName: 'read',
  StageDescription: 'read',
  DeploymentCanarySettings: { unsupported: 'A canary sends part of the requests to another deployment.' },
  Description: 'ignore',
} as const satisfies KeyRules;

/** In the `StageDescription` of a deployment, the settings of all methods stand beside those of the stage. */
const STAGE_DESCRIPTION = {
  ...STAGE_SETTINGS,
  CachingEnabled: { unsupported: 'Responses are not cached here.' },
  CacheDataEncrypted: 'ignore',
  CacheTtlInSeconds: NOT_CACHED,
  DataTraceEnabled: 'ignore',
  LoggingLevel: 'ignore',
  MetricsEnabled: 'ignore',
  ThrottlingBurstLimit: NOT_THROTTLED,
  ThrottlingRateLimit: NOT_THROTTLED,
} as const satisfies KeyRules;

/** Reads the stages of REST APIs. A deployment with a stage name makes one too. */
export function readRestStages(reading: Reading): void {
  for (const resource of resourcesOfType(reading, 'AWS::ApiGateway::Stage')) {
    const { keys, place, at, read } = readProperties(resource, STAGE);
    const api = findApi(reading, keys.RestApiId, 'rest', at('RestApiId'));
    const name = read('StageName', readText) ?? 'default';
    reading.stageNames.set(resource.id, name);
    reportCaching(keys, place);
    api.stages.push({ name, ...variables(read('Variables', readTextMap)) });
  }
  for (const resource of resourcesOfType(reading, 'AWS::ApiGateway::Deployment')) {
    const { keys, at, read } = readProperties(resource, DEPLOYMENT);
    const name = read('StageName', readText);
    const fields = readFields(keys.StageDescription ?? {}, STAGE_DESCRIPTION, at('StageDescription'));
    if (name === undefined) continue;
    const api = findApi(reading, keys.RestApiId, 'rest', at('RestApiId'));
    reportCaching(fields.keys, at('StageDescription'));
    api.stages.push({ name, ...variables(fields.read('Variables', readTextMap)) });
  }
}

function variables(stageVariables: Readonly<Record<string, string>> | undefined): Pick<DeployedStage, 'stageVariables'> {
  return stageVariables === undefined ? {} : { stageVariables };
}

/**
 * Reports the cache of a stage and the settings of its methods.
 *
 * @param place where the properties of the stage are.
 */
export function reportCaching(
  { CacheClusterEnabled: isCached, MethodSettings: methods }: { readonly CacheClusterEnabled: unknown; readonly MethodSettings: unknown },
  place: Place,
): void {
  if (readBoolean(isCached, at(place, 'CacheClusterEnabled')) === true) {
    unsupported(at(place, 'CacheClusterEnabled'), 'Responses are not cached here.');
  }
  if (methods === undefined) return;
  const inside = at(place, 'MethodSettings');
  for (const settings of readList(methods, inside)) {
    const isCaching = isObject(settings) && settings['CachingEnabled'] === true;
    if (isCaching) unsupported(inside, 'Responses are not cached here, and requests are not throttled.');
    else optional(inside, 'Requests are not throttled, logged or measured here.');
  }
}
