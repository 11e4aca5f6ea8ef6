import type { KeyRules } from '../reading/keys.js';
import { NO_ACCESS_LOG, NO_CLIENT_CERTIFICATE, NOT_MEASURED } from '../reading/rules.js';
import { findApi, type Reading, readProperties, resourcesOfType } from '../template/reading.js';
import { readText, readTextMap } from '../template/values.js';

const STAGE = {
  ApiId: 'read',
  StageName: 'read',
  StageVariables: 'read',
  AccessLogSettings: NO_ACCESS_LOG,
  ClientCertificateId: NO_CLIENT_CERTIFICATE,
  DefaultRouteSettings: NOT_MEASURED,
  RouteSettings: NOT_MEASURED,
  AccessPolicyId: 'ignore', // not used by API Gateway
  AutoDeploy: 'ignore',
  DeploymentId: 'ignore',
  Description: 'ignore',
  Tags: 'ignore',
} as const satisfies KeyRules;

/** Reads the stages of HTTP and WebSocket APIs. */
export function readV2Stages(reading: Reading): void {
  for (const resource of resourcesOfType(reading, 'AWS::ApiGatewayV2::Stage')) {
    const { keys, at, read } = readProperties(resource, STAGE);
    const name = read('StageName', readText) ?? '$default';
    const stageVariables = read('StageVariables', readTextMap);
    reading.stageNames.set(resource.id, name);
    findApi(reading, keys.ApiId, 'http', at('ApiId')).stages.push({ name, ...(stageVariables === undefined ? {} : { stageVariables }) });
  }
}
